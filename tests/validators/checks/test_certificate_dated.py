"""The table of ``certificate_dated``."""

import pytest

from extractors.evidence import Legibility
from tests.validators.cases import (
    BLANK,
    Row,
    answer,
    case,
    certificate,
    lacking,
    page,
    reading,
    sent,
    shaky,
    unknown,
    with_traits,
)
from tests.validators.marks import marked
from validators.checks.certificate_dated import CHECK

PLAIN = page().model_copy(update={"legibility": Legibility(height_px=2200, edge=0.1, contrast=0.8, paper=0.9, noise=0.01)})
GREY = page().model_copy(update={"is_grey": True})
ROWS = (
    Row("in full", case(sent(certificate())), "ok"),
    Row("none", case(), "n/a"),
    Row(
        "a stub, which is to be replaced anyway",
        case(sent(with_traits(marked(certificate(issue_date=None, employer_name=None)), "counterfoil"))),
        "n/a",
    ),
    Row(
        "a sealed stub of the employer's, which serves, left blank",
        case(sent(with_traits(certificate(issue_date=BLANK), "counterfoil"))),
        "date.missing",
    ),
    Row("left blank", case(sent(certificate(issue_date=BLANK))), "date.missing"),
    Row("not seen", case(sent(certificate(issue_date=None))), "date.missing?"),
    Row("no date anywhere", case(sent(lacking(certificate(), "issue_date"))), "date.missing"),
    Row(
        "no date, and a page that nobody knows",
        case(sent(lacking(certificate(), "issue_date")), sent(unknown(), shown=(PLAIN,))),
        "date.missing?",
    ),
    Row("no date on a copy without colour", case(sent(lacking(certificate(), "issue_date"), shown=(GREY,))), "date.missing?"),
    Row("no date on what may be another paper", case(sent(shaky(lacking(certificate(), "issue_date"), 0.8))), "date.missing?"),
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
