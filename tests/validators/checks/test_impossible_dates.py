"""The table of ``impossible_dates``."""

import pytest

from tests.validators.cases import Row, answer, back, case, certificate, letter, reading, sent, unknown, whole_case
from validators.checks.impossible_dates import CHECK

ROWS = (
    Row("all real", whole_case("agent"), "ok"),
    Row("30 February", case(sent(certificate(separation_date="2024-02-30"))), "date.invalid"),
    Row("year of two digits", case(sent(certificate(issue_date="24-06-03"))), "date.invalid"),
    Row("not sure", case(sent(certificate(separation_date=reading("2024-02-30", 0.93)))), "date.invalid?"),
    Row("on a card it is a misreading", case(sent(back(valid_until="2042-02-30"))), "date.invalid?"),
    Row("until done", case(sent(letter(valid_until="办理完毕止"))), "ok"),
    Row("nothing dated", case(sent(unknown())), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_impossible_dates(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
