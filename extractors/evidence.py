"""The frozen values that extraction yields: what was seen in a file, and nothing that was concluded from it.

Coordinates are fractions of the page as shown upright: 0..1, x to the right, y down. Page numbers start at 1.
Scores and confidences lie in 0..1. Values hold no file name: the same bytes give the same evidence, whoever sent them.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from pydantic import Field

from extractors.frozen import Box, Frozen, Point, Quad
from extractors.mark_evidence import DigitalSignature, Seal, SealColour, SealKind, Signature, SignatureRole, SignatureState
from extractors.picture_evidence import Flaw, FlawKind, Legibility, Origin

__all__ = [
    "DOCUMENT_TYPES",
    "Box",
    "DigitalSignature",
    "Document",
    "DocumentType",
    "FieldReading",
    "FieldState",
    "FileEvidence",
    "FileFormat",
    "FileProblem",
    "Flaw",
    "FlawKind",
    "Frozen",
    "Legibility",
    "Origin",
    "PageEvidence",
    "Point",
    "ProblemKind",
    "QrCode",
    "Quad",
    "Seal",
    "SealColour",
    "SealKind",
    "Side",
    "Signature",
    "SignatureRole",
    "SignatureState",
    "TextLine",
    "Trait",
]

DocumentType = Literal[
    "business_license",
    "id_card",
    "termination_certificate",
    "resignation_letter",
    "termination_agreement",
    "authorization_letter",
    "withdrawal_application",
    "registration_proof",
    "contribution_stop_proof",
    "contribution_record",
    "ruling",
    "exit_confirmation",
    "complaint_receipt",
    "personal_statement",
    "household_register",
    "police_certificate",
    "deregistration_notice",
    "revocation_decision",
    "liquidation_statement",
    "registration_list",
    "emigration_proof",
    "nationality_loss_proof",
    "death_certificate",
    "kinship_proof",
    "bank_card",
    "unknown",
]
DOCUMENT_TYPES: tuple[str, ...] = get_args(DocumentType)

Side = Literal["front", "back"]
"""Of an ID card: ``front`` is the portrait side (人像面), ``back`` the emblem side (国徽面)."""

FileFormat = Literal["jpeg", "png", "pdf", "heic", "webp", "tiff", "bmp", "gif"]

ProblemKind = Literal[
    "empty",
    "too_large",
    "unsupported",
    "corrupt",
    "encrypted",
    "too_many_pages",
    "pixel_bomb",
    "active_content",
    "unreadable",
]
"""What kept a file, or one page of it, from being read. ``active_content`` does not stop the reading."""

FieldState = Literal["read", "blank", "incomplete", "masked", "illegible"]
"""``read``: a value; ``blank``: its label stands there and nothing after it; ``incomplete``: a part is missing (a date without
its day); ``masked``: digits replaced by asterisks on the paper itself; ``illegible``: ink is there that nobody can read."""

Trait = Literal[
    "counterfoil",  # 存根: the employer's own copy
    "temporary_card",  # 临时居民身份证
    "residence_permit",  # 港澳台居民居住证
    "foreigner_card",  # 外国人永久居留身份证
    "duplicate_copy",  # 副本 of a licence
    "electronic_copy",  # an e-licence or another digital original
    "until_done",  # an authorisation that runs 至办理完毕止
    "handwritten",
]


class TextLine(Frozen):
    """One line of text on a page.

    ``quad`` runs clockwise from the text's own top-left corner. Where coloured ink covers the line it is read twice: ``text``
    is what was read from the dark ink and ``colour_text`` what was read with all ink (the other way round where the line is
    itself written in colour), and both count. ``places`` says for each character of ``text`` where its middle stands along
    the line, from the quad's left edge to its right edge in per mille, 0..1000; None where the engine does not tell.
    """

    quad: Quad
    text: str
    score: float = Field(ge=0, le=1)
    source: Literal["ocr", "pdf_text"] = "ocr"
    colour_text: str | None = None
    legibility: Legibility | None = None
    places: tuple[int, ...] | None = None

    @property
    def box(self) -> Box:
        """The upright rectangle around the quad."""
        xs = [x for x, _ in self.quad]
        ys = [y for _, y in self.quad]
        return (min(xs), min(ys), max(xs), max(ys))

    @property
    def covered(self) -> bool:
        """Whether coloured ink lies over this line, so that it was read twice."""
        return self.colour_text is not None

    @property
    def readings_agree(self) -> bool:
        """True for a line read once, or read the same both times (spaces aside)."""
        return self.colour_text is None or self.colour_text.replace(" ", "") == self.text.replace(" ", "")


class QrCode(Frozen):
    """A QR code on a page and the text in it."""

    text: str
    page: int = Field(ge=1)
    box: Box


class Folio(Frozen):
    """Which page of how many a page says it is (第 1 页 共 3 页)."""

    number: int = Field(ge=1)
    count: int = Field(ge=1)


class PageEvidence(Frozen):
    """One page as shown upright. ``turned_degrees`` is the clockwise turn that set it upright (0, 90, 180 or 270).

    ``coloured_share`` (0..1): how much of the part that holds text is inked in red or another seal's colour, faint ink counted;
    None where it was not measured. ``is_grey``: nothing on the page has any colour, as in a photocopy. ``legibility`` is
    that of its plainest parts: no background is so soft that it counts. It is None for pages without pixels of their own.
    ``folio`` is None where the page does not say which of how many it is.
    """

    number: int = Field(ge=1)
    width_px: int
    height_px: int
    turned_degrees: Literal[0, 90, 180, 270] = 0
    lines: tuple[TextLine, ...] = ()
    codes: tuple[QrCode, ...] = ()
    coloured_share: float | None = None
    is_grey: bool = False
    legibility: Legibility | None = None
    flaws: tuple[Flaw, ...] = ()
    folio: Folio | None = None


class FieldReading(Frozen):
    """One value read off a document.

    ``value`` is normalised (ISO dates, folded widths, no inner spaces in Chinese); empty unless ``state`` is read, incomplete
    or masked. ``raw`` is the text it came from. ``repaired``: a look-alike character was replaced so that a checksum passes.
    ``checksum_ok`` is None for values that have none. ``handwritten``: a pen wrote it, so a reading of it is weak evidence.
    """

    value: str
    confidence: float = Field(ge=0, le=1)
    page: int = Field(ge=1)
    box: Box | None = None
    state: FieldState = "read"
    raw: str = ""
    repaired: bool = False
    checksum_ok: bool | None = None
    handwritten: bool = False
    legibility: Legibility | None = None


class Document(Frozen):
    """One document on one or more pages of a file. ``box`` is its part of the page, None for the whole of it.

    ``fields`` holds what was looked for and seen: a name that is absent was nowhere on the document.
    """

    type: DocumentType
    side: Side | None = None
    pages: tuple[int, ...]
    box: Box | None = None
    confidence: float = Field(ge=0, le=1)
    title: str = ""
    fields: Mapping[str, FieldReading] = Field(default_factory=dict)
    traits: tuple[Trait, ...] = ()
    seals: tuple[Seal, ...] = ()
    signatures: tuple[Signature, ...] = ()


class FileProblem(Frozen):
    """Why a file, or one of its pages, could not be read as it should. ``detail`` is for the reviewer."""

    kind: ProblemKind
    detail: str = ""
    page: int | None = None


class FileEvidence(Frozen):
    """All that was seen in one file."""

    sha256: str
    size_bytes: int = Field(ge=0)
    format: FileFormat | None
    page_count: int = Field(ge=0)
    problems: tuple[FileProblem, ...] = ()
    pages: tuple[PageEvidence, ...] = ()
    documents: tuple[Document, ...] = ()
    digital_signatures: tuple[DigitalSignature, ...] = ()
    origin: Origin = Origin()
    extractor: str = ""
    """The extractor's version and engine, part of the key this evidence is stored under."""
