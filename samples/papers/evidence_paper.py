"""Draws the papers that come in three forms: chosen title, chosen form, and the truth about what stands there."""

import random
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TypeVar

from samples.papers.dates import PLAIN_FORMS, true_date
from samples.papers.draft import A4, Draft, new_draft
from samples.papers.form import FORM_LAYOUTS, Content, FormLayout, draw_form
from samples.papers.license_rows import folded
from samples.papers.paper import DateFact, Paper, PartialDate, Shown, TextFact
from samples.papers.prose import Piece
from samples.papers.sheet import Sheet

F = TypeVar("F")
Titles = tuple[str, ...]
_MONTH_FORMS = ("{y}年{m}月", "{y}{m:02d}", "{y}-{m:02d}", "{y}.{m:02d}")


def draw_evidence(
    rng: random.Random, type_: str, facts: F, how: tuple[Titles, Callable[[Draft, F], Content]], layout: FormLayout | None
) -> Paper:
    """Draw a paper of a type. ``how``: the titles it may have, and what it says."""
    chosen: FormLayout = rng.choice(FORM_LAYOUTS) if layout is None else layout
    titles, say = how
    title = rng.choice(titles)
    sheet = Sheet(*A4)
    draft = new_draft(rng, sheet, rng.choice(PLAIN_FORMS), hand=False)
    anchors = draw_form(draft, title, say(draft, facts), chosen)
    shown = Shown(type_, None, draft.truth(truth_of(facts)), sheet.boxes)
    tags = {"layout": chosen, "title": title, "date_form": draft.form}
    return Paper(sheet.pdf(), *A4, (shown,), anchors, "white", tuple(sheet.handwriting), tags)


def truth_of(facts: object) -> Mapping[str, str]:
    """Everything the facts state in full, normalised."""
    assert is_dataclass(facts)
    values = {field.name: getattr(facts, field.name) for field in fields(facts)}
    return {name: _true(value) for name, value in values.items()}


def _true(value: TextFact | DateFact) -> str:
    if isinstance(value, date | PartialDate):
        return true_date(value)
    return folded(value or "")


def month(draft: Draft, fact: TextFact, field: str) -> Piece:
    """A month (YYYY-MM) as such papers write it; None leaves room for one."""
    if not fact:
        return Piece("", field, underlined=True, room=26)
    year, number = fact.split("-")
    return Piece(draft.rng.choice(_MONTH_FORMS).format(y=year, m=int(number)), field, whole=True)
