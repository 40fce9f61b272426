"""The table of ``stop_month``."""

import pytest

from tests.validators.cases import NOTHING_TOLD, Row, answer, case, certificate, paper, sent, whole_case
from validators.checks.stop_month import CHECK

PROOF = sent(paper("contribution_stop_proof"))
ROWS = (
    Row("no proof", whole_case(), "n/a"),
    Row("the month after", case(sent(certificate()), PROOF), "ok"),
    Row("by what was typed", case(PROOF), "ok"),
    Row("the month before", case(sent(certificate()), sent(paper("contribution_stop_proof", stop_month="2024-04"))), "ok"),
    Row("two months after", case(sent(certificate()), sent(paper("contribution_stop_proof", stop_month="2024-07"))), "ok"),
    Row(
        "two months before",
        case(sent(certificate()), sent(paper("contribution_stop_proof", stop_month="2024-03"))),
        "match.contribution_stop/month",
    ),
    Row(
        "three months after",
        case(sent(certificate()), sent(paper("contribution_stop_proof", stop_month="2024-08"))),
        "match.contribution_stop/month",
    ),
    Row("no last day", case(PROOF, declared=NOTHING_TOLD), "n/a"),
    Row("no month", case(sent(certificate()), sent(paper("contribution_stop_proof", stop_month="2024-13"))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_stop_month(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
