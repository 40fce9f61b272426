"""Applications whose form was filled in wrongly while the papers are right (DOMAIN X05, X16-X18, X29, X32, D03, D16; 9, A9)."""

import random
from dataclasses import replace
from datetime import date, timedelta

from samples.companies import draw_company, uscc
from samples.defects.people import stranger
from samples.facts import Facts, telling
from samples.leaves import Wish
from samples.people import draw_person
from samples.twist import BOUNCE, NOT_ACCEPTED, REVIEW, STATED, Twist


def _employee_id_typo(facts: Facts, rng: random.Random) -> Facts:
    """One digit of the serial number mistyped: the check character no longer fits."""
    number = facts.employee.id_number
    at = rng.randint(14, 16)
    typo = number[:at] + str((int(number[at]) + rng.randint(1, 9)) % 10) + number[at + 1 :]
    return telling(facts, employee_id=typo)


def _employee_other(facts: Facts, rng: random.Random) -> Facts:
    """The number of a colleague: valid, and not the certificate's."""
    return telling(facts, employee_id=draw_person(rng, facts.today).id_number)


def _uscc_other(facts: Facts, rng: random.Random) -> Facts:
    code = facts.employer.uscc
    other = uscc(facts.employer.kind, code[2:8], (int(code[11:16]) + rng.randint(1, 999)) % 99999 + 1)
    return telling(facts, uscc=other)


def _uscc_typo(facts: Facts, rng: random.Random) -> Facts:
    """Two neighbouring digits of the serial number changed places, or one mistyped where they are equal."""
    code = facts.employer.uscc
    at = next((at for at in range(11, 15) if code[at] != code[at + 1]), None)
    if at is None:
        return telling(facts, uscc=code[:15] + str((int(code[15]) + 1) % 10) + code[16:])
    return telling(facts, uscc=code[:at] + code[at + 1] + code[at] + code[at + 2 :])


def _separation(facts: Facts, rng: random.Random) -> Facts:
    day = facts.certificate.separation_date
    assert isinstance(day, date), "the story's certificate has a whole date"
    return telling(facts, separation_date=(day - timedelta(days=rng.choice((1, 10, 30, 31)))).isoformat())


def _agent_name(facts: Facts, rng: random.Random) -> Facts:
    return telling(facts, agent_name=draw_person(rng, facts.today).name, agent_id=draw_person(rng, facts.today).id_number)


def _other_reason(facts: Facts, rng: random.Random) -> Facts:
    return telling(facts, reason="其他", reason_detail="")


def _employer_name(facts: Facts, rng: random.Random) -> Facts:
    """Another firm's name beside the right credit code."""
    other = draw_company(rng, facts.today, stranger(facts, rng).name, "limited")
    return telling(facts, employer_name=other.name)


def _not_an_individual_business(facts: Facts) -> bool:
    return facts.employer.kind != "individual"


def _dissolved(facts: Facts, rng: random.Random) -> Facts:
    """The certificate says that the firm was wound up; on the form the employee left."""
    ended = rng.choice(("用人单位决定提前解散", "用人单位提前解散，劳动合同终止"))
    return replace(facts, certificate=replace(facts.certificate, reason=ended))


def _other_platform(facts: Facts, rng: random.Random) -> Facts:
    return telling(facts, platform="全国建筑工人管理服务信息平台")


FORM_DEFECTS: tuple[Twist, ...] = (
    Twist(
        "declared_id_typo",
        "The employee's number was mistyped on the form.",
        NOT_ACCEPTED,
        (("field.bad_checksum", "match.person_id"),),
        facts=_employee_id_typo,
    ),
    Twist(
        "declared_id_other",
        "The form gives another person's ID number than the certificate.",
        NOT_ACCEPTED,
        (("match.person_id",),),
        facts=_employee_other,
    ),
    Twist(
        "declared_uscc_other",
        "The form gives another company's credit code.",
        NOT_ACCEPTED,
        (("match.uscc",),),
        facts=_uscc_other,
    ),
    Twist(
        "declared_uscc_typo",
        "The credit code was mistyped on the form.",
        NOT_ACCEPTED,
        (("field.bad_checksum", "match.uscc"),),
        facts=_uscc_typo,
    ),
    Twist(
        "declared_separation",
        "The form gives another day of separation than the certificate.",
        NOT_ACCEPTED,
        (("match.separation_date",),),
        facts=_separation,
    ),
    Twist(
        "declared_agent",
        "The form names another agent than the letter and the card.",
        NOT_ACCEPTED,
        (("match.agent", "match.applicant"),),
        roles=("agent",),
        facts=_agent_name,
    ),
    Twist(
        "declared_employer_name",
        "The form gives another firm's name with the licence's credit code.",
        REVIEW,
        (("match.employer_name",),),
        suits=_not_an_individual_business,
        facts=_employer_name,
    ),
    Twist(
        "reason_conflict",
        "By the form the employee left, by the certificate the firm was wound up.",
        REVIEW,
        (("scenario.reason_conflict",),),
        wish=Wish((*STATED, "reason")),
        facts=_dissolved,
    ),
    Twist(
        "other_platform",
        "The registration is kept by the platform for building workers.",
        BOUNCE,
        (("scenario.wrong_platform",),),
        facts=_other_platform,
    ),
    Twist(
        "reason_other_without_text",
        "The reason 其他 was chosen and not explained.",
        NOT_ACCEPTED,
        (("scenario.reason_unspecific",),),
        facts=_other_reason,
    ),
)
