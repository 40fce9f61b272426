"""Twists of one scenario, and which of its stories they suit: what defects and tricks of the scenarios are written with."""

from collections.abc import Callable

from samples.facts import Facts
from samples.twist import for_one

Suits = Callable[[Facts], bool]


def has(*kinds: str) -> Suits:
    """Whether a story has all of some papers."""
    return lambda facts: all(getattr(facts.told, kind) for kind in kinds)


def lacks(kind: str, *others: str) -> Suits:
    """Whether a story has some papers, and not the first."""
    return lambda facts: not getattr(facts.told, kind) and has(*others)(facts)


def by_certificate(facts: Facts) -> bool:
    """Whether nothing but a certificate ends the employment."""
    told = facts.told
    return not (told.stopped or told.agreement or told.ruling or told.complaint)


OWN = for_one("individual_withdrawal")
CORRECTION = for_one("registration_correction")
CLOSURE = for_one("social_insurance_closure")
SITE = for_one("migrant_worker_withdrawal")
CLOSED = for_one("employer_deregistered", roles=("legal_rep",))
FIRM_ENDS = for_one("social_insurance_closure", roles=("legal_rep", "agent"))
