"""Proof that a person is registered as employed or as a freelancer (就业登记证明)."""

import random
from dataclasses import replace
from datetime import date

from samples.papers.draft import A4, joined, new_draft
from samples.papers.paper import DateFact, Paper, Shown
from samples.papers.prose import Piece, flow
from samples.papers.sheet import Area, Sheet
from samples.papers.table import Cell, TableRow, draw_table
from samples.people import Person

_OFFICE = "公共就业服务中心"


def draw_registration_proof(rng: random.Random, person: Person, registered_on: DateFact) -> Paper:
    """A table with the person's data and the number of the registration; sealed by the employment office."""
    sheet = Sheet(*A4)
    draft = replace(new_draft(rng, sheet, "chinese", hand=False), lined=False)
    title = rng.choice(("灵活就业登记证明", "就业登记证明", "灵活就业人员就业登记证明"))
    kind = "灵活就业" if "灵活" in title else rng.choice(("单位就业", "灵活就业"))
    number = f"{person.id_number[:6]}{rng.randint(2021, 2024)}{rng.randint(1, 999999):06d}"
    rows = (
        (("姓名", person.name), ("性别", person.sex)),
        (("公民身份号码", person.id_number), ("民族", person.ethnicity)),
        (("登记编号", number), ("就业类型", kind)),
        (("登记机构", _OFFICE), ("登记状态", "已登记")),
    )
    body = draft.body.sized(12.0)
    y = draft.heading(rng.uniform(28, 44), title) + 6
    table = [
        TableRow(12.0, tuple(cell for name, value in row for cell in (Cell(30.0, [name]), Cell(50.0, [value])))) for row in rows
    ]
    table.append(TableRow(12.0, (Cell(30.0, ["登记日期"]), Cell(130.0, joined(draft.date(registered_on, "")) or [Piece("")]))))
    y = draw_table(sheet, (25, y), table, body)
    y = flow(sheet, Area(25, y + 6, 185, 280), ["以上人员已在本机构办理就业登记，特此证明。"], body, 1.8)
    sheet.text((182, y + 22), _OFFICE, body, "right")
    printed = registered_on if isinstance(registered_on, date) else person.valid_from
    flow(sheet, Area(100, y + 24, 182, 290), joined(draft.date(printed, "")), body, 1.8, indent=0, align="right")
    return Paper(sheet.pdf(), *A4, (Shown("registration_proof"),), {"seal": (158.0, y + 24)}, tags={"title": title})
