"""户口登记项目变更更正证明: what the police changed in somebody's registration, from which value to which."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from tests.press.choices import Weighted
from tests.press.facts import Value, day, from_papers, plain, text_of
from tests.press.kinds.kind import Kind, Party
from tests.press.kinds.shared import person, wording_of
from tests.press.numbers import id_number
from tests.press.offices import make_police
from tests.press.words import words
from tests.press.world import World

__all__ = ["POLICE_CERTIFICATES"]

_STATED: Final = {
    "name": 1.0,
    "id_number": 0.93,
    "old_value": 1.0,
    "new_value": 1.0,
    "changed": 1.0,
    "reason": 0.75,
    "issue_date": 0.92,
    "authority": 0.94,
}


@dataclass(frozen=True)
class _Change:
    """What is changed: its normalised name, what papers call it, and how its old and new value are said."""

    what: str
    called: tuple[str, ...]
    old: Callable[[World], Value]
    new: Callable[[World], Value]
    reasons: str


def _ethnicity(at: int) -> Callable[[World], Value]:
    return lambda world: plain(words("papers", "ethnicities")[(world.birth.day + at) % len(words("papers", "ethnicities"))])


_CHANGES: Final = (
    _Change(
        "姓名", ("姓名",), text_of(lambda world: world.another().name), text_of(lambda world: world.person.name), "name_reasons"
    ),
    _Change(
        "公民身份号码",
        ("公民身份号码", "身份证号码", "居民身份证号码", "身份证号"),
        text_of(lambda world: id_number(world.fill, world.birth, world.person.sex)),
        text_of(lambda world: id_number(world.fill, world.birth, world.person.sex)),
        "number_reasons",
    ),
    _Change(
        "出生日期",
        ("出生日期", "出生年月日"),
        day(lambda world: world.birth - timedelta(world.fill.choice((1, 10, 30, 365)))),
        day(lambda world: world.birth),
        "birth_reasons",
    ),
    _Change(
        "性别",
        ("性别",),
        text_of(lambda world: "女" if world.person.sex == "男" else "男"),
        text_of(lambda world: world.person.sex),
        "entry_reasons",
    ),
    _Change("民族", ("民族", "民族成份"), _ethnicity(1), _ethnicity(0), "ethnicity_reasons"),
)


def _kind(change: _Change) -> Kind:
    stated = {**_STATED, "id_number": 0.0} if change.what == "公民身份号码" else _STATED
    return Kind(
        type="police_certificate",
        stated=stated,
        facts={
            "changed": lambda world: Value(world.fill.choice(change.called), change.what),
            "old_value": change.old,
            "new_value": change.new,
            "reason": from_papers(change.reasons),
            "changed_on": day(lambda world: world.issue),
            "authority": text_of(lambda world: make_police(world.place, world.fill)),
            "sex": text_of(lambda world: world.person.sex),
        },
        wording=wording_of("police_certificate", person("name", "id_number")),
        parties=(Party("authority", "sign.authority"),),
        bodies=Weighted(("letter", 50), ("table", 20), ("form", 12), ("changes", 18)),
        beside=("beside.handler", "beside.phone"),
        letterhead="authority",
        never_blank=frozenset(("changed", "old_value", "new_value")),
        said_once=frozenset(("reason",)),
        hints={"changed": ("id_number",)} if change.what == "公民身份号码" else {},
    )


POLICE_CERTIFICATES: Final = tuple(_kind(change) for change in _CHANGES)
