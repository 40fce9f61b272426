"""The table of ``closed_employer``."""

import pytest

from tests.validators.cases import Row, answer, case, told
from validators.checks.closed_employer import CHECK

ROWS = (
    Row("open", case(), "n/a"),
    Row("closed", case(declared=told(reason="单位注销")), "scenario.offline_only"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_closed_employer(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
