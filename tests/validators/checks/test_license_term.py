"""The table of ``license_term``."""

import pytest

from tests.validators.cases import Row, answer, case, license_, sent
from validators.checks.license_term import CHECK

ROWS = (
    Row("none printed", case(sent(license_())), "n/a"),
    Row("for ever", case(sent(license_(term_until="长期"))), "ok"),
    Row("last day", case(sent(license_(term_until="2024-06-10"))), "ok"),
    Row("over", case(sent(license_(term_until="2024-06-09"))), "field.expired/license"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_license_term(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
