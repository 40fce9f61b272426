"""The table of ``authorization_required``."""

import pytest

from tests.validators.cases import AGENT, NOTHING_TOLD, REP, Row, answer, case, front, letter, sent, told, whole_case
from validators.checks.authorization_required import CHECK

ROWS = (
    Row("no agent", whole_case(), "n/a"),
    Row("declared agent", case(declared=told("agent")), "n/a"),
    Row("agent named", case(declared=told(agent_name=AGENT.name)), "scenario.authorization_required"),
    Row("legal representative as his own agent", case(declared=told(agent_name=REP.name)), "n/a"),
    Row("agent's card", case(sent(front(AGENT), slot="agent_id"), declared=NOTHING_TOLD), "scenario.authorization_required"),
    Row("with a letter", case(sent(letter()), declared=NOTHING_TOLD), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_authorization_required(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
