"""Licences that contradict themselves, or were copied for something else (DOMAIN X37, D07, D08)."""

import random
from dataclasses import replace

from samples.companies import uscc
from samples.facts import Facts, telling
from samples.leaves import licence_leaf
from samples.twist import REVIEW, Leaves, Twist

_CHECK_CHARACTERS = "3479ACDEFGHJKLMNPQRTWXY"
"""Of the credit code's alphabet those that are not taken for one another."""


def coded(facts: Facts, code: str) -> Facts:
    """The same employer with another credit code, on all its papers and on the form."""
    firm = replace(facts.employer, uscc=code)
    letter = replace(facts.authorization, uscc=code) if facts.authorization else None
    certificate = replace(facts.certificate, uscc=code)
    changed = replace(facts, employer=firm, licence=firm, certificate=certificate, authorization=letter)
    return telling(changed, uscc=code)


def _wrong_check(facts: Facts, rng: random.Random) -> Facts:
    """The code's last character cannot be right."""
    code = facts.employer.uscc
    return coded(facts, code[:-1] + rng.choice([char for char in _CHECK_CHARACTERS if char != code[-1]]))


def _of_a_cooperative(facts: Facts, rng: random.Random) -> Facts:
    """A code of the kind that farmers' cooperatives have, on a company's licence."""
    return coded(facts, uscc("cooperative", facts.employer.uscc[2:8], rng.randint(1, 99999)))


def _is_a_company(facts: Facts) -> bool:
    return facts.employer.kind == "limited"


def _for_something_else(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    mark = rng.choice(("仅供办理银行贷款使用", "仅用于投标使用，他用无效", "仅供办理租房手续使用"))
    return {**leaves, "business_license": (licence_leaf(facts.licence, rng, mark),)}


LICENCE_DEFECTS: tuple[Twist, ...] = (
    Twist(
        "licence_code",
        "The licence's credit code fails its checksum.",
        REVIEW,
        (("field.bad_checksum",),),
        facts=_wrong_check,
    ),
    Twist(
        "licence_of_another_kind",
        "A company's licence has the credit code of a farmers' cooperative.",
        REVIEW,
        (("field.inconsistent",),),
        suits=_is_a_company,
        facts=_of_a_cooperative,
    ),
    Twist(
        "licence_for_something_else",
        "The licence's copy was made for a loan, a tender or a lease.",
        REVIEW,
        (("doc.purpose_conflict",),),
        leaves=_for_something_else,
    ),
)
