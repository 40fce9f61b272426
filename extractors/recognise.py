"""Sheets to documents: what each page shows, with its values, marks and measures. No pixel is needed for it.

What this imports is in the key of documents (:mod:`extractors.keys`).
"""

from typing import Final

from extractors.documents.classify import find_documents
from extractors.documents.closer import with_closer
from extractors.documents.joined_pages import OnPage, join_pages
from extractors.documents.license_qr import with_qr_code
from extractors.documents.reader import Sheet
from extractors.evidence import Document, Doubt, FieldReading, FileEvidence, PageEvidence
from extractors.looks import Pixels, RememberedPixels
from extractors.marks.assign import with_marks
from extractors.marks.electronic_seals import with_electronic_seals
from extractors.placed_back import Placement, codes_on_page, document_on_page, together, with_lines_of
from extractors.sheets import FileSheets, SheetEvidence
from extractors.text.folios import find_folio
from extractors.text.rows import rows_of

_PRINTED_WHOLE: Final = frozenset({"id_card", "business_license"})
"""What offices print whole: no pen fills it in, and the labels of a card are blue."""


def evidence_of(file: FileSheets) -> FileEvidence:
    """All that was seen in a file, from its sheets."""
    seen = [documents_on(sheet) for sheet in file.sheets]
    return FileEvidence(
        sha256=file.sha256,
        size_bytes=file.size_bytes,
        format=file.format,
        page_count=file.page_count,
        problems=file.problems,
        pages=tuple(page for page, _ in seen),
        documents=with_electronic_seals(join_pages(seen), file.digital_signatures),
        digital_signatures=file.digital_signatures,
        origin=file.origin,
        extractor=file.engine,
    )


def documents_on(sheet: SheetEvidence) -> OnPage:
    """A page as it is shown and the documents on it, those of its views where they were read better there."""
    if sheet.parted:
        return together(sheet.page, [(Placement(view), documents_on(view.sheet)) for view in sheet.views])
    seen = with_folio(sheet.page), recognise(sheet, RememberedPixels(sheet))
    for view in sheet.views:
        seen = bettered(seen, Placement(view), documents_on(view.sheet))
    return seen


def with_folio(page: PageEvidence) -> PageEvidence:
    """A page with which of how many it says it is."""
    return page.model_copy(update={"folio": find_folio(rows_of(page.printed, page.width_px, page.height_px))})


def bettered(seen: OnPage, placement: Placement, closer: OnPage) -> OnPage:
    """What was seen on a page, or what a view of a part of it shows better."""
    page, documents = seen
    part, found = closer
    better = with_closer(documents, [document_on_page(document, placement) for document in found])
    if better is None:
        return seen
    known = {code.text for code in page.codes}
    codes = [code for code in codes_on_page(part, placement) if code.text not in known]
    lines = with_lines_of(page, part, placement)
    return page.model_copy(update={"lines": lines, "codes": (*page.codes, *codes)}), better


def recognise(sheet: SheetEvidence, pixels: Pixels) -> tuple[Document, ...]:
    """The documents on one sheet, its views aside. Where a value is in doubt, ``pixels`` are asked to look again."""
    page = sheet.page
    lines = tuple(page.lines[at] for at in sheet.print_lines)
    looks = pixels.look_again, pixels.read_strip
    paper = Sheet(page.number, page.width_px, page.height_px, lines, *looks, page.cells, lambda box: pixels.measure(box).bare)
    documents = with_marks(find_documents(paper), sheet.seals, sheet.signatures)
    if not sheet.digital:
        documents = tuple(_measured(document, pixels) for document in documents)
    return tuple(with_qr_code(document, page.codes) for document in documents)


def _measured(document: Document, pixels: Pixels) -> Document:
    printed = document.type in _PRINTED_WHOLE
    fields = {name: _with_measure(field, pixels, printed=printed) for name, field in document.fields.items()}
    return document.model_copy(update={"fields": fields})


def _with_measure(field: FieldReading, pixels: Pixels, *, printed: bool) -> FieldReading:
    """The value with what its ink is like; what a pen wrote, or may have, is in doubt: an 11 was read as 1 at 0.98."""
    if field.box is None or field.state == "blank":
        return field
    measure = pixels.measure(field.box)
    field = field.model_copy(update={"legibility": measure.legibility})
    if printed or not (field.value or field.raw) or not (measure.by_pen or measure.ruled):
        return field
    doubt: Doubt = "handwritten" if measure.by_pen else "on_a_rule"
    return field.model_copy(update={"handwritten": measure.by_pen, "doubts": (*field.doubts, doubt)})
