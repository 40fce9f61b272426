"""Ruled tables: labels with their values in the cell to the right, or heads with their values below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tests.press.choices import Choices, Weighted
from tests.press.forms import WITH_HEADINGS
from tests.press.pairs import Pair, Style
from tests.press.sheet import Align, Print, Role, Sheet, joined, wide, within
from tests.press.sheet import _spanned as spanned
from tests.press.wording import Piece
from tests.press.words import words

__all__ = ["Cell", "set_cells", "set_table"]

_ARRANGEMENTS: Final = Weighted(("beside", 82), ("above", 8), ("side heading", 10))
_LEAST_EMS: Final = {1: 26, 2: 38, 3: 46}
"""How many ems a table with so many pairs to a row must be wide."""
_LABEL_EMS: Final = Weighted((5.2, 24), (4.2, 24), (6.2, 24), (8.2, 22), (2.2, 6))
"""How wide the cells of labels are; in the narrowest a label stands two characters to a line."""

_SIDE_HEADINGS: Final = ("基本情况", "基本信息", "人员信息", "登记内容", "个人情况", "主要内容")


@dataclass(frozen=True)
class Cell:
    """One cell: what stands in it, and its share of the row's width."""

    pieces: Sequence[Piece]
    share: float
    role: Role = "value"
    align: Align = "left"


def set_table(sheet: Sheet, pairs: Sequence[Pair], style: Style, choices: Choices) -> None:
    """Set pairs as a table."""
    size, sheet.size = sheet.size, min(sheet.size, sheet.measure / _LEAST_EMS[min(style.per_line, 3)])
    arrangement = choices.weighed(_ARRANGEMENTS)
    choices.note("table", arrangement)
    align: Align = choices.pick(("left", "middle"))
    colon = "：" if choices.chance(0.12) else ""
    if arrangement == "above" and len(pairs) > 2:
        rows = _heads_above(pairs, choices)
    else:
        rows = _labels_beside(sheet, pairs, (style, align, colon), choices)
    if choices.chance(WITH_HEADINGS):
        rows = list(_headed(rows, choices))
    if arrangement == "side heading":
        _set_side_heading(sheet, rows, choices)
    else:
        set_cells(sheet, rows, sheet.left, sheet.right)
    sheet.size = size
    sheet.feed(0.5)


def _labels_beside(sheet: Sheet, pairs: Sequence[Pair], layout: tuple[Style, Align, str], choices: Choices) -> list[list[Cell]]:
    style, align, colon = layout
    ems = sheet.measure / sheet.size
    columns = min(style.per_line, 3)
    crowding = choices.pick((1.0, 1.0, 1.0, 1.6))
    label_ems = min(8.2 if style.bilingual else choices.weighed(_LABEL_EMS), ems / columns / 2.2) + 0.9
    label_share, value_room = label_ems / ems, 1 / columns - label_ems / ems
    rows: list[list[Cell]] = []
    room = 0.0
    for pair in pairs:
        needs = (wide(joined(pair.value)) + 1) / ems / crowding
        label = Cell([(pair.label + colon, pair.tag, 0)], label_share, "label", "middle")
        if rows and room > 0.01 and needs < value_room:
            rows[-1] += [label, Cell(pair.value, value_room, "value", align)]
            room -= 1 / columns
        else:
            _widen(rows, room)
            wide_row = needs > value_room or columns == 1
            rows.append([label, Cell(pair.value, 1 - label_share if wide_row else value_room, "value", align)])
            room = 0.0 if wide_row else 1 - 1 / columns
    _widen(rows, room)
    return rows


def _widen(rows: list[list[Cell]], room: float) -> None:
    """Let the last cell of the last row take up what is left of it."""
    if rows and room > 0.01:
        last = rows[-1][-1]
        rows[-1][-1] = Cell(last.pieces, last.share + room, last.role, last.align)


