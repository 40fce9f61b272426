"""The story behind a packet: who left which employer when, and what each paper and the application form say about it.

Each paper has its own facts, so that a defect can make one of them lie.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from types import MappingProxyType
from typing import Literal

from samples.companies import Company, draw_company
from samples.papers.paper import UNTIL_DONE, AuthorizationFacts, CertificateFacts, ContractTerm
from samples.people import Person, draw_person, years_after
from samples.told import NOTHING_MORE, Told

Scenario = Literal[
    "employer_withdrawal",
    "individual_withdrawal",
    "registration_correction",
    "employer_deregistered",
    "migrant_worker_withdrawal",
    "social_insurance_closure",
]
Role = Literal["legal_rep", "agent", "individual"]

CHINA = timezone(timedelta(hours=8))
FIRST_DAY, LAST_DAY = date(2024, 2, 1), date(2025, 10, 31)
"""Packets are submitted between these days."""

_CODES_FROM = date(2015, 10, 1)
"""From this day on licences carry the unified social credit code (DOMAIN 1.1)."""

_CHILDHOOD_YEARS = 18
_POSITIONS = (
    "软件工程师",
    "销售经理",
    "会计",
    "行政专员",
    "仓库管理员",
    "电工",
    "店长",
    "车间操作工",
    "客服专员",
    "项目助理",
    "司机",
    "人事主管",
    "厨师",
    "质检员",
)
_RESIGNED = ("本人提出辞职", "个人原因辞职", "个人原因", "协商一致解除劳动合同", "双方协商一致", "劳动者提前三十日书面通知解除")
_EXPIRED = "劳动合同期满终止"
_MATTERS = (
    "办理撤销用工备案有关事宜",
    "办理用工登记撤销手续，提交、领取有关材料",
    "代为办理本单位职工用工备案撤销登记事项",
    "办理劳动用工备案撤销登记",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a packet's papers and its form are made from."""

    scenario: Scenario
    role: Role
    submitted_at: datetime
    employer: Company
    licence: Company
    legal_rep: Person
    employee: Person
    agent: Person | None
    certificate: CertificateFacts
    authorization: AuthorizationFacts | None
    declared: Mapping[str, str]
    told: Told = NOTHING_MORE
    heir: Person | None = None
    """Who applies for somebody who has died; nobody elsewhere."""
    listed: tuple[Person, ...] = ()
    """Everybody an application is for, where it is for more than the employee."""

    @property
    def today(self) -> date:
        """The day of submission."""
        return self.submitted_at.date()

    @property
    def form(self) -> dict[str, object]:
        """What was typed, as packet.json has it under ``declared``."""
        people = [{"name": person.name, "id_number": person.id_number} for person in self.listed]
        return {**self.declared, **({"employees": people} if people else {})}


def draw_facts(rng: random.Random, scenario: Scenario, role: Role) -> Facts:
    """A complete and consistent story."""
    today = FIRST_DAY + timedelta(days=rng.randrange((LAST_DAY - FIRST_DAY).days))
    submitted_at = datetime.combine(today, time(rng.randint(8, 20), rng.randrange(60), rng.randrange(60)), CHINA)
    legal_rep, employee, colleague = _draw_people(rng, today)
    agent = colleague if role == "agent" else None
    employer = _draw_employer(rng, today, legal_rep.name)
    certificate = _draw_certificate(rng, today, employer, employee)
    authorization = _draw_authorization(rng, today, employer, (legal_rep, agent)) if agent else None
    by_employer = scenario in ("employer_withdrawal", "employer_deregistered")
    told = {
        "employer_name": employer.name,
        "uscc": employer.uscc if by_employer else "",
        "legal_rep_name": legal_rep.name if by_employer else "",
        "employee_name": employee.name,
        "employee_id": employee.id_number,
        "applicant_role": role,
        "agent_name": agent.name if agent else "",
        "agent_id": agent.id_number if agent else "",
        "reason": "员工离职",
        "reason_detail": "",
        "separation_date": str(certificate.separation_date),
    }
    declared = MappingProxyType({key: value for key, value in told.items() if value})
    return Facts(
        scenario, role, submitted_at, employer, employer, legal_rep, employee, agent, certificate, authorization, declared
    )


