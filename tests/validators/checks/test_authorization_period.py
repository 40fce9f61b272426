"""The table of ``authorization_period``."""

import pytest

from tests.validators.cases import Row, answer, case, letter, sent, with_traits
from validators.checks.authorization_period import CHECK

ROWS = (
    Row("in force", case(sent(letter())), "ok"),
    Row("no letter", case(), "n/a"),
    Row("last day", case(sent(letter(valid_until="2024-06-10"))), "ok"),
    Row("over", case(sent(letter(valid_until="2024-06-09"))), "field.expired/authorization"),
    Row("given tomorrow", case(sent(letter(issue_date="2024-06-11"))), "field.expired/authorization"),
    Row("until done", case(sent(with_traits(letter(valid_until=None), "until_done"))), "ok"),
    Row("no period", case(sent(letter(valid_until=None))), "field.missing/authorization_period"),
    Row("no period and old", case(sent(letter(valid_until=None, issue_date="2023-06-01"))), "field.expired/authorization_old"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_authorization_period(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
