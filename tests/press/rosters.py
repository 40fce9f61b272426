"""Tables with many rows: a roster of the people registered, the months in which somebody contributed, what was changed."""

from typing import Final

from tests.press.dates import add_months, day_between
from tests.press.numbers import mobile
from tests.press.sheet import Sheet, joined, wide
from tests.press.tables import Cell, set_cells
from tests.press.teller import Teller
from tests.press.wording import LABEL, Piece
from tests.press.words import words

__all__ = ["set_changes", "set_months", "set_roster"]

_COLUMNS: Final = ("sex", "id", "job", "hired", "ended", "phone", "state")
_STATES: Final = ("已备案", "正常", "已登记", "在职")


def set_roster(sheet: Sheet, teller: Teller) -> None:
    """Set a table of people with a head above, one person to a row; the names together are the field ``people``."""
    choices, world = teller.choices, teller.world
    columns = ["people", *choices.some(_COLUMNS[:1], 0.5), "id", *choices.some(_COLUMNS[2:], 0.4)][:6]
    if choices.chance(0.85):
        columns.insert(0, "order")
    people = [world.another() for _ in range(choices.count(1, 12))]
    teller.fix("roster_count", str(len(people)))
    printing = teller.state("people", "、".join(person.name for person in people))
    rows = [[joined(teller.tell(f"column.{column}")) for column in columns]]
    for index, person in enumerate(people):
        birth = day_between(world.birth, add_months(world.birth, 90), world.fill)
        hired = day_between(world.start, world.issue, world.fill)
        values = {
            "order": str(index + 1),
            "people": person.name,
            "sex": person.sex,
            "id": world.id_of(person, birth),
            "job": teller.again("job"),
            "hired": world.day_form(hired),
            "ended": world.day_form(add_months(hired, 12 * choices.count(3, 10))),
            "phone": mobile(world.fill),
            "state": choices.pick(_STATES),
        }
        rows.append([values[column] for column in columns])
    _set_rows(sheet, columns, rows, printing)
    teller.withheld |= {"people"}


def _set_rows(sheet: Sheet, columns: list[str], rows: list[list[str]], printing: int) -> None:
    widths = [max(wide(row[at]) for row in rows) + 1 for at in range(len(columns))]
    size, sheet.size = sheet.size, min(sheet.size, sheet.measure / sum(widths))
    shares = [width / sum(widths) for width in widths]
    cells = [
        [
            Cell([_piece(text, column, at, printing)], share, "value", "middle")
            for text, column, share in zip(row, columns, shares, strict=True)
        ]
        for at, row in enumerate(rows)
    ]
    set_cells(sheet, cells, sheet.left, sheet.right)
    sheet.feed(0.5)
    sheet.size = size


def _piece(text: str, column: str, row: int, printing: int) -> Piece:
    return (text, "people", printing) if column == "people" and row else (text, "", 0)


def set_months(sheet: Sheet, teller: Teller) -> None:
    """Set a table of the last months of contributions; who reads it could conclude the first and the last."""
    choices, world = teller.choices, teller.world
    base = world.fill.randrange(40, 250) * 100
    heads = [
        choices.pick(("缴费年月", "年月", "费款所属期", "月份")),
        "缴费基数",
        choices.pick(("单位缴费", "单位部分")),
        "个人缴费",
    ]
    rows = [heads]
    for back in range(choices.count(2, 8), -1, -1):
        moment = add_months(world.end, -back)
        if moment >= world.start:
            rows.append([f"{moment:%Y%m}", f"{base}.00", f"{base * 0.16:.2f}", f"{base * 0.08:.2f}"])
    _set_rows(sheet, ["", "", "", ""], rows, 0)
    teller.hint("first_month")
    teller.hint("last_month")


def set_changes(sheet: Sheet, teller: Teller) -> None:
    """Set a table of what was changed, with what it was before and after; what stayed as it was may stand in it too."""
    choices = teller.choices
    heads: list[list[Piece]] = [[(joined(teller.tell(f"label.{name}")), LABEL + name, 0)] for name in _CHANGED]
    row: list[list[Piece]] = [[], [], []]
    for name, cell in zip(_CHANGED, row, strict=True):
        teller.say(name, cell)
    rows = [row]
    unchanged = choices.pick(words("screens", "unchanged"))
    for what in choices.some([what for what in _ENTRIES if what != joined(row[0])], choices.pick((0.0, 0.3))):
        rows.append([[(what, "", 0)], [(unchanged, "", 0)], [(unchanged, "", 0)]])
    choices.fill.shuffle(rows)
    upright = choices.chance(0.2) and len(rows) == 1
    table = [list(pair) for pair in zip(heads, row, strict=True)] if upright else [heads, *rows]
    share = 1 / len(table[0])
    set_cells(sheet, [[Cell(cell, share, "value", "middle") for cell in line] for line in table], sheet.left, sheet.right)
    sheet.feed(0.5)


_CHANGED: Final = ("changed", "old_value", "new_value")
_ENTRIES: Final = ("姓名", "性别", "民族", "出生日期", "公民身份号码", "籍贯", "住址")
