"""Heads of columns and of groups of rows, each put before what it heads, as labels stand before values in any other line.

Labels in a row of their own, over or under the row of their values, are far from them in reading order, and so is a tall cell
that heads several rows at their left. Which cells are labels the tags tell; which belong together, where they stand.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import mean, median
from typing import Final

from extractors.documents.body import Part, Piece, pieces_of
from extractors.documents.reading.tagger import Tagged, tag
from extractors.schema import FieldSchema
from extractors.text.fold import HAN_CLASS
from extractors.text.passage import compose
from extractors.text.rows import Row, row_of
from extractors.text.straight import Placed

_LABEL: Final = 0.5
"""How likely (0..1), on average over its characters, a cell must be a label to head a column."""
_NO_LABEL: Final = 0.2
"""How likely a cell of values may be one, on average over a row of them."""
_MOST_LABELS: Final = 0.34
"""Share of a row's cells that may look like labels where the row holds values: a status may be worded as one."""
_LEAST_LABELS: Final = 0.75
"""Share of a row's cells that must be labels where the row is one of heads."""
_ASIDE_EM: Final = 0.3
"""Lines of a row stand beside one another where they share at most so many line heights of their width."""
_CLOSE_EM: Final = 0.6
"""Two lines under one head are one value where less than this lies between them."""
_BESIDE: Final = 0.15
"""Rows stand beside one another where they share more than this of a row's height."""
_FAR_EM: Final = 3.5
"""A row of heads is at most so many line heights from the row of their values."""
_NEARER: Final = 0.8
"""Heads stand under their values where those are nearer, by this, than the row below."""
_HARDLY: Final = 0.1
"""What the tags leave a label that they do not know."""
_LEAST_HEADS: Final = 3
_HEAD: Final = re.compile(rf"[{HAN_CLASS}][{HAN_CLASS}/、()（）]{{1,9}}")
_FIGURES: Final = re.compile(r"\d{4}")
_TALL: Final = 1.8
"""A cell so many times as high as the page's lines heads the rows beside it."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """Lines of a row that stand over one another, and how likely (0..1) they are a label."""

    placed: tuple[Placed, ...]
    label: float

    @property
    def left(self) -> float:
        return min(item.left for item in self.placed)

    @property
    def right(self) -> float:
        return max(item.right for item in self.placed)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def text(self) -> str:
        return "".join("".join(item.line.text.split()) for item in self.placed)


@dataclass(frozen=True, slots=True)
class _Table:
    """A row of heads and a row of values, beginning with a row's number: each head with the value in its column."""

    first: int
    pairs: tuple[tuple[_Cell, _Cell | None], ...]
    heads_below: bool


def in_pairs(part: Part, schema: Mapping[str, FieldSchema]) -> Part:
    """The part with every head right before what it heads; the part itself where no head stands apart."""
    label = _label_of(tag(part, schema))
    rows = tuple(_heads_first(_unstacked(tuple(_banded(part.rows, label)), label)))
    cells = [[_Cell(group, mean(label[id(item.line)] for item in group)) for group in _parted(row)] for row in rows]
    tables = {table.first: table for table in _tables(rows, cells)}
    if not tables and rows == part.rows:
        return part
    return replace(part, rows=rows, body=compose(tuple(_told(rows, tables, _moved(rows, part.rows)))))


def _label_of(tagged: Tagged) -> dict[int, float]:
    """How likely each line of the part is a label, by its identity."""
    passage = tagged.part.body
    told: dict[int, list[float]] = {id(line): [] for line in passage.lines}
    named = [span for spans in tagged.named.values() for span in spans]
    for offset, likely in zip(tagged.characters.offsets.tolist(), tagged.heading.tolist(), strict=True):
        spot = passage.spots[offset]
        if spot is not None:
            is_named = any(start <= offset < end for start, end in named)
            told[id(passage.lines[spot[0]])].append(1.0 if is_named else likely)
    return {line: mean(values) if values else 0.0 for line, values in told.items()}


def _parted(row: Row) -> Iterator[tuple[Placed, ...]]:
    """A row's lines in cells: those of a cell broken over several lines follow one another, and share their width."""
    cell = [row.placed[0]]
    for before, item in pairwise(row.placed):
        if item.left >= before.right - _ASIDE_EM * row.height:
            yield tuple(cell)
            cell = []
        cell.append(item)
    yield tuple(cell)


