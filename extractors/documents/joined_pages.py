"""Papers of several pages put together: a page that goes on with the paper on another one."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from extractors.documents.classify import RUNNING_ON
from extractors.documents.reader import Sheet
from extractors.documents.title import find_titles, headed_otherwise
from extractors.evidence import Box, Document, FieldReading, PageEvidence, Seal, TextLine
from extractors.text.fold import fold
from extractors.text.rows import rows_of

OnPage = tuple[PageEvidence, tuple[Document, ...]]
"""A page and the documents on it."""

_FULL_PAGE: Final = 0.72
"""A page that goes on in the next is written on down to this share of its height."""
_SHORT_END: Final = 12
"""Rows of print on a sheet that only ends a paper: the last of its sentences, the firm, the date."""
_FOOT: Final = 4
"""Rows at the end of a sheet among which a paper asks for its seal."""
_SEAL_HERE: Final = re.compile(r"盖\s*章|公\s*章|签\s*章|印\s*章")
_CLOSES: Final = re.compile(r"特\s*此|此\s*证|以\s*上\s*情\s*况\s*属\s*实")
"""Words that end a certificate or a statement."""
_ONE_NAME: Final = 0.5
"""Likeness (0..1, rapidfuzz ratio) below which two readings of a name or number are of two people or firms."""
_WHOSE: Final = frozenset({"employer_name", "employee_name", "employee_id", "principal", "name", "id_number", "uscc"})
"""Fields that say whose a paper is."""


class _Sheet(NamedTuple):
    """A document and the last page it lies on."""

    document: Document
    page: PageEvidence


def join_pages(seen: Sequence[OnPage]) -> tuple[Document, ...]:
    """The documents of a file in order. A page is part of the paper before it where page numbers say so (第 2 页 共 3 页), or
    where that paper ends unsigned and the next page, without a heading, signs it. Scanned in the other order, it is the same.
    """
    joined: list[_Sheet] = []
    before: PageEvidence | None = None
    for page, documents in seen:
        rest = rest_of(joined[-1].document, before, (page, documents)) if joined and before else None
        if rest is not None:
            joined[-1] = _Sheet(joined[-1].document.with_rest(rest), page)
        else:
            joined.extend(_Sheet(document, page) for document in documents)
        before = page
    return tuple(sheet.document for sheet in _turned_round(joined))


def _turned_round(sheets: Sequence[_Sheet]) -> list[_Sheet]:
    """The papers, those whose last page lies before the first one among them."""
    kept: list[_Sheet] = []
    for sheet in sheets:
        before = kept[-1] if kept else None
        alone = before is not None and before.page.number != sheet.page.number
        rest = rest_of(sheet.document, sheet.page, (before.page, (before.document,))) if before and alone else None
        if rest is not None:
            kept[-1] = _Sheet(sheet.document.with_rest(rest), sheet.page)
        else:
            kept.append(sheet)
    return kept


def rest_of(document: Document, before: PageEvidence, following: OnPage) -> Document | None:
    """What another page says of a document whose last page is ``before``; None where that page is something else.

    It has no heading and is no paper by itself. Page numbers tell, or the document ends open and the page closes it: with its
    seal or its date, after little else where the document does not fill its own page, and without naming other people.
    """
    page, documents = following
    if document.type not in RUNNING_ON or document.box is not None or len(documents) != 1:
        return None
    (part,) = documents
    numbered = _numbered_on(before, page)
    if not numbered and (bool(before.folio and page.folio) or not _may_close(document, before, page)):
        return None
    headed = _has_heading(document, page)
    if part.type == document.type:
        goes_on = numbered or (not headed and _closes(before, page, part) and not _told_anew(document, part))
    elif part.type != "unknown" or headed:
        return None
    else:
        part = part.model_copy(update={"fields": RUNNING_ON[document.type].read_on(_sheet(page, part.seals))})
        goes_on = numbered or _closes(before, page, part)
    return _as_rest(document, part) if goes_on and (numbered or not _of_others(document, part)) else None


def _as_rest(document: Document, part: Document) -> Document:
    fields = {
        name: field.model_copy(update={"doubts": tuple(dict.fromkeys((*field.doubts, "next_page")))})
        for name, field in part.fields.items()
    }
    return part.model_copy(update={"type": document.type, "fields": fields, "lacks": (), "title": ""})


def _numbered_on(before: PageEvidence, page: PageEvidence) -> bool:
    first, second = before.folio, page.folio
    return bool(first and second and first.count == second.count and second.number == first.number + 1)


def _has_heading(document: Document, page: PageEvidence) -> bool:
    rows = rows_of(page.printed, page.width_px, page.height_px)
    return bool(find_titles(rows)) or headed_otherwise(rows, document.type)


def _may_close(document: Document, before: PageEvidence, page: PageEvidence) -> bool:
    """Whether a document ends open, and a page after it, by its length alone, may be its end."""
    open_ended = not _place_for_date(document.fields) and not _asks_for_seal(before) and _is_short(page)
    return _ends_open(document, before) and (_fills(before) or open_ended)


def _closes(before: PageEvidence, page: PageEvidence, part: Document) -> bool:
    """Whether a page ends the document before it: by seal or date, and where the page before is not full by a second sign."""
    signs = bool(_signing(part.seals)), _dated(part.fields)
    words = _CLOSES.search(_text(page)) is not None
    return any(signs) and (_fills(before) or sum((*signs, words)) > 1)


def _fills(page: PageEvidence) -> bool:
    return max((line.box[3] for line in page.printed), default=0.0) >= _FULL_PAGE


def _ends_open(document: Document, page: PageEvidence) -> bool:
    """Whether a paper has no seal and no date yet, and no number says that this was all."""
    last = page.folio is not None and page.folio.number >= page.folio.count
    return not last and not _signing(document.seals) and not _dated(document.fields)


def _place_for_date(fields: Mapping[str, FieldReading]) -> bool:
    """Whether the place for the date is there, empty or not: such a sheet is a whole paper that nobody filled in."""
    return "issue_date" in fields


def _signing(seals: Sequence[Seal]) -> tuple[Seal, ...]:
    """The seals but for the strip across the edges of all sheets, which ends nothing."""
    return tuple(seal for seal in seals if seal.kind != "cross_page")


def _dated(fields: Mapping[str, FieldReading]) -> bool:
    return "issue_date" in fields and bool(fields["issue_date"].value)


def _is_short(page: PageEvidence) -> bool:
    return len(rows_of(page.printed, page.width_px, page.height_px)) <= _SHORT_END


def _asks_for_seal(page: PageEvidence) -> bool:
    """Whether the place for the seal is on the first sheet already, so that it is there that none stands."""
    foot = rows_of(page.printed, page.width_px, page.height_px)[-_FOOT:]
    return any(_SEAL_HERE.search("".join(item.line.text for item in row.placed)) for row in foot)


def _text(page: PageEvidence) -> str:
    return "\n".join(fold(line.text) for line in page.printed)


def _told_anew(document: Document, part: Document) -> bool:
    """Whether a page says again whom the paper is about: it is another one."""
    return any(_value(document, name) and _value(part, name) for name in ("employee_name", "employee_id", "name", "id_number"))


def _of_others(document: Document, part: Document) -> bool:
    """Whether a page names another person or firm than the document does."""
    named = ((_value(document, name), _value(part, name)) for name in _WHOSE)
    return any(one and other and fuzz.ratio(one, other) / 100 < _ONE_NAME for one, other in named)


def _value(document: Document, name: str) -> str:
    return document.fields[name].value if name in document.fields else ""


def _sheet(page: PageEvidence, seals: Sequence[Seal]) -> Sheet:
    """A page as a reader sees it: what could only be read in colour inside a seal is the seal's own text."""
    rings = [seal.box for seal in seals if seal.color != "black"]
    lines = tuple(line for line in page.printed if not (_may_be_ring(line) and any(_within(line.box, ring) for ring in rings)))
    return Sheet(page.number, page.width_px, page.height_px, lines, frames=page.cells)


def _may_be_ring(line: TextLine) -> bool:
    return line.source == "ocr" and not line.covered and not any(char.isdigit() for char in line.text)


def _within(box: Box, ring: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return ring[0] <= x <= ring[2] and ring[1] <= y <= ring[3]
