"""The table of ``correction_link``."""

import pytest

from tests.validators.cases import AGENT, BLANK, STRANGER, WORKER, Row, answer, case, paper, sent, told, whole_case
from validators.checks.correction_link import CHECK

ROWS = (
    Row("no paper", whole_case(), "n/a"),
    Row("both values", case(sent(paper("police_certificate"))), "ok"),
    Row("no old value", case(sent(paper("police_certificate", old_value=None))), "field.unproven_change/link"),
    Row("no new value", case(sent(paper("police_certificate", new_value=BLANK))), "field.unproven_change/link"),
    Row("the register alone shows one", case(sent(paper("household_register"))), "n/a"),
    Row(
        "the registration's old value",
        case(sent(paper("police_certificate")), sent(paper("registration_proof", name="李思函"))),
        "ok",
    ),
    Row(
        "another old value",
        case(sent(paper("police_certificate")), sent(paper("registration_proof", name=STRANGER.name))),
        "field.unproven_change/old",
    ),
    Row(
        "another number than typed",
        case(
            sent(paper("police_certificate", old_value=STRANGER.number, new_value=WORKER.number)),
            declared=told(corrected_item="身份证号", old_value=AGENT.number, new_value=WORKER.number),
        ),
        "field.unproven_change/old",
    ),
    Row(
        "another than typed",
        case(sent(paper("police_certificate")), declared=told(old_value=STRANGER.name)),
        "field.unproven_change/old",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_correction_link(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
