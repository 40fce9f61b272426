"""The table of ``pages_complete``."""

import pytest

from extractors.evidence import Folio, PageEvidence
from tests.validators.cases import Row, answer, case, certificate, license_, on_page, page, sent, unknown
from validators.checks.pages_complete import CHECK


def numbered(at: int, number: int, count: int) -> PageEvidence:
    """A page of a file that says which of how many it is."""
    return page(at).model_copy(update={"folio": Folio(number=number, count=count)})


FIRST = numbered(1, 1, 2)
WHOLE = sent(certificate().model_copy(update={"pages": (1, 2)}), pages=2, shown=(FIRST, numbered(2, 2, 2)))
ROWS = (
    Row("no page numbers", case(sent(certificate())), "n/a"),
    Row("both pages in one file", case(WHOLE), "ok"),
    Row("a page of one", case(sent(certificate(), shown=(numbered(1, 1, 1),))), "ok"),
    Row("the second page is missing", case(sent(certificate(), shown=(FIRST,))), "doc.page_missing"),
    Row("the first page is missing", case(sent(certificate(), shown=(numbered(1, 2, 2),))), "doc.page_missing"),
    Row(
        "each page is a file",
        case(sent(certificate(), name="1.jpg", shown=(FIRST,)), sent(unknown(), name="2.jpg", shown=(numbered(1, 2, 2),))),
        "ok",
    ),
    Row(
        "a page that nobody recognised may be it",
        case(sent(certificate(), name="1.jpg", shown=(FIRST,)), sent(unknown(), name="2.jpg")),
        "doc.page_missing?",
    ),
    Row("a paper nobody asked for", case(sent(unknown(), shown=(numbered(1, 2, 8),))), "n/a"),
    Row(
        "told once for each paper",
        case(sent(certificate(), name="1.jpg", shown=(FIRST,)), sent(license_(), on_page(certificate(), 2), name="2.jpg")),
        "doc.page_missing",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_pages_complete(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
