"""登记信息更正: the registration has a wrong name or number, and the police say which is right (DOMAIN 9, A6)."""

import random
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from samples.facts import Facts
from samples.leaves import Leaf, Stamp, Wish, card_leaves
from samples.papers.civil_facts import HouseholdFacts, PoliceFacts
from samples.papers.household_register import draw_household_register
from samples.papers.police_certificate import draw_police_certificate
from samples.papers.registration_proof import draw_registration, registration_of
from samples.people import Person, id_number
from samples.scenarios.offices import police_seal, police_station, region_of
from samples.scenarios.story import Piles, Story, form_of
from samples.seals import special_seal

_BY_REGISTER = 0.35
"""Share of changed names that the household register proves, not the police's own paper."""
_WRONG_CHARACTERS = "斯雯莹璐玮杉霖皓晗钰"
_REASONS = {"姓名": ("本人申请改名", "登记笔误", "录入错误"), "公民身份号码": ("重号", "错号", "录入错误")}
_TYPED = {"姓名": "姓名", "公民身份号码": "身份证号码"}


def tell(facts: Facts, rng: random.Random) -> Facts:
    """A wrong value in the registration; the card and the police's paper have the right one."""
    person, item = facts.employee, rng.choice(("姓名", "公民身份号码"))
    old = wrong_name(person, rng) if item == "姓名" else wrong_number(person, rng)
    new = person.name if item == "姓名" else person.id_number
    registration = registration_of(rng, person, facts.today - timedelta(days=rng.randint(200, 900)))
    registration = replace(registration, name=old) if item == "姓名" else replace(registration, id_number=old)
    issued = facts.today - timedelta(days=rng.randint(3, 90))
    changed = issued - timedelta(days=rng.randint(1, 20))
    told = replace(facts.told, registration=registration)
    if item == "姓名" and rng.random() < _BY_REGISTER:
        told = replace(told, household=_household(facts, rng, old, changed.isoformat()))
    else:
        office = police_station(region_of(person.id_number))
        reason = rng.choice(_REASONS[item])
        police = PoliceFacts(person.name, person.id_number, old, new, item, reason, issued, office, changed, person.sex)
        told = replace(told, police=police)
    typed = form_of(
        facts,
        reason="信息错误",
        reason_detail=f"登记的{_TYPED[item]}有误",
        corrected_item=_TYPED[item],
        old_value=old,
        new_value=new,
        registration_id=registration.registration_id or "",
    )
    return replace(facts, told=told, declared=MappingProxyType(typed))


def _household(facts: Facts, rng: random.Random, old: str, day: str) -> HouseholdFacts:
    person = facts.employee
    return HouseholdFacts(
        head=person.name,
        name=person.name,
        relation="户主",
        sex=person.sex,
        ethnicity=person.ethnicity,
        birth=person.birth,
        id_number=person.id_number,
        address=person.address,
        registered_on=facts.today - timedelta(days=rng.randint(900, 4000)),
        former_name=old,
        change=("姓名", person.name, day),
    )


def wrong_name(person: Person, rng: random.Random) -> str:
    """The name with its last character replaced by one that sounds or looks like others."""
    return person.name[:-1] + rng.choice([char for char in _WRONG_CHARACTERS if char not in person.name])


def wrong_number(person: Person, rng: random.Random) -> str:
    """Another valid number of the same county and year."""
    birth = person.birth.replace(day=rng.choice([day for day in range(1, 29) if day != person.birth.day]))
    sequence = rng.randrange(1, 499) * 2 + (1 if person.sex == "男" else 0)
    return id_number(person.id_number[:6], birth, sequence)


def lay(facts: Facts, rng: random.Random, wish: Wish) -> Piles:
    """Card, registration, and what proves the right value."""
    told = facts.told
    assert told.registration is not None
    office = told.registration.authority or ""
    proof = Leaf(draw_registration(rng, told.registration), (Stamp(special_seal(office, "业务专用章")),))
    pile: Piles = {"employee_id": card_leaves(facts.employee, rng), "registration_proof": (proof,)}
    if told.household is not None:
        seal = police_seal(region_of(facts.employee.id_number).police)
        paper = draw_household_register(rng, told.household, rng.choice(("member", "copy")))
        pile["household_register"] = (Leaf(paper, (Stamp(seal), Stamp(seal, "seal_2"))),)
    if told.police is not None:
        stamps = (Stamp(police_seal(told.police.authority or "")),)
        pile["police_certificate"] = (Leaf(draw_police_certificate(rng, told.police), stamps),)
    return pile


CORRECTION = Story(tell, lay)
