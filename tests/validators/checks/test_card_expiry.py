"""The table of ``card_expiry``."""

import pytest

from tests.validators.cases import Row, answer, back, case, sent
from validators.checks.card_expiry import CHECK

ROWS = (
    Row("in force", case(sent(back())), "ok"),
    Row("for ever", case(sent(back(valid_until="长期"))), "ok"),
    Row("last day", case(sent(back(valid_until="2024-06-10"))), "field.expired/card_soon"),
    Row("yesterday", case(sent(back(valid_until="2024-06-09"))), "field.expired"),
    Row("30 days left", case(sent(back(valid_until="2024-07-10"))), "ok"),
    Row("not yet", case(sent(back(valid_from="2024-06-11", valid_until="2044-06-11"))), "field.expired/card_early"),
    Row("not read", case(sent(back(valid_from=None, valid_until=None))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_card_expiry(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
