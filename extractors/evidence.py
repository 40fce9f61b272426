"""The frozen values that extraction yields: what was seen in a file, and nothing that was concluded from it.

Coordinates are fractions of the page as shown upright: 0..1, x to the right, y down. Page numbers start at 1.
Scores and confidences lie in 0..1. Values hold no file name: the same bytes give the same evidence, whoever sent them.
"""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from pydantic import Field

from extractors.frozen import Box, Frozen, Point, Quad
from extractors.mark_evidence import (
    DigitalSignature,
    Seal,
    SealColour,
    SealKind,
    Signature,
    SignatureRole,
    SignatureState,
    Trace,
)
from extractors.page_evidence import FileFormat, FileProblem, Folio, PageEvidence, ProblemKind, QrCode, TextLine
from extractors.picture_evidence import Flaw, FlawKind, Legibility, Origin

__all__ = [
    "DOCUMENT_TYPES",
    "Box",
    "DigitalSignature",
    "Document",
    "DocumentType",
    "Doubt",
    "FieldReading",
    "FieldState",
    "FileEvidence",
    "FileFormat",
    "FileProblem",
    "Flaw",
    "FlawKind",
    "Folio",
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
    "Trace",
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
DOCUMENT_TYPES: tuple[DocumentType, ...] = get_args(DocumentType)

Side = Literal["front", "back"]
"""Of an ID card: ``front`` is the portrait side (人像面), ``back`` the emblem side (国徽面)."""

Doubt = Literal[
    "readings_differ",  # with and without the coloured ink over it, or on two looks, another value was read
    "stamped",  # a day under coloured ink, read the same both times: one in fifty is misread the same way twice
    "second_look",  # what was first not read, or read otherwise, and was read when its place was looked at again
    "completed",  # a second look went on with what the first had begun
    "handwritten",  # a pen wrote it
    "on_a_rule",  # it stands on a ruled line of a form: a pen may have written it
    "respelt",  # a character was replaced by the one that papers of its kind are printed with
    "repaired",  # a look-alike was replaced so that the check digit fits
    "unproven",  # a number without a check digit, or whose check digit fails
    "next_page",  # it stands on a page that was not looked at a second time
    "elsewhere",  # not at the place that asks for it: told by other words, counted, or one of two
    "weak_label",  # what it answers is told by little
    "only_mentioned",  # the text speaks of it, nothing asks for it
    "tick_not_seen",  # known only by the empty boxes of the others
    "contradicted",  # another value on the same paper speaks against it
    "odd_shape",  # it does not look as its kind should
    "foreign_letters",  # in Latin letters, without the signs of the name
    "unsure_blank",  # a place that may hold something after all
    "off_calendar",  # a day that no calendar has: what stands there is no value
    "expected",  # nothing on the paper asks for it, but what the applicant typed stands there
]
"""What speaks against a reading. How much each weighs is the policy's to say."""

FieldState = Literal["read", "blank", "incomplete", "masked", "illegible"]
"""``read``: a value; ``blank``: its label stands there and nothing after it; ``incomplete``: a part is missing (a date without
its day); ``masked``: digits replaced by asterisks on the paper itself; ``illegible``: ink is there that nobody can read."""

Trait = Literal[
    "counterfoil",  # 存根: the employer's own copy
    "temporary_card",  # 临时居民身份证
    "residence_permit",  # 港澳台居民居住证
    "foreigner_card",  # 外国人永久居留身份证
    "hk_macao_permit",  # 港澳居民来往内地通行证 (回乡证)
    "taiwan_permit",  # 台湾居民来往大陆通行证 (台胞证)
    "exit_permit",  # 往来港澳通行证, 往来台湾通行证
    "passport",  # 护照
    "service_card",  # 军官证 and the other cards of the armed forces
    "regional_card",  # an ID card of Hong Kong, Macao or Taiwan
    "duplicate_copy",  # 副本 of a licence
    "electronic_copy",  # an e-licence or another digital original
    "until_done",  # an authorisation that runs 至办理完毕止
    "handwritten",
    "other_paper",  # an unknown one, headed as a paper that is none of ours (收入证明): its title names it
]


class FieldReading(Frozen):
    """One value read off a document.

    ``value`` is normalised (ISO dates, folded widths, no inner spaces in Chinese); empty unless ``state`` is read, incomplete
    or masked. ``confidence`` is what was measured, ``doubts`` what speaks against it besides. ``raw`` is the text it came from.
    ``repaired``: a look-alike character was replaced so that a checksum passes.
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
    doubts: tuple[Doubt, ...] = ()
    legibility: Legibility | None = None


class Document(Frozen):
    """One document on one or more pages of a file. ``box`` is its part of the page, None for the whole of it.

    ``fields`` holds what was looked for and seen: a name that is absent was nowhere on the document. ``lacks`` names the absent
    ones that the paper surely does not say: all its text was read well, and nothing in it is of their kind but what answers
    other fields.
    """

    type: DocumentType
    side: Side | None = None
    pages: tuple[int, ...]
    box: Box | None = None
    confidence: float = Field(ge=0, le=1)
    title: str = ""
    fields: Mapping[str, FieldReading] = Field(default_factory=dict)
    lacks: tuple[str, ...] = ()
    traits: tuple[Trait, ...] = ()
    seals: tuple[Seal, ...] = ()
    signatures: tuple[Signature, ...] = ()

    def with_rest(self, rest: "Document") -> "Document":
        """The whole paper, of which this is the first sheet and ``rest`` what stands on the next: both halves count.

        What the first sheet says stays, but for what stands below a paper's last words, and for the ends of a list.
        """
        fields = dict(self.fields)
        for name, field in rest.fields.items():
            if name not in fields or (field.value and _says_more(name, field, fields[name])):
                fields[name] = field
        return self.model_copy(
            update={
                "pages": (*self.pages, *rest.pages),
                "fields": fields,
                "lacks": (),
                "seals": (*self.seals, *rest.seals),
                "signatures": (*self.signatures, *rest.signatures),
            }
        )


_AT_THE_END: Final = frozenset({"issue_date"})
"""What stands below a paper's last words, whatever an earlier sheet seems to say."""
_EARLIEST: Final = frozenset({"first_month"})
_LATEST: Final = frozenset({"last_month"})


def _says_more(name: str, field: FieldReading, known: FieldReading) -> bool:
    if not known.value or name in _AT_THE_END:
        return True
    return (name in _EARLIEST and field.value < known.value) or (name in _LATEST and field.value > known.value)


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
    """The version of the engine that read it."""
