"""The table of ``registration``."""

import pytest

from tests.validators.cases import ASKED, STRANGER, Row, answer, case, paper, sent, told, whole_case
from validators.case import DeclaredPerson
from validators.checks.registration import CHECK
from validators.requirements import Requirement

PROOF, NUMBERED = sent(paper("registration_proof")), told(registration_id="1101992024000123")
ASKED_FOR = (*ASKED, Requirement(slot="registration_proof", any_of=("registration_proof",)))
OTHERS = sent(paper("registration_proof", name=STRANGER.name, id_number=STRANGER.number), name="other.jpg")
LISTED = told().model_copy(update={"employees": (DeclaredPerson(name=STRANGER.name, id_number=STRANGER.number),)})
ROWS = (
    Row("no proof", whole_case(), "n/a"),
    Row("the same", case(PROOF, declared=NUMBERED), "ok"),
    Row("nothing typed", case(PROOF), "ok"),
    Row("written with dashes", case(PROOF, declared=told(registration_id="110199-2024-000123")), "ok"),
    Row(
        "another number", case(PROOF, declared=told(registration_id="4403992023000777")), "match.registration", asked=ASKED_FOR
    ),
    Row("one digit off", case(PROOF, declared=told(registration_id="1101992024000128")), "match.registration?"),
    Row(
        "the application's number",
        case(PROOF, sent(paper("withdrawal_application", registration_id="4403992023000777"))),
        "match.registration/application",
        asked=ASKED_FOR,
    ),
    Row(
        "another person's",
        case(sent(paper("registration_proof", name=STRANGER.name, id_number=STRANGER.number))),
        "match.registration/person",
        asked=ASKED_FOR,
    ),
    Row("another person's, where nobody asked for it", case(OTHERS), "match.registration/person?"),
    Row("another person's beside one's own", case(PROOF, OTHERS), "match.registration/person?", asked=ASKED_FOR),
    Row("somebody's who is listed", case(PROOF, OTHERS, declared=LISTED), "ok", asked=ASKED_FOR),
    Row("words before the number", case(PROOF, declared=told(registration_id="编号：1101992024000123")), "ok"),
    Row("No. before the number", case(PROOF, declared=told(registration_id="No.1101992024000123")), "ok"),
    Row(
        "another person's name, where names are corrected",
        case(sent(paper("registration_proof", name=STRANGER.name, id_number=STRANGER.number)), declared=NUMBERED),
        "ok",
        {"people": False},
    ),
    Row("one character off", case(sent(paper("registration_proof", name="李思汉"))), "match.registration/person?"),
    Row("the same city", case(PROOF, declared=told(registered_in="云上市")), "ok"),
    Row("another city", case(PROOF, declared=told(registered_in="远山市")), "match.registration/city", asked=ASKED_FOR),
    Row("a district", case(PROOF, declared=told(registered_in="山前区")), "match.registration/city?", asked=ASKED_FOR),
    Row(
        "another city, by the region alone",
        case(sent(paper("registration_proof", authority=None)), declared=told(registered_in="远山市")),
        "match.registration/city?",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_registration(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
