"""撤销用工备案申请表, 就业登记证明 and 用工备案花名册: papers about a registration of employment."""

import random
from typing import Final

from tests.press.choices import Weighted
from tests.press.facts import Facts, day, from_papers, text_of
from tests.press.kinds.kind import Kind, Party
from tests.press.kinds.shared import person, wording_of
from tests.press.numbers import serial
from tests.press.offices import office_of
from tests.press.world import World

__all__ = ["REGISTRATION_LIST", "REGISTRATION_PROOF", "WITHDRAWAL_APPLICATION"]


def _registration_id(world: World) -> str:
    fill: random.Random = world.fill
    year = world.start.year
    return fill.choice(
        (
            f"{year}{serial(fill, 8)}",
            f"JY{year}{serial(fill, 6)}",
            f"YG-{year}-{serial(fill, 5)}",
            f"{serial(fill, 6)}{year}{serial(fill, 6)}",
            f"LH{serial(fill, 10)}",
            f"BA{year}{serial(fill, 7)}",
        )
    )


_REGISTRATION: Final[Facts] = {"registration_id": text_of(_registration_id), "filed_on": day(lambda world: world.start)}

WITHDRAWAL_APPLICATION: Final = Kind(
    type="withdrawal_application",
    stated={
        "employer_name": 1.0,
        "uscc": 0.75,
        "employee_name": 0.94,
        "employee_id": 0.84,
        "registration_id": 0.65,
        "reason": 0.95,
        "issue_date": 0.9,
    },
    facts={**_REGISTRATION, "reason": from_papers("withdrawing")},
    wording=wording_of("withdrawal_application", person("employee_name", "employee_id")),
    parties=(Party("employer_name", "sign.employer"),),
    bodies=Weighted(("table", 55), ("letter", 25), ("form", 12), ("intro and form", 8)),
    beside=("beside.handler", "beside.phone"),
    said_once=frozenset(("reason", "registration_id", "filed_on", "uscc", "employer_name")),
)

REGISTRATION_PROOF: Final = Kind(
    type="registration_proof",
    stated={
        "name": 1.0,
        "id_number": 0.95,
        "registration_id": 0.88,
        "employment_type": 0.85,
        "registered_on": 0.94,
        "authority": 0.92,
        "region": 0.5,
    },
    facts={
        **_REGISTRATION,
        "employment_type": from_papers("employment_types"),
        "registered_on": day(lambda world: world.start),
        "authority": text_of(lambda world: office_of("employment", world.place, world.fill)),
        "region": text_of(lambda world: world.fill.choice((world.place.city, world.place.city + world.place.district))),
    },
    wording=wording_of("registration_proof", person("name", "id_number")),
    parties=(Party("authority", "sign.authority"),),
    bodies=Weighted(("table", 45), ("letter", 28), ("form", 20), ("intro and form", 7)),
    beside=("beside.handler", "beside.phone"),
    letterhead="authority",
    said_once=frozenset(("registration_id", "employment_type", "region", "registered_on", "authority")),
    hints={"name": ("registered_on", "region")},
)

REGISTRATION_LIST: Final = Kind(
    type="registration_list",
    stated={"employer_name": 1.0, "uscc": 0.55, "registration_id": 0.45, "people": 1.0, "issue_date": 0.85},
    facts=_REGISTRATION,
    wording=wording_of("registration_list"),
    parties=(Party("employer_name", "sign.employer"),),
    bodies=Weighted(("roster", 1)),
    beside=("beside.handler",),
    never_blank=frozenset(("people",)),
)
