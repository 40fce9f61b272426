"""The table of ``certificate_dated``."""

import pytest

from tests.validators.cases import BLANK, Row, answer, case, certificate, reading, sent, with_traits
from validators.checks.certificate_dated import CHECK

ROWS = (
    Row("in full", case(sent(certificate())), "ok"),
    Row("none", case(), "n/a"),
    Row(
        "a stub, which is to be replaced anyway",
        case(sent(with_traits(certificate(issue_date=None, employer_name=None), "counterfoil"))),
        "n/a",
    ),
    Row("left blank", case(sent(certificate(issue_date=BLANK))), "date.missing"),
    Row("not seen", case(sent(certificate(issue_date=None))), "date.missing?"),
    Row("no day", case(sent(certificate(issue_date=reading("2024-06", state="incomplete")))), "date.incomplete"),
    Row(
        "last day without its day",
        case(sent(certificate(separation_date=reading("2024-05", state="incomplete")))),
        "date.incomplete",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_certificate_dated(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
