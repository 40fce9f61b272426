"""The table of ``deregistration_date``."""

import pytest

from tests.validators.cases import Row, answer, case, certificate, paper, sent, whole_case
from validators.checks.deregistration_date import CHECK

ROWS = (
    Row("no notice", whole_case(), "n/a"),
    Row("closed afterwards", case(sent(certificate()), sent(paper("deregistration_notice"))), "ok"),
    Row(
        "closed on the day", case(sent(certificate()), sent(paper("deregistration_notice", deregistered_on="2024-05-31"))), "ok"
    ),
    Row(
        "closed before",
        case(sent(certificate()), sent(paper("deregistration_notice", deregistered_on="2024-05-30"))),
        "date.out_of_order/deregistered",
    ),
    Row(
        "closed before the typed day",
        case(sent(paper("deregistration_notice", deregistered_on="2024-05-30"))),
        "date.out_of_order/deregistered",
    ),
    Row("no date", case(sent(certificate()), sent(paper("deregistration_notice", deregistered_on=None))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_deregistration_date(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
