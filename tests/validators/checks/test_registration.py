"""The table of ``registration``."""

import pytest

from tests.validators.cases import STRANGER, Row, answer, case, paper, sent, told, whole_case
from validators.checks.registration import CHECK

PROOF, NUMBERED = sent(paper("registration_proof")), told(registration_id="1101992024000123")
ROWS = (
    Row("no proof", whole_case(), "n/a"),
    Row("the same", case(PROOF, declared=NUMBERED), "ok"),
    Row("nothing typed", case(PROOF), "ok"),
    Row("written with dashes", case(PROOF, declared=told(registration_id="110199-2024-000123")), "ok"),
    Row("another number", case(PROOF, declared=told(registration_id="4403992023000777")), "match.registration"),
    Row("one digit off", case(PROOF, declared=told(registration_id="1101992024000128")), "match.registration?"),
    Row(
        "the application's number",
        case(PROOF, sent(paper("withdrawal_application", registration_id="4403992023000777"))),
        "match.registration/application",
    ),
    Row(
        "another person's",
        case(sent(paper("registration_proof", name=STRANGER.name, id_number=STRANGER.number))),
        "match.registration/person",
    ),
    Row(
        "another person's name, where names are corrected",
        case(sent(paper("registration_proof", name=STRANGER.name, id_number=STRANGER.number)), declared=NUMBERED),
        "ok",
        {"people": False},
    ),
    Row("one character off", case(sent(paper("registration_proof", name="李思汉"))), "match.registration/person?"),
    Row("the same city", case(PROOF, declared=told(registered_in="云上市")), "ok"),
    Row("another city", case(PROOF, declared=told(registered_in="远山市")), "match.registration/city"),
    Row(
        "another city, by the region alone",
        case(sent(paper("registration_proof", authority=None)), declared=told(registered_in="远山市")),
        "match.registration/city?",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_registration(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
