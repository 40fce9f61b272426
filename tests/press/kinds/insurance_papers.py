"""停保证明 and 参保证明: papers of an office of social insurance about somebody's contributions."""

from datetime import date
from typing import Final

from tests.press.choices import Weighted
from tests.press.dates import add_months
from tests.press.facts import Facts, from_papers, listed, month, text_of
from tests.press.kinds.kind import Kind, Party
from tests.press.kinds.shared import person, wording_of
from tests.press.numbers import serial
from tests.press.offices import office_of
from tests.press.world import World

__all__ = ["CONTRIBUTION_RECORD", "CONTRIBUTION_STOP_PROOF"]


def _after_the_end(world: World) -> date:
    return add_months(world.end, world.fill.choice((0, 1)))


_INSURED: Final[Facts] = {
    "authority": text_of(lambda world: office_of("insurance", world.place, world.fill)),
    "unit_code": text_of(lambda world: serial(world.fill, world.fill.choice((8, 10)))),
    "wage_base": text_of(lambda world: f"{world.fill.randrange(40, 250) * 100}.00"),
    "check_code": text_of(lambda world: f"{world.fill.getrandbits(40):010X}"),
    "began_month": month(lambda world: world.start),
}

CONTRIBUTION_STOP_PROOF: Final = Kind(
    type="contribution_stop_proof",
    stated={
        "name": 1.0,
        "id_number": 0.95,
        "employer_name": 0.9,
        "stop_month": 0.95,
        "status": 0.6,
        "insurance": 0.4,
        "issue_date": 0.92,
        "authority": 0.92,
    },
    facts={
        **_INSURED,
        "stop_month": month(_after_the_end),
        "status": from_papers("statuses"),
        "insurance": listed("insurances"),
    },
    wording=wording_of("contribution_stop_proof", person("name", "id_number")),
    parties=(Party("authority", "sign.authority"),),
    bodies=Weighted(("table", 46), ("letter", 32), ("form", 16), ("intro and form", 6)),
    beside=("beside.handler", "beside.phone"),
    letterhead="authority",
    said_once=frozenset(("stop_month", "status", "employer_name", "insurance")),
    hints={"name": ("status",)},
)

CONTRIBUTION_RECORD: Final = Kind(
    type="contribution_record",
    stated={
        "name": 1.0,
        "id_number": 0.96,
        "employer_name": 0.85,
        "region": 0.55,
        "first_month": 0.8,
        "last_month": 0.85,
        "status": 0.6,
        "issue_date": 0.92,
        "authority": 0.92,
    },
    facts={
        **_INSURED,
        "region": text_of(lambda world: world.fill.choice((world.place.city, world.place.city + world.place.district))),
        "first_month": month(lambda world: world.start),
        "last_month": month(lambda world: world.end),
        "status": from_papers("contribution_statuses"),
    },
    wording=wording_of("contribution_record", person("name", "id_number")),
    parties=(Party("authority", "sign.authority"),),
    bodies=Weighted(("months", 40), ("table", 20), ("letter", 28), ("form", 12)),
    beside=("beside.handler", "beside.phone"),
    letterhead="authority",
    said_once=frozenset(("status", "region", "first_month", "last_month", "employer_name")),
    hints={"name": ("region",)},
)
