"""The table of ``typed_numbers``."""

import pytest

from tests.validators.cases import NOTHING_TOLD, Row, answer, case, told
from validators.checks.typed_numbers import CHECK

ROWS = (
    Row("right", case(declared=told("agent")), "ok"),
    Row("not given", case(declared=NOTHING_TOLD), "n/a"),
    Row("check digit", case(declared=told(employee_id="110199199003070114")), "field.bad_checksum"),
    Row("30 February", case(declared=told(employee_id="110199199002300116")), "field.bad_checksum"),
    Row("agent's", case(declared=told("agent", agent_id="110199199003070114")), "field.bad_checksum"),
    Row("15 digits", case(declared=told(employee_id="110199900307011")), "field.bad_checksum"),
    Row("a digit too few", case(declared=told(employee_id="11019919900307011")), "field.bad_checksum"),
    Row("no number of any paper", case(declared=told(employee_id="ABC-1")), "field.bad_checksum?"),
    Row("passport", case(declared=told(employee_id="E12345678")), "ok"),
    Row("Hong Kong permit", case(declared=told(employee_id="H03123456")), "ok"),
    Row("Macao permit with the count of its renewals", case(declared=told(employee_id="M0312345602")), "ok"),
    Row("Hong Kong permit that lacks digits", case(declared=told(employee_id="H031234")), "field.bad_checksum?"),
    Row("Taiwan permit", case(declared=told(employee_id="01234567")), "ok"),
    Row("five-star card of before 2023", case(declared=told(employee_id="USA110081080310")), "ok"),
    Row("Hong Kong residence permit", case(declared=told(employee_id="810000189912310152")), "ok"),
    Row("foreigner's permanent residence", case(declared=told(employee_id="944103189912310272")), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_typed_numbers(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
