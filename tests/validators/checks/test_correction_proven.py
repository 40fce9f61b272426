"""The table of ``correction_proven``."""

import pytest

from tests.validators.cases import STRANGER, WORKER, Row, answer, case, front, paper, sent, told
from validators.checks.correction_proven import CHECK

NAME, NUMBER = (
    told(corrected_item="姓名", new_value=WORKER.name),
    told(corrected_item="身份证号", new_value=WORKER.number),
)
POLICE = sent(paper("police_certificate"))
ROWS = (
    Row("no paper", case(declared=NAME), "n/a"),
    Row("nothing to correct to", case(POLICE, declared=told()), "n/a"),
    Row("on the police's paper", case(POLICE, declared=NAME), "ok"),
    Row("in the register", case(sent(paper("household_register")), declared=NAME), "ok"),
    Row("as the card has it", case(sent(front(WORKER)), POLICE, declared=told(corrected_item="姓名")), "ok"),
    Row("another name", case(sent(paper("police_certificate", new_value="周大川")), declared=NAME), "field.unproven_change"),
    Row(
        "one character off",
        case(sent(paper("police_certificate", new_value="李思汉")), declared=NAME),
        "field.unproven_change?",
    ),
    Row("not read", case(sent(paper("police_certificate", new_value=None)), declared=NAME), "field.unproven_change?"),
    Row(
        "another number",
        case(sent(paper("household_register", id_number=STRANGER.number)), declared=NUMBER),
        "field.unproven_change",
    ),
    Row(
        "a number one digit off",
        case(sent(paper("household_register", id_number="320199199501120088")), declared=NUMBER),
        "field.unproven_change?",
    ),
    Row(
        "another birthday",
        case(
            sent(paper("household_register", birth="1996-01-12")),
            declared=told(corrected_item="出生日期", new_value="1995-01-12"),
        ),
        "field.unproven_change",
    ),
    Row("nobody says what", case(sent(paper("household_register")), declared=told(new_value="某某")), "field.unproven_change?"),
    Row(
        "nobody says what, but it is there", case(sent(paper("household_register")), declared=told(new_value=WORKER.name)), "ok"
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_correction_proven(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
