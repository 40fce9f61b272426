"""Whether a misreading can explain that two values differ: how likely the slips it would take are, against another value.

What was read is aligned with what may stand there. Every stretch of wrong characters costs what misreading costs in that place
(seldom in plain print, often under a stamp or by a pen), and goes on more easily than it begins: what hides one character hides
its neighbour. A character that the recogniser does not know comes back as any other, which tells nothing. Against that stands
another value of the same kind. It shares characters with this one, too: surnames, the words of which all firms' names are made,
the region that numbers begin with.

The shares below are coarse on purpose. ``python -m tests.bench.slips`` prints how often they would send back a true value with
so many slips, and how often they would find another person's, firm's, number or day.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from itertools import product
from typing import Final, Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from validators.alike_glyphs import alike_to
from validators.known_characters import can_be_read, holds_unknown
from validators.names import LOOKALIKES, UNREADABLE, simplified
from validators.values import PLAIN_SLIP, Slip, Value, certainty

Sort = Literal["person", "firm", "number", "day"]


class Sorted(NamedTuple):
    """What is known of values of one sort. ``glyphs``: among how many a wrong one is drawn; ``anothers``: how many in a hundred
    papers (0..1) hold another's value, or a wrong one; ``shared``: how often another value has this character in this place."""

    glyphs: int
    anothers: float
    shared: float


_SORTS: Final[Mapping[Sort, Sorted]] = {
    "person": Sorted(3000, 0.02, 0.005),
    "firm": Sorted(3000, 0.02, 0.5),
    "number": Sorted(10, 0.02, 0.5),
    "day": Sorted(10, 0.10, 0.8),
}
_SURNAME: Final = 0.03
"""How often two people share a surname: the commonest in every twelfth name, most in one of a thousand."""
_TAIL: Final = re.compile(r"(?:股份|集团|\(集团\))?(?:有限(?:责任)?)?公司$|\(?个体工商户\)?$|合伙企业(?:\(.*\))?$")
_TAIL_SHARED: Final = 0.95
_VALID_BY_CHANCE: Final = 0.003
"""Of numbers with wrong digits so many still have a fitting check digit and a day of birth that exists: 1/11 of 1/27."""
_INVALID: Final = 0.05
"""So many numbers are written on papers with a digit wrong, whoever they are of."""
_ALIKE: Final = 0.8
_ALIKE_OBSCURED: Final = 0.5
"""Share of slips by which a character becomes one that looks like it, in plain print and where something lies over it."""
_LOST: Final = 0.2
_ADDED: Final = 0.05
"""Shares of slips by which a character vanishes, or one comes in."""
_DIGITS: Final = ("068", "38", "35", "56", "89", "17", "27", "0O", "0D", "1I", "2Z", "5S", "8B")

SURELY: Final = 0.95
"""Chance from which it is another value, whatever the readings' scores: with a bounce of a true paper ten times as bad as a
defect missed, one may be wrong in eleven at most; half of that is kept for what the model does not know."""
LIKELIER_MISREAD: Final = 0.5


_CERTAIN_NATS: Final = 50.0
"""Log odds beyond which nothing changes."""


class Difference(Enum):
    """What two values that differ are."""

    ANOTHER = "another"
    """Two values: no misreading explains the difference."""
    OPEN = "open"
    """Slips hardly explain it, or the value may answer another question: how sure the readings are decides."""
    MISREAD = "misread"
    """One value, misread: likelier than another."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A difference, and how sure (0..1) it is that there are two values: by what slips can explain where that settles it, else
    by how sure the readings are."""

    difference: Difference
    sure: float


