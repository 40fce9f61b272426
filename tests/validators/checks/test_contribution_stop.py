"""The table of ``contribution_stop``."""

import pytest

from tests.validators.cases import OTHER_FIRM, STRANGER, Row, answer, asked, case, certificate, paper, sent, whole_case
from validators.checks.contribution_stop import CHECK

STOP = asked("contribution_stop_proof")
ROWS = (
    Row("no proof", whole_case(), "n/a"),
    Row("stopped", case(sent(paper("contribution_stop_proof"))), "ok", asked=STOP),
    Row(
        "another person's",
        case(sent(paper("contribution_stop_proof", name=STRANGER.name, id_number=STRANGER.number))),
        "match.contribution_stop",
        asked=STOP,
    ),
    Row(
        "one character off",
        case(sent(paper("contribution_stop_proof", name="李思汉", id_number=None))),
        "match.contribution_stop?",
        asked=STOP,
    ),
    Row(
        "still paid",
        case(sent(paper("contribution_stop_proof", status="正常缴费", stop_month=None))),
        "match.contribution_stop/paying",
        asked=STOP,
    ),
    Row(
        "still paid, yet with a month",
        case(sent(paper("contribution_stop_proof", status="正常缴费"))),
        "match.contribution_stop/paying?",
        asked=STOP,
    ),
    Row("stopped, in other words", case(sent(paper("contribution_stop_proof", status="暂停缴费(正常)"))), "ok", asked=STOP),
    Row("no word of it", case(sent(paper("contribution_stop_proof", status=None))), "ok", asked=STOP),
    Row(
        "still paid, but not needed",
        case(sent(certificate()), sent(paper("contribution_stop_proof", status="正常缴费", stop_month=None))),
        "match.contribution_stop/paying?",
        asked=asked("termination_certificate", "contribution_stop_proof"),
    ),
    Row("a record that ended", case(sent(paper("contribution_record"))), "ok"),
    Row(
        "a record that goes on",
        case(sent(paper("contribution_record", last_month="2024-06"))),
        "match.contribution_stop/record",
    ),
    Row(
        "a record of a new employer",
        case(sent(paper("contribution_record", last_month="2024-06", employer_name=OTHER_FIRM))),
        "n/a",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_contribution_stop(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
