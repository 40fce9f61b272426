"""The table of ``license_qr``."""

import pytest

from tests.validators.cases import CODE, OTHER_CODE, Row, answer, case, license_, sent
from validators.checks.license_qr import CHECK

ROWS = (
    Row("the same", case(sent(license_(qr_uscc=CODE))), "ok"),
    Row("no QR code, or none with a credit code", case(sent(license_())), "n/a"),
    Row("another firm's", case(sent(license_(qr_uscc=OTHER_CODE))), "field.inconsistent/license_qr"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_license_qr(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
