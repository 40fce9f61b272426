"""辞职信, 解除劳动合同协议书 and 农民工退场确认: papers between a worker and an employer."""

from typing import Final

from tests.press.choices import Weighted
from tests.press.facts import day, from_papers, listed, text_of
from tests.press.kinds.kind import Kind, Party
from tests.press.kinds.shared import person, wording_of

__all__ = ["EXIT_CONFIRMATION", "RESIGNATION_LETTER", "TERMINATION_AGREEMENT"]

RESIGNATION_LETTER: Final = Kind(
    type="resignation_letter",
    stated={
        "employee_name": 1.0,
        "employee_id": 0.5,
        "employer_name": 0.6,
        "separation_date": 0.8,
        "issue_date": 0.92,
        "reason": 0.9,
    },
    facts={
        "separation_date": day(lambda world: world.later(world.issue, 1, 40)),
        "reason": from_papers("leaving"),
    },
    wording=wording_of("resignation_letter", person("employee_name", "employee_id")),
    parties=(Party("employee_name", "sign.name"),),
    bodies=Weighted(("letter", 62), ("table", 20), ("form", 10), ("intro and form", 8)),
    said_once=frozenset(("employer_name", "reason", "hired_on", "job", "separation_date")),
    is_sealed=False,
)

TERMINATION_AGREEMENT: Final = Kind(
    type="termination_agreement",
    stated={
        "employer_name": 1.0,
        "employee_name": 1.0,
        "employee_id": 0.85,
        "separation_date": 0.92,
        "issue_date": 0.9,
        "reason": 0.5,
    },
    facts={"separation_date": day(lambda world: world.end), "reason": from_papers("agreed")},
    wording=wording_of("termination_agreement", person("employee_name", "employee_id")),
    parties=(Party("employer_name", "sign.employer"), Party("employee_name", "sign.employee")),
    bodies=Weighted(("letter", 76), ("table", 6), ("form", 6), ("intro and form", 12)),
    beside=("beside.agent",),
    said_once=frozenset(("reason", "money", "separation_date")),
    hints={"employer_name": ("reason",)},
)

EXIT_CONFIRMATION: Final = Kind(
    type="exit_confirmation",
    stated={
        "name": 1.0,
        "id_number": 0.9,
        "employer_name": 0.9,
        "project": 0.92,
        "entered_on": 0.75,
        "exited_on": 0.94,
        "wages_settled": 0.7,
        "issue_date": 0.9,
    },
    facts={
        "entered_on": day(lambda world: world.start),
        "exited_on": day(lambda world: world.end),
        "project": from_papers("projects"),
        "wages_settled": from_papers("wages"),
        "job": listed("trades"),
        "other_firm": text_of(lambda world: world.company.name),
    },
    wording=wording_of("exit_confirmation", person("name", "id_number")),
    parties=(Party("employer_name", "sign.employer"), Party("name", "sign.worker")),
    bodies=Weighted(("letter", 30), ("table", 44), ("form", 16), ("intro and form", 10)),
    beside=("beside.handler",),
    second_signs=0.5,
    said_once=frozenset(("project", "wages_settled", "entered_on", "exited_on", "employer_name")),
)
