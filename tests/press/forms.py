"""Forms without ruled cells: pairs of label and value in lines, one or several to a line, in columns, lists or running text."""

from collections.abc import Sequence
from typing import Final

from tests.press.choices import Choices, Weighted
from tests.press.pairs import Pair, Style, number_of, padded
from tests.press.sheet import Sheet, joined, wide
from tests.press.wording import Piece
from tests.press.words import words

__all__ = ["WITH_HEADINGS", "set_form", "set_heading"]

WITH_HEADINGS: Final = 0.08
"""How often headings stand between the pairs of a form or table."""
_ARRANGEMENTS: Final = Weighted(("lines", 70), ("tabs", 14), ("running", 6), ("below", 2), ("over", 4), ("flush", 8))


def set_form(sheet: Sheet, pairs: Sequence[Pair], style: Style, choices: Choices) -> None:
    """Set pairs on the sheet in one of the ways of forms."""
    arrangement = choices.weighed(_ARRANGEMENTS)
    choices.note("form", arrangement)
    match arrangement:
        case "running":
            _set_running(sheet, pairs, style, choices)
        case "below":
            _set_below(sheet, pairs, choices)
        case "over":
            _set_over(sheet, pairs, choices)
        case "tabs":
            _set_columns(sheet, pairs, style, choices)
        case _:
            _set_lines(sheet, pairs, style, choices, flush=arrangement == "flush")


def _told(pair: Pair, style: Style, choices: Choices) -> list[Piece]:
    """A label, what joins it, and its value."""
    if style.joint == "】":
        return [(f"【{pair.label}】", pair.tag, 0), *pair.value]
    if style.joint in "为是" and not joined(pair.value).strip():
        return [(pair.label + "：", pair.tag, 0), *pair.value]
    if style.underlined:
        return [(pair.label + style.joint, pair.tag, 0), *padded(pair.value, choices.count(5, 14), choices)]
    return [(pair.label + style.joint, pair.tag, 0), *pair.value]


def _set_lines(sheet: Sheet, pairs: Sequence[Pair], style: Style, choices: Choices, *, flush: bool) -> None:
    indent = 0.0 if flush else choices.pick((0.0, 2.0, 2.0))
    ems = sheet.measure / sheet.size - indent
    per_line = 1 if style.numbers else style.per_line
    gap = "  " * choices.count(1, 3)
    index = 0
    headings = choices.chance(WITH_HEADINGS) and not style.numbers
    for row in _rows(pairs, per_line, ems):
        if headings and (index == 0 or choices.chance(0.25)):
            set_heading(sheet, choices)
        line: list[Piece] = []
        for pair in row:
            line += [(gap, "", 0)] if line else []
            line += [(number_of(style, index), "", 0), *_told(pair, style, choices)]
            index += 1
        if style.numbers and style.ends:
            line.append(("。" if index == len(pairs) else style.ends, "", 0))
        sheet.paragraph(line, indent)


def _set_columns(sheet: Sheet, pairs: Sequence[Pair], style: Style, choices: Choices) -> None:
    """Labels at one stop, values at another, in one column of pairs or two."""
    label_room = max(wide(pair.label) for pair in pairs) + wide(style.joint) + choices.count(1, 3)
    columns = 2 if style.per_line > 1 and label_room < 10 else 1
    room = sheet.measure / columns
    x, used = sheet.left, 0
    for pair in pairs:
        own_row = columns == 1 or (label_room + wide(joined(pair.value))) * sheet.size > room - sheet.size
        if used and (own_row or used == columns):
            sheet.feed()
            used = 0
        x = sheet.left + used * room
        sheet.put([(pair.label + style.joint.strip("为是】"), pair.tag, 0)], x)
        _set_hanging(sheet, pair.value, x + label_room * sheet.size)
        used += 1
        if own_row:
            sheet.feed()
            used = 0
    if used:
        sheet.feed()


