"""Shrinks a failing paper: repeats the choices that composed it, ever fewer and plainer ones, as long as it still fails."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from extractors.evidence import DocumentType
from tests.press.choices import Choices
from tests.press.compose import compose_from
from tests.press.paper import PressPaper

__all__ = ["Tape", "record", "replay", "shrunk"]

Fails = Callable[[PressPaper], bool]


@dataclass(frozen=True)
class Tape:
    """The choices that composed a paper: every number drawn, and what the filling was seeded with."""

    drawn: tuple[float, ...]
    filling: int
    type: DocumentType | None


def record(rng: random.Random, type_: DocumentType | None) -> Tape:
    """Return the choices that ``compose`` makes with this source of randomness."""
    filling = rng.getrandbits(64)
    drawn: list[float] = []

    def draw() -> float:
        drawn.append(rng.random())
        return drawn[-1]

    compose_from(Choices(draw, random.Random(filling)), type_)
    return Tape(tuple(drawn), filling, type_)


def replay(tape: Tape) -> PressPaper:
    """Return the paper that these choices compose; the plainest choice stands for each that is missing."""
    rest = iter(tape.drawn)
    return compose_from(Choices(lambda: next(rest, 0.0), random.Random(tape.filling)), tape.type)


def shrunk(tape: Tape, fails: Fails, tries: int = 1500) -> Tape:
    """Return the plainest choices found whose paper still fails, after so many tries at most."""
    budget = [tries]
    before: tuple[float, ...] = ()
    while tape.drawn != before and budget[0] > 0:
        before = tape.drawn
        for width in (64, 16, 4, 1):
            tape = _with_plainer(tape, fails, width, budget)
        tape = _without_parts(tape, fails, budget)
    return tape


def _still_fails(tape: Tape, fails: Fails, budget: list[int]) -> bool:
    if budget[0] <= 0:
        return False
    budget[0] -= 1
    return fails(replay(tape))


def _with_plainer(tape: Tape, fails: Fails, width: int, budget: list[int]) -> Tape:
    """Try the plainest choice for so many choices in a row, from the last to the first."""
    for start in range(len(tape.drawn) - width, -1, -width):
        part = tape.drawn[start : start + width]
        if any(part):
            plainer = Tape((*tape.drawn[:start], *(0.0,) * width, *tape.drawn[start + width :]), tape.filling, tape.type)
            tape = plainer if _still_fails(plainer, fails, budget) else tape
    return tape


def _without_parts(tape: Tape, fails: Fails, budget: list[int]) -> Tape:
    """Try to do without choices."""
    for width in (16, 4, 1):
        start = len(tape.drawn) - width
        while start >= 0:
            shorter = Tape(tape.drawn[:start] + tape.drawn[start + width :], tape.filling, tape.type)
            tape = shorter if _still_fails(shorter, fails, budget) else tape
            start -= width
    return tape