def weigh(one: Value, other: Value, sort: Sort, *, valid: bool | None = None) -> Weighed:
    """Weigh a difference between two values, of which at least one was read.

    ``valid``: whether both are numbers that can be, by their check digits; None for values that have none.
    """
    pairs = [(read, meant) for read, meant in ((one, other), (other, one)) if read.place.file] or [(one, other)]
    odds = min(_odds(read.text, meant.text, read.slip, sort, valid) for read, meant in pairs)
    sure = 1 / (1 + math.exp(-max(-_CERTAIN_NATS, min(odds, _CERTAIN_NATS))))
    scores = certainty(one, other)
    if sure <= LIKELIER_MISREAD or _one_alike(one.text, other.text):
        return Weighed(Difference.MISREAD, scores)
    if sure < SURELY or one.misplaced or other.misplaced:
        return Weighed(Difference.OPEN, scores)
    return Weighed(Difference.ANOTHER, max(sure, scores))


def weigh_days(one: Value, other: Value) -> Weighed:
    """Weigh a difference between two days (ISO dates).

    A day has no check digit and shares most of its digits with any other: hardly read it is another only where it is wholly
    another, and never where a pen may have written it or two looks told two days.
    """
    here, there = (replace(value, text=value.text.replace("-", "")) for value in (one, other))
    found = weigh(here, there, "day")
    rate = max(value.slip.rate for value in (one, other))
    unknown = rate >= _BY_A_PEN and any(value.slip.obscured for value in (one, other))
    few = rate >= _HARDLY_READ and Levenshtein.distance(here.text, there.text) < _WHOLLY_ANOTHER_DAY
    if found.difference is Difference.ANOTHER and (unknown or few):
        return Weighed(Difference.OPEN, certainty(one, other))
    return found


_HARDLY_READ: Final = 0.01
"""Chance of a slip in each character from which a day's few digits do not tell it from another (a score of 0.90)."""
_BY_A_PEN: Final = 0.05
"""Chance of a slip, where something lies over the print or a pen wrote it, from which a day tells nothing."""
_WHOLLY_ANOTHER_DAY: Final = 4
"""So many digits of eight tell two days apart all the same."""


def reads_as(meant: str, read: str) -> bool:
    """Whether a name with characters that the recogniser does not know may have come back so: all it does know is there.

    Each of the others may be one character, two, or none.

    >>> reads_as("陈尛尛", "陈称称"), reads_as("陈尛尛", "王称称"), reads_as("陈明", "陈朋")
    (True, False, False)
    """
    return holds_unknown(meant) and bool(_as_it_comes_back(meant).fullmatch(simplified(read)))


def holds_as_it_reads(text: str, meant: str) -> bool:
    """Whether a text has such a name in it, with a few characters more, as where two readings were joined."""
    found = _as_it_comes_back(meant).search(simplified(text)) if holds_unknown(meant) else None
    return found is not None and len(text) - (found.end() - found.start()) <= _JOINED and _BRANCH not in text[found.end() :]


_JOINED: Final = 4
"""Characters that a second reading puts before or behind a name."""
_BRANCH: Final = "分"


def _as_it_comes_back(meant: str) -> re.Pattern[str]:
    known = sum(can_be_read(char) for char in meant)
    if not known:
        return re.compile(r"(?!)")  # nothing to tell it by
    return re.compile("".join(re.escape(char) if can_be_read(char) else ".{0,2}" for char in simplified(meant)))


def _one_alike(one: str, other: str) -> bool:
    """Whether one character that looks like the other's is all the difference: that is never another value."""
    if len(one) != len(other):
        return False
    differing = [(here, there) for here, there in zip(one, other, strict=True) if here != there]
    return len(differing) == 1 and bool(_alike(*differing[0]))


def _alike(one: str, other: str) -> int:
    """Among how many look-alikes a character is the other's; 0 where it is none of them."""
    if one.isascii() and other.isascii():
        return 2 if any(one in group and other in group for group in _DIGITS) else 0
    near = alike_to(one)
    if other in near:
        return len(near)
    return 4 if any(one in group and other in group for group in LOOKALIKES) else 0


