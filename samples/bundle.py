"""Pictures and pages → the bytes of the files people upload. The same input gives the same bytes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from samples.capture import MM_PER_INCH, Picture

_POINTS_PER_INCH = 72.0
_A4_POINTS = (595.28, 841.89)
_ORIENTATION_TAG = 0x0112
_STORED_TURNS = {1: 0, 3: 2, 6: 1, 8: 3}
"""EXIF orientation → anticlockwise quarter turns of the stored picture that the viewer undoes."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """An RGBA picture lying on a PDF page, its middle in millimetres from the upper left corner."""

    image: NDArray[np.uint8]
    centre_mm: tuple[float, float]
    px_per_mm: float


def rendered(pdf: bytes, dpi: float) -> list[Picture]:
    """The pages of a PDF as a printer shows them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [np.asarray(page.render(scale=dpi / _POINTS_PER_INCH).to_numpy()[..., :3]).copy() for page in document]
    finally:
        document.close()


def quarter_turned(picture: Picture, clockwise: int) -> Picture:
    """The picture turned by quarter turns."""
    return np.ascontiguousarray(np.rot90(picture, -clockwise))


def jpeg(picture: Picture, quality: int, orientation: int = 1) -> bytes:
    """A JPEG file; with an EXIF ``orientation`` of 3, 6 or 8 it is stored turned and shown upright."""
    stored = quarter_turned(picture, -_STORED_TURNS[orientation])
    exif = Image.Exif()
    exif[_ORIENTATION_TAG] = orientation
    out = io.BytesIO()
    image = Image.fromarray(cv2.cvtColor(stored, cv2.COLOR_BGR2RGB))
    if orientation == 1:
        image.save(out, "JPEG", quality=quality, optimize=True)
    else:
        image.save(out, "JPEG", quality=quality, optimize=True, exif=exif)
    return out.getvalue()


def png(picture: Picture) -> bytes:
    """A PNG file of 256 colours, as small as screenshots are."""
    out = io.BytesIO()
    image = Image.fromarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB))
    image.quantize(128, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def image_pdf(pictures: Sequence[tuple[Picture, float]], quality: int) -> bytes:
    """A scanned PDF: one picture of the given dpi a page."""
    pdf = pikepdf.new()
    for picture, dpi in pictures:
        height, width = picture.shape[:2]
        image = pdf.make_stream(jpeg(picture, quality), _image_keys(width, height, pikepdf.Name.DeviceRGB))
        image.Filter = pikepdf.Name.DCTDecode
        points = (width / dpi * _POINTS_PER_INCH, height / dpi * _POINTS_PER_INCH)
        page = pdf.add_blank_page(page_size=points)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
        page.Contents = pdf.make_stream(f"q {points[0]:.2f} 0 0 {points[1]:.2f} 0 0 cm /Im0 Do Q".encode())
    return _saved(pdf)


def stamped_pdf(pdf_bytes: bytes, overlays: Sequence[Overlay]) -> bytes:
    """A digital PDF of one page with pictures (of seals) laid over its text, multiplied as ink is."""
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        page = pdf.pages[0]
        height_pt = float(page.mediabox[3])
        page.add_resource(
            pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, BM=pikepdf.Name.Multiply), pikepdf.Name.ExtGState, pikepdf.Name.Ink
        )
        for index, overlay in enumerate(overlays):
            name = pikepdf.Name(f"/Seal{index}")
            page.add_resource(_soft_image(pdf, overlay.image), pikepdf.Name.XObject, name)
            width, height = (side / overlay.px_per_mm / MM_PER_INCH * _POINTS_PER_INCH for side in overlay.image.shape[1::-1])
            x, y = (centre / MM_PER_INCH * _POINTS_PER_INCH for centre in overlay.centre_mm)
            at = f"{x - width / 2:.2f} {height_pt - y - height / 2:.2f}"
            page.contents_add(f"q /Ink gs {width:.2f} 0 0 {height:.2f} {at} cm {name} Do Q".encode())
        return _saved(pdf)


def joined(pdfs: Sequence[bytes]) -> bytes:
    """Several PDFs one after the other."""
    whole = pikepdf.new()
    for pdf_bytes in pdfs:
        with pikepdf.open(io.BytesIO(pdf_bytes)) as part:
            whole.pages.extend(part.pages)
    return _saved(whole)


def padded(pdf_bytes: bytes, page_count: int) -> bytes:
    """The PDF with empty A4 pages added up to a number of pages."""
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        while len(pdf.pages) < page_count:
            pdf.add_blank_page(page_size=_A4_POINTS)
        return _saved(pdf)


def locked(pdf_bytes: bytes, password: str) -> bytes:
    """The PDF encrypted so that nobody opens it without the password."""
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        out = io.BytesIO()
        secret = pikepdf.Encryption(owner=password, user=password, R=3, aes=False, metadata=False)
        pdf.save(out, encryption=secret, static_id=True)
        return out.getvalue()


def scripted(pdf_bytes: bytes) -> bytes:
    """The PDF with JavaScript that would run on opening."""
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert('sample');"))
        pdf.Root.OpenAction = pdf.make_indirect(action)
        return _saved(pdf)


def _soft_image(pdf: pikepdf.Pdf, image: NDArray[np.uint8]) -> pikepdf.Stream:
    """An image with its transparency as a soft mask."""
    height, width = image.shape[:2]
    colour = pdf.make_stream(image[..., :3].tobytes(), _image_keys(width, height, pikepdf.Name.DeviceRGB))
    colour.SMask = pdf.make_stream(image[..., 3].tobytes(), _image_keys(width, height, pikepdf.Name.DeviceGray))
    return colour


def _image_keys(width: int, height: int, space: pikepdf.Name) -> dict[str, object]:
    return {
        "/Type": pikepdf.Name.XObject,
        "/Subtype": pikepdf.Name.Image,
        "/Width": width,
        "/Height": height,
        "/ColorSpace": space,
        "/BitsPerComponent": 8,
    }


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, compress_streams=True)
    return out.getvalue()
