"""Complete packets that come close to breaking a rule about people and their cards (DOMAIN X05 to X18, D03 to D06)."""

import random
from dataclasses import replace
from datetime import date
from functools import partial

from samples.defects.applicants import certified, listing
from samples.defects.people import begin_of_term
from samples.facts import Facts, telling
from samples.leaves import Wish, certificate_leaf
from samples.one_scenario import OWN, by_certificate
from samples.people import age_on, term_end
from samples.regions import REGIONS
from samples.scenarios.offices import region_of
from samples.tricks.stories import is_kind, wide
from samples.twist import STATED, Leaves, Twist

_LEAP_DAY = date(2020, 2, 29)
_YOUNGEST = 16
"""Age from which a card is good for ten years at least, and not for five."""


def _typed_carelessly(facts: Facts, rng: random.Random) -> Facts:
    """Full-width digits, and spaces around the name."""
    return telling(facts, employee_id=wide(facts.employee.id_number), employee_name=f" {facts.employee.name}　")


def _all_certified(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    return {
        **leaves,
        "termination_certificate": (*leaves["termination_certificate"], *certified(facts, facts.listed[1:], rng)),
    }


def _issued_twice(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    """A second original of the same content, written on the day of submission."""
    again = replace(facts, certificate=replace(facts.certificate, issue_date=facts.today))
    more = certificate_leaf(again, rng, Wish(STATED))
    return {**leaves, "termination_certificate": (*leaves["termination_certificate"], more)}


def _last_day(facts: Facts, rng: random.Random) -> Facts:
    """The card is valid through the day of submission."""
    card, begin = facts.legal_rep, begin_of_term(facts.legal_rep, facts.today)
    assert begin is not None
    return replace(facts, legal_rep=replace(card, valid_from=begin, valid_until=facts.today))


def _may_end_today(facts: Facts) -> bool:
    return begin_of_term(facts.legal_rep, facts.today) is not None


def _moved(facts: Facts, rng: random.Random) -> Facts:
    """To another district of the city whose police issued the card."""
    card, here = facts.legal_rep, region_of(facts.legal_rep.id_number)
    other = rng.choice([region.county for region in REGIONS if region.county.endswith("区") and region.county != here.county])
    return replace(facts, legal_rep=replace(card, address=card.address.replace(here.county, other)))


def _lives_in_a_district(facts: Facts) -> bool:
    return region_of(facts.legal_rep.id_number).county.endswith("区")


def _issued_on_leap_day(facts: Facts, rng: random.Random) -> Facts:
    """From 29 February to the day before, or to 1 March."""
    card = facts.legal_rep
    until = term_end(card.birth, _LEAP_DAY)
    assert until is not None
    return replace(
        facts,
        legal_rep=replace(card, valid_from=_LEAP_DAY, valid_until=rng.choice((until, date(until.year, 3, 1)))),
    )


def _of_age_on_leap_day(facts: Facts) -> bool:
    birth = facts.legal_rep.birth
    return age_on(birth, _LEAP_DAY) >= _YOUNGEST and term_end(birth, _LEAP_DAY) is not None


def _card_ends_in_x(facts: Facts) -> bool:
    return facts.legal_rep.id_number.endswith("X")


def _applied_by_representative(facts: Facts, rng: random.Random) -> Facts:
    return telling(facts, applicant_name=facts.legal_rep.name, applicant_id=facts.legal_rep.id_number)


def _by_operator(facts: Facts, rng: random.Random) -> Facts:
    """Registered under the name of the person behind the business."""
    return telling(facts, employer_name=f"{rng.choice(('个体户', '个体工商户'))}{facts.legal_rep.name}")


NEAR_PEOPLE: tuple[Twist, ...] = (
    OWN(
        "own_typed_carelessly",
        "Number and name are the card's, typed in full-width digits and with spaces.",
        suits=by_certificate,
        facts=_typed_carelessly,
    ),
    Twist("all_certified", "Three workers are on the list, each with a certificate.", facts=listing, leaves=_all_certified),
    Twist("issued_twice", "Two certificates, written on two days, say the same.", leaves=_issued_twice),
    Twist("card_ends_today", "The card is valid through the day of submission.", suits=_may_end_today, facts=_last_day),
    Twist(
        "moved_within_the_city",
        "The card's holder moved to another district of the same city.",
        suits=_lives_in_a_district,
        facts=_moved,
    ),
    Twist("leap_day_card", "The card was issued on 29 February.", suits=_of_age_on_leap_day, facts=_issued_on_leap_day),
    Twist("card_ends_in_x", "The card's number ends in an X.", suits=_card_ends_in_x),
    Twist(
        "applied_by_representative",
        "The form names the legal representative as who applies.",
        roles=("legal_rep",),
        facts=_applied_by_representative,
    ),
    Twist(
        "goes_by_operator",
        "An individual business is registered under its operator's name.",
        suits=partial(is_kind, kinds=("individual",)),
        facts=_by_operator,
    ),
)
