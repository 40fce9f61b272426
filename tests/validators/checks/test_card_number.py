"""The table of ``card_number``."""

import pytest

from tests.validators.cases import ILLEGIBLE, Row, answer, case, front, sent
from validators.checks.card_number import CHECK

ROWS = (
    Row("adds up", case(sent(front())), "ok"),
    Row("check digit", case(sent(front(id_number="110199199003070114"))), "field.inconsistent/card_number"),
    Row("another birth date", case(sent(front(birth="1990-03-08"))), "field.inconsistent/card_number"),
    Row("another sex", case(sent(front(sex="女"))), "field.inconsistent/card_number"),
    Row("not read", case(sent(front(id_number=None))), "n/a"),
    Row("sex and birth not read", case(sent(front(sex=None, birth=ILLEGIBLE))), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_card_number(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
