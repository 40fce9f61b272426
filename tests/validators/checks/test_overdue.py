"""The table of ``overdue``."""

import pytest

from tests.validators.cases import Row, answer, case, certificate, paper, sent
from validators.checks.overdue import CHECK

ROWS = (
    Row("in time", case(sent(certificate())), "ok"),
    Row("15 days", case(sent(certificate(separation_date="2024-05-26"))), "ok"),
    Row("16 days", case(sent(certificate(separation_date="2024-05-25"))), "date.overdue/legal"),
    Row("30 days", case(sent(certificate(separation_date="2024-05-11"))), "date.overdue/legal"),
    Row("30 days, by an agreement", case(sent(paper("termination_agreement", separation_date="2024-05-10"))), "date.overdue"),
    Row("31 days", case(sent(certificate(separation_date="2024-05-10"))), "date.overdue"),
    Row("more than a year", case(sent(certificate(separation_date="2023-06-01"))), "date.overdue/long"),
    Row("not read", case(sent(certificate(separation_date=None))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_overdue(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
