"""The table of ``paper_contents``."""

import pytest

from tests.validators.cases import BLANK, ILLEGIBLE, Row, answer, asked, case, lacking, paper, sent, whole_case
from validators.checks.paper_contents import CHECK

ROWS = (
    Row("nothing", whole_case(), "n/a"),
    Row("says everything", case(sent(paper("termination_agreement"))), "ok", asked=asked("termination_agreement")),
    Row(
        "a date left empty",
        case(sent(paper("termination_agreement", separation_date=BLANK))),
        "field.missing/paper",
        asked=asked("termination_agreement"),
    ),
    Row(
        "a date nobody saw",
        case(sent(paper("termination_agreement", separation_date=None))),
        "field.missing/paper?",
        asked=asked("termination_agreement"),
    ),
    Row(
        "no date anywhere",
        case(sent(lacking(paper("termination_agreement"), "separation_date"))),
        "field.missing/paper",
        asked=asked("termination_agreement"),
    ),
    Row(
        "an office's print without a month",
        case(sent(lacking(paper("contribution_stop_proof"), "stop_month"))),
        "field.missing/paper?",
        asked=asked("contribution_stop_proof"),
    ),
    Row(
        "an office's print",
        case(sent(paper("contribution_stop_proof", stop_month=BLANK))),
        "field.missing/paper?",
        asked=asked("contribution_stop_proof"),
    ),
    Row("not needed", case(sent(paper("exit_confirmation", exited_on=BLANK))), "n/a"),
    Row(
        "ink nobody can read is another check's",
        case(sent(paper("ruling", employee_name=ILLEGIBLE))),
        "ok",
        asked=asked("ruling"),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_paper_contents(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
