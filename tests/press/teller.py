"""Tells what a paper says: gives values their printed form, remembers which fields were stated, left empty or hinted at."""

import re
from collections.abc import Mapping
from typing import Final, Literal

from tests.press.choices import Choices
from tests.press.facts import OTHER_FACTS, Facts, Value, folded, plain
from tests.press.wording import Piece, Wording
from tests.press.world import World

__all__ = ["Blank", "Teller"]

_PRINTED_UNIT: Final = re.compile("[年月日]")

_SAME_AS: Final = {"job": "position"}
"""Facts that a field of another type of paper is called: marked as that field's values, though this paper has no such field."""

Blank = Literal["all", "day", "month"]
"""How much of a value is left empty: all of it, or a date's day, or its month and day."""


class Teller:
    """Says the words of one paper.

    ``in_cell``: a blank is bare room, not an underline; ``fill_in``: values stand on underlines of so many half ems;
    ``said_once`` are facts that are not told again while a letter is.
    """

    def __init__(self, choices: Choices, wording: Wording, facts: Facts, fields: Mapping[str, float]) -> None:
        self.choices = choices
        self.world = World(choices)
        self.wording = wording
        self.withheld: frozenset[str] = frozenset()
        self.kept: dict[object, int] = {}
        self.said_once: frozenset[str] = frozenset()
        self.spent: set[str] = set()
        self.blanks: dict[str, Blank] = {}
        self.truth: dict[str, str] = {}
        self.printed: dict[str, str] = {}
        self.hinted: set[str] = set()
        self.title = ""
        self.in_cell = False
        self.fill_in = 0
        self._spreads_days = choices.chance(0.4)
        self._fields = fields
        self._facts = facts
        self._values: dict[str, Value] = {}
        self._printings = 0

    def value(self, name: str) -> Value:
        """Return a fact, the same each time."""
        if name not in self._values:
            make = self._facts.get(name) or OTHER_FACTS[name]
            self._values[name] = make(self.world)
        return self._values[name]

    def tell(self, rule: str) -> list[Piece]:
        """Say something as one of the kind's rules has it."""
        return self.wording.tell(rule, self)

    def can_tell(self, rule: str) -> bool:
        """Whether a rule can be said without a field that this paper withholds."""
        return self.wording.can_tell(rule, self.withheld)

    def say(self, name: str, out: list[Piece]) -> None:
        """Append a value, between blanks where the paper's text was filled in."""
        value = self.value(name)
        if name in self.said_once:
            self.spent.add(name)
        if name not in self._fields:
            out.append((value.text, _SAME_AS.get(name, ""), 0))
            return
        text, truth = self._left_empty(name, value)
        self._printings += 1
        if truth or name not in self.truth:
            self.truth[name] = truth
            self.printed[name] = text
        if self.fill_in and value.day and truth:
            text = _spread_day(text) if self._spreads_days else text
        pad = "_" * self.choices.count(self.fill_in // 2, self.fill_in) if self.fill_in and truth else ""
        out += [(pad, "", 0), (text, name, self._printings), (pad, "", 0)] if pad else [(text, name, self._printings)]

    def state(self, name: str, text: str) -> int:
        """Remember a field that the paper states in several places at once, and return the number of this printing."""
        self.truth[name] = folded(text)
        self.printed[name] = text
        self._printings += 1
        return self._printings

    def fix(self, name: str, text: str) -> None:
        """Decide a fact that depends on how the paper is set."""
        self._values[name] = plain(text)

    def leave_open(self, name: str) -> None:
        """Remember that a field's place is printed and left empty, unless it is stated elsewhere."""
        self.truth.setdefault(name, "")
        self.printed.setdefault(name, "")

    def again(self, name: str) -> str:
        """Return a fact anew, as for another row of a table."""
        return OTHER_FACTS[name](self.world).text

    def hint(self, name: str) -> None:
        """Remember that the text hints at a field without stating it."""
        self.hinted.add(name)

    @property
    def unclear(self) -> set[str]:
        """Fields that are hinted at and stated nowhere: nobody can say whether they are there."""
        return {name for name in self.hinted if not self.truth.get(name)}

    def _left_empty(self, name: str, value: Value) -> tuple[str, str]:
        blank = self.blanks.get(name)
        if blank is None:
            return value.text, value.truth
        gap = "    " if self.in_cell else "_" * self.choices.count(3, 6)
        if value.day is None:
            return ("" if self.in_cell else gap * 2), ""
        short = gap[: len(gap) // 2 + 1]
        if blank == "all":
            start = self.choices.pick(("", "", "20"))
            return f"{start}{gap}年{short}月{short}日", ""
        if blank == "month":
            return f"{value.day.year}年{short}月{short}日", f"{value.day.year}"
        return f"{value.day.year}年{value.day.month}月{short}日", f"{value.day:%Y-%m}"


def _spread_day(text: str) -> str:
    """A day as it is filled in where 年, 月 and 日 are printed: 2024_年_5_月_31_日."""
    return _PRINTED_UNIT.sub(r"_\g<0>_", text).rstrip("_") if "年" in text else text
