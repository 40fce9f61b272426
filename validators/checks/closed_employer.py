"""Firms that are no more."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcomes


class ClosedLimits(Limits):
    """``words`` in the typed reason by which the firm is closed."""

    words: tuple[str, ...] = ("单位注销", "单位吊销", "已注销", "被吊销", "企业注销", "公司注销")


def run(case: Case, limits: ClosedLimits) -> Outcomes:
    """A closed employer's records are withdrawn at the counter

    As far as the typed reason tells. Source: DOMAIN 8.2 X43, 9 A7 and A8.
    """
    declared = case.declared
    if any(word in declared.reason + declared.reason_detail for word in limits.words):
        yield Finds("scenario.offline_only", words={"here": declared.reason})
    else:
        yield DoesNotApply()


CHECK = Check(run, ClosedLimits, rules=("X43",), reasons=("scenario.offline_only",))
