"""Ruled tables of labels and values."""

from collections.abc import Sequence
from dataclasses import dataclass

from samples.papers.paper import Point
from samples.papers.prose import Prose, flow, height_of
from samples.papers.sheet import Align, Area, Sheet, Type

_PAD_MM = 1.8


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; ``width`` is in millimetres."""

    width: float
    prose: Prose
    align: Align = "centre"


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells side by side, at least ``height`` mm high; grows with its text."""

    height: float
    cells: tuple[Cell, ...]


def draw_table(sheet: Sheet, at: Point, rows: Sequence[TableRow], style: Type, leading: float = 1.5) -> float:
    """Draw the rows below one another from a corner on; return the y of the last line."""
    y = at[1]
    for row in rows:
        tallest = max(height_of(cell.prose, style, cell.width - 2 * _PAD_MM, leading) for cell in row.cells)
        height = max(row.height, tallest + 2 * _PAD_MM)
        x = at[0]
        for cell in row.cells:
            area = Area(x, y, x + cell.width, y + height)
            sheet.frame(area, 0.25)
            _fill(sheet, area, cell, style, leading)
            x += cell.width
        y += height
    return y


def _fill(sheet: Sheet, area: Area, cell: Cell, style: Type, leading: float) -> None:
    inner = area.shrunk(_PAD_MM, _PAD_MM)
    used = height_of(cell.prose, style, inner.width, leading)
    top = inner.top + max((inner.bottom - inner.top - used) / 2, 0.0)
    flow(sheet, Area(inner.left, top, inner.right, inner.bottom), cell.prose, style, leading, indent=0.0, align=cell.align)
