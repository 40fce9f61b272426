"""准予注销登记通知书, 吊销营业执照 and 清算组说明: papers about firms that are no more."""

from typing import Final

from tests.press.choices import Weighted
from tests.press.facts import Facts, day, text_of
from tests.press.kinds.kind import Kind, Party
from tests.press.kinds.shared import wording_of
from tests.press.offices import office_of
from tests.press.world import World

__all__ = ["DEREGISTRATION_NOTICE", "LIQUIDATION_STATEMENT", "REVOCATION_DECISION"]

_FIRM: Final[Facts] = {
    "name": text_of(lambda world: world.company.name),
    "uscc": text_of(lambda world: world.company.uscc(world.fill)),
    "head_title": text_of(lambda world: world.company.head_title),
    "authority": text_of(lambda world: office_of("registry", world.place, world.fill)),
    "opened_on": day(lambda world: world.later(world.issue, -120, -30)),
    "dissolved_on": day(lambda world: world.later(world.issue, -120, -10)),
}


def _notice_number(world: World) -> str:
    short, number = world.place.short_city[:1], world.fill.randrange(1, 9999)
    year = world.fill.choice((f"〔{world.issue.year}〕", f"[{world.issue.year}]", f"（{world.issue.year}）"))
    return world.fill.choice(
        (
            f"（{short}）登记内销字{year}第{number}号",
            f"（{short}市监）登字{year}第{number:05d}号",
            f"{short}审销字{year}{number}号",
            f"（{short}）销登字{year}第{number:06d}号",
        )
    )


def _penalty_number(world: World) -> str:
    short = world.place.short_city[:1] + world.place.district[:1]
    middle = world.fill.choice(("处罚", "罚字", "处字", "案处"))
    return f"{short}市监{middle}〔{world.issue.year}〕{world.fill.randrange(1, 900)}号"


DEREGISTRATION_NOTICE: Final = Kind(
    type="deregistration_notice",
    stated={
        "name": 1.0,
        "uscc": 0.82,
        "document_number": 0.78,
        "deregistered_on": 0.7,
        "issue_date": 0.92,
        "authority": 0.95,
    },
    facts={
        **_FIRM,
        "document_number": text_of(_notice_number),
        "deregistered_on": day(lambda world: world.later(world.issue, -8, 0)),
    },
    wording=wording_of("deregistration_notice"),
    parties=(Party("authority", "sign.authority"),),
    bodies=Weighted(("letter", 72), ("table", 14), ("intro and form", 14)),
    letterhead="authority",
    never_blank=frozenset(("document_number",)),
    said_once=frozenset(("uscc", "deregistered_on")),
    hints={"issue_date": ("deregistered_on",)},
    numbered=0.9,
)

REVOCATION_DECISION: Final = Kind(
    type="revocation_decision",
    stated={"name": 1.0, "uscc": 0.85, "document_number": 0.9, "issue_date": 0.93, "authority": 0.95},
    facts={**_FIRM, "document_number": text_of(_penalty_number)},
    wording=wording_of("revocation_decision"),
    parties=(Party("authority", "sign.authority"),),
    bodies=Weighted(("letter", 90), ("table", 10)),
    letterhead="authority",
    never_blank=frozenset(("document_number",)),
    said_once=frozenset(("uscc",)),
    numbered=0.95,
)

LIQUIDATION_STATEMENT: Final = Kind(
    type="liquidation_statement",
    stated={"name": 1.0, "head": 0.92, "uscc": 0.75, "issue_date": 0.92},
    facts={
        **_FIRM,
        "head": text_of(lambda world: world.head.name),
        "member": text_of(lambda world: world.another().name),
        "member_b": text_of(lambda world: world.another().name),
    },
    wording=wording_of("liquidation_statement"),
    parties=(Party("name", "sign.firm"), Party("head", "sign.liquidators")),
    bodies=Weighted(("letter", 84), ("form", 8), ("table", 8)),
    beside=("beside.members",),
    letterhead="name",
    second_signs=0.5,
    said_once=frozenset(("uscc", "head", "member", "dissolved_on")),
)
