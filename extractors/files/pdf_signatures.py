"""Cryptographic signatures in a PDF (electronic seals), checked offline against the file itself.

Whether the bytes still are those that were signed, and whether anything was added afterwards, can be told without a network;
whether the signer is who he says cannot, and is left to a person. Seals of GM/T 0031 with SM2 are found, not checked.
"""

import io
import logging
from collections.abc import Iterator, Sequence
from typing import Final, cast

from pyhanko.pdf_utils import generic, misc
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from extractors.evidence import Box, DigitalSignature

MOST_SIGNATURES: Final = 20
"""Signatures of one file that are looked at: a contract has two or three."""
MOST_PAGES: Final = 100
"""Pages that are searched for the place of a signature."""
SIGNATURE_MARK: Final = b"/ByteRange"
"""What every signed PDF holds in the clear: files without it cost nothing."""
WHOLE_FILE: Final = frozenset({SignatureCoverageLevel.ENTIRE_FILE})

_UNCHECKED: Final = (SignatureValidationError, NotImplementedError, ValueError, TypeError, LookupError, AttributeError, OSError)
"""What unknown algorithms and damaged containers raise in the libraries below."""

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


def find_digital_signatures(data: bytes) -> tuple[DigitalSignature, ...]:
    """Return the signatures of a PDF in the order of its fields; none where it has none, or is too damaged to say."""
    if SIGNATURE_MARK not in data:
        return ()
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        embedded = reader.embedded_regular_signatures[:MOST_SIGNATURES]
    except (*_UNCHECKED, misc.PdfError, RecursionError):
        return ()
    return tuple(_checked(signature, reader) for signature in embedded)


def _checked(signature: EmbeddedPdfSignature, reader: PdfFileReader) -> DigitalSignature:
    page, box = _place(signature, reader)
    signer, organisation = _signer(signature)
    try:
        status = validate_pdf_signature(signature, ValidationContext(trust_roots=[], allow_fetching=False), skip_diff=True)
    except (*_UNCHECKED, misc.PdfError, RecursionError) as error:
        return DigitalSignature(
            signer=signer,
            organisation=organisation,
            intact=None,
            covers_whole_file=False,
            page=page,
            box=box,
            detail=f"签名算法或结构无法校验（{type(error).__name__}）",
        )
    signed_at = status.signer_reported_dt
    return DigitalSignature(
        signer=signer,
        organisation=organisation,
        intact=bool(status.intact and status.valid),
        covers_whole_file=status.coverage in WHOLE_FILE,
        signed_at=signed_at.isoformat() if signed_at else "",
        page=page,
        box=box,
        detail="" if status.intact else "签名后文件内容被改动",
    )


def _signer(signature: EmbeddedPdfSignature) -> tuple[str, str]:
    """Common name and organisation on the signer's certificate; the signature's own /Name where there is none."""
    try:
        names = dict(signature.signer_cert.subject.native)
    except _UNCHECKED:
        names = {}
    stated = signature.sig_object.get("/Name", "")
    common = names.get("common_name") or (str(stated) if isinstance(stated, str) else "")
    organisation = names.get("organization_name") or ""
    return str(common), str(organisation)


def _place(signature: EmbeddedPdfSignature, reader: PdfFileReader) -> tuple[int | None, Box | None]:
    """The page and the part of it where the signature shows itself, as the page is shown."""
    try:
        field = signature.sig_field
        rectangle = [float(side) for side in field["/Rect"]]
        for number, page in enumerate(_pages(reader), start=1):
            if any(each == field for each in _annotations(page)):
                return number, _fractions(rectangle, page)
    except (*_UNCHECKED, misc.PdfError, RecursionError):
        pass
    return None, None


def _annotations(page: generic.DictionaryObject) -> Sequence[generic.PdfObject]:
    found = page.get("/Annots", None)
    if not isinstance(found, generic.ArrayObject):
        return []
    return [found[index] for index in range(len(found))]


def _pages(reader: PdfFileReader) -> Iterator[generic.DictionaryObject]:
    for index in range(min(MOST_PAGES, int(reader.root["/Pages"]["/Count"]))):
        page = reader.find_page_for_modification(index)[0].get_object()  # type: ignore[no-untyped-call]  # pyhanko leaves it bare
        if isinstance(page, generic.DictionaryObject):
            yield page


def _fractions(rectangle: list[float], page: generic.DictionaryObject) -> Box | None:
    """A rectangle in PDF units as fractions of the page, y down; None for one without an area."""
    sides = page.get("/CropBox", None) or _inherited(page, "/MediaBox")
    if not isinstance(sides, generic.ArrayObject):
        return None
    left, bottom, right, top = (float(side) for side in sides)
    x0, x1 = sorted((rectangle[0], rectangle[2]))
    y0, y1 = sorted((rectangle[1], rectangle[3]))
    if x1 - x0 <= 0 or y1 - y0 <= 0 or right <= left or top <= bottom:
        return None
    wide, high = right - left, top - bottom
    box = tuple(
        min(1.0, max(0.0, side)) for side in ((x0 - left) / wide, (top - y1) / high, (x1 - left) / wide, (top - y0) / high)
    )
    rotation = _inherited(page, "/Rotate")
    return _turned((box[0], box[1], box[2], box[3]), int(rotation) % 360 if isinstance(rotation, int) else 0)


def _turned(box: Box, clockwise: int) -> Box:
    x0, y0, x1, y1 = box
    turned: dict[int, Box] = {
        90: (1 - y1, x0, 1 - y0, x1),
        180: (1 - x1, 1 - y1, 1 - x0, 1 - y0),
        270: (y0, 1 - x1, y1, 1 - x0),
    }
    return turned.get(clockwise, box)


def _inherited(page: generic.DictionaryObject, key: str) -> generic.PdfObject | None:
    """A page's own value, or that of the nearest node of the page tree above it."""
    node: generic.DictionaryObject | None = page
    while node is not None:
        value = node.get(key, None)
        if value is not None:
            return cast("generic.PdfObject", value)
        parent = node.get("/Parent", None)
        node = parent if isinstance(parent, generic.DictionaryObject) else None
    return None
