"""Pictures to pages: JPEG, PNG, HEIC, WebP, TIFF, BMP and GIF."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import count

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from pillow_heif import HeifImageFile

from extractors.evidence import FileFormat, FileProblem, Origin
from extractors.files.limits import FileLimits
from extractors.files.opened import OpenedFile, PageStream, RawPage
from extractors.files.origin import origin_of_picture
from extractors.files.pixels import shrink_factor, to_page_image, upright
from extractors.files.quiet import quiet

# What Pillow, libheif and the codecs below them were seen to raise on damaged files. MemoryError is not among them: a machine
# that is short of memory says nothing about the file.
_DECODER_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    ArithmeticError,
    AttributeError,
    TypeError,
    EOFError,
    RuntimeError,
    struct.error,
    zlib.error,
)
_ORIENTATION_TAG = 0x0112
_SUBFILE_TYPE_TAG = 254
_REDUCED_COPY = 1
_JPEG_END = b"\xff\xd9"
_JPEG_BLOCK_PX = 8
_JPEG_FILLER_LEVEL = 128


def open_image(data: bytes, file_format: FileFormat, limits: FileLimits) -> OpenedFile:
    """Open a picture whose content is of this format. Only its header is read until its pages are walked."""
    try:
        with quiet():
            image = _open_header(data, file_format)
            frames = _page_frames(image, file_format, limits.max_pages)
            origin = _origin(image, data)
    except Image.DecompressionBombError:
        return OpenedFile(file_format, problems=(FileProblem(kind="pixel_bomb", detail="图片声明的尺寸过大"),))
    except _DECODER_ERRORS:
        return OpenedFile(file_format, problems=(_corrupt("文件头无法解析"),))
    if len(frames) > limits.max_pages:
        problem = FileProblem(kind="too_many_pages", detail=f"超过 {limits.max_pages} 页")
        return OpenedFile(file_format, len(frames), (problem,))
    bomb = _pixel_bomb(image, limits)
    if bomb is not None:
        return OpenedFile(file_format, len(frames), (bomb,))
    stream = _decode_pages(data, file_format, frames, limits)
    return OpenedFile(file_format, len(frames), largest_px=image.width * image.height, stream=stream, origin=origin)


def _origin(image: Image.Image, data: bytes) -> Origin:
    """What the file says of its making; metadata that is damaged says nothing, and the picture may be sound."""
    try:
        return origin_of_picture(image, data)
    except _DECODER_ERRORS:
        return Origin()


def _corrupt(detail: str, page: int | None = None) -> FileProblem:
    return FileProblem(kind="corrupt", detail=detail, page=page)


def _pixel_bomb(image: Image.Image, limits: FileLimits, page: int | None = None) -> FileProblem | None:
    width, height = image.size
    if width * height <= limits.max_pixels:
        return None
    return FileProblem(kind="pixel_bomb", detail=f"图片声明为 {width}×{height} 像素", page=page)


def _open_header(data: bytes, file_format: FileFormat) -> Image.Image:
    if file_format == "heic":
        heif: Image.Image = HeifImageFile(BytesIO(data))  # type: ignore[no-untyped-call]  # pillow-heif leaves it bare
        return heif
    return Image.open(BytesIO(data), formats=[file_format.upper()])


def _page_frames(image: Image.Image, file_format: FileFormat, max_pages: int) -> tuple[int, ...]:
    """Return the frames that are pages: all of a TIFF but its thumbnails, the first of anything else.

    Counting stops one above ``max_pages``: a small file can chain millions of directories.
    """
    if file_format != "tiff":
        return (image.tell(),)
    frames: list[int] = []
    for frame in _frames(image):
        if not _is_thumbnail(image):
            frames.append(frame)
        if len(frames) > max_pages:
            break
    return tuple(frames) or (0,)


def _frames(image: Image.Image) -> Iterator[int]:
    """Seek one frame after the other. A chain that breaks after the first ends with a frame that will not decode."""
    for frame in count():
        try:
            image.seek(frame)
        except EOFError:
            return
        except _DECODER_ERRORS:
            yield frame
            return
        yield frame


def _is_thumbnail(image: Image.Image) -> bool:
    """A reduced copy of another page (TIFF 6.0, NewSubfileType bit 0), as scanners and cameras add them."""
    subfile_type = getattr(image, "tag_v2", {}).get(_SUBFILE_TYPE_TAG, 0)
    return bool(isinstance(subfile_type, int) and subfile_type & _REDUCED_COPY)


def _decode_pages(data: bytes, file_format: FileFormat, frames: tuple[int, ...], limits: FileLimits) -> PageStream:
    for number, frame in enumerate(frames, start=1):
        try:
            yield _decode_page(data, file_format, (number, frame), limits)
        except _DECODER_ERRORS:
            yield _corrupt("图像数据不完整或已损坏", number if len(frames) > 1 else None)


def _decode_page(data: bytes, file_format: FileFormat, place: tuple[int, int], limits: FileLimits) -> RawPage | FileProblem:
    """Decode the page of this number from this frame. Raises one of the decoder errors where its data is damaged."""
    number, frame = place
    with quiet():
        image = _open_header(data, file_format)
        image.seek(frame)
        bomb = _pixel_bomb(image, limits, number)
        return bomb or _page(number, image, data, limits)


def _page(number: int, image: Image.Image, data: bytes, limits: FileLimits) -> RawPage:
    declared = image.size
    decoded = _load(image, data, limits) if isinstance(image, JpegImageFile) else _loaded(image)
    page = upright(to_page_image(decoded, limits.max_page_pixels), decoded.getexif().get(_ORIENTATION_TAG, 1))
    if page.shape[0] * page.shape[1] == declared[0] * declared[1]:
        return RawPage(number, page)
    lies_as_stored = (page.shape[1] > page.shape[0]) == (declared[0] > declared[1])
    return RawPage(number, page, uploaded_px=declared if lies_as_stored else declared[::-1])


def _loaded(image: Image.Image) -> Image.Image:
    image.load()
    return image


def _load(image: JpegImageFile, data: bytes, limits: FileLimits) -> Image.Image:
    """Decode a JPEG, alone or the first of several in a file (MPO: what phones add for depth and brightness)."""
    factor = shrink_factor(image.size, limits.max_page_pixels)
    if factor > 1:
        image.draft(None, (image.width // factor, image.height // factor))
    try:
        image.load()
    except OSError:
        return _load_without_end(data)
    return image


def _load_without_end(data: bytes) -> Image.Image:
    """Decode a JPEG that lacks only its end marker: some scanners leave it off, and nothing of the picture is missing.

    The decoder fills what is missing with mid-grey blocks, so a last block that is not grey proves the data complete. A
    progressive picture gives no such proof. Raises OSError where data is missing.
    """
    image = Image.open(BytesIO(data + _JPEG_END), formats=["JPEG"])
    image.load()
    left = (image.width - 1) // _JPEG_BLOCK_PX * _JPEG_BLOCK_PX
    top = (image.height - 1) // _JPEG_BLOCK_PX * _JPEG_BLOCK_PX
    last_block = image.crop((left, top, image.width, image.height)).convert("L")
    if image.info.get("progressive") or last_block.getextrema() == (_JPEG_FILLER_LEVEL, _JPEG_FILLER_LEVEL):
        raise OSError("truncated")
    return image
