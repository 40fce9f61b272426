"""The table of ``applicant_known``."""

import pytest

from tests.validators.cases import AGENT, STRANGER, WORKER, Row, answer, case, front, letter, sent, told, whole_case
from validators.case import Declared
from validators.checks.applicant_known import CHECK

ROWS = (
    Row("nobody told", whole_case(), "n/a"),
    Row("the worker", case(declared=told(applicant_name=WORKER.name)), "ok"),
    Row("the agent of the letter", case(sent(letter()), declared=told(applicant_name=AGENT.name)), "ok"),
    Row("an heir with a card", case(sent(front(STRANGER), slot="heir_id"), declared=told(applicant_name=STRANGER.name)), "ok"),
    Row("by the number alone", case(declared=told(applicant_id=WORKER.number)), "ok"),
    Row(
        "somebody else",
        case(declared=told(applicant_name=STRANGER.name, applicant_id=STRANGER.number)),
        "match.applicant/other",
    ),
    Row("one character off", case(declared=told(applicant_name="李思汉")), "match.applicant/other?"),
    Row("nobody to compare with", case(declared=Declared(applicant_name=STRANGER.name)), "match.applicant/other?"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_applicant_known(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
