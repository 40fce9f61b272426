"""Forms that many papers share: a letter, lines of labels, and a ruled table, each with its sign-off."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from samples.papers.draft import Draft, joined, room_at
from samples.papers.paper import Point
from samples.papers.prose import Piece, Prose, flow
from samples.papers.sheet import Area
from samples.papers.table import Cell, TableRow, draw_table

FormLayout = Literal["letter", "lines", "table"]
Item = tuple[str, Prose]
"""A label and its value."""
_LABEL_MM, _TABLE_MM = 34.0, 164.0
_SHORT_VALUE = 9
"""Characters of a value up to which two labelled values share a row of a table."""


@dataclass(frozen=True, slots=True)
class Signing:
    """A line to sign on: its label, whose name a pen writes there (empty for nobody's), and the role."""

    label: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a paper says, whatever its form.

    ``greeting`` opens a letter, ``head`` stands above the title and ``under`` below it. ``closing`` are the lines at the lower
    right, the last of them the date; ``sealed``: a seal belongs there. ``foot`` is the page's number.
    """

    paragraphs: Sequence[Prose]
    items: Sequence[Item]
    tail: Sequence[Prose] = ()
    greeting: Prose = ()
    head: str = ""
    under: Prose = ()
    closing: Sequence[Prose] = ()
    signings: Sequence[Signing] = ()
    sealed: bool = True
    foot: str = ""


def draw_form(draft: Draft, title: str, content: Content, layout: FormLayout) -> dict[str, Point]:
    """Draw the content in a form; return where seal and signatures belong."""
    sheet, rng = draft.sheet, draft.rng
    y = rng.uniform(18, 34)
    if content.head:
        y = _centred(draft, y, content.head) + 2
    y = draft.heading(y, title) + 3
    if content.under:
        y = flow(sheet, Area(28, y, 180, 290), content.under, draft.body, 1.7, indent=0, align="right")
    y = _BODIES[layout](draft, content, y + rng.uniform(2, 6))
    sheet.text((sheet.width_mm / 2, sheet.height_mm - 12), content.foot, draft.body.sized(10.5), "centre")
    return _sign_off(draft, content, y + rng.uniform(4, 10))


def _centred(draft: Draft, y: float, text: str) -> float:
    style = draft.title.sized(draft.title.size * 0.85)
    draft.sheet.text((draft.sheet.width_mm / 2, y + style.em), text, style, "centre")
    return y + style.em * 1.5


def _letter(draft: Draft, content: Content, y: float) -> float:
    margin = 28.0 + draft.rng.uniform(-4, 4)
    area = (margin, draft.sheet.width_mm - margin)
    if content.greeting:
        y = flow(draft.sheet, Area(area[0], y, area[1], 290), content.greeting, draft.body, draft.leading, indent=0)
    for paragraph in content.paragraphs:
        y = flow(draft.sheet, Area(area[0], y, area[1], 290), paragraph, draft.body, draft.leading)
    return y


def _lines(draft: Draft, content: Content, y: float) -> float:
    for label, prose in content.items:
        y = flow(draft.sheet, Area(30, y, 184, 290), joined([f"{label}：", *prose]), draft.body, 1.85, indent=0)
    return _tail(draft, content, y)


def _table(draft: Draft, content: Content, y: float) -> float:
    small = draft.body.sized(min(draft.body.size, 12.0))
    y = draw_table(draft.sheet, ((draft.sheet.width_mm - _TABLE_MM) / 2, y), list(_rows(content.items)), small)
    return _tail(draft, content, y + 3)


def _tail(draft: Draft, content: Content, y: float) -> float:
    for paragraph in content.tail:
        y = flow(draft.sheet, Area(28, y, 184, 290), paragraph, draft.body.sized(min(draft.body.size, 12.5)), 1.75)
    return y


def _rows(items: Sequence[Item]) -> list[TableRow]:
    """Rows over the table's full width; neighbours with short values share one."""
    rows: list[TableRow] = []
    waiting: list[Item] = []
    for item in items:
        short = sum(len(piece if isinstance(piece, str) else piece.text) for piece in item[1]) <= _SHORT_VALUE
        if not short and waiting:
            rows.append(_row(waiting))
            waiting = []
        waiting.append(item)
        if not short or len(waiting) == 2:
            rows.append(_row(waiting))
            waiting = []
    return [*rows, _row(waiting)] if waiting else rows


def _row(items: Sequence[Item]) -> TableRow:
    rest = (_TABLE_MM - _LABEL_MM * len(items)) / len(items)
    cells = [cell for label, prose in items for cell in (Cell(_LABEL_MM, [label]), Cell(rest, prose or [Piece("")]))]
    return TableRow(12.0, tuple(cells))


def _sign_off(draft: Draft, content: Content, y: float) -> dict[str, Point]:
    sheet, step = draft.sheet, draft.body.em * 2.1
    anchors: dict[str, Point] = {}
    for signing in content.signings:
        y += step
        label = sheet.text((30, y), signing.label, draft.body)
        room = room_at(draft, label.right + 1, y, 30)
        if signing.name:
            sheet.write_by_hand(room, signing.name, role=signing.role)
        anchors[f"signature_{signing.role}"] = room.middle
    y += 4 if content.signings else 0
    top, right = y, 182.0
    for line in content.closing:
        y = flow(sheet, Area(60, y, right, 292), line, draft.body, 1.8, indent=0, align="right")
    if content.sealed and content.closing:
        anchors["seal"] = (right - 30.0, (top + y) / 2 + 1)
    return anchors


_BODIES: dict[FormLayout, Callable[[Draft, Content, float], float]] = {"letter": _letter, "lines": _lines, "table": _table}
FORM_LAYOUTS: tuple[FormLayout, ...] = tuple(_BODIES)
