"""The table of ``typed_person``."""

import pytest

from tests.validators.cases import AGENT, STRANGER, WORKER, Row, answer, case, front, paper, sent, told
from validators.checks.typed_person import CHECK

ROWS = (
    Row("same", case(sent(front(WORKER), slot="employee_id")), "ok"),
    Row("no card", case(), "n/a"),
    Row(
        "another number",
        case(sent(front(WORKER), slot="employee_id"), declared=told(employee_id=STRANGER.number)),
        "match.person_id/typed",
    ),
    Row(
        "somebody else",
        case(sent(front(STRANGER), slot="employee_id")),
        "match.person_id/typed match.person_name/typed",
    ),
    Row(
        "a digit mistyped",
        case(sent(front(WORKER), slot="employee_id"), declared=told(employee_id="320199199501120081")),
        "match.person_id/typed?",
    ),
    Row("one character, same number", case(sent(front(WORKER, name="李思函"), slot="employee_id")), "match.person_name/typed?"),
    Row(
        "two characters, same number", case(sent(front(WORKER, name="李建国"), slot="employee_id")), "match.person_name/typed?"
    ),
    Row(
        "all characters, same number", case(sent(front(WORKER, name="周大川"), slot="employee_id")), "match.person_name/typed?"
    ),
    Row(
        "two characters, no number",
        case(sent(front(WORKER, name="李建国"), slot="employee_id"), declared=told(employee_id="")),
        "match.person_name/typed",
    ),
    Row(
        "two that look alike, no number",
        case(sent(front(WORKER, name="李恩函"), slot="employee_id"), declared=told(employee_id="")),
        "match.person_name/typed?",
    ),
    Row(
        "characters that the recogniser does not know, same number",
        case(sent(front(WORKER, name="陈称称"), slot="employee_id"), declared=told(employee_name="陈尛尛")),
        "ok",
    ),
    Row(
        "characters that it does not know, no number",
        case(sent(front(WORKER, name="陈称称"), slot="employee_id"), declared=told(employee_name="陈尛尛", employee_id="")),
        "match.person_name/typed?",
    ),
    Row(
        "characters that it does not know, another surname",
        case(sent(front(WORKER, name="周称称"), slot="employee_id"), declared=told(employee_name="陈尛尛", employee_id="")),
        "match.person_name/typed?",
    ),
    Row(
        "the heir typed, the death certificate names another",
        case(
            sent(front(AGENT), slot="heir_id"),
            sent(paper("death_certificate")),
            declared=told(employee_name=AGENT.name, employee_id=AGENT.number),
        ),
        "match.person_name/typed?",
    ),
    Row(
        "traditional characters",
        case(sent(front(WORKER), slot="employee_id"), declared=told(employee_name="李思涵子")),
        "match.person_name/typed?",
    ),
    Row("a rare character unread, same number", case(sent(front(WORKER, name="李思□"), slot="employee_id")), "ok"),
    Row(
        "a rare character unread, no number",
        case(sent(front(WORKER, name="李思□"), slot="employee_id"), declared=told(employee_id="")),
        "match.person_name/typed?",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_typed_person(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
