"""The table of ``bank_payee``."""

import pytest

from tests.validators.cases import AGENT, STRANGER, WORKER, Row, answer, case, front, paper, sent, told, whole_case
from validators.checks.bank_payee import CHECK

CARD, HEIR = (
    sent(paper("bank_card")),
    told("individual", applicant_name=AGENT.name, applicant_id=AGENT.number, reason="参保人死亡"),
)
ROWS = (
    Row("no account", whole_case(), "n/a"),
    Row("the worker's", case(CARD), "ok"),
    Row("typed", case(declared=told(payee_name=WORKER.name)), "ok"),
    Row("another person's", case(sent(paper("bank_card", holder=STRANGER.name))), "match.bank_account"),
    Row("another person typed", case(declared=told(payee_name=STRANGER.name)), "match.bank_account"),
    Row("one character off", case(sent(paper("bank_card", holder="李思汉"))), "match.bank_account?"),
    Row("in Latin letters", case(sent(paper("bank_card", holder="LI SIHAN"))), "match.bank_account?"),
    Row("no holder on the card", case(sent(paper("bank_card", holder=None))), "match.bank_account?"),
    Row(
        "no holder on the card, but typed",
        case(sent(paper("bank_card", holder=None)), declared=told(payee_name=WORKER.name)),
        "ok",
    ),
    Row(
        "the heir's", case(sent(front(AGENT), slot="heir_id"), sent(paper("bank_card", holder=AGENT.name)), declared=HEIR), "ok"
    ),
    Row("the heir's, typed only", case(sent(paper("bank_card", holder=AGENT.name)), declared=HEIR), "ok"),
    Row(
        "somebody's who is typed as applicant, where nobody died",
        case(sent(paper("bank_card", holder=AGENT.name)), declared=told(applicant_name=AGENT.name)),
        "match.bank_account",
    ),
    Row("another's beside one's own", case(CARD, sent(paper("bank_card", holder=STRANGER.name))), "match.bank_account?"),
    Row("not the heir's", case(sent(front(AGENT), slot="heir_id"), CARD, declared=HEIR), "match.bank_account"),
    Row("the number typed", case(CARD, declared=told(payee_account="6200000000000000018")), "ok"),
    Row("another number typed", case(CARD, declared=told(payee_account="6200000000000000099")), "match.bank_account/number"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_bank_payee(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
