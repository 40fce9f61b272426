"""The table of ``kinship``."""

import pytest

from tests.validators.cases import AGENT, STRANGER, WORKER, Row, answer, case, front, paper, sent, told, whole_case
from validators.checks.kinship import CHECK

HEIR = told(applicant_name=AGENT.name, applicant_id=AGENT.number)
HEIRS_CARD, PROOF = sent(front(AGENT), slot="heir_id"), sent(paper("kinship_proof"))
REVERSED = sent(
    paper("kinship_proof", name=AGENT.name, id_number=AGENT.number, relative=WORKER.name, relative_id=WORKER.number)
)
ROWS = (
    Row("no proof", whole_case(), "n/a"),
    Row("both are named", case(HEIRS_CARD, PROOF, declared=HEIR), "ok"),
    Row("the other way round", case(HEIRS_CARD, REVERSED, declared=HEIR), "ok"),
    Row(
        "another heir",
        case(HEIRS_CARD, sent(paper("kinship_proof", relative=STRANGER.name, relative_id=STRANGER.number)), declared=HEIR),
        "match.applicant/heir",
    ),
    Row(
        "another deceased",
        case(HEIRS_CARD, sent(paper("kinship_proof", name=STRANGER.name, id_number=STRANGER.number)), declared=HEIR),
        "match.applicant/heir",
    ),
    Row(
        "one character off",
        case(HEIRS_CARD, sent(paper("kinship_proof", relative="孙晓云", relative_id=None)), declared=HEIR),
        "match.applicant/heir?",
    ),
    Row(
        "a name that was not read",
        case(HEIRS_CARD, sent(paper("kinship_proof", relative=None, relative_id=None)), declared=HEIR),
        "n/a",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_kinship(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