def _odds(read: str, meant: str, slip: Slip, sort: Sort, valid: bool | None) -> float:
    """Log of the odds that another value was printed, against this one misread."""
    known = _SORTS[sort]
    another = math.log(known.anothers / (1 - known.anothers)) + _as_another(read, meant, sort)
    if valid is not None:
        another += -math.log(_VALID_BY_CHANCE) if valid else math.log(max(_INVALID, min(1.0, len(read) * slip.rate)))
    return another - _as_misread(read, meant, _Costs.of(slip, known.glyphs))


def _as_another(read: str, meant: str, sort: Sort) -> float:
    """Log of the chance that another value of its sort reads so."""
    known, tail = _SORTS[sort], _TAIL.search(read)
    same = (code for code in Levenshtein.opcodes(read, meant) if code.tag == "equal")
    kept = {at for code in same for at in range(code.src_start, code.src_end)}
    total = 0.0
    for at, char in enumerate(read):
        if char in UNREADABLE:
            continue
        if at not in kept:
            total -= math.log(known.glyphs)
        elif sort == "firm" and tail and at >= tail.start():
            total += math.log(_TAIL_SHARED)
        else:
            total += math.log(_SURNAME if sort == "person" and at == 0 else known.shared)
    return total


_GOES_ON: Final = 0.1
_GOES_ON_OBSCURED: Final = 0.7
"""How often the next character is wrong as well, in plain print and under what hides it."""
_LEAST_RATE: Final = PLAIN_SLIP
"""What was typed may be mistyped, no less often than plain print is misread."""


class _Step(NamedTuple):
    """The likeliest way (log of its chance) to have come so far, where the last character was right and where it was wrong."""

    right: float
    wrong: float


@dataclass(frozen=True, slots=True)
class _Costs:
    """Logs of the chances of what happens to a character where a value stands."""

    begins: float
    goes_on: float
    alike: float
    glyphs: int

    @classmethod
    def of(cls, slip: Slip, glyphs: int) -> "_Costs":
        """Those of a place."""
        goes_on, alike = (_GOES_ON_OBSCURED, _ALIKE_OBSCURED) if slip.obscured else (_GOES_ON, _ALIKE)
        return cls(math.log(max(slip.rate, _LEAST_RATE)), math.log(goes_on), alike, glyphs)

    def both(self, step: _Step, here: str, there: str) -> _Step:
        """A character read where another, or the same, may stand."""
        if here == there or here in UNREADABLE:
            return _Step(max(step), -math.inf)
        if not can_be_read(there):
            return _Step(max(step) - math.log(self.glyphs), -math.inf)
        near = _alike(there, here)
        return self._wrong(step, self.alike / near if near else (1 - self.alike) / self.glyphs)

    def lost(self, step: _Step, there: str) -> _Step:
        """A character that was not read."""
        free = -math.inf if can_be_read(there) else max(step) + math.log(_LOST)
        return self._wrong(step, _LOST)._replace(right=free)

    def added(self, step: _Step) -> _Step:
        """A character read where none stands."""
        return self._wrong(step, _ADDED / self.glyphs)

    def _wrong(self, step: _Step, chance: float) -> _Step:
        return _Step(-math.inf, max(step.right + self.begins, step.wrong + self.goes_on) + math.log(chance))


def _as_misread(read: str, meant: str, costs: _Costs) -> float:
    """Log of the chance that ``meant`` comes back as ``read``: that of its likeliest alignment."""
    steps = {(0, 0): _Step(0.0, -math.inf)}
    for i, j in product(range(len(read) + 1), range(len(meant) + 1)):
        ways = [steps[0, 0]] if i == j == 0 else []
        if i and j:
            ways.append(costs.both(steps[i - 1, j - 1], read[i - 1], meant[j - 1]))
        if j:
            ways.append(costs.lost(steps[i, j - 1], meant[j - 1]))
        if i:
            ways.append(costs.added(steps[i - 1, j]))
        steps[i, j] = _Step(max(way.right for way in ways), max(way.wrong for way in ways))
    return max(steps[len(read), len(meant)])
