"""Lines that stand beside each other, whatever the page's tilt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from extractors.evidence import Box, TextLine
from extractors.text.cells import Cell, cells_of
from extractors.text.passage import Passage, compose, joint_of
from extractors.text.straight import Placed, place

_SAME_ROW_OVERLAP: Final = 0.5
"""Share of the smaller height that two lines must share to stand in one row."""
_ALIKE: Final = 0.3
"""Lines of one row are at least this near in height: a watermark up the margin is 5 to 10 rows high, a speck a seventh."""
_WORDS_ALIKE: Final = 0.25
"""The same for lines of more than a speck's characters: a label on two lines is up to 3.5 times as high as digits beside it."""
_LIES_OVER: Final = 0.6
"""Lines of one row share at most this much of the narrower one's width."""
_SPECK_CHARS: Final = 2
_SPECK_SCORE: Final = 0.5
"""Up to two characters read worse than this are a seal's star or a piece of its rim (大, 升 at 0.2 to 0.45)."""
_PART_OF_DATE: Final = re.compile(r"[年月日号\d:_\s.\-/〇○零一二三四五六七八九十廿卅]+")


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
        return median(item.height for item in self.placed)


def rows_of(lines: Sequence[TextLine], width_px: int, height_px: int, frames: Sequence[Box] = ()) -> tuple[Row, ...]:
    """The lines in rows from top to bottom. Lines without text, and specks read as a character, are left out.

    The lines of a table's cell that is broken over several follow one another. ``frames`` are the cells that the page draws.
    """
    cells = cells_of(place([line for line in lines if _is_text(line)], width_px, height_px), frames)
    groups: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda one: one.middle):
        group = next((known for known in reversed(groups[-3:]) if _beside(known, cell)), None)
        if group is None:
            groups.append([cell])
        else:
            group.append(cell)
    return tuple(_row(group) for group in groups)


def _is_text(line: TextLine) -> bool:
    text = line.text.strip()
    return len(text) > _SPECK_CHARS or (bool(text) and line.score >= _SPECK_SCORE)


def without_specks(row: Row) -> Row:
    """The row without pieces of a seal's ring: lines of one or two characters that are no part of a date."""
    kept = [
        item for item in row.placed if len(item.line.text.strip()) > _SPECK_CHARS or _PART_OF_DATE.fullmatch(item.line.text)
    ]
    return row if len(kept) in (0, len(row.placed)) else row_of(kept)


def in_colour(rows: Sequence[Row]) -> tuple[Row, ...] | None:
    """The rows as read with all ink; None where that is the same text everywhere."""
    if all(item.line.readings_agree for row in rows for item in row.placed):
        return None
    return tuple(Row(placed, _passage(placed)) for placed in (tuple(map(_coloured, row.placed)) for row in rows))


def _coloured(item: Placed) -> Placed:
    line = item.line
    if line.readings_agree or line.colour_text is None:
        return item
    swapped = {
        "text": line.colour_text,
        "places": line.colour_places,
        "colour_text": line.text,
        "colour_places": line.places,
    }
    return replace(item, line=line.model_copy(update=swapped))


def _beside(group: list[Cell], cell: Cell) -> bool:
    """Whether a cell stands in a row: it is about as high as the row's nearest, beside it, and does not lie over any."""
    nearest = min(group, key=lambda other: max(other.left - cell.right, cell.left - other.right))
    shared = min(nearest.bottom, cell.bottom) - max(nearest.top, cell.top)
    lower, higher = sorted((nearest, cell), key=lambda each: each.height)
    low, share = lower.height, _ALIKE if len(lower.text) <= _SPECK_CHARS else _WORDS_ALIKE
    return (
        low >= share * higher.height
        and shared >= _SAME_ROW_OVERLAP * low
        and not any(_lies_over(cell, other) for other in group)
    )


def _lies_over(one: Cell, other: Cell) -> bool:
    """Whether two lines share their place from left to right: then one is print and the other a piece of a seal's ring."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared > _LIES_OVER * min(one.right - one.left, other.right - other.left)


def _row(group: list[Cell]) -> Row:
    return row_of([line for cell in sorted(group, key=lambda one: one.left) for line in cell.lines])


def row_of(placed: Sequence[Placed]) -> Row:
    """Lines beside each other, in the order in which they are to be read, as a row."""
    return Row(tuple(placed), _passage(placed))


def _passage(placed: Sequence[Placed]) -> Passage:
    pieces = []
    for index, item in enumerate(placed):
        gap = item.left - placed[index - 1].right if index else 0.0
        em = max(min(item.height, placed[index - 1].height), 1.0) if index else 1.0
        pieces.append((item.line, joint_of(gap / em)))
    return compose(pieces)
