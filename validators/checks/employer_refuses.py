"""Employers that issue no certificate."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcomes


class RefusalLimits(Limits):
    """``words`` in the typed reason by which the employer refuses."""

    words: tuple[str, ...] = ("拒绝", "拒不", "不给", "不配合", "不肯", "不愿", "不开具", "失联", "联系不上")


def run(case: Case, limits: RefusalLimits) -> Outcomes:
    """Whose employer refuses gets advice and a person

    Talks, then labour inspection, then arbitration or court. Source: DOMAIN 9 A5; CONTRACT 3.
    """
    declared = case.declared
    if any(word in declared.reason + declared.reason_detail for word in limits.words):
        yield Finds("scenario.advice", words={"here": f"{declared.reason} {declared.reason_detail}".strip()})
    else:
        yield DoesNotApply()


CHECK = Check(run, RefusalLimits, rules=(), reasons=("scenario.advice",))
