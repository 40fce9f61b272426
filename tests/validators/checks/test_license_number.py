"""The table of ``license_number``."""

import pytest

from tests.validators.cases import CODE, Row, answer, case, license_, reading, sent
from validators.checks.license_number import CHECK

ROWS = (
    Row("passes", case(sent(license_(uscc=reading(CODE, checksum_ok=True)))), "ok"),
    Row("fails", case(sent(license_(uscc=reading(CODE[:-1] + "H", checksum_ok=False)))), "field.bad_checksum/license"),
    Row("not read", case(sent(license_(uscc=None))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_license_number(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
