"""The table of ``impossible_dates``."""

import pytest

from extractors.evidence import FieldReading
from tests.validators.cases import Row, answer, back, case, certificate, letter, sent, unknown, whole_case
from validators.checks.impossible_dates import CHECK


def off(raw: str, confidence: float = 0.99) -> FieldReading:
    """A day that no calendar has, as it is read."""
    return FieldReading(value="", raw=raw, confidence=confidence, page=1, state="illegible", doubts=("off_calendar",))


ROWS = (
    Row("all real", whole_case("agent"), "ok"),
    Row("30 February", case(sent(certificate(separation_date=off("2024年2月30日")))), "date.invalid"),
    Row("year of two digits", case(sent(certificate(issue_date=off("24年6月3日")))), "date.invalid"),
    Row("not sure", case(sent(certificate(separation_date=off("2024年2月30日", 0.93)))), "date.invalid?"),
    Row("on a card it is a misreading", case(sent(back(valid_until=off("2042.02.30")))), "date.invalid?"),
    Row("until done", case(sent(letter(valid_until="办理完毕止"))), "ok"),
    Row("nothing dated", case(sent(unknown())), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_impossible_dates(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
