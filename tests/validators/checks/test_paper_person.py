"""The table of ``paper_person``."""

import pytest

from tests.validators.cases import STRANGER, WORKER, Row, answer, asked, case, front, paper, sent, whole_case
from validators.checks.paper_person import CHECK

AGREEMENT = asked("termination_agreement")
ROWS = (
    Row("nothing", whole_case(), "n/a"),
    Row("the worker's", case(sent(paper("termination_agreement"))), "ok", asked=AGREEMENT),
    Row("against the card", case(sent(front(WORKER)), sent(paper("ruling"))), "ok", asked=asked("ruling")),
    Row(
        "another person's",
        case(sent(paper("termination_agreement", employee_name=STRANGER.name, employee_id=STRANGER.number))),
        "match.person_id/paper match.person_name/paper",
        asked=AGREEMENT,
    ),
    Row(
        "a ruling for another person",
        case(sent(paper("ruling", employee_name=STRANGER.name))),
        "match.person_name/paper",
        asked=asked("ruling"),
    ),
    Row(
        "one character off",
        case(sent(paper("ruling", employee_name="李思汉"))),
        "match.person_name/paper?",
        asked=asked("ruling"),
    ),
    Row(
        "not asked for",
        case(sent(paper("personal_statement", name=STRANGER.name, id_number=None))),
        "match.person_name/paper?",
        asked=AGREEMENT,
    ),
    Row(
        "another one serves",
        case(sent(paper("termination_agreement")), sent(paper("ruling", employee_name=STRANGER.name))),
        "match.person_name/paper?",
        asked=asked("termination_agreement", "ruling"),
    ),
    Row(
        "both are needed",
        case(
            sent(paper("contribution_record")),
            sent(paper("contribution_record", name=STRANGER.name, id_number=STRANGER.number), name="2.pdf"),
        ),
        "match.person_id/paper match.person_name/paper",
        asked=asked("contribution_record", count=2),
    ),
    Row(
        "several people on an application",
        case(sent(paper("withdrawal_application", employee_name=f"{WORKER.name}、{STRANGER.name}"))),
        "n/a",
        asked=asked("withdrawal_application"),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_paper_person(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
