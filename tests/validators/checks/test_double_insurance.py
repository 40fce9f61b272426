"""The table of ``double_insurance``."""

import pytest

from tests.validators.cases import Row, answer, case, paper, sent, whole_case
from validators.case import CaseFile
from validators.checks.double_insurance import CHECK

RECORD = sent(paper("contribution_record"))


def other(first: str | None, last: str | None, name: str = "2.pdf") -> CaseFile:
    """A record of another place."""
    return sent(paper("contribution_record", first_month=first, last_month=last), name=name)


ROWS = (
    Row("no records", whole_case(), "ok"),
    Row("one record", case(RECORD), "ok"),
    Row("they overlap", case(RECORD, other("2023-01", "2024-04")), "ok"),
    Row("they share one month", case(RECORD, other("2024-05", "2024-06")), "ok"),
    Row("one after the other", case(RECORD, other("2024-06", "2024-06")), "scenario.reason_conflict/no_overlap"),
    Row("no months", case(RECORD, other(None, None)), "scenario.reason_conflict/no_overlap?"),
    Row("two of three overlap", case(RECORD, other("2010-01", "2011-01"), other("2024-01", "2024-02", "3.pdf")), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_double_insurance(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
