"""Cells of a page: a line, or the lines of a table's cell whose text is broken over several."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extractors.evidence import Box
from extractors.text.straight import Placed

_ALIGNED_EM: Final = 0.6
"""Two lines of one cell share their left edge or their middle within this many line heights."""
_CLOSE_EM: Final = 0.6
"""The gap between two lines of one cell is smaller than this, in line heights; a table's next row is further."""
_LEVEL_EM: Final = 0.4
"""Two cells are level where their middles are within this many line heights."""
_ALIKE: Final = 0.6
"""Lines at least this near in height are print of one table; pieces of a seal's ring seldom are."""
_MOST_FRAMED: Final = 4
"""Lines of a drawn cell that are one value broken over them; more are a text of its own."""
_WORDS: Final = 2
"""Characters of a line that may be a neighbour's text, not a speck."""
_FARTHER: Final = 1.7
"""The next row of a table is so many times further than the second line of a cell."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines that are read one after the other as one text, from top to bottom. Edges in pixels."""

    lines: tuple[Placed, ...]

    @property
    def left(self) -> float:
        """The leftmost edge."""
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        """The rightmost edge."""
        return max(line.right for line in self.lines)

    @property
    def top(self) -> float:
        """The topmost edge."""
        return self.lines[0].top

    @property
    def bottom(self) -> float:
        """The lowest edge."""
        return self.lines[-1].bottom

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The height of its centre."""
        return (self.top + self.bottom) / 2

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(line.line.text for line in self.lines)


def cells_of(placed: Sequence[Placed], frames: Sequence[Box] = ()) -> tuple[Cell, ...]:
    """The lines as cells: those in one drawn cell, and those right above each other where a neighbour is level with both.

    ``frames`` are the cells that are drawn on the page, in shares of it.

    Two rows of a table are each level with their own neighbours; of a cell with two lines (解除劳动 / 合同日期) neither is, but
    the cell as a whole is level with its value.
    """
    cells = list(_framed(placed, frames))
    taken = {id(line) for cell in cells for line in cell.lines}
    for stack in sorted(_stacks(placed), key=len, reverse=True):
        if not taken.intersection(map(id, stack)) and _is_cell(stack, placed):
            cells.append(Cell(tuple(stack)))
            taken.update(map(id, stack))
    return (*cells, *(Cell((line,)) for line in placed if id(line) not in taken))


def _framed(placed: Sequence[Placed], frames: Sequence[Box]) -> Iterator[Cell]:
    """The lines of each drawn cell that holds several and no other cell, if they stand one below the other."""
    inside: dict[Box, list[Placed]] = defaultdict(list)
    for line in placed:
        left, top, right, bottom = line.line.box
        x, y = (left + right) / 2, (top + bottom) / 2
        around = [frame for frame in frames if frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]]
        if around:
            inside[min(around, key=lambda frame: (frame[2] - frame[0]) * (frame[3] - frame[1]))].append(line)
    for lines in inside.values():
        stack = sorted(lines, key=lambda line: line.top)
        apart = all(lower.top - upper.top > upper.height / 2 for upper, lower in itertools.pairwise(stack))
        if 1 < len(stack) <= _MOST_FRAMED and apart:
            yield Cell(tuple(stack))


def _stacks(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Two or three lines right above each other and aligned."""
    below = {id(upper): [lower for lower in placed if _stacked(upper, lower)] for upper in placed}
    for first in placed:
        for second in below[id(first)]:
            yield [first, second]
            yield from ([first, second, third] for third in below[id(second)])


def _stacked(upper: Placed, lower: Placed) -> bool:
    em = min(upper.height, lower.height)
    if not (upper.top < lower.top and -em / 2 < lower.top - upper.bottom < _CLOSE_EM * em):
        return False
    return min(abs(upper.left - lower.left), abs(upper.middle[0] - lower.middle[0])) <= _ALIGNED_EM * em


def _is_cell(stack: Sequence[Placed], placed: Sequence[Placed]) -> bool:
    """Whether a neighbour is level with all of them together and none with one alone, or all neighbours are stacked so."""
    em = min(line.height for line in stack)
    beside = [other for other in placed if _beside(other, stack) and _is_alike(other, em)]
    ends = (stack[0], stack[-1])
    level = [other for other in beside if any(abs(other.middle[1] - line.middle[1]) <= _LEVEL_EM * em for line in ends)]
    if level:
        return len(stack) == 2 and _in_broken_row(stack, level, placed)  # noqa: PLR2004 - a row broken once
    middle = (stack[0].top + stack[-1].bottom) / 2
    return any(abs(other.middle[1] - middle) <= _LEVEL_EM * em and len(other.line.text.strip()) >= _WORDS for other in beside)


def _in_broken_row(stack: Sequence[Placed], level: Sequence[Placed], placed: Sequence[Placed]) -> bool:
    """Whether two rows are one whose cells are all broken: they stand much closer to one another than to what is around."""
    upper, lower = stack
    pairs = [pair for pair in itertools.product(level, level) if _stacked(*pair)]
    if len({id(line) for pair in pairs for line in pair}) < len(level):
        return False
    pitch = lower.middle[1] - upper.middle[1]
    above = [upper.middle[1] - other.middle[1] for other in placed if other.middle[1] < upper.middle[1] - pitch / 2]
    below = [other.middle[1] - lower.middle[1] for other in placed if other.middle[1] > lower.middle[1] + pitch / 2]
    around = [min(distances) for distances in (above, below) if distances]
    return bool(around) and min(around) >= _FARTHER * pitch


def _beside(other: Placed, stack: Sequence[Placed]) -> bool:
    return other.right < min(line.left for line in stack) or other.left > max(line.right for line in stack)


def _is_alike(other: Placed, em: float) -> bool:
    low, high = sorted((other.height, em))
    return low >= _ALIKE * high
