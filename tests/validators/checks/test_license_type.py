"""The table of ``license_type``."""

import pytest

from tests.validators.cases import Row, answer, case, license_, sent
from validators.checks.license_type import CHECK

ROWS = (
    Row("company", case(sent(license_())), "ok"),
    Row("individual business", case(sent(license_(type="个体工商户", uscc="92330106PDY000271C"))), "ok"),
    Row("individual business with a company's code", case(sent(license_(type="个体工商户"))), "field.inconsistent/license"),
    Row("company with an individual's code", case(sent(license_(uscc="92330106PDY000271C"))), "field.inconsistent/license"),
    Row("cooperative", case(sent(license_(type="农民专业合作社", uscc="93510104PDY003106R"))), "ok"),
    Row("type not read", case(sent(license_(type=None))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_license_type(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
