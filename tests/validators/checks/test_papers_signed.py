"""The table of ``papers_signed``."""

import pytest

from tests.validators.cases import Row, answer, asked, case, paper, sent, whole_case
from tests.validators.marks import marked, signature
from validators.checks.papers_signed import CHECK

AGREEMENT, ASKED_AGREEMENT = paper("termination_agreement"), asked("termination_agreement")
ROWS = (
    Row("nothing", whole_case(), "n/a"),
    Row(
        "both signed",
        case(sent(marked(AGREEMENT, signature("employee", "handwritten"), signature("legal_rep", "name_seal")))),
        "ok",
        asked=ASKED_AGREEMENT,
    ),
    Row("no place to sign was seen", case(sent(AGREEMENT)), "n/a", asked=ASKED_AGREEMENT),
    Row(
        "the worker's place is empty",
        case(sent(marked(AGREEMENT, signature("employee", "blank"), signature("legal_rep", "handwritten")))),
        "signature.missing/paper",
        asked=ASKED_AGREEMENT,
    ),
    Row(
        "the firm's place is empty",
        case(sent(marked(AGREEMENT, signature("employee", "handwritten"), signature("legal_rep", "blank")))),
        "signature.missing/optional",
        asked=ASKED_AGREEMENT,
    ),
    Row(
        "printed",
        case(sent(marked(AGREEMENT, signature("employee", "printed")))),
        "signature.unclear/paper",
        asked=ASKED_AGREEMENT,
    ),
    Row(
        "perhaps empty",
        case(sent(marked(AGREEMENT, signature("employee", "blank", 0.7)))),
        "signature.unclear/paper",
        asked=ASKED_AGREEMENT,
    ),
    Row("a thumbprint", case(sent(marked(AGREEMENT, signature("employee", "thumbprint")))), "ok", asked=ASKED_AGREEMENT),
    Row(
        "an application without its handler",
        case(sent(marked(paper("withdrawal_application"), signature("handler", "blank")))),
        "signature.missing/optional",
        asked=asked("withdrawal_application"),
    ),
    Row(
        "a statement nobody signed",
        case(sent(marked(paper("personal_statement"), signature("applicant", "blank")))),
        "signature.missing/paper",
        asked=asked("personal_statement"),
    ),
    Row(
        "two that nobody signed: the first is asked about",
        case(*(sent(marked(AGREEMENT, signature("employee", "blank", sure))) for sure in (0.98, 0.99))),
        "signature.missing/paper?",
        asked=ASKED_AGREEMENT,
    ),
    Row(
        "not needed, and signed", case(sent(marked(paper("personal_statement"), signature("applicant", "handwritten")))), "n/a"
    ),
    Row(
        "not needed",
        case(sent(marked(paper("personal_statement"), signature("applicant", "blank")))),
        "n/a",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_papers_signed(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
