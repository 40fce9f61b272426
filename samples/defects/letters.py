"""Letters of authorisation that do not say enough (DOMAIN D17, D19)."""

import random
from dataclasses import replace

from samples.defects.people import letter_of
from samples.facts import Facts
from samples.twist import NOT_ACCEPTED, REVIEW, Twist

_OTHER_MATTERS = ("办理银行开户有关事宜", "参加项目投标并签署投标文件", "办理车辆过户手续")


def _other_matter(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, authorization=replace(letter_of(facts), matter=rng.choice(_OTHER_MATTERS)))


def _no_period(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, authorization=replace(letter_of(facts), valid_from="", valid_until=""))


LETTER_DEFECTS: tuple[Twist, ...] = (
    Twist(
        "letter_for_other_matter",
        "The letter authorises the agent to do something else.",
        NOT_ACCEPTED,
        (("authorization.out_of_scope",),),
        roles=("agent",),
        facts=_other_matter,
    ),
    Twist(
        "letter_without_period",
        "The letter does not say how long it is in force.",
        REVIEW,
        (("field.missing",),),
        roles=("agent",),
        facts=_no_period,
    ),
)