def _banded(rows: Sequence[Row], label: Mapping[int, float]) -> Iterator[Row]:
    """The rows; those that stand beside one another below a row of heads as one: cells of two lines around cells of one."""
    at = 0
    while at < len(rows):
        band = [rows[at]]
        is_below_heads = at > 0 and len(rows[at - 1].placed) > 1 and _labels_in(rows[at - 1], label) >= _LEAST_LABELS
        while is_below_heads and at + 1 < len(rows) and _goes_on(band, rows[at + 1], label):
            at += 1
            band.append(rows[at])
        yield band[0] if len(band) == 1 else row_of(_in_cells([item for row in band for item in row.placed]))
        at += 1


def _goes_on(band: Sequence[Row], row: Row, label: Mapping[int, float]) -> bool:
    """Whether a row of values stands beside others of one."""
    shared = max(one.bottom for one in band) - row.top
    return shared > _BESIDE * row.height and all(_labels_in(one, label) <= _MOST_LABELS for one in (*band, row))


def _labels_in(row: Row, label: Mapping[int, float]) -> float:
    """The share of a row's lines that are labels."""
    return mean(label[id(item.line)] >= _LABEL for item in row.placed)


def _in_cells(placed: Sequence[Placed]) -> list[Placed]:
    """Lines from left to right; those over one another from top to bottom."""
    cells: list[list[Placed]] = []
    for item in sorted(placed, key=lambda one: one.left):
        cell = next((known for known in cells if min(item.right, known[0].right) - max(item.left, known[0].left) > 0), None)
        if cell is None:
            cells.append([item])
        else:
            cell.append(item)
    return [item for cell in cells for item in sorted(cell, key=lambda one: one.top)]


def _unstacked(rows: Sequence[Row], label: Mapping[int, float]) -> Iterator[Row]:
    """The rows; one in whose cells labels stand over or under their values, as two."""
    lower: Row | None = None
    for row in rows:
        stacks = [cell for cell in _parted(row) if _is_stack(cell, label)]
        if lower and not stacks and _is_level(lower, row):
            yield row_of(sorted((*lower.placed, *row.placed), key=lambda one: one.left))
            lower = None
            continue
        if lower:
            yield lower
            lower = None
        if not stacks:
            yield row
            continue
        edge = mean((cell[0].middle[1] + cell[1].middle[1]) / 2 for cell in stacks)
        yield row_of([item for item in row.placed if item.middle[1] < edge])
        lower = row_of([item for item in row.placed if item.middle[1] >= edge])
    if lower:
        yield lower


def _is_level(one: Row, other: Row) -> bool:
    """Whether two rows stand beside each other: they are one."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > min(one.height, other.height) / 2


def _is_stack(cell: Sequence[Placed], label: Mapping[int, float]) -> bool:
    """Whether of a cell's two lines one is a label and the other is none."""
    likely = sorted(label[id(item.line)] for item in cell)
    one_below_other = len(cell) == 2 and cell[1].top > cell[0].middle[1]  # noqa: PLR2004 - a label and its value
    return one_below_other and likely[0] <= _NO_LABEL and likely[1] >= _LABEL


