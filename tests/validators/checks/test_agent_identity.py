"""The table of ``agent_identity``."""

import pytest

from tests.validators.cases import AGENT, NOTHING_TOLD, STRANGER, Row, answer, case, front, letter, sent, told, whole_case
from validators.checks.agent_identity import CHECK

ROWS = (
    Row("same", whole_case("agent"), "ok"),
    Row("no letter", whole_case(), "n/a"),
    Row("their own card", case(sent(letter()), sent(front(AGENT), slot="agent_id"), declared=NOTHING_TOLD), "ok"),
    Row(
        "somebody else's card",
        case(sent(letter()), sent(front(STRANGER), slot="agent_id"), declared=NOTHING_TOLD),
        "match.agent",
    ),
    Row(
        "typed agent is not the one",
        case(sent(letter()), declared=told("agent", agent_name=STRANGER.name, agent_id=STRANGER.number)),
        "match.agent/typed",
    ),
    Row("one character, same number", case(sent(letter(agent_name="孙晓云")), declared=told("agent")), "match.agent/typed?"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_agent_identity(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
