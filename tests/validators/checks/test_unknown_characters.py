"""The table of ``unknown_characters``."""

import pytest

from tests.validators.cases import FIRM, STRANGER, WORKER, Row, answer, case, certificate, license_, sent, told, whole_case
from validators.as_typed import with_unknown_characters
from validators.case import Case
from validators.checks.unknown_characters import CHECK


def about(read_as: str, typed_as: str, number: str | None = WORKER.number) -> Case:
    papers = sent(license_()), sent(certificate(employee_name=read_as, employee_id=number))
    return with_unknown_characters(case(*papers, declared=told(employee_name=typed_as)))


ROWS = (
    Row("all known", whole_case(), "n/a"),
    Row("two unknown, the same number", about("陈称称", "陈尛尛"), "ok"),
    Row("one unknown among three, no number", about("陈称明", "陈尛明", None), "ok"),
    Row("two unknown, no number", about("陈称称", "陈尛尛", None), "field.illegible/unknown_character?"),
    Row("two unknown, another number", about("陈称称", "陈尛尛", STRANGER.number), "field.illegible/unknown_character?"),
    Row("the known one is another", about("李称称", "陈尛尛", None), "n/a"),
    Row(
        "a firm",
        with_unknown_characters(
            case(
                sent(license_(name="样例市明商贸有限公司")),
                sent(certificate(employer_name="口商贸样例市朋商贸有限公司")),
                declared=told(employer_name="样例市飚岄商贸有限公司"),
            )
        ),
        "ok",
    ),
    Row("the firm of all others", with_unknown_characters(case(sent(license_()), declared=told(employer_name=FIRM))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_unknown_characters(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
