"""Insurance accounts on which something is still open."""

import re
from collections.abc import Iterator

from validators.case import Account, Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcomes, Passes
from validators.papers import is_of_death

_ARREARS, _UNFINISHED, _UNVERIFIED, _IRREGULAR = (
    f"scenario.advice/account_{state}" for state in ("arrears", "unfinished", "unverified", "irregular")
)


class AccountLimits(Limits):
    """Words of a status, as portals put it, that say that fees are owed, matters unfinished, an account unverified or blocked.

    ``none`` before one of them takes its meaning away.
    """

    arrears: tuple[str, ...] = ("欠费", "欠缴", "欠款", "未缴清", "未足额", "arrears")
    unfinished: tuple[str, ...] = ("未办结", "未完结", "未完成", "在途", "待办", "办理中", "处理中", "unfinished", "pending")
    unverified: tuple[str, ...] = (
        "未实名",
        "未认证",
        "未通过实名",
        "未通过认证",
        "实名未通过",
        "未验证",
        "未核验",
        "unverified",
    )
    irregular: tuple[str, ...] = ("冻结", "锁定", "挂失", "异常", "不正常", "frozen", "blocked")
    none: str = r"(?:无|没有|不存在|未发现|未见|no )(?:任何|其他)?"


def run(case: Case, limits: AccountLimits) -> Outcomes:
    """An insurance account is closed when nothing is open on it: no arrears, no unfinished matter, and a verified holder

    Papers do not show it, the portal knows it (``declared.account``). What is open is told with the way to settle it, and a
    person takes over; nobody is sent back for it. Who has died verifies nothing. Source: DOMAIN 9, account state gate, A16.
    """
    account = case.declared.account
    open_ = list(_open(case, account, limits))
    yield from (Finds(reason, words={"here": account.told}) for reason in open_)
    if not open_:
        yield Passes() if account.told else DoesNotApply()


def _open(case: Case, account: Account, limits: AccountLimits) -> Iterator[str]:
    if _is(account.arrears, account, limits, limits.arrears):
        yield _ARREARS
    if _is(account.unfinished, account, limits, limits.unfinished):
        yield _UNFINISHED
    verified = None if account.verified is None else not account.verified
    if _is(verified, account, limits, limits.unverified) and not is_of_death(case):
        yield _UNVERIFIED
    if _is(None, account, limits, limits.irregular):
        yield _IRREGULAR


def _is(known: bool | None, account: Account, limits: AccountLimits, words: tuple[str, ...]) -> bool:
    """Whether something is so: as the portal says outright, else by the words of the status."""
    if known is not None:
        return known
    any_of = "|".join(map(re.escape, words))
    status = re.sub(rf"{limits.none}(?:{any_of})", "", account.status.lower())
    return re.search(any_of, status) is not None


CHECK = Check(run, AccountLimits, rules=(), reasons=(_ARREARS, _UNFINISHED, _UNVERIFIED, _IRREGULAR))
