"""Authorisations for something else."""

import re
from typing import Final

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import authorization_of
from validators.values import Value, place_of, read

_NOTHING_SAID: Final = re.compile(
    "我单位|本单位|我公司|本公司|代表|代为|代理|全权|负责|前往|到贵[局处单位]*|贵[局处]|办理|处理|提交|领取|签署|相关|有关|以上|上述|一切|全部|所有|"
    "手续|事宜|事项|业务|材料|文件|登记|等|的|及|和|与|之|[\\W_]"
)
"""Words that any letter has. What is left of its matter after them says what it is for."""

_SHORTEST_MATTER: Final = 2
"""Characters that must be left to say that it is for something else."""


class ScopeLimits(Limits):
    """``covering``: words in the matter by which it is this service, or all services of this office."""

    covering: tuple[str, ...] = (
        "用工",
        "就业",
        "社保",
        "社会保险",
        "劳动关系",
        "劳动合同",
        "离职",
        "退工",
        "撤销",
        "撤消",
        "人社",
        "人力资源",
    )


def run(case: Case, limits: ScopeLimits) -> Outcomes:
    """The letter of authorisation covers this service

    A blank or another matter is sent back; a matter told in general words (办理相关手续) goes to a person.
    Source: DOMAIN 8.3 D17; Civil Code art. 165.
    """
    letter = authorization_of(case)
    yield _judge(letter, limits) if letter else DoesNotApply()


def _judge(letter: Sighting, limits: ScopeLimits) -> Outcome:
    reading = letter.field("matter")
    if reading is not None and reading.state == "blank":
        return Finds("authorization.out_of_scope", place_of(letter, reading), reading.confidence, {"here": "（空白）"})
    matter = read(letter, "matter")
    if matter is None:
        return CannotTell("authorization.out_of_scope", "not_seen", place_of(letter), words={"here": "（未读到）"})
    return _told(matter, limits)


def _told(matter: Value, limits: ScopeLimits) -> Outcome:
    if any(word in matter.text for word in limits.covering):
        return Passes()
    words = {"here": matter.text}
    if len(_NOTHING_SAID.sub("", matter.text)) < _SHORTEST_MATTER:
        return CannotTell("authorization.out_of_scope", "vague", matter.place, matter.confidence, words)
    return Finds("authorization.out_of_scope", matter.place, matter.confidence, words)


CHECK = Check(run, ScopeLimits, rules=("D17",), reasons=("authorization.out_of_scope",))
