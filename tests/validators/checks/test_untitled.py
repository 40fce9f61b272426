"""The table of ``untitled``."""

import pytest

from extractors.evidence import Document
from tests.validators.cases import Row, answer, back, case, certificate, front, license_, sent, whole_case
from validators.checks.untitled import CHECK

_BARE: Document = certificate().model_copy(update={"confidence": 0.75, "title": ""})

ROWS = (
    Row("all headed", whole_case(), "ok"),
    Row("the certificate has no heading", case(sent(license_(), front(), back(), _BARE)), "doc.unrecognized/untitled"),
    Row("one without beside one with a heading", case(sent(license_(), front(), back(), certificate(), _BARE)), "ok"),
    Row("nothing brought", case(), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_untitled(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
