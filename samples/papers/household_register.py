"""Pages of a household register: the first page, a member's card with its changes, and a copy of both on one sheet."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Literal

from samples.papers.civil_facts import HouseholdFacts
from samples.papers.dates import true_date, write_date
from samples.papers.draft import A4, Draft, new_draft
from samples.papers.license_rows import folded
from samples.papers.paper import Paper, Point, Shown
from samples.papers.prose import Piece, Prose, flow
from samples.papers.sheet import Area, Sheet
from samples.papers.table import Cell, TableRow, draw_table

HouseholdLayout = Literal["first", "member", "copy"]
HOUSEHOLD_LAYOUTS: tuple[HouseholdLayout, ...] = ("first", "member", "copy")
BOOKLET = (143.0, 210.0)
"""An open booklet's two pages of 143 x 105 mm, one above the other."""
_TYPE = "household_register"


def draw_household_register(rng: random.Random, facts: HouseholdFacts, layout: HouseholdLayout | None = None) -> Paper:
    """Draw pages of a register; the police's household seal lies on each."""
    chosen: HouseholdLayout = rng.choice(HOUSEHOLD_LAYOUTS) if layout is None else layout
    size = A4 if chosen == "copy" else BOOKLET
    sheet = Sheet(*size)
    draft = new_draft(rng, sheet, "chinese", hand=False)
    small = Draft(sheet, rng, draft.title.sized(15.0), draft.body.sized(9.5), 1.5, "chinese")
    left = (size[0] - 128.0) / 2
    shown: list[Shown] = []
    anchors: dict[str, Point] = {}
    y = rng.uniform(12, 20)
    if chosen != "member":
        y, anchors["seal"] = _first(small, facts, (left, y))
        shown.append(_shown(small, {"head": facts.head, "address": facts.address, "registered_on": facts.registered_on}))
        y += rng.uniform(14, 24)
    if chosen != "first":
        y, anchors["seal_2" if "seal" in anchors else "seal"] = _member(small, facts, (left, y))
        shown.append(_shown(small, _told(facts)))
    return Paper(sheet.pdf(), *size, tuple(shown), anchors, tags={"layout": chosen})


def _told(facts: HouseholdFacts) -> dict[str, str | date | None]:
    change = facts.change
    return {
        "name": facts.name,
        "relation": facts.relation,
        "former_name": facts.former_name,
        "sex": facts.sex,
        "ethnicity": facts.ethnicity,
        "birth": facts.birth if isinstance(facts.birth, date) else None,
        "id_number": facts.id_number,
        "registered_on": facts.registered_on if isinstance(facts.registered_on, date) else None,
        "changes": " ".join(change) if change else "",
    }


def _shown(draft: Draft, told: Mapping[str, object]) -> Shown:
    boxes = draft.sheet.boxes
    values = {name: true_date(value) if isinstance(value, date) else str(value or "") for name, value in told.items()}
    truth = {name: value if name == "changes" else folded(value) for name, value in draft.truth(values).items()}
    taken = draft.sheet.take_boxes()
    return Shown(_TYPE, None, truth, taken or boxes)


def _first(draft: Draft, facts: HouseholdFacts, at: Point) -> tuple[float, Point]:
    """户别, 户主, 户号, 住址; the day it was issued below."""
    rng, number = draft.rng, f"{draft.rng.randrange(10**8):08d}"
    rows = (
        (("户别", ["家庭户"]), ("户主姓名", [Piece(facts.head, "head")])),
        (("户号", [number]), ("住址", [Piece(facts.address, "address")])),
    )
    table = [TableRow(12.0, _cells(pairs, (20.0, 32.0, 22.0, 54.0))) for pairs in rows]
    y = draw_table(draft.sheet, at, table, draft.body)
    draft.sheet.text((at[0] + 4, y + 9), "省级公安机关户口专用章", draft.body)
    draft.sheet.text((at[0] + 70, y + 9), "户口登记机关户口专用章", draft.body)
    draft.sheet.text((at[0] + 4, y + 24), "承办人签章：", draft.body)
    day = facts.registered_on
    issued: Prose = [Piece(write_date(day, "chinese") if isinstance(day, date) else "", "registered_on"), "签发"]
    flow(draft.sheet, Area(at[0] + 60, y + 19, at[0] + 126, y + 40), issued, draft.body, 1.5, indent=0, align="right")
    return y + 30, (at[0] + 92.0 + rng.uniform(-4, 4), y + 14)


