"""The table of ``duplicate_documents``."""

import pytest

from tests.validators.cases import CODE, OTHER_CODE, REP, STRANGER, Row, answer, case, front, letter, license_, sent, whole_case
from validators.checks.duplicate_documents import CHECK

ROWS = (
    Row("one of each", whole_case("agent"), "n/a"),
    Row("original and duplicate", case(sent(license_(), license_())), "ok"),
    Row("two firms", case(sent(license_()), sent(license_(uscc=OTHER_CODE), name="2.jpg")), "doc.duplicate"),
    Row("a digit misread", case(sent(license_()), sent(license_(uscc=CODE[:-1] + "Q"), name="2.jpg")), "ok"),
    Row("two agents", case(sent(letter()), sent(letter(agent_id=STRANGER.number), name="2.jpg")), "doc.duplicate"),
    Row(
        "two people in one slot",
        case(sent(front(REP), slot="legal_rep_id", name="1.jpg"), sent(front(STRANGER), slot="legal_rep_id", name="2.jpg")),
        "doc.duplicate",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_duplicate_documents(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
