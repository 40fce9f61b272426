"""A licence's lines laid straight: tilt and perspective of the rows taken out, vertical runs cut into characters."""

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extractors.documents.reader import Sheet
from extractors.evidence import Box, TextLine
from extractors.text.extents import extents_of

LONG_LINE: Final = 4.0
"""Lines at least this many times as wide as high tell the slope of their row; on shorter ones jitter prevails."""
MAX_SLOPE_FROM_MEDIAN: Final = 0.06
"""Slopes further than this (3.4 degrees) from the page's median are stamps and watermarks, not rows."""
MIN_LINES_FOR_PERSPECTIVE: Final = 6
"""Fewer slopes do not tell perspective from jitter: one slope serves the whole page."""
VERTICAL_RUN: Final = 1.35
"""A run of characters this much higher than wide is a column of labels (名类住) taken for one vertical line."""
LABEL_INSIDE: Final = re.compile(
    r"(?<=.)(?=统一社会信用代码|注册号[:：]?\d|(?:注册|实收)资本[:：]?(?:$|人民币|[\d壹贰叁肆伍陆柒捌玖])"
    r"|(?:成立|注册)日期[:：]?(?:$|[\d一二])|营业期限[:：]?(?:$|[\d一二长自永]))"
)
"""Where a line that the detector drew across two columns is cut: before a label of the right-hand one and its value."""
SAME_ROW: Final = 0.5
"""Two cells stand on one row when their middles differ by less than this share of the larger one's height."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One line, or one character of a vertical run, in straightened pixels: ``row`` is the height of its middle on the page."""

    text: str
    left: float
    right: float
    row: float
    height: float
    line: TextLine
    cut_from: str = ""
    """The text this cell was cut from, where it is not the whole line."""
    spots: tuple[tuple[float, float], ...] = ()
    """From where to where each character reaches, where the recogniser told."""

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.row - self.height / 2

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.row + self.height / 2

    @property
    def char_width(self) -> float:
        """Width of one character, in pixels."""
        return (self.right - self.left) / max(1, len(self.text))

    def after(self, count: int) -> "Cell":
        """What is left of this cell behind its first ``count`` characters."""
        return self.part(count, len(self.text))

    def part(self, start: int, end: int) -> "Cell":
        """The cell of some of its characters, where those stand."""
        text = self.text[start:end]
        if len(self.spots) == len(self.text) and text:
            spots = self.spots[start:end]
            return replace(self, text=text, left=spots[0][0], right=spots[-1][1], cut_from=self.text, spots=spots)
        left, right = (self.left + self.char_width * at for at in (start, end))
        return replace(self, text=text, left=left, right=right, cut_from=self.text, spots=())

    def beside(self, other: "Cell") -> bool:
        """Whether both stand on one row."""
        return abs(self.row - other.row) < SAME_ROW * max(self.height, other.height)


@dataclass(frozen=True, slots=True)
class Straightening:
    """Maps pixels to straight rows: rows slope by ``slope`` at the page's top and by ``fan`` more per pixel downwards."""

    slope: float
    fan: float
    width_px: int
    height_px: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Pixels of the page to straightened pixels."""
        from_middle = x - self.width_px / 2
        row = (y - self.slope * from_middle) / (1 + self.fan * from_middle)
        return (x + self.slope_at(row) * (row - self.height_px / 2), row)

    def slope_at(self, row: float) -> float:
        """The slope of the row that crosses the page's middle at ``row``."""
        return self.slope + self.fan * row

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The upright box, in fractions of the page, around a straightened rectangle."""
        corners = [self._back(u, v) for u in (left, right) for v in (top, bottom)]
        xs = [min(1.0, max(0.0, x / self.width_px)) for x, _ in corners]
        ys = [min(1.0, max(0.0, y / self.height_px)) for _, y in corners]
        return (min(xs), min(ys), max(xs), max(ys))

    def _back(self, u: float, v: float) -> tuple[float, float]:
        x = u - self.slope_at(v) * (v - self.height_px / 2)
        return (x, v + self.slope_at(v) * (x - self.width_px / 2))


def straightening(sheet: Sheet) -> Straightening:
    """Fit the rows' slope, and how it changes down the page, to the sheet's long lines."""
    slopes = [slope for slope in (_slope(line, sheet) for line in sheet.lines) if slope is not None]
    if not slopes:
        return Straightening(0.0, 0.0, sheet.width_px, sheet.height_px)
    median = statistics.median(slope for _, slope in slopes)
    rows = [(y, slope) for y, slope in slopes if abs(slope - median) < MAX_SLOPE_FROM_MEDIAN]
    if len(rows) < MIN_LINES_FOR_PERSPECTIVE or len({y for y, _ in rows}) < MIN_LINES_FOR_PERSPECTIVE:
        return Straightening(median, 0.0, sheet.width_px, sheet.height_px)
    fan, slope = statistics.linear_regression([y for y, _ in rows], [slope for _, slope in rows])
    return Straightening(slope, fan, sheet.width_px, sheet.height_px)


def lay_out(lines: Iterable[TextLine], straight: Straightening) -> tuple[Cell, ...]:
    """Turn lines into cells, top to bottom and left to right."""
    cells = [cell for line in lines for cell in _cells(line, straight)]
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.left)))


def _slope(line: TextLine, sheet: Sheet) -> tuple[float, float] | None:
    """The height of a long line's middle and its slope, in pixels; None for a short one."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = [(x * sheet.width_px, y * sheet.height_px) for x, y in line.quad]
    run = (x1 - x0 + x2 - x3) / 2
    height = (y3 - y0 + y2 - y1) / 2
    if height <= 0 or run < LONG_LINE * height:
        return None
    return ((y0 + y1 + y2 + y3) / 4, (y1 - y0 + y2 - y3) / 2 / run)


def _cells(line: TextLine, straight: Straightening) -> Sequence[Cell]:
    text = "".join(line.text.split())
    points = [straight.point(x * straight.width_px, y * straight.height_px) for x, y in line.quad]
    (u0, v0), (u1, v1), (u2, v2), (u3, v3) = points
    left, right = (u0 + u3) / 2, (u1 + u2) / 2
    height = max(1.0, (v3 - v0 + v2 - v1) / 2)
    cell = Cell(text, left, right, (v0 + v1 + v2 + v3) / 4, height, line, spots=_spots(line, left, right))
    if LABEL_INSIDE.search(text):
        return _cut(cell)
    width = right - left
    if not text[1:] or not text.isalpha() or text.isascii() or height < VERTICAL_RUN * width:
        return (cell,)
    step = (height - width) / (len(text) - 1)
    return tuple(
        replace(cell, text=char, row=cell.top + width / 2 + step * index, height=width, cut_from=text, spots=())
        for index, char in enumerate(text)
    )


def _cut(cell: Cell) -> Sequence[Cell]:
    """The parts of a cell that holds labels of another column, each where its characters stand."""
    ends = [0, *(match.start() for match in LABEL_INSIDE.finditer(cell.text)), len(cell.text)]
    return tuple(cell.part(start, end) for start, end in pairwise(ends))


def _spots(line: TextLine, left: float, right: float) -> tuple[tuple[float, float], ...]:
    """Where each character of a line but spaces stands, between its edges; nothing where the recogniser did not tell."""
    if line.places is None:
        return ()
    folded, extents = extents_of(line.text, line.places)
    wide = right - left
    return tuple(
        (left + start * wide, left + end * wide)
        for char, (start, end) in zip(folded, extents, strict=True)
        if not char.isspace()
    )
