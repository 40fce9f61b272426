"""The table of ``declared_agent``."""

import pytest

from tests.validators.cases import AGENT, STRANGER, Row, answer, case, front, sent, told, whole_case
from validators.checks.declared_agent import CHECK

ROWS = (
    Row("same", whole_case("agent"), "ok"),
    Row("no agent", whole_case(), "n/a"),
    Row("their own card", case(sent(front(AGENT), slot="agent_id"), declared=told("agent")), "ok"),
    Row("somebody else's card", case(sent(front(STRANGER), slot="agent_id"), declared=told("agent")), "match.applicant"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_declared_agent(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
