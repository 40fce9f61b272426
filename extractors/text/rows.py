"""Lines that stand beside each other, whatever the page's tilt."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from extractors.evidence import TextLine
from extractors.text.passage import Passage, compose

_SAME_ROW_OVERLAP: Final = 0.5
"""Share of the smaller height that two lines must share to stand in one row."""
_LIES_OVER: Final = 0.6
"""Lines of one row share at most this much of the narrower one's width."""
_WORD_GAP_EM: Final = 0.6
_CELL_GAP_EM: Final = 2.0
"""Gaps in line heights: wider than a word gap is written as a space, wider than a cell gap as a tab."""
_LONG_LINE: Final = 4.0
"""Only lines at least this many times longer than high tell the slope: on shorter ones the detector's jitter prevails."""
_MAX_SLOPE_FROM_MEDIAN: Final = 0.06
"""Slopes further from the page's median (3.4 degrees) are stamps and watermarks, not rows."""
_SPECK_CHARS: Final = 2
_SPECK_SCORE: Final = 0.5
"""Up to two characters read worse than this are a seal's star or a piece of its rim (大, 升 at 0.2 to 0.45)."""
_PART_OF_DATE: Final = re.compile(r"[年月日号\d:_\s.\-/〇○零一二三四五六七八九十廿卅]+")
_LINES_FOR_PERSPECTIVE: Final = 6
"""Fewer slopes do not tell perspective from jitter."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its place in pixels after the page's slope is taken out."""

    line: TextLine
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """In pixels."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The centre in pixels."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """Lines beside each other from left to right, and their text: cells parted by tabs, words by spaces."""

    placed: tuple[Placed, ...]
    passage: Passage

    @property
    def left(self) -> float:
        """In pixels."""
        return self.placed[0].left

    @property
    def right(self) -> float:
        """In pixels."""
        return max(item.right for item in self.placed)

    @property
    def top(self) -> float:
        """In pixels."""
        return min(item.top for item in self.placed)

    @property
    def bottom(self) -> float:
        """In pixels."""
        return max(item.bottom for item in self.placed)

    @property
    def height(self) -> float:
        """The usual height of its lines, in pixels."""
        return float(np.median([item.height for item in self.placed]))


def place(lines: Sequence[TextLine], width_px: int, height_px: int) -> tuple[Placed, ...]:
    """Each line's place in pixels, with the slope that rows have at its height taken out."""
    slope, fan = _slopes(lines, width_px, height_px)
    placed = []
    for line in lines:
        corners = [(x * width_px, y * height_px) for x, y in line.quad]
        tilt = slope + fan * sum(y for _, y in corners) / len(corners)
        xs = [x + tilt * (y - height_px / 2) for x, y in corners]
        ys = [y - tilt * (x - width_px / 2) for x, y in corners]
        # Mean edges, not extremes: a quad that is still askew would reach into its neighbours' rows.
        placed.append(Placed(line, (xs[0] + xs[3]) / 2, (ys[0] + ys[1]) / 2, (xs[1] + xs[2]) / 2, (ys[2] + ys[3]) / 2))
    return tuple(placed)


def rows_of(lines: Sequence[TextLine], width_px: int, height_px: int) -> tuple[Row, ...]:
    """The lines in rows from top to bottom. Lines without text, and specks read as a character, are left out."""
    groups: list[list[Placed]] = []
    for item in sorted(place([line for line in lines if _is_text(line)], width_px, height_px), key=lambda i: i.middle[1]):
        group = next((known for known in reversed(groups[-3:]) if _beside(known, item)), None)
        if group is None:
            groups.append([item])
        else:
            group.append(item)
    return tuple(_row(group) for group in groups)


def _is_text(line: TextLine) -> bool:
    text = line.text.strip()
    return len(text) > _SPECK_CHARS or (bool(text) and line.score >= _SPECK_SCORE)


def without_specks(row: Row) -> Row:
    """The row without pieces of a seal's ring: lines of one or two characters that are no part of a date."""
    kept = [
        item for item in row.placed if len(item.line.text.strip()) > _SPECK_CHARS or _PART_OF_DATE.fullmatch(item.line.text)
    ]
    return row if len(kept) in (0, len(row.placed)) else _row(kept)


def in_colour(rows: Sequence[Row]) -> tuple[Row, ...] | None:
    """The rows as read with all ink; None where that is the same text everywhere."""
    if all(item.line.readings_agree for row in rows for item in row.placed):
        return None
    return tuple(_row([_coloured(item) for item in row.placed]) for row in rows)


def _coloured(item: Placed) -> Placed:
    line = item.line
    if line.readings_agree or line.colour_text is None:
        return item
    return replace(item, line=line.model_copy(update={"text": line.colour_text, "colour_text": line.text}))


def _slopes(lines: Sequence[TextLine], width_px: int, height_px: int) -> tuple[float, float]:
    """The slope of rows at the page's top, and its growth per pixel downwards: a photo's perspective fans the rows out."""
    slopes = []
    for line in lines:
        (ax, ay), (bx, by), _, (dx, dy) = line.quad
        run, rise = (bx - ax) * width_px, (by - ay) * height_px
        if run >= _LONG_LINE * math.hypot((dx - ax) * width_px, (dy - ay) * height_px):
            slopes.append(((ay + dy) / 2 * height_px, rise / run))
    if not slopes:
        return 0.0, 0.0
    usual = float(np.median([slope for _, slope in slopes]))
    rows = [(y, slope) for y, slope in slopes if abs(slope - usual) <= _MAX_SLOPE_FROM_MEDIAN]
    if len({y for y, _ in rows}) < _LINES_FOR_PERSPECTIVE:
        return usual, 0.0
    fan, slope = np.polyfit([y for y, _ in rows], [slope for _, slope in rows], 1)
    return float(slope), float(fan)


def _beside(group: list[Placed], item: Placed) -> bool:
    """Whether a line stands in a row: it shares height with the row's nearest line and does not lie over any."""
    nearest = min(group, key=lambda other: max(other.left - item.right, item.left - other.right))
    shared = min(nearest.bottom, item.bottom) - max(nearest.top, item.top)
    level = shared >= _SAME_ROW_OVERLAP * min(nearest.height, item.height)
    return level and not any(_lies_over(item, other) for other in group)


def _lies_over(one: Placed, other: Placed) -> bool:
    """Whether two lines share their place from left to right: then one is print and the other a piece of a seal's ring."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared > _LIES_OVER * min(one.right - one.left, other.right - other.left)


def _row(group: list[Placed]) -> Row:
    ordered = sorted(group, key=lambda item: item.left)
    pieces = []
    for index, item in enumerate(ordered):
        gap = item.left - ordered[index - 1].right if index else 0.0
        em = max(min(item.height, ordered[index - 1].height), 1.0) if index else 1.0
        joint = "\t" if gap > _CELL_GAP_EM * em else " " if gap > _WORD_GAP_EM * em else ""
        pieces.append((item.line, joint))
    return Row(tuple(ordered), compose(pieces))
