"""Applications by or for others than those on the papers (DOMAIN X05, X06, X09, X15)."""

import random
from dataclasses import replace

from samples.defects.people import stranger
from samples.facts import Facts, telling
from samples.leaves import Leaf, Wish, certificate_leaf
from samples.one_scenario import OWN, by_certificate
from samples.people import Person
from samples.twist import BOUNCE, NOT_ACCEPTED, STATED, Leaves, Twist


def _typed_id(facts: Facts, rng: random.Random) -> Facts:
    return telling(facts, employee_id=stranger(facts, rng).id_number)


def _typed_name(facts: Facts, rng: random.Random) -> Facts:
    return telling(facts, employee_name=stranger(facts, rng).name)


def _applied_by_stranger(facts: Facts, rng: random.Random) -> Facts:
    other = stranger(facts, rng)
    return telling(facts, applicant_name=other.name, applicant_id=other.id_number)


def listing(facts: Facts, rng: random.Random) -> Facts:
    """An application for the employee and two colleagues."""
    others: list[Person] = []
    while len(others) < 2:
        person = stranger(facts, rng)
        if not any(set(person.name) & set(other.name) for other in others):
            others.append(person)
    return replace(facts, listed=(facts.employee, *others))


def certified(facts: Facts, people: tuple[Person, ...], rng: random.Random) -> tuple[Leaf, ...]:
    """A certificate for each of some colleagues, who left on the employee's day."""
    told = facts.certificate
    each = (replace(told, employee_name=one.name, employee_id=one.id_number, sex=one.sex) for one in people)
    return tuple(certificate_leaf(replace(facts, certificate=one), rng, Wish(STATED)) for one in each)


def _one_lacking(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    return {
        **leaves,
        "termination_certificate": (*leaves["termination_certificate"], *certified(facts, facts.listed[1:-1], rng)),
    }


APPLICANT_DEFECTS: tuple[Twist, ...] = (
    OWN(
        "own_typed_id",
        "The form gives another person's ID number than the card.",
        NOT_ACCEPTED,
        (("match.person_id",),),
        suits=by_certificate,
        facts=_typed_id,
    ),
    OWN(
        "own_typed_name",
        "The form gives another person's name than the card.",
        NOT_ACCEPTED,
        (("match.person_name",),),
        suits=by_certificate,
        facts=_typed_name,
    ),
    Twist(
        "applied_by_stranger",
        "Who applies is neither the worker nor the legal representative nor an agent.",
        BOUNCE,
        (("match.applicant",),),
        roles=("legal_rep",),
        facts=_applied_by_stranger,
    ),
    Twist(
        "listed_without_certificate",
        "Three workers are on the list, two have a certificate.",
        NOT_ACCEPTED,
        (("doc.missing",),),
        facts=listing,
        leaves=_one_lacking,
    ),
)
