"""The table of ``date_order``."""

import pytest

from tests.validators.cases import Row, answer, case, certificate, license_, paper, sent
from validators.checks.date_order import CHECK

ROWS = (
    Row("in order", case(sent(license_()), sent(certificate())), "ok"),
    Row("ends before it begins", case(sent(certificate(start_date="2024-06-01"))), "date.out_of_order"),
    Row("begins and ends on one day", case(sent(certificate(start_date="2024-05-31"))), "ok"),
    Row(
        "ends before the contract began",
        case(sent(certificate(start_date=None, contract_term="2024-06-02至2026-06-01"))),
        "date.out_of_order/contract",
    ),
    Row("a contract without days", case(sent(certificate(contract_term="无固定期限"))), "ok"),
    Row("issued years later", case(sent(certificate(issue_date="2026-05-31"))), "ok"),
    Row("issued more than two years later", case(sent(certificate(issue_date="2026-06-01"))), "date.out_of_order/issued_late"),
    Row("issued 30 days before", case(sent(certificate(issue_date="2024-05-01"))), "date.out_of_order/issued_early"),
    Row("issued a day before", case(sent(certificate(issue_date="2024-05-30"))), "date.out_of_order/issued_early"),
    Row("issued 31 days before", case(sent(certificate(issue_date="2024-04-30"))), "date.out_of_order/issued_far"),
    Row(
        "hired before the firm was",
        case(sent(license_(established_on="2022-01-01")), sent(certificate())),
        "date.out_of_order/founded_later",
    ),
    Row("on the site and off it", case(sent(paper("exit_confirmation", entered_on="2024-03-01"))), "ok"),
    Row("off the site before on it", case(sent(paper("exit_confirmation", entered_on="2024-06-02"))), "date.out_of_order/site"),
    Row("nothing read", case(sent(certificate(start_date=None, separation_date=None))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_date_order(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
