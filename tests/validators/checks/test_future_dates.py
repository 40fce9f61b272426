"""The table of ``future_dates``."""

import pytest

from tests.validators.cases import Row, answer, case, certificate, paper, sent
from validators.checks.future_dates import CHECK

ROWS = (
    Row("past", case(sent(certificate())), "ok"),
    Row("today", case(sent(certificate(issue_date="2024-06-10", separation_date="2024-06-10"))), "ok"),
    Row("issued tomorrow", case(sent(certificate(issue_date="2024-06-11"))), "date.future/issue"),
    Row("ends tomorrow", case(sent(certificate(separation_date="2024-06-11"))), "date.future/separation"),
    Row(
        "an agreement that ends it tomorrow",
        case(sent(paper("termination_agreement", separation_date="2024-06-11"))),
        "date.future/separation",
    ),
    Row(
        "an agreement dated tomorrow", case(sent(paper("termination_agreement", issue_date="2024-06-11"))), "date.future/paper"
    ),
    Row("a death tomorrow", case(sent(paper("death_certificate", died_on="2024-06-11"))), "date.future/paper"),
    Row("other papers in time", case(sent(paper("death_certificate"))), "ok"),
    Row("not read", case(sent(certificate(issue_date=None, separation_date=None))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_future_dates(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
