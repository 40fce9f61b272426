"""Lines laid straight: the slope of a tilted page and the fan of a photo's perspective taken out of their places."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from extractors.evidence import TextLine

_LONG_LINE: Final = 4.0
"""Only lines at least this many times longer than high tell the slope: on shorter ones the detector's jitter prevails."""
_MAX_SLOPE_FROM_MEDIAN: Final = 0.06
"""Slopes further from the page's median (3.4 degrees) are stamps and watermarks, not rows."""
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