def _heads_above(pairs: Sequence[Pair], choices: Choices) -> list[list[Cell]]:
    columns = choices.count(2, min(5, len(pairs)))
    rows: list[list[Cell]] = []
    for start in range(0, len(pairs), columns):
        group = pairs[start : start + columns]
        weights = [max(wide(pair.label), min(wide(joined(pair.value)), 14.0)) + 1 for pair in group]
        shares = [weight / sum(weights) for weight in weights]
        rows.append(
            [Cell([(pair.label, pair.tag, 0)], share, "label", "middle") for pair, share in zip(group, shares, strict=True)]
        )
        rows.append([Cell(pair.value, share, "value", "middle") for pair, share in zip(group, shares, strict=True)])
    return rows


def _headed(rows: list[list[Cell]], choices: Choices) -> Iterator[list[Cell]]:
    """Rows with headings between them, each a cell as wide as the table."""
    align: Align = choices.pick(("left", "middle"))
    for at, row in enumerate(rows):
        if at == 0 or choices.chance(0.25):
            yield [Cell([(choices.pick(words("screens", "headings")), "", 0)], 1.0, "label", align)]
        yield row


def _set_side_heading(sheet: Sheet, rows: list[list[Cell]], choices: Choices) -> None:
    """Set a table with a heading down its left side, one or two characters to a line."""
    heading = choices.pick(_SIDE_HEADINGS)
    step = choices.count(1, 2)
    room = sheet.size * (step + 1)
    top = sheet.y
    set_cells(sheet, rows, sheet.left + room, sheet.right)
    lines = [heading[at : at + step] for at in range(0, len(heading), step)]
    pitch = sheet.size * 1.25
    y = (top + sheet.y) / 2 - pitch * len(lines) / 2
    sheet.cells += 1
    for line in lines:
        x = sheet.left + (room - len(line) * sheet.size) / 2
        sheet.prints.append(Print(line, x, y, sheet.size, [], "label", 0.0, sheet.cells))
        y += pitch
    sheet.rules += [(sheet.left, top, sheet.left, sheet.y), (sheet.left, top, sheet.left + room, top)]
    sheet.rules.append((sheet.left, sheet.y, sheet.left + room, sheet.y))


def set_cells(sheet: Sheet, rows: Sequence[Sequence[Cell]], left: float, right: float) -> None:
    """Set rows of cells between rules; a row is as high as its fullest cell."""
    pad = sheet.size * 0.4
    sheet.rules.append((left, sheet.y, right, sheet.y))
    for row in rows:
        height = _set_row(sheet, row, left, right, pad)
        x = left
        for cell in row:
            sheet.rules.append((x, sheet.y, x, sheet.y + height))
            x += cell.share * (right - left)
        sheet.rules.append((right, sheet.y, right, sheet.y + height))
        sheet.y += height
        sheet.rules.append((left, sheet.y, right, sheet.y))


def _set_row(sheet: Sheet, row: Sequence[Cell], left: float, right: float, pad: float) -> float:
    """Set one row and return its height."""
    pitch = sheet.size * min(sheet.leading, 1.4)
    room = [cell.share * (right - left) - 2 * pad for cell in row]
    texts = [spanned(cell.pieces) for cell in row]
    broken = [sheet.broken(text, max(width / sheet.size, 1.0)) for (text, _), width in zip(texts, room, strict=True)]
    height = max(1, *map(len, broken)) * pitch + 2 * pad + sheet.size * 0.3
    x = left
    for cell, (text, spans), lines, width in zip(row, texts, broken, room, strict=True):
        sheet.cells += 1
        y = sheet.y + (height - len(lines) * pitch) / 2 + (pitch - sheet.size) / 2
        for start, end in lines:
            line = text[start:end]
            free = width - wide(line) * sheet.size
            shift = {"left": 0.0, "middle": free / 2, "right": free}[cell.align]
            sheet.prints.append(
                Print(line, x + pad + shift, y, sheet.size, within(spans, start, end), cell.role, 0.0, sheet.cells)
            )
            y += pitch
        x += cell.share * (right - left)
    return height
