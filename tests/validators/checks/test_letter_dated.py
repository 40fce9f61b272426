"""The table of ``letter_dated``."""

import pytest

from tests.validators.cases import BLANK, Row, answer, case, certificate, lacking, letter, reading, sent, told
from validators.checks.letter_dated import CHECK

ROWS = (
    Row("in full", case(sent(letter())), "ok"),
    Row("no letter", case(sent(certificate(issue_date=BLANK))), "n/a"),
    Row("left blank", case(sent(letter(issue_date=BLANK))), "date.missing/letter"),
    Row("no date anywhere", case(sent(lacking(letter(), "issue_date"))), "date.missing/letter"),
    Row("not seen", case(sent(letter(issue_date=None))), "date.missing/letter?"),
    Row("no day", case(sent(letter(issue_date=reading("2024-06", state="incomplete")))), "date.incomplete/letter"),
    Row("a pen's, unread", case(sent(letter(issue_date=reading("", state="illegible")))), "ok"),
    Row(
        "another person's beside it, left blank",
        case(sent(letter(agent_name="周大川", agent_id=None, issue_date=BLANK)), sent(letter()), declared=told("agent")),
        "ok",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_letter_dated(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
