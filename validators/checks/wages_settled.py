"""Workers who leave a site unpaid."""

import re
from typing import Final

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcomes, Passes
from validators.values import read

_NONE: Final = re.compile(r"(?:未|没有?|无|不存在|并无)(?:任何)?(?:拖欠|欠薪|欠)(?:工资|情况|现象)?")
"""Says that nothing is owed."""
_REASON = "scenario.advice/wages"


class WageLimits(Limits):
    """Words by which wages are ``unpaid``: on the confirmation, or in the typed reason (``told``)."""

    unpaid: tuple[str, ...] = ("未结清", "未付清", "未发", "未支付", "拖欠", "欠", "否", "没有结清", "未结")
    told: tuple[str, ...] = ("欠薪", "拖欠工资", "欠工资", "工资没结", "工资未结", "没发工资", "未发工资")


def run(case: Case, limits: WageLimits) -> Outcomes:
    """Wages are settled before a worker is taken off the register

    Where they are not, the worker is told whom to turn to, and a person takes over. Source: DOMAIN 9 A9.
    """
    told = _NONE.sub("", case.declared.reason + case.declared.reason_detail)
    if any(word in told for word in limits.told):
        yield Finds(_REASON, words={"here": told})
    for seen in case.documents("exit_confirmation"):
        settled = read(seen, "wages_settled")
        if settled is None:
            yield DoesNotApply()
        elif any(word in _NONE.sub("", settled.text) for word in limits.unpaid):
            yield Finds(_REASON, settled.place, settled.confidence, {"here": settled})
        else:
            yield Passes()


CHECK = Check(run, WageLimits, rules=(), reasons=(_REASON,))
