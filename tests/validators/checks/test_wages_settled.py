"""The table of ``wages_settled``."""

import pytest

from tests.validators.cases import Row, answer, case, paper, sent, told
from validators.checks.wages_settled import CHECK

ROWS = (
    Row("no confirmation", case(), "n/a"),
    Row("settled", case(sent(paper("exit_confirmation"))), "ok"),
    Row("not a word", case(sent(paper("exit_confirmation", wages_settled=None))), "n/a"),
    Row("not settled", case(sent(paper("exit_confirmation", wages_settled="未结清"))), "scenario.advice/wages"),
    Row("the box for no", case(sent(paper("exit_confirmation", wages_settled="否"))), "scenario.advice/wages"),
    Row("typed", case(declared=told(reason_detail="公司拖欠工资")), "scenario.advice/wages"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_wages_settled(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
