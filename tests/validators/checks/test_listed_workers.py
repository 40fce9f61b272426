"""The table of ``listed_workers``."""

import pytest

from tests.validators.cases import (
    STRANGER,
    WORKER,
    Row,
    answer,
    case,
    certificate,
    paper,
    sent,
    told,
    unknown,
    whole_case,
)
from validators.case import DeclaredPerson
from validators.checks.listed_workers import CHECK

NUMBER_OF_STRANGER = {"employee_name": STRANGER.name, "employee_id": STRANGER.number}
OTHERS = certificate(**NUMBER_OF_STRANGER)
LIST = told().model_copy(
    update={"employees": tuple(DeclaredPerson(name=who.name, id_number=who.number) for who in (WORKER, STRANGER))}
)
ROWS = (
    Row("no list", whole_case(), "n/a"),
    Row("all have theirs", case(sent(certificate(), OTHERS, pages=2), declared=LIST), "ok"),
    Row(
        "an agreement will do",
        case(sent(certificate()), sent(paper("termination_agreement", **NUMBER_OF_STRANGER)), declared=LIST),
        "ok",
    ),
    Row("one lacks it", case(sent(certificate()), declared=LIST), "doc.missing/listed"),
    Row(
        "a page nobody recognised",
        case(sent(certificate()), sent(unknown(), name="x.jpg"), declared=LIST),
        "doc.missing/listed?",
    ),
    Row(
        "the application may list them",
        case(sent(certificate(), paper("withdrawal_application")), declared=LIST),
        "doc.missing/listed?",
    ),
    Row(
        "nearly the name",
        case(sent(certificate(), certificate(employee_name="周太川", employee_id=None)), declared=LIST),
        "doc.missing/listed?",
    ),
    Row(
        "one certificate has no names",
        case(sent(certificate(), certificate(employee_name=None, employee_id=None)), declared=LIST),
        "doc.missing/listed?",
    ),
    Row(
        "by name where there is no number",
        case(sent(certificate(), certificate(employee_name=STRANGER.name, employee_id=None)), declared=LIST),
        "ok",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_listed_workers(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