def _draw_people(rng: random.Random, today: date) -> tuple[Person, Person, Person]:
    """Three people whose names do not resemble each other."""
    people = [draw_person(rng, today)]
    while len(people) < 3:
        person = draw_person(rng, today)
        if all(person.name[0] != other.name[0] and not set(person.name[1:]) & set(other.name[1:]) for other in people):
            people.append(person)
    return people[0], people[1], people[2]


def _draw_employer(rng: random.Random, today: date, legal_rep: str) -> Company:
    """An employer whose licence shows a credit code, as every licence in force does."""
    while True:
        company = draw_company(rng, today, legal_rep)
        if company.issued_on >= _CODES_FROM:
            return company


def _draw_certificate(rng: random.Random, today: date, employer: Company, employee: Person) -> CertificateFacts:
    """A certificate that states everything the law asks for, and agrees with itself."""
    separation = today - timedelta(days=rng.randint(2, 28))
    issued = separation + timedelta(days=rng.choice((0, 0, 0, 1, 2, min(5, (today - separation).days))))
    earliest = max(employer.established_on, years_after(employee.birth, _CHILDHOOD_YEARS), separation - timedelta(days=8 * 365))
    longest = max((separation - earliest).days, 90)
    hired = separation - timedelta(days=rng.randint(90, longest))
    expired = rng.random() < 0.2
    return CertificateFacts(
        employee_name=employee.name,
        employer_name=employer.name,
        separation_date=separation,
        issue_date=min(issued, today),
        employee_id=employee.id_number,
        start_date=hired,
        position=rng.choice(_POSITIONS),
        years_of_service=service(hired, separation),
        reason=_EXPIRED if expired else rng.choice(_RESIGNED),
        contract_term=_draw_term(rng, hired, separation, expired),
        sex=employee.sex,
        uscc=employer.uscc,
    )


def _draw_term(rng: random.Random, hired: date, separation: date, expired: bool) -> ContractTerm:
    """The last contract: it ends with the employment where that expired, else some time later or never."""
    if expired:
        return ContractTerm(hired, separation)
    if rng.random() < 0.2:
        return ContractTerm(hired, None)
    end = hired
    while end <= separation:
        end = years_after(end, 3)
    return ContractTerm(hired, end - timedelta(days=1) if end - timedelta(days=1) >= separation else years_after(end, 3))


def service(hired: date, left: date) -> str:
    """Years of service as certificates state them (X年Y个月)."""
    months = (left.year - hired.year) * 12 + left.month - hired.month - (left.day < hired.day - 1)
    years, rest = divmod(max(months, 1), 12)
    return f"{years}年{rest}个月" if years and rest else f"{years}年" if years else f"{rest}个月"


def _draw_authorization(
    rng: random.Random, today: date, employer: Company, people: tuple[Person, Person]
) -> AuthorizationFacts:
    """A letter of authorisation in force on the day."""
    legal_rep, agent = people
    issued = today - timedelta(days=rng.randint(0, 20))
    in_force = today + timedelta(days=rng.randint(20, 180))
    return AuthorizationFacts(
        principal=employer.name,
        legal_rep=legal_rep.name,
        agent_name=agent.name,
        agent_id=agent.id_number,
        matter=rng.choice(_MATTERS),
        issue_date=issued,
        valid_from=issued,
        valid_until=rng.choice((UNTIL_DONE, in_force, in_force)),
        uscc=employer.uscc,
        legal_rep_id=legal_rep.id_number,
        agent_sex=agent.sex,
    )


def telling(facts: Facts, **values: str) -> Facts:
    """The same story with other values on the application form."""
    return replace(facts, declared=MappingProxyType({**facts.declared, **values}))
