"""Lists of an employer's registered workers (用工备案花名册) in three layouts."""

import random
from datetime import date
from typing import Literal

from samples.papers.civil_facts import ListFacts
from samples.papers.dates import PLAIN_FORMS, true_date, write_date
from samples.papers.draft import A4, Draft, joined, new_draft
from samples.papers.license_rows import folded
from samples.papers.paper import Paper, Shown
from samples.papers.prose import Piece, Prose, flow
from samples.papers.sheet import Area, Sheet
from samples.papers.table import Cell, TableRow, draw_table

ListLayout = Literal["numbered", "states", "dated"]
LIST_LAYOUTS: tuple[ListLayout, ...] = ("numbered", "states", "dated")
_TITLES = ("用工备案花名册", "就业登记花名册", "原用工登记记录清单", "劳动用工备案花名册")
_HEADS: dict[ListLayout, tuple[tuple[str, float], ...]] = {
    "numbered": (("序号", 14.0), ("姓名", 36.0), ("公民身份号码", 62.0), ("登记日期", 48.0)),
    "states": (("姓名", 40.0), ("身份证号码", 64.0), ("就业形式", 30.0), ("状态", 26.0)),
    "dated": (("序号", 14.0), ("职工姓名", 42.0), ("性别", 18.0), ("登记日期", 46.0), ("状态", 40.0)),
}


def draw_registration_list(rng: random.Random, facts: ListFacts, layout: ListLayout | None = None) -> Paper:
    """Draw a list; the platform's office seals it."""
    chosen = rng.choice(LIST_LAYOUTS) if layout is None else layout
    sheet = Sheet(*A4)
    draft = new_draft(rng, sheet, rng.choice(PLAIN_FORMS), hand=False)
    title = rng.choice(_TITLES)
    y = draft.heading(rng.uniform(22, 36), title) + 3
    small = draft.body.sized(11.0)
    y = flow(sheet, Area(25, y, 185, 280), _employer(draft, facts), small, 1.9, indent=0)
    y = flow(sheet, Area(25, y, 185, 280), _number(draft, facts), small, 1.9, indent=0)
    rows = [TableRow(9.0, tuple(Cell(width, [head]) for head, width in _HEADS[chosen]))]
    rows += [TableRow(9.0, _cells(draft, facts, number, chosen)) for number in range(len(facts.members))]
    y = draw_table(sheet, (25, y + 3), rows, small)
    day = joined([rng.choice(("打印日期：", "导出时间：", "制表日期：")), *draft.date(facts.issue_date, "issue_date")])
    y = flow(sheet, Area(25, y + 4, 185, 285), day, small, 1.9, indent=0, align="right")
    truth = draft.truth(
        {
            "employer_name": folded(facts.employer_name),
            "registration_id": facts.registration_id,
            "people": "、".join(name for name, _ in facts.members),
            "issue_date": true_date(facts.issue_date),
        }
    )
    shown = Shown("registration_list", None, truth, sheet.boxes)
    return Paper(sheet.pdf(), *A4, (shown,), {"seal": (150.0, y + 2)}, tags={"layout": chosen, "title": title})


def _employer(draft: Draft, facts: ListFacts) -> list[Piece | str]:
    return joined([draft.rng.choice(("单位名称：", "用人单位：", "填报单位：")), Piece(facts.employer_name, "employer_name")])


def _number(draft: Draft, facts: ListFacts) -> list[Piece | str]:
    return joined(
        [draft.rng.choice(("备案编号：", "登记编号：", "用工备案编号：")), Piece(facts.registration_id, "registration_id")]
    )


def _cells(draft: Draft, facts: ListFacts, number: int, layout: ListLayout) -> tuple[Cell, ...]:
    name, id_number = facts.members[number]
    day = facts.registered_on
    told: dict[str, Prose] = {
        "序号": [str(number + 1)],
        "姓名": [Piece(name, "people")],
        "职工姓名": [Piece(name, "people")],
        "公民身份号码": [id_number],
        "身份证号码": [id_number],
        "性别": ["男" if int(id_number[16]) % 2 else "女"],
        "登记日期": [write_date(day, "dash") if isinstance(day, date) else ""],
        "就业形式": ["单位就业"],
        "状态": ["已登记"],
    }
    return tuple(Cell(width, told[head]) for head, width in _HEADS[layout])
