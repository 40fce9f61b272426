"""营业执照: every version since the 1990s and every kind of business (DOMAIN 1.1, 1.2)."""

from collections.abc import Sequence
from typing import Final

from extractors.documents.license_again import looked_again
from extractors.documents.license_code import read_code
from extractors.documents.license_fields import read_field
from extractors.documents.license_form import Form, open_form
from extractors.documents.license_issued import read_issue_date
from extractors.documents.license_labels import FRAGMENT, LicenseField
from extractors.documents.license_partners import with_delegate
from extractors.documents.reader import Sheet
from extractors.evidence import Box, Document, DocumentType, FieldReading, Trait

SURE: Final = 0.99
PARTLY: Final = 0.9
FAINTLY: Final = 0.6
"""Confidence of the type: title and most labels; labels enough without a title, or a title with few; a title with one label."""
MANY_LABELS: Final = 4
FEW_LABELS: Final = 2
WITHOUT_TITLE: Final = 5
"""How many fields' labels make a licence: of a title's four and more, of a title's two, of none."""
LICENSE_ONLY: Final[frozenset[LicenseField]] = frozenset({"scope"})
FOUNDED: Final[frozenset[LicenseField]] = frozenset({"established_on", "registered_capital"})
"""Without a title, the scope of business and one of these must be among the labels."""
OTHER_PAPERS: Final = ("登记状态", "核准日期", "公示报告", "通知书", "委托书", "申请表", "申请书", "决定书", "承诺书")
"""Words of papers that quote a licence's fields: registry print-outs, notices, forms."""
REGISTRY: Final = ("登记状态", "公示报告")
"""Words of registry print-outs, one of whose headings is the licence's own title."""

MARGIN: Final = 0.05
"""What a licence has around its text, as a share of the page: frame, emblem, and the seal over the registrar's name."""
PLAIN_FIELDS: Final[tuple[LicenseField, ...]] = (
    "name",
    "type",
    "legal_rep",
    "address",
    "registered_capital",
    "established_on",
    "term_until",
)


class BusinessLicenseReader:
    """Recognises licences by their title and labels, and reads what stands behind each label."""

    type: DocumentType = "business_license"

    def find(self, sheet: Sheet) -> tuple[Document, ...]:
        """Return the licence on the sheet; empty where there is none."""
        form = open_form(sheet)
        confidence = recognised(form)
        if confidence == 0:
            return ()
        form = looked_again(form)
        return (
            Document(
                type="business_license",
                pages=(sheet.page_number,),
                box=_place(form),
                confidence=confidence,
                title=form.title.text if form.title else "",
                fields=_fields(form),
                traits=_traits(sheet),
            ),
        )


READER: Final = BusinessLicenseReader()


def recognised(form: Form) -> float:
    """How sure (0..1) the form is a licence; 0 where it is none."""
    text = [cell.text for cell in form.cells]
    fields = {label.field for label in form.labels if label.field not in ("other", "delegate")}
    whole = {label.field for label in form.labels if label.strength > FRAGMENT}
    if form.title is None:
        enough = len(fields) >= WITHOUT_TITLE and whole >= LICENSE_ONLY and bool(whole & FOUNDED)
        return PARTLY if enough and not _mentions(text, OTHER_PAPERS) else 0.0
    if _mentions(text, REGISTRY) or not whole:
        return 0.0
    if len(fields) >= MANY_LABELS:
        return SURE
    return PARTLY if len(fields) >= FEW_LABELS else FAINTLY


def _mentions(text: Sequence[str], words: Sequence[str]) -> bool:
    return any(word in line for line in text for word in words)


def _place(form: Form) -> Box | None:
    """The part of the page between title, labels and values: another document may lie on the rest of it."""
    cells = [cell for label in form.labels for cell in label.cells]
    cells += [cell for value in form.values.values() for cell in value.cells]
    if form.title:
        cells.append(form.title)
    hull = form.box(cells)
    if hull is None:
        return None
    left, top, right, bottom = hull
    return (max(0.0, left - MARGIN), max(0.0, top - MARGIN), min(1.0, right + MARGIN), min(1.0, bottom + MARGIN))


def _fields(form: Form) -> dict[str, FieldReading]:
    readings: dict[str, FieldReading | None] = {field: read_field(form, field) for field in PLAIN_FIELDS}
    readings["legal_rep"] = with_delegate(readings["legal_rep"], read_field(form, "delegate"))
    readings["issued_on"] = read_issue_date(form)
    code = read_code(form)
    if code is not None:
        readings[code[0]] = code[1]
    return {field: reading for field, reading in readings.items() if reading is not None}


def _traits(sheet: Sheet) -> tuple[Trait, ...]:
    text = ["".join(line.text.split()) for line in sheet.lines]
    traits: list[Trait] = []
    if any("副本" in line for line in text):
        traits.append("duplicate_copy")
    if any("电子营业执照" in line for line in text):
        traits.append("electronic_copy")
    return tuple(traits)
