"""Papers told by a story: drawn in every layout, sealed by whoever issues them."""

import random
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, Protocol, TypeVar

from samples.facts import Facts, Scenario
from samples.leaves import Leaf, Stamp, seal_of
from samples.papers.paper import Paper, TextFact
from samples.scenarios import draw_story
from samples.seals import SealDesign


class Issued(Protocol):
    """What a paper says that an office issues."""

    @property
    def authority(self) -> TextFact:
        """The office's name."""


Draw = Callable[[random.Random], Leaf]
T = TypeVar("T")
P = TypeVar("P", bound=Issued)
L = TypeVar("L", bound=str)

_STORIES: Final = 5000
"""Stories drawn before giving up on one with the paper; the rarest, a loss of nationality in lines, is in one of fourteen."""


def each(layouts: Sequence[L], draw: Callable[[random.Random, L], Leaf]) -> tuple[Draw, ...]:
    """A maker for every layout."""
    return tuple(partial(_in_layout, draw, layout) for layout in layouts)


def _in_layout(draw: Callable[[random.Random, L], Leaf], layout: L, rng: random.Random) -> Leaf:
    return draw(rng, layout)


def story_with(scenario: Scenario, pick: Callable[[Facts], T | None], rng: random.Random) -> tuple[Facts, T]:
    """A story that has the paper, and what the paper says.

    Raises:
        ValueError: none was found.
    """
    for _ in range(_STORIES):
        facts = draw_story(rng, scenario, "individual")
        paper = pick(facts)
        if paper is not None:
            return facts, paper
    raise ValueError(f"no story of {scenario} has the paper")


def by_office(
    scenario: Scenario,
    pick: Callable[[Facts], P | None],
    draw: Callable[[random.Random, P, L], Paper],
    seal: Callable[[str], SealDesign],
) -> Callable[[random.Random, L], Leaf]:
    """A paper under the seal of the office that it names."""

    def make(rng: random.Random, layout: L) -> Leaf:
        _, paper = story_with(scenario, pick, rng)
        return Leaf(draw(rng, paper, layout), (Stamp(seal(paper.authority or "")),))

    return make


def by_employer(
    scenario: Scenario, pick: Callable[[Facts], T | None], draw: Callable[[random.Random, T, L], Paper]
) -> Callable[[random.Random, L], Leaf]:
    """A paper under the employer's seal, where it has a place for one."""

    def make(rng: random.Random, layout: L) -> Leaf:
        facts, paper = story_with(scenario, pick, rng)
        return Leaf(draw(rng, paper, layout), (Stamp(seal_of(facts.employer)),))

    return make
