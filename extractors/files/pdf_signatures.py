"""Cryptographic signatures in a PDF (electronic seals), checked offline against the file itself.

Whether the bytes still are those that were signed, and whether anything was added afterwards, can be told without a network;
whether the signer is who he says cannot, and is left to a person. A signature that cannot be made out (seals of GM/T 0031 with
SM2, other makers' containers, a damaged one) is found all the same, and told as one that nobody here can check.
"""

import io
import logging
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, cast

import pikepdf
from pyhanko.pdf_utils import generic, misc
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from extractors.evidence import Box, DigitalSignature
from extractors.files.quiet import quiet

MOST_SIGNATURES: Final = 20
"""Signatures of one file that are looked at: a contract has two or three."""
MOST_PAGES: Final = 100
"""Pages that are searched for the place of a signature."""
MOST_OBJECTS: Final = 200_000
"""Objects of a file that are searched for signatures: a 30-page form holds some 5 000."""
WHOLE_FILE: Final = frozenset({SignatureCoverageLevel.ENTIRE_FILE})

_IN_THE_CLEAR: Final = re.compile(rb"/ByteRange\s*\[")
"""What signing leaves in a file's bytes, where they are all that can be made out."""
_MAY_HOLD_ONE: Final = (b"/ByteRange", b"/Sig", b"/ObjStm")
"""Files without either cost nothing: a signature stands in the clear, or, in a file saved anew since, in a packed stream."""
_TIME_STAMP: Final = "/DocTimeStamp"
"""Says when, and seals nothing."""
_OF_THE_PROGRAM: Final = ("/UR", "/UR3")
"""Signatures by which a program lets a form be filled in; nobody signs with them."""

_UNCHECKED: Final = (
    SignatureValidationError,
    NotImplementedError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    OSError,
    misc.PdfError,
    RecursionError,
)
"""What unknown algorithms and damaged containers raise in the libraries below."""
_BEYOND_REPAIR: Final = (pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError)
"""What pikepdf raises where it cannot make sense of a file."""

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


def find_digital_signatures(data: bytes) -> tuple[DigitalSignature, ...]:
    """Return the signatures of a PDF in the order of its fields, those that belong to no field last; none where it has none.

    One that cannot be made out is among them, its ``intact`` None: it is there, and nobody here can say what it is worth.
    """
    if not any(mark in data for mark in _MAY_HOLD_ONE):
        return ()
    there = _count_signatures(data)
    if not there:
        return ()
    checked = _of_fields(data)
    lost = min(there, MOST_SIGNATURES) - len(checked)
    return (*checked, *(_not_understood("签名不在任何签名域中，或文件结构无法解析") for _ in range(lost)))


def _count_signatures(data: bytes) -> int:
    """How many signatures a file holds, whatever can be made of them; one that an update took away is among them."""
    left_in_bytes = 1 if _IN_THE_CLEAR.search(data) else 0
    try:
        with quiet(), pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            programs_own = _programs_own(pdf)
            there = [each for each in islice(pdf.objects, MOST_OBJECTS) if _signs(each)]
            seals = [each for each in there if each.get("/Type") != _TIME_STAMP and each.objgen not in programs_own]
            return len(seals) if there else left_in_bytes
    except _BEYOND_REPAIR:
        return left_in_bytes


def _programs_own(pdf: pikepdf.Pdf) -> frozenset[tuple[int, int]]:
    permissions = pdf.Root.get("/Perms")
    if not isinstance(permissions, pikepdf.Dictionary):
        return frozenset()
    return frozenset(permissions[key].objgen for key in _OF_THE_PROGRAM if key in permissions)


def _signs(value: object) -> bool:
    """Whether an object is a signature's dictionary, by what it must hold."""
    if not isinstance(value, pikepdf.Dictionary):
        return False
    return "/ByteRange" in value or (value.get("/Type") == "/Sig" and "/Contents" in value)


def _of_fields(data: bytes) -> tuple[DigitalSignature, ...]:
    """The signatures of the fields that can be found; none where the file is too damaged to look for them."""
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        fields = list(enumerate_sig_fields(reader, filled_status=True))[:MOST_SIGNATURES]
    except _UNCHECKED:
        return ()
    return tuple(found for name, _, field in fields if (found := _of_field(reader, name, field)) is not None)


def _of_field(reader: PdfFileReader, name: str, field: generic.PdfObject) -> DigitalSignature | None:
    """The signature in a field; None for a time stamp."""
    shown = field.get_object()  # type: ignore[no-untyped-call]  # pyhanko leaves it bare
    if not isinstance(shown, generic.DictionaryObject):
        return None
    try:
        signature = EmbeddedPdfSignature(reader, shown, name)
    except _UNCHECKED as error:
        stated = shown.get("/V", None)
        page, box = _place(shown, reader)
        seen = _not_understood(f"签名结构无法解析（{type(error).__name__}）")
        return seen.model_copy(update={"signer": _stated_name(stated), "page": page, "box": box})
    return None if signature.sig_object_type == _TIME_STAMP else _checked(signature, reader)


def _not_understood(detail: str) -> DigitalSignature:
    return DigitalSignature(signer="", intact=None, covers_whole_file=False, detail=detail)


def _checked(signature: EmbeddedPdfSignature, reader: PdfFileReader) -> DigitalSignature:
    page, box = _place(signature.sig_field, reader)
    signer, organisation = _signer(signature)
    try:
        status = validate_pdf_signature(signature, ValidationContext(trust_roots=[], allow_fetching=False), skip_diff=True)
    except _UNCHECKED as error:
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
    common = names.get("common_name") or _stated_name(signature.sig_object)
    organisation = names.get("organization_name") or ""
    return str(common), str(organisation)


def _stated_name(signature: generic.PdfObject | None) -> str:
    """Who a signature says that he is, in the clear; empty where it does not."""
    stated = signature.get("/Name", "") if isinstance(signature, generic.DictionaryObject) else ""
    return str(stated) if isinstance(stated, str) else ""


def _place(field: generic.DictionaryObject, reader: PdfFileReader) -> tuple[int | None, Box | None]:
    """The page and the part of it where a signature's field shows itself, as the page is shown."""
    try:
        rectangle = [float(side) for side in field["/Rect"]]
        for number, page in enumerate(_pages(reader), start=1):
            if any(each == field for each in _annotations(page)):
                return number, _fractions(rectangle, page)
    except _UNCHECKED:
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