def _set_hanging(sheet: Sheet, value: list[Piece], x: float) -> None:
    """Set a value from ``x`` on, its further lines below its first; the last line is not closed."""
    whole = Sheet(sheet.height, x, sheet.right, sheet.y, sheet.size, sheet.leading, sheet.breaks_numbers)
    whole.paragraph(value, 0.0)
    sheet.prints += whole.prints
    if whole.prints:
        sheet.y = max(sheet.y, whole.prints[-1].y)


def _set_running(sheet: Sheet, pairs: Sequence[Pair], style: Style, choices: Choices) -> None:
    """All pairs one after the other as a paragraph."""
    comma = "；" if style.numbers else choices.pick(("，", "；", "    ", "，"))
    line: list[Piece] = []
    for index, pair in enumerate(pairs):
        line += [(comma, "", 0)] if index else []
        line += [(number_of(style, index), "", 0), *_told(pair, style, choices)]
    sheet.paragraph([*line, ("。" if comma != "    " else "", "", 0)], 2.0)


def _set_below(sheet: Sheet, pairs: Sequence[Pair], choices: Choices) -> None:
    """Values on a rule, each with its label below it, as where people sign."""
    columns = choices.count(1, 2)
    room = sheet.measure / columns
    for start in range(0, len(pairs), columns):
        row = pairs[start : start + columns]
        if any(wide(joined(pair.value)) * sheet.size > room - sheet.size for pair in row):
            for pair in row:
                sheet.paragraph([(f"{pair.label}：", pair.tag, 0), *pair.value], 0)
            continue
        for lift in (0, 1):
            for column, pair in enumerate(row):
                pieces = [(f"（{pair.label}）", pair.tag, 0)] if lift else pair.value
                x = sheet.left + column * room + (room - wide(joined(pieces)) * sheet.size) / 2
                sheet.put(pieces, x)
            sheet.feed()
        sheet.feed(0.6)


def _set_over(sheet: Sheet, pairs: Sequence[Pair], choices: Choices) -> None:
    """Each label above its value, flush left in columns without rules, as systems show a record."""
    columns = choices.count(1, 4)
    room = sheet.measure / columns
    small = choices.pick((1.0, 0.85))
    heading = choices.chance(0.4)
    for start in range(0, len(pairs), columns):
        row = pairs[start : start + columns]
        if heading and (start == 0 or choices.chance(0.2)):
            set_heading(sheet, choices)
        lowest = sheet.y
        for column, pair in enumerate(row):
            x, top = sheet.left + column * room, sheet.y
            sheet.put([(pair.label, pair.tag, 0)], x, size=sheet.size * small)
            cell = Sheet(sheet.height, x, x + room - sheet.size, top, sheet.size, min(sheet.leading, 1.5), sheet.breaks_numbers)
            cell.feed()
            cell.paragraph(pair.value, 0.0)
            sheet.prints += cell.prints
            lowest = max(lowest, cell.y)
        sheet.y = lowest
        sheet.feed(choices.pick((0.3, 0.7)))


def set_heading(sheet: Sheet, choices: Choices) -> None:
    """A heading over some pairs of a form: 基本信息, 一、单位信息."""
    before = choices.pick(("", "", "一、", "二、", "■ ", "| "))
    sheet.put_aligned(
        [(before + choices.pick(words("screens", "headings")), "", 0)], choices.pick(("left", "left", "middle")), "prose"
    )


def _rows(pairs: Sequence[Pair], per_line: int, ems: float) -> list[list[Pair]]:
    """Which pairs share a line: so many at most, and only as many as there is room for."""
    rows: list[list[Pair]] = []
    used = 0.0
    for pair in pairs:
        width = pair.ems + 3
        if rows and len(rows[-1]) < per_line and used + width <= ems:
            rows[-1].append(pair)
            used += width
        else:
            rows.append([pair])
            used = width
    return rows
