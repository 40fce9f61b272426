"""The table of ``reason_unspecific``."""

import pytest

from tests.validators.cases import Row, answer, case, told
from validators.checks.reason_unspecific import CHECK

ROWS = (
    Row("a reason", case(), "n/a"),
    Row("other, unexplained", case(declared=told(reason="其他")), "scenario.reason_unspecific"),
    Row("other, explained", case(declared=told(reason="其他", reason_detail="重复登记")), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_reason_unspecific(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
