"""What stands behind each label: to its right, on its row, and on the lines the value wraps onto."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from extractors.documents.license_labels import Label, LicenseField
from extractors.documents.license_layout import Cell
from extractors.evidence import Doubt

ON_ROW: Final = 0.5
"""A cell stands on a label's row when their middles differ by less than this, in heights of the taller."""
NEAR_ROW: Final = 0.9
"""A label with nothing on its row takes a line that misses it by less than this: vertical runs place their labels roughly."""
MAX_DROP: Final = 1.2
"""Values printed onto a finished form sit lower or higher than its labels, all by the same amount: at most this, in heights."""
LEAD: Final = 1.3
"""How far above the line on its label's row, in heights, the first line of a value in two lines may stand."""
OPEN_BAND: Final = 6.0
"""How far below a column's last label its value may reach, in label heights: an address wraps onto four lines at most."""
VALUE_GAP: Final = 2.5
"""A gap this wide on one row, in heights, ends a value: what follows is a stamp, a watermark or the other column."""
COLUMN: Final = 3.0
"""Labels whose right ends differ by less than this, in heights, form one column."""
LINE_GAP: Final = 2.2
"""Lines of one value follow each other within this many heights, middle to middle."""
INDENT: Final = 2.5
"""A wrapped line begins within this many heights of the line above it."""
GLUED_INDENT: Final = 6.0
"""The same where the line above was glued to its label: labels are spaced wider, so its beginning is only estimated."""
TALLEST: Final = 1.9
"""Cells taller than this many label heights are titles and stamps."""
MAX_LINES: Final[dict[LicenseField, int]] = {"name": 3, "address": 4, "type": 2, "term_until": 2}
"""Lines a value may wrap onto; the other fields have one."""
PARTNER_LINES: Final = 3
"""A partnership's managing partner is often a company, with the name of its delegate in brackets."""
CODES: Final = ("uscc", "registration_number")


@dataclass(frozen=True, slots=True)
class Value:
    """The cells of one value in reading order, and its label."""

    label: Label
    cells: tuple[Cell, ...]
    doubts: frozenset[Doubt] = frozenset()

    @property
    def text(self) -> str:
        """All of it in one string."""
        return "".join(cell.text for cell in self.cells).lstrip(":：")

    @property
    def glued(self) -> bool:
        """Whether label and value came as one line."""
        return self.label.rest is not None and self.label.rest in self.cells

    @property
    def score(self) -> float:
        """The least score of its lines; 0 where there are none."""
        return min((cell.line.score for cell in self.cells), default=0.0)

    @property
    def agreed(self) -> bool:
        """Whether every line under coloured ink was read the same both times."""
        return all(cell.line.readings_agree for cell in self.cells)


def read_values(labels: Sequence[Label], cells: Iterable[Cell]) -> dict[LicenseField, Value]:
    """Give every label that has a field its value; a value without cells is one that stands nowhere."""
    printed = {id(cell) for label in labels for cell in label.cells}
    free = [cell for cell in cells if id(cell) not in printed]
    drop = _drop(labels, free)
    owned = {id(label): [label.rest] for label in labels if label.rest is not None}
    for reach in (ON_ROW, NEAR_ROW):
        bare = [label for label in labels if id(label) not in owned]
        for cell in list(free):
            owner = _beside(cell, labels if reach == ON_ROW else bare, drop, reach)
            if owner is not None:
                owned.setdefault(id(owner), []).append(cell)
                free.remove(cell)
    orphans: list[Cell] = []
    for cell in free:
        owner = _above(cell, labels, drop)
        if owner is None:
            orphans.append(cell)
        else:
            owned.setdefault(id(owner), []).append(cell)
    return {
        label.field: Value(label, _joined(label, _led(label, owned.get(id(label), []), orphans), drop))
        for label in labels
        if label.field != "other"
    }


def _led(label: Label, cells: list[Cell], orphans: Sequence[Cell]) -> list[Cell]:
    """The cells of a value, with the line above its row that is part of it: small type is printed around the label."""
    first = min(cells, key=lambda cell: (cell.row, cell.left), default=None)
    if first is None or label.field not in MAX_LINES:
        return cells
    return cells + [
        cell
        for cell in orphans
        if 0 < first.row - cell.row < LEAD * first.height
        and abs(cell.left - first.left) < first.height
        and sum(char.isalpha() and not char.isascii() for char in cell.text) > 1
    ]


