"""The table of ``proof_person``."""

import pytest

from tests.validators.cases import STRANGER, WORKER, Row, answer, case, front, paper, sent, told
from validators.checks.proof_person import CHECK

OWN = sent(front(WORKER), slot="employee_id")
SISTER = sent(paper("household_register", name="李思雨", id_number=STRANGER.number), name="hkb2.jpg")
WORKERS = told(employee_id=WORKER.number)
OLD = "32019919950112071X"

ROWS = (
    Row("no proof", case(OWN, declared=WORKERS), "n/a"),
    Row("the applicant's page", case(OWN, sent(paper("household_register")), declared=WORKERS), "ok"),
    Row("the sister's page", case(OWN, SISTER, declared=WORKERS), "match.person_id/paper"),
    Row("the sister's beside the applicant's", case(OWN, SISTER, sent(paper("household_register")), declared=WORKERS), "ok"),
    Row("nobody typed a number, the card has one", case(OWN, SISTER, declared=told(employee_id="")), "match.person_id/paper"),
    Row("a page without a number", case(OWN, sent(paper("household_register", id_number=None)), declared=WORKERS), "n/a"),
    Row(
        "the number before the correction",
        case(OWN, sent(paper("police_certificate", id_number=OLD)), declared=told(employee_id=WORKER.number, old_value=OLD)),
        "ok",
    ),
    Row(
        "the registration still has it",
        case(
            OWN,
            sent(paper("registration_proof", id_number=OLD)),
            sent(paper("police_certificate", id_number=OLD)),
            declared=WORKERS,
        ),
        "ok",
    ),
    Row(
        "another's registration where a name is to be corrected",
        case(OWN, sent(paper("registration_proof", id_number=STRANGER.number)), declared=told(corrected_item="姓名")),
        "match.person_id/paper",
    ),
    Row(
        "another number where the number is to be corrected",
        case(OWN, sent(paper("registration_proof", id_number=STRANGER.number)), declared=told(corrected_item="身份证号")),
        "n/a",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_proof_person(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
