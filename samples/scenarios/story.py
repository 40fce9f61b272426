"""What a scenario adds to a story: what it tells on the form and on its papers, and which papers it lays on the pile."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from samples.facts import Facts
from samples.leaves import Leaf, Wish

Piles = dict[str, tuple[Leaf, ...]]


@dataclass(frozen=True, slots=True)
class Story:
    """A scenario's way of telling: ``tell`` completes the facts, ``lay`` draws the papers for each slot."""

    tell: Callable[[Facts, random.Random], Facts]
    lay: Callable[[Facts, random.Random, Wish], Piles]


def form_of(facts: Facts, **typed: str) -> Mapping[str, str]:
    """What an individual types: who they are, and whatever else is told."""
    told = {
        "employee_name": facts.employee.name,
        "employee_id": facts.employee.id_number,
        "applicant_role": facts.role,
        "reason_detail": "",
    } | typed
    return {name: value for name, value in told.items() if value}


def month_of(day: date) -> str:
    """A day's month, as YYYY-MM."""
    return f"{day:%Y-%m}"
