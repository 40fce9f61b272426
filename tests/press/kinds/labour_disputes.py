"""仲裁裁决书, 判决书, 调解书 and 劳动监察投诉受理回执: papers of those who settle disputes about work."""

from typing import Final

from tests.press.choices import Weighted
from tests.press.facts import Facts, day, text_of
from tests.press.kinds.kind import Kind, Party
from tests.press.kinds.shared import person, wording_of
from tests.press.offices import make_court, office_of
from tests.press.world import World

__all__ = ["COMPLAINT_RECEIPT", "RULING_OF_ARBITRATION", "RULING_OF_COURT"]

_RULED: Final = {
    "kind": 1.0,
    "case_number": 0.9,
    "employee_name": 1.0,
    "employer_name": 1.0,
    "separation_date": 0.75,
    "issue_date": 0.9,
    "authority": 0.95,
}
_RULING: Final[Facts] = {
    "separation_date": day(lambda world: world.start + (world.end - world.start) * 0.6),
    "applied_on": day(lambda world: world.start + (world.end - world.start) * 0.8),
    "id_of_worker": text_of(lambda world: world.person_id),
}
_SAID_ONCE: Final = frozenset(("separation_date", "money"))


def _arbitration_number(world: World) -> str:
    place, number = world.place, world.fill.randrange(1, 3000)
    short = f"{place.short_city[:1]}{place.district[:1]}"
    year = world.fill.choice((f"〔{world.issue.year}〕", f"（{world.issue.year}）", f"[{world.issue.year}]"))
    middle = world.fill.choice(("劳人仲案字", "劳人仲字", "劳仲裁字", "劳人仲裁字", "劳仲案字"))
    return f"{short}{middle}{year}第{number}号"


def _court_number(world: World) -> str:
    province = world.fill.choice("京沪苏浙粤鲁豫鄂湘川陕辽黑闽皖")
    court = f"{province}{world.fill.randrange(1, 20):02d}{world.fill.randrange(1, 99):02d}"
    return f"（{world.issue.year}）{court}民{world.fill.choice(('初', '初', '终'))}{world.fill.randrange(1, 9000)}号"


RULING_OF_ARBITRATION: Final = Kind(
    type="ruling",
    stated=_RULED,
    facts={
        **_RULING,
        "kind": text_of(lambda world: world.fill.choice(("裁决书", "裁决书", "裁决书", "调解书"))),
        "case_number": text_of(_arbitration_number),
        "authority": text_of(lambda world: office_of("arbitration", world.place, world.fill)),
    },
    wording=wording_of("ruling_arbitration"),
    parties=(Party("authority", "sign.authority"),),
    bodies=Weighted(("letter", 92), ("table", 8)),
    beside=("beside.arbiter", "beside.clerk"),
    letterhead="authority",
    never_blank=frozenset(("kind", "case_number", "authority")),
    said_once=_SAID_ONCE,
    numbered=0.95,
)

RULING_OF_COURT: Final = Kind(
    type="ruling",
    stated=_RULED,
    facts={
        **_RULING,
        "kind": text_of(lambda world: world.fill.choice(("判决书", "判决书", "判决书", "调解书"))),
        "case_number": text_of(_court_number),
        "authority": text_of(lambda world: make_court(world.place, world.fill)),
    },
    wording=wording_of("ruling_court"),
    parties=(Party("authority", "sign.authority"),),
    bodies=Weighted(("letter", 96), ("table", 4)),
    beside=("beside.judge", "beside.clerk"),
    letterhead="authority",
    never_blank=frozenset(("kind", "case_number", "authority")),
    said_once=_SAID_ONCE,
    numbered=0.95,
)

COMPLAINT_RECEIPT: Final = Kind(
    type="complaint_receipt",
    stated={"name": 1.0, "id_number": 0.7, "employer_name": 0.96, "issue_date": 0.92, "authority": 0.94},
    facts={
        "authority": text_of(lambda world: office_of("inspection", world.place, world.fill)),
        "complained_on": day(lambda world: world.issue),
    },
    wording=wording_of("complaint_receipt", person("name", "id_number")),
    parties=(Party("authority", "sign.authority"),),
    bodies=Weighted(("letter", 50), ("table", 34), ("form", 16)),
    beside=("beside.handler", "beside.phone"),
    letterhead="authority",
)
