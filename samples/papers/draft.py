"""A paper being typed: turns facts into pieces of prose, printed, left blank, or left for a pen to fill in."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samples.fonts import faces_of
from samples.papers.dates import DateForm, date_parts, write_date
from samples.papers.paper import DateFact, PartialDate, TextFact
from samples.papers.prose import Piece
from samples.papers.sheet import Area, Sheet, Type

_BLANK_YEARS = ("", "20", "二〇", "二O")
"""What forms print of a year that is still to be filled in."""

A4 = (210.0, 297.0)


@dataclass(frozen=True, slots=True)
class Draft:
    """What all parts of one paper share. ``hand``: the values are written with a pen; ``lined``: they stand on lines."""

    sheet: Sheet
    rng: random.Random
    title: Type
    body: Type
    leading: float
    form: DateForm
    hand: bool = False
    lined: bool = False

    def value(self, fact: TextFact, field: str = "", room: float = 24.0) -> Piece:
        """A text value; None leaves a line of ``room`` mm."""
        if not fact:
            return Piece("", field, underlined=True, room=room)
        least = room if self.hand or self.lined else 0.0
        return Piece(fact, field, underlined=self.hand or self.lined, by_hand=self.hand, room=least, whole=True)

    def date(self, fact: DateFact, field: str) -> list[Piece]:
        """A date, whole, begun, blank, or for a pen to fill in."""
        if isinstance(fact, str):
            return [Piece(fact, field, whole=True)]
        if isinstance(fact, date) and not self.hand:
            return [Piece(write_date(fact, self.form), field, underlined=self.lined, whole=True)]
        if isinstance(fact, PartialDate) and not self.hand:
            return self._begun(fact, field)
        return self._form(fact, field)

    def _begun(self, fact: PartialDate, field: str) -> list[Piece]:
        """A date typed as far as it was known."""
        gap = Piece("", room=1.8 * self.body.em)
        start = (
            [Piece(f"{fact.year}年{fact.month}月", field)]
            if fact.month
            else [Piece(f"{fact.year}年", field), gap, Piece("月", field)]
        )
        return [*start, gap, Piece("日", field)]

    def _form(self, fact: DateFact, field: str) -> list[Piece]:
        """年 月 日 with room before each; the year may be begun in print."""
        parts = date_parts(fact)
        begun = (
            self.rng.choice(_BLANK_YEARS) if fact is None else self.rng.choice(("", "20")) if parts[0].startswith("20") else ""
        )
        lined = self.hand or self.lined or self.rng.random() < 0.5
        pieces = [Piece(begun, field)] if begun else []
        year = parts[0][2:] if begun and parts[0] else parts[0]
        for text, unit, ems in ((year, "年", 1.6 if begun else 2.8), (parts[1], "月", 1.7), (parts[2], "日", 1.7)):
            pieces += [Piece(text, field, underlined=lined, by_hand=bool(text), room=ems * self.body.em), Piece(unit, field)]
        return pieces

    def on(self, before: str, fact: DateFact, field: str) -> list[Piece | str]:
        """A date and what leads to it; a date that is not mentioned leaves 已 (done, no matter when)."""
        return ["已"] if fact == "" else [before, *self.date(fact, field)]

    def letterhead(self, company: TextFact) -> float:
        """The company's name above a line at the top of the page; return how far down it reaches."""
        if not company or self.rng.random() < 0.7:
            return 28.0
        style = self.title.sized(min(15.0, 340 / len(company)))
        self.sheet.text((self.sheet.width_mm / 2, 22), company, style, "centre")
        self.sheet.line((28, 25), (self.sheet.width_mm - 28, 25), 0.5)
        return 36.0

    def heading(self, y: float, text: str) -> float:
        """The centred title; return the y below it."""
        longest = (self.sheet.width_mm - 40) / self.title.em
        style = (
            self.title
            if len(text) * (1 + self.title.gap / self.title.em) <= longest
            else Type(self.title.face, self.title.size * 0.8, True)
        )
        self.sheet.text((self.sheet.width_mm / 2, y + style.em), text, style, "centre")
        return y + style.em * 1.8

    def truth(self, values: Mapping[str, str]) -> dict[str, str]:
        """Those of the values that were really put on the sheet, in print or by hand."""
        return {field: text for field, text in values.items() if text and field in self.sheet.boxes}


def new_draft(rng: random.Random, sheet: Sheet, form: DateForm, *, hand: bool) -> Draft:
    """A draft in fonts, sizes and spacing of its own."""
    body_face = rng.choice((*faces_of("song"), faces_of("song")[0], *faces_of("kai"), *faces_of("hei")))
    title_face = rng.choice((*faces_of("hei"), faces_of("song")[0]))
    size = rng.choice((12.0, 12.0, 14.0, 14.0, 15.0, 16.0))
    title = Type(title_face, rng.choice((18.0, 20.0, 22.0, 24.0)), bold=True, gap=rng.choice((0.0, 0.0, 1.5, 3.0)))
    return Draft(sheet, rng, title, Type(body_face, size), rng.choice((1.6, 1.8, 2.0)), form, hand, lined=rng.random() < 0.35)


def joined(parts: Iterable[Piece | str | Sequence[Piece | str]]) -> list[Piece | str]:
    """Pieces and lists of pieces in one row; empty strings drop out."""
    flat: list[Piece | str] = []
    for part in parts:
        if isinstance(part, Piece | str):
            flat += [part] if part else []
        else:
            flat.extend(part)
    return flat


def room_at(draft: Draft, x: float, y: float, width: float) -> Area:
    """An area one line high whose baseline is y, for a signature."""
    em = draft.body.em
    return Area(x, y - 1.3 * em, x + width, y + 0.4 * em)
