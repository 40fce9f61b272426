"""The table of ``employer_refuses``."""

import pytest

from tests.validators.cases import Row, answer, case, told
from validators.checks.employer_refuses import CHECK

ROWS = (
    Row("does not", case(), "n/a"),
    Row("does", case(declared=told(reason="其他", reason_detail="公司拒绝开具离职证明")), "scenario.advice"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_employer_refuses(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
