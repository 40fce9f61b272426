"""Ways to make a paper of a story lie, while the form stays as it was."""

import random
from collections.abc import Callable
from dataclasses import replace

from samples.defects.people import stranger
from samples.facts import Facts
from samples.told import Told

Change = Callable[[Facts, random.Random], Facts]


def retold(change: Callable[[Told, Facts, random.Random], Told]) -> Change:
    """A change of what the papers say."""
    return lambda facts, rng: replace(facts, told=change(facts.told, facts, rng))


def of_stranger(kind: str) -> Change:
    """A paper about somebody else."""

    def change(told: Told, facts: Facts, rng: random.Random) -> Told:
        other = stranger(facts, rng)
        paper = replace(getattr(told, kind), name=other.name, id_number=other.id_number)
        return replace(told, **{kind: paper})

    return retold(change)
