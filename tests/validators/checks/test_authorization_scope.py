"""The table of ``authorization_scope``."""

import pytest

from tests.validators.cases import BLANK, Row, answer, case, letter, sent
from validators.checks.authorization_scope import CHECK

ROWS = (
    Row("this service", case(sent(letter())), "ok"),
    Row("no letter", case(), "n/a"),
    Row("blank", case(sent(letter(matter=BLANK))), "authorization.out_of_scope"),
    Row("not seen", case(sent(letter(matter=None))), "authorization.out_of_scope?"),
    Row("something else", case(sent(letter(matter="办理银行开户手续"))), "authorization.out_of_scope"),
    Row("in general words", case(sent(letter(matter="代为办理相关手续"))), "authorization.out_of_scope?"),
    Row("the policy's words", case(sent(letter(matter="办理银行开户手续"))), "ok", limits={"covering": ["开户"]}),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_authorization_scope(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
