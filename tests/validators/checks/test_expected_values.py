"""The table of ``expected_values``."""

import pytest

from extractors.evidence import TextLine
from tests.validators.cases import Row, answer, case, certificate, page, sent, told, unknown, whole_case
from validators.checks.expected_values import CHECK
from validators.expected import with_expected

LINE = TextLine(quad=((0.1, 0.5), (0.9, 0.5), (0.9, 0.52), (0.1, 0.52)), text="兹有李思涵在我公司工作", score=0.97)
NAMELESS = sent(certificate(employee_name=None), shown=(page().model_copy(update={"lines": (LINE,)}),))
ROWS = (
    Row("all read", whole_case(), "ok"),
    Row("the typed name stands there", with_expected(case(NAMELESS)), "field.illegible/expected"),
    Row("another name was typed", with_expected(case(NAMELESS, declared=told(employee_name="王小明"))), "ok"),
    Row("nothing to read", case(sent(unknown())), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_expected_values(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