def _heads_first(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows, with each cell as tall as several of them before the first that it stands beside, or in the only one."""
    made = list(rows)
    usual = median([item.height for row in made for item in row.placed]) if made else 0.0
    for row in [row for row in made if len(row.placed) == 1 and row.placed[0].height >= _TALL * usual]:
        head = row.placed[0]
        headed = [other for other in made if other.left >= head.right and _is_beside(head, other)]
        if headed:
            made.remove(row)
            first = made.index(headed[0])
            made[first : first + (len(headed) == 1)] = [row_of((head, *headed[0].placed))] if len(headed) == 1 else [row]
    yield from made


def _moved(rows: Sequence[Row], before: Sequence[Row]) -> set[int]:
    """The numbers of rows that do not stand behind the same row as before."""
    at = {id(row): number for number, row in enumerate(before)}
    numbers = [at.get(id(row), -len(rows)) for row in rows]
    return {number for number, (one, other) in enumerate(pairwise(numbers), start=1) if other != one + 1}


def _is_beside(head: Placed, row: Row) -> bool:
    return head.top <= (row.top + row.bottom) / 2 <= head.bottom


def _tables(rows: Sequence[Row], cells: Sequence[list[_Cell]]) -> Iterator[_Table]:
    """Every table of one row of values; where one is sure, others that stand the same way may be less so."""
    sure = [table for at in range(len(rows) - 1) if (table := _table(at, rows, cells, is_sure=True))]
    ways = {table.heads_below for table in sure}
    by_row = {table.first: table for table in sure}
    at = 0
    while at + 1 < len(rows):
        table = by_row.get(at) or (_table(at, rows, cells, is_sure=False) if ways and at + 1 not in by_row else None)
        if table is not None and table.heads_below in ways:
            yield table
            at += 1
        at += 1


def _table(at: int, rows: Sequence[Row], cells: Sequence[list[_Cell]], *, is_sure: bool) -> _Table | None:
    """The table of a single row of values that begins with a row: heads over values, or under them."""
    upper, lower = cells[at], cells[at + 1]
    gap = rows[at + 1].top - rows[at].bottom
    if gap > _FAR_EM * max(rows[at].height, rows[at + 1].height):
        return None
    after = cells[at + 2] if at + 2 < len(rows) and _are_values(cells[at + 2], is_sure=is_sure) else []
    by_form = is_sure and _look_like_heads(upper) and _look_like_values(lower)
    if _are_values(lower, is_sure=is_sure) and (by_form or _are_heads(upper, is_sure=is_sure)):
        pairs = _in_columns(upper, lower)
        is_list = bool(after) and _in_columns(upper, after) is not None
        return _Table(at, pairs, heads_below=False) if pairs and not is_list else None
    if _are_values(upper, is_sure=is_sure) and _are_heads(lower, is_sure=is_sure):
        pairs = _in_columns(lower, upper)
        is_nearer = not after or gap < _NEARER * (rows[at + 2].top - rows[at + 1].bottom)
        return _Table(at, pairs, heads_below=True) if pairs and is_nearer else None
    return None


def _look_like_heads(cells: Sequence[_Cell]) -> bool:
    """Whether a row is of short words in cells, none of which the tags take for anything but a label."""
    return len(cells) >= _LEAST_HEADS and all(_HEAD.fullmatch(cell.text) and cell.label >= _HARDLY for cell in cells)


def _look_like_values(cells: Sequence[_Cell]) -> bool:
    """Whether a row holds numbers and days."""
    return len(cells) >= _LEAST_HEADS and sum(bool(_FIGURES.search(cell.text)) for cell in cells) > 1


def _are_heads(cells: Sequence[_Cell], *, is_sure: bool) -> bool:
    if is_sure:
        return len(cells) > 1 and sum(cell.label >= _LABEL for cell in cells) >= _LEAST_LABELS * len(cells)
    return len(cells) > 1 and mean(cell.label for cell in cells) >= _LABEL


def _are_values(cells: Sequence[_Cell], *, is_sure: bool) -> bool:
    if is_sure:
        return len(cells) > 1 and sum(cell.label >= _LABEL for cell in cells) <= _MOST_LABELS * len(cells)
    return len(cells) > 1 and mean(cell.label for cell in cells) <= _NO_LABEL


def _in_columns(heads: Sequence[_Cell], values: Sequence[_Cell]) -> tuple[tuple[_Cell, _Cell | None], ...] | None:
    """Each head with the value in its column; None where the values stand in other columns."""
    of_head: dict[int, _Cell] = {}
    for value in values:
        shared = [min(value.right, head.right) - max(value.left, head.left) for head in heads]
        number = max(range(len(heads)), key=lambda one: (max(shared[one], 0.0), -abs(heads[one].middle - value.middle)))
        others = (head for at, head in enumerate(heads) if at != number)
        before = of_head.get(number)
        if any(value.left < head.middle < value.right for head in others):
            return None
        if before and value.left - before.right > _CLOSE_EM * value.placed[0].height:
            return None
        of_head[number] = _Cell((*before.placed, *value.placed), before.label) if before else value
    if len(of_head) < max(2, len(heads) / 2):
        return None
    return tuple((head, of_head.get(number)) for number, head in enumerate(heads))


def _told(rows: Sequence[Row], tables: Mapping[int, _Table], moved: Collection[int]) -> Iterator[Piece]:
    """All lines in the order in which they are to be read, each with what joins it to the one before.

    ``moved`` are rows that do not go on from the one before.
    """
    within = {row for first in tables for row in (first, first + 1)}
    for at, pieces in enumerate(pieces_of(rows)):
        if at in tables:
            for head, value in tables[at].pairs:
                yield from _cell_pieces(head, "\n")
                yield from _cell_pieces(value, "\t") if value else ()
        elif at not in within:
            (line, joint), *others = pieces
            yield line, "\n" if at - 1 in within or at in moved else joint
            yield from others


def _cell_pieces(cell: _Cell, joint: str) -> Iterator[Piece]:
    for number, item in enumerate(cell.placed):
        yield item.line, "" if number else joint