def _member(draft: Draft, facts: HouseholdFacts, at: Point) -> tuple[float, Point]:
    """常住人口登记卡: the card's table, and the table of changes where there are any."""
    y = _heading(draft, at, "常住人口登记卡")
    widths = (24.0, 40.0, 24.0, 40.0)
    birth = write_date(facts.birth, "chinese") if isinstance(facts.birth, date) else ""
    place = facts.address[:6]
    rows: tuple[tuple[tuple[str, Prose], ...], ...] = (
        (("姓名", [Piece(facts.name, "name")]), ("户主或与户主关系", [Piece(facts.relation, "relation")])),
        (("曾用名", [Piece(facts.former_name, "former_name")]), ("性别", [Piece(facts.sex, "sex")])),
        (("出生地", [place]), ("民族", [Piece(_ethnicity(facts), "ethnicity")])),
        (("籍贯", [place]), ("出生日期", [Piece(birth, "birth")])),
        (("本市（县）其他住址", [""]), ("宗教信仰", [""])),
        (("公民身份证件编号", [Piece(facts.id_number, "id_number", whole=True)]), ("身高", [""])),
        (("文化程度", ["高中"]), ("婚姻状况", [""])),
        (("服务处所", [""]), ("职业", [""])),
    )
    y = draw_table(draft.sheet, (at[0], y), [TableRow(9.0, _cells(pairs, widths)) for pairs in rows], draft.body)
    draft.sheet.text((at[0] + 2, y + 7), "承办人签章：", draft.body)
    day = facts.registered_on
    if isinstance(day, date):
        label = draft.sheet.text((at[0] + 72, y + 7), "登记日期：", draft.body)
        draft.sheet.text((label.right + 1, y + 7), write_date(day, "chinese"), draft.body, field="registered_on")
    seal = (at[0] + 40.0, y + 4)
    return (_changes(draft, facts, (at[0], y + 13)) if facts.change else y + 12), seal


def _changes(draft: Draft, facts: HouseholdFacts, at: Point) -> float:
    assert facts.change is not None
    item, content, day = facts.change
    y = _heading(draft, at, "登记事项变更和更正记载", 12.0)
    heads = (("项目", 22.0), ("变更、更正后的内容", 52.0), ("变更、更正日期", 32.0), ("承办人签章", 22.0))
    written = write_date(date.fromisoformat(day), "chinese")
    entry: tuple[Prose, ...] = ([Piece(item, "changes")], [Piece(content, "changes")], [Piece(written, "changes")], [""])
    rows = [TableRow(8.0, tuple(Cell(width, [head]) for head, width in heads))]
    rows.append(TableRow(8.0, tuple(Cell(width, prose) for prose, (_, width) in zip(entry, heads, strict=True))))
    return draw_table(draft.sheet, (at[0], y), rows, draft.body)


def _heading(draft: Draft, at: Point, text: str, size: float = 15.0) -> float:
    style = draft.title.sized(size)
    draft.sheet.text((draft.sheet.width_mm / 2, at[1] + style.em), text, style, "centre")
    return at[1] + style.em * 1.7


def _cells(pairs: tuple[tuple[str, Prose], ...], widths: tuple[float, ...]) -> tuple[Cell, ...]:
    texts = [prose for label, value in pairs for prose in ([label], value)]
    return tuple(Cell(width, prose) for width, prose in zip(widths, texts, strict=True))


def _ethnicity(facts: HouseholdFacts) -> str:
    return facts.ethnicity + "族"