def _drop(labels: Sequence[Label], free: Sequence[Cell]) -> float:
    """By how many pixels the values sit lower than their labels: the median of the nearest ones."""
    drops: list[float] = []
    for label in labels:
        near = [cell.row - label.row for cell in free if _right_of(cell, label)] if label.rest is None else [0.0]
        nearest = min(near, key=abs, default=None)
        if nearest is not None and abs(nearest) < MAX_DROP * label.height:
            drops.append(nearest)
    return statistics.median(drops) if drops else 0.0


def _right_of(cell: Cell, label: Label) -> bool:
    return label.right <= cell.left + label.height and label.left < cell.left and cell.height < TALLEST * label.height


def _beside(cell: Cell, labels: Sequence[Label], drop: float, reach: float) -> Label | None:
    """The label on the cell's row, in the nearest column to its left."""
    row = cell.row - drop
    beside = [
        label for label in labels if _right_of(cell, label) and abs(row - label.row) < reach * max(label.height, cell.height)
    ]
    owner = min(_last_column(beside), key=lambda label: abs(row - label.row), default=None)
    wrapped = _above(cell, [label for label in labels if label.field != "other"], drop)
    if owner is not None and wrapped is not None and wrapped.left > owner.right + COLUMN * owner.height:
        return None  # a line that the right column wraps onto, at the height of a label of the left one
    return owner


def _above(cell: Cell, labels: Sequence[Label], drop: float) -> Label | None:
    """The label whose value may wrap onto the cell: the last one above it, in the nearest column to its left."""
    row = cell.row - drop
    above = [
        label
        for label in labels
        if _right_of(cell, label) and label.field not in CODES and label.row < row < label.bottom + OPEN_BAND * label.height
    ]
    return max(_last_column(above), key=lambda label: label.row, default=None)


def _last_column(labels: Sequence[Label]) -> list[Label]:
    """Those of the rightmost column."""
    rightmost = max((label.right for label in labels), default=0.0)
    return [label for label in labels if label.right > rightmost - COLUMN * label.height]


def _joined(label: Label, cells: Sequence[Cell], drop: float) -> tuple[Cell, ...]:
    """The cells that belong together, line after line."""
    limit = PARTNER_LINES if label.field == "legal_rep" and "合伙" in label.text else MAX_LINES.get(label.field, 1)
    lines = _lines(cells)
    if limit == 1:
        lines = sorted(lines, key=lambda line: abs(line[0].row - drop - label.row))[:1]
    kept: list[list[Cell]] = []
    for line in lines[:limit]:
        run = _run(line)
        if kept and not _continues(run[0], kept[-1][0]):
            break
        if kept and not _may_follow(label, kept, run):
            break
        kept.append(run)
    return tuple(cell for line in kept for cell in line)


def _may_follow(label: Label, kept: Sequence[Sequence[Cell]], run: Sequence[Cell]) -> bool:
    """Whether a further line fits the field: a type wraps inside its brackets, a term before the word to."""
    if label.field == "type":
        return _open_bracket(kept)
    return label.field != "term_until" or run[0].text.startswith(("至", "到"))


def _open_bracket(lines: Sequence[Sequence[Cell]]) -> bool:
    """Whether a bracket is still open: what a type wraps onto the next line."""
    text = "".join(cell.text for line in lines for cell in line)
    return sum(text.count(char) for char in "(（[【") > sum(text.count(char) for char in ")）]】")


def _lines(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Cells gathered into rows from the top, each from the left."""
    lines: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda each: each.row):
        if lines and cell.beside(lines[-1][-1]):
            lines[-1].append(cell)
        else:
            lines.append([cell])
    return [sorted(line, key=lambda each: each.left) for line in lines]


def _run(line: Sequence[Cell]) -> list[Cell]:
    """The part of a row without a wide gap, from the left."""
    run: list[Cell] = [line[0]]
    for cell in line[1:]:
        if cell.left - run[-1].right > VALUE_GAP * run[-1].height:
            break
        run.append(cell)
    return run


def _continues(cell: Cell, first: Cell) -> bool:
    height = max(cell.height, first.height)
    indent = GLUED_INDENT if first.cut_from else INDENT
    return cell.row - first.row < LINE_GAP * height and abs(cell.left - first.left) < indent * height
