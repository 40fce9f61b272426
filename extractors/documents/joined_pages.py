"""Papers of several pages put together: the pages of a file that go on with the paper before them."""

from collections.abc import Mapping, Sequence
from typing import Final

from extractors.documents.classify import RUNNING_ON
from extractors.documents.reader import Sheet
from extractors.documents.title import find_titles, headed_otherwise
from extractors.evidence import Document, FieldReading, PageEvidence
from extractors.text.rows import rows_of

OnPage = tuple[PageEvidence, tuple[Document, ...]]
"""A page and the documents on it."""

_AT_THE_END: Final = frozenset({"issue_date"})
"""What stands below a paper's last words, whatever an earlier page seems to say."""
_EARLIEST: Final = frozenset({"first_month"})
_LATEST: Final = frozenset({"last_month"})
_FULL_PAGE: Final = 0.72
"""A page that goes on in the next is written on down to this share of its height."""


def join_pages(seen: Sequence[OnPage]) -> tuple[Document, ...]:
    """The documents of a file in order. A page is part of the paper before it where page numbers say so (第 2 页 共 3 页), or
    where that paper ends unsigned at its page's foot and the next page, without a heading, signs it.
    """
    joined: list[Document] = []
    before: PageEvidence | None = None
    for page, documents in seen:
        rest = _rest(joined[-1], before, (page, documents)) if joined and before else None
        if rest is not None:
            joined[-1] = rest
        else:
            joined.extend(documents)
        before = page
    return tuple(joined)


def _rest(document: Document, before: PageEvidence, following: OnPage) -> Document | None:
    """The document with the page that follows, or None where that page is something else."""
    page, documents = following
    if document.type not in RUNNING_ON or document.box is not None or len(documents) != 1:
        return None
    (part,) = documents
    if part.type == document.type and _numbered_on(before, page):
        return _with(document, part, part.fields)
    if part.type != "unknown" or _has_heading(document, page):
        return None
    read = RUNNING_ON[document.type].read_on(_sheet(page))
    if _numbered_on(before, page) or (_ends_open(document, before) and (part.seals or _dated(read))):
        return _with(document, part, read)
    return None


def _numbered_on(before: PageEvidence, page: PageEvidence) -> bool:
    first, second = before.folio, page.folio
    return bool(first and second and first.count == second.count and second.number == first.number + 1)


def _has_heading(document: Document, page: PageEvidence) -> bool:
    rows = rows_of(page.printed, page.width_px, page.height_px)
    return bool(find_titles(rows)) or headed_otherwise(rows, document.type)


def _ends_open(document: Document, page: PageEvidence) -> bool:
    """Whether a paper ends at its page's foot without seal and date, and no number says that this was all."""
    lowest = max((line.box[3] for line in page.printed), default=0.0)
    return not document.seals and not _dated(document.fields) and page.folio is None and lowest >= _FULL_PAGE


def _dated(fields: Mapping[str, FieldReading]) -> bool:
    return "issue_date" in fields and bool(fields["issue_date"].value)


def _sheet(page: PageEvidence) -> Sheet:
    return Sheet(page.number, page.width_px, page.height_px, page.printed, frames=page.cells)


def _with(document: Document, part: Document, read: Mapping[str, FieldReading]) -> Document:
    fields = dict(document.fields)
    for name, field in read.items():
        if field.value and (name not in fields or _tells_more(name, field, fields[name])):
            fields[name] = field.model_copy(update={"doubts": (*field.doubts, "next_page")})
    return document.model_copy(
        update={
            "pages": (*document.pages, *part.pages),
            "fields": fields,
            "lacks": (),
            "seals": (*document.seals, *part.seals),
            "signatures": (*document.signatures, *part.signatures),
        }
    )


def _tells_more(name: str, field: FieldReading, known: FieldReading) -> bool:
    if not known.value or name in _AT_THE_END:
        return True
    return (name in _EARLIEST and field.value < known.value) or (name in _LATEST and field.value > known.value)
