"""The source of every decision that composes a paper: what is decided can be recorded, repeated and made simpler.

Decisions about what a paper looks like come from ``draw``, one number in 0..1 each; the first of several options is always
the plainest one, so that a row of zeros gives the plainest paper. What merely fills it (digits, names, jitter) comes from
``fill``.
"""

import random
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

__all__ = ["Choices", "Weighted"]

Option = TypeVar("Option")


class Weighted(Generic[Option]):
    """Options of which some are chosen more often than others."""

    __slots__ = ("limits", "options")

    def __init__(self, *weighed: tuple[Option, float]) -> None:
        self.options = tuple(option for option, _ in weighed)
        self.limits = tuple(accumulate(weight for _, weight in weighed))


class Choices:
    """Decides, and keeps a readable account of what was decided."""

    __slots__ = ("_draw", "fill", "recipe")

    def __init__(self, draw: Callable[[], float], fill: random.Random) -> None:
        self._draw = draw
        self.fill = fill
        self.recipe: list[str] = []

    def chance(self, probability: float) -> bool:
        """Return True that often."""
        return self._draw() >= 1 - probability

    def pick(self, options: Sequence[Option]) -> Option:
        """Return one of equally likely options."""
        return options[int(self._draw() * len(options))]

    def weighed(self, weighted: Weighted[Option]) -> Option:
        """Return one of options that are not equally likely."""
        limits = weighted.limits
        return weighted.options[min(bisect_right(limits, self._draw() * limits[-1]), len(limits) - 1)]

    def between(self, low: float, high: float) -> float:
        """Return a measure from ``low`` to ``high``."""
        return low + (high - low) * self._draw()

    def count(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return low + int(self._draw() * (high - low + 1))

    def some(self, options: Sequence[Option], share: float) -> list[Option]:
        """Return those options that are chosen, each with the same probability, in their order."""
        return [option for option in options if self.chance(share)]

    def note(self, what: str, choice: object) -> None:
        """Write a decision into the paper's recipe."""
        self.recipe.append(f"{what}: {choice}")
