"""离职证明, 解除(终止)劳动合同证明书 and their many sisters."""

from typing import Final

from tests.press.choices import Weighted
from tests.press.facts import OTHER_FACTS, Facts, Value, day, plain, span
from tests.press.kinds.kind import Kind, Party
from tests.press.kinds.shared import person, wording_of
from tests.press.words import words
from tests.press.world import World

__all__ = ["TERMINATION_CERTIFICATE"]


def _contract_term(world: World) -> Value:
    dice = world.fill.random()
    if dice < 0.12:
        return plain("无固定期限")
    if dice < 0.15:
        return plain("以完成一定工作任务为期限")
    return span(lambda told: told.contract)(world)


_FACTS: Final[Facts] = {
    "employee_name": lambda world: plain(world.person.name),
    "employee_id": lambda world: plain(world.person_id),
    "employer_name": lambda world: plain(world.employer.name),
    "start_date": day(lambda world: world.start),
    "separation_date": day(lambda world: world.end),
    "issue_date": day(lambda world: world.issue, at_the_foot=True),
    "position": OTHER_FACTS["job"],
    "years_of_service": lambda world: plain(world.service),
    "reason": lambda world: plain(world.fill.choice(words("work", "reasons"))),
    "contract_term": _contract_term,
}

TERMINATION_CERTIFICATE: Final = Kind(
    type="termination_certificate",
    stated={
        "employee_name": 1.0,
        "employee_id": 0.86,
        "employer_name": 0.95,
        "start_date": 0.78,
        "separation_date": 0.96,
        "issue_date": 0.94,
        "position": 0.68,
        "years_of_service": 0.3,
        "reason": 0.6,
        "contract_term": 0.3,
    },
    facts=_FACTS,
    wording=wording_of("termination_certificate", person("employee_name", "employee_id")),
    parties=(Party("employer_name", "sign.employer"),),
    bodies=Weighted(("letter", 46), ("form", 17), ("table", 22), ("intro and form", 9), ("form and letter", 6)),
    beside=("beside.handler", "beside.phone", "beside.head", "beside.open", "beside.receipt"),
    letterhead="employer_name",
    has_stub=True,
    said_once=frozenset(("position", "reason", "years_of_service", "contract_term", "department")),
    hints={"contract_term": ("start_date", "separation_date")},
)
