"""The table of ``account_state``: what is open on an account, as the portal says."""

import pytest

from tests.validators.cases import Row, answer, case, paper, sent, told
from validators.case import Account, Case, CaseFile
from validators.checks.account_state import CHECK

ARREARS, UNFINISHED, UNVERIFIED, IRREGULAR = (
    f"scenario.advice/account_{state}" for state in ("arrears", "unfinished", "unverified", "irregular")
)


def known(*files: CaseFile, **account: str | bool) -> Case:
    """A packet whose portal knows the account."""
    told_ = Account.model_validate({"told": "平台信息", **account})
    return case(*files, declared=told().model_copy(update={"account": told_}), scenario="social_insurance_closure")


ROWS = (
    Row("nothing known", case(), "n/a"),
    Row("nothing open", known(status="正常", arrears=False, unfinished=False, verified=True), "ok"),
    Row("fees owed", known(arrears=True), ARREARS),
    Row("fees owed, in words", known(status="欠费3个月"), ARREARS),
    Row("no fees owed, in words", known(status="正常，无欠费、无在途业务，已实名认证"), "ok"),
    Row("fees owed, and the words of a status that say something else", known(status="正常", arrears=True), ARREARS),
    Row("paid since, and an old word", known(status="曾欠费", arrears=False), "ok"),
    Row("something unfinished", known(unfinished=True), UNFINISHED),
    Row("something unfinished, in words", known(status="有在途业务"), UNFINISHED),
    Row("not verified", known(verified=False), UNVERIFIED),
    Row("not verified, in words", known(status="未实名认证"), UNVERIFIED),
    Row("blocked", known(status="账户冻结"), IRREGULAR),
    Row("stopped paying, as it has to be", known(status="暂停缴费"), "ok"),
    Row("all of it", known(arrears=True, unfinished=True, verified=False), f"{ARREARS} {UNFINISHED} {UNVERIFIED}"),
    Row("who has died verifies nothing", known(sent(paper("death_certificate")), verified=False), "ok"),
    Row("what somebody dead owes", known(sent(paper("death_certificate")), arrears=True), ARREARS),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_account_state(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
