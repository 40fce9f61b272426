"""Resident ID cards at true size, alone or copied onto one A4 page (DOMAIN 2.2).

A silhouette stands for the face, a badge for the emblem.
"""

import random
from datetime import date

from samples.fonts import faces_of
from samples.papers.license_rows import folded
from samples.papers.ornament import emblem
from samples.papers.paper import Paper, Shown, Side
from samples.papers.sheet import RGB, Area, Sheet, Type
from samples.people import LONG_TERM, Person

CARD_MM = (85.6, 54.0)
"""Width and height (GA 448)."""

_NUMBER_WIDTH_MM = 50.0
_A4 = (210.0, 297.0)
_LABEL: RGB = (0.16, 0.36, 0.52)
_INK: RGB = (0.09, 0.09, 0.10)
_CHARS_PER_LINE = 11
_NOTES = ("", "", "仅供办理用工备案撤销使用，再次复印无效", "仅用于办理就业登记业务", "复印件与原件一致")


def draw_id_front(rng: random.Random, person: Person) -> Paper:
    """The portrait side (人像面), filling its page."""
    return _alone(rng, person, "front")


def draw_id_back(rng: random.Random, person: Person) -> Paper:
    """The emblem side (国徽面), filling its page."""
    return _alone(rng, person, "back")


def _alone(rng: random.Random, person: Person, side: Side) -> Paper:
    sheet = Sheet(*CARD_MM)
    shown = _Card(sheet, rng, Area(0, 0, *CARD_MM)).draw(person, side)
    return Paper(sheet.pdf(), *CARD_MM, (shown,), background="card", tags={"layout": side})


def draw_id_sheet(rng: random.Random, person: Person, back_of: Person | None = None) -> Paper:
    """Both sides on one A4 page, as a copier makes it; ``back_of`` puts another person's emblem side on it."""
    sheet = Sheet(*_A4)
    scale = rng.choice((1.0, 1.0, 1.3, 1.5))
    width, height = CARD_MM[0] * scale, CARD_MM[1] * scale
    shown = []
    order: tuple[Side, Side] = ("front", "back") if rng.random() < 0.7 else ("back", "front")
    left, top = (_A4[0] - width) / 2 + rng.uniform(-8, 8), rng.uniform(35, 60)
    for index, side in enumerate(order):
        y = top + index * (height + rng.uniform(8, 24))
        area = Area(left, y, left + width, y + height)
        owner = back_of if back_of and side == "back" else person
        shown.append(_Card(sheet, rng, area).draw(owner, side))
        sheet.frame(area, 0.15, (0.6, 0.6, 0.62))
    note = rng.choice(_NOTES)
    if note:
        sheet.text((_A4[0] / 2, top + 2 * height + 50), note, Type(rng.choice(faces_of("song")), 12), "centre")
    return Paper(sheet.pdf(), *_A4, tuple(shown), tags={"layout": "both_sides", "note": note})


class _Card:
    """One side of a card within an area of a sheet, drawn in the card's own millimetres."""

    def __init__(self, sheet: Sheet, rng: random.Random, area: Area) -> None:
        self._sheet, self._area = sheet, area
        self._scale = area.width / CARD_MM[0]
        self._face = rng.choice(faces_of("hei"))
        self._shift = (rng.uniform(-0.5, 0.5), rng.uniform(-0.4, 0.4))
        self._warm = rng.uniform(-0.02, 0.02)

    def draw(self, person: Person, side: Side) -> Shown:
        """Draw the side and tell what stands on it."""
        self._sheet.take_boxes()
        self._ground(side)
        if side == "front":
            self._front(person)
            fields = _front_truth(person)
        else:
            self._back(person)
            fields = {
                "authority": person.authority,
                "valid_from": person.valid_from.isoformat(),
                "valid_until": person.valid_until.isoformat() if person.valid_until else LONG_TERM,
            }
        return Shown("id_card", side, fields, self._sheet.take_boxes())

    def _front(self, person: Person) -> None:
        for x, y, label in (
            (6.2, 9.6, "姓名"),
            (6.2, 16.2, "性别"),
            (25.4, 16.2, "民族"),
            (6.2, 22.8, "出生"),
            (6.2, 29.8, "住址"),
        ):
            self._label(x, y, label)
        self._value(15.6, 9.7, person.name, "name", size=10.5)
        self._value(15.6, 16.3, person.sex, "sex")
        self._value(33.8, 16.3, person.ethnicity, "ethnicity")
        self._birth(person.birth)
        lines = [person.address[start : start + _CHARS_PER_LINE] for start in range(0, len(person.address), _CHARS_PER_LINE)]
        for index, line in enumerate(lines):
            self._value(15.6, 29.8 + index * 4.4, line, "address")
        self._label(6.2, 47.8, "公民身份号码")
        gap = (_NUMBER_WIDTH_MM - Type(self._face, 11).width(person.id_number)) / (len(person.id_number) - 1)
        self._value(29.5, 48.0, person.id_number, "id_number", size=11, gap=gap)
        self._portrait()

    def _birth(self, birth: date) -> None:
        for x, text in ((15.6, str(birth.year)), (28.0, f"{birth.month:>2}"), (36.4, f"{birth.day:>2}")):
            self._value(x, 22.9, text, "birth")
        for x, text in ((24.2, "年"), (32.4, "月"), (40.6, "日")):
            self._label(x, 22.8, text)

    def _back(self, person: Person) -> None:
        emblem(self._sheet, self._at(12.5, 12.0), 14 * self._scale)
        self._line(53.0, 11.6, "中华人民共和国", Type(self._face, 13, gap=1.3, colour=_INK))
        self._line(53.0, 21.4, "居民身份证", Type(self._face, 18, bold=True, gap=3.0, colour=_INK))
        self._label(20.5, 42.0, "签发机关")
        self._value(36.0, 42.1, person.authority, "authority")
        self._label(20.5, 48.4, "有效期限")
        end = f"{person.valid_until:%Y.%m.%d}" if person.valid_until else LONG_TERM
        start = f"{person.valid_from:%Y.%m.%d}"
        self._value(36.0, 48.5, f"{start}-", "valid_from")
        self._value(36.0 + Type(self._face, 9).width(f"{start}-"), 48.5, end, "valid_until")

    def _ground(self, side: Side) -> None:
        """Pale bands from cool to warm, with fine waves."""
        left_colour, right_colour = (
            ((0.86, 0.92, 0.95), (0.96, 0.92, 0.90)) if side == "front" else ((0.95, 0.90, 0.88), (0.86, 0.92, 0.94))
        )
        bands = 40
        for band in range(bands):
            share = band / (bands - 1)
            red, green, blue = (a + (b - a) * share for a, b in zip(left_colour, right_colour, strict=True))
            x = CARD_MM[0] * band / bands
            self._sheet.fill(
                Area(*self._at(x, 0), *self._at(x + CARD_MM[0] / bands + 0.1, CARD_MM[1])), (red + self._warm, green, blue)
            )
        for wave in range(26):
            y = wave * CARD_MM[1] / 26
            points = [self._at(x, y + 1.2 * ((x * (3 + wave % 3) / 40) % 2 - 1) ** 2) for x in range(0, 86, 2)]
            self._sheet.curve(points, 0.06 * self._scale, (0.78, 0.86, 0.89))

    def _portrait(self) -> None:
        """A grey bust on light ground: no face."""
        grey = (0.45, 0.48, 0.52)
        middle, top = 68.6, 8.0
        head = [
            (0.0, -7.0),
            (4.2, -5.6),
            (5.8, -1.0),
            (5.0, 4.0),
            (2.4, 7.4),
            (-2.4, 7.4),
            (-5.0, 4.0),
            (-5.8, -1.0),
            (-4.2, -5.6),
        ]
        self._sheet.fill(Area(*self._at(56.5, 6.0), *self._at(80.7, 38.0)), (0.95, 0.96, 0.97))
        self._sheet.fill_polygon([self._at(middle + x, top + 9 + y) for x, y in head], grey)
        bust = [(-11.5, 30.0), (-10.2, 22.0), (-4.5, 18.6), (-2.2, 15.0), (2.2, 15.0), (4.5, 18.6), (10.2, 22.0), (11.5, 30.0)]
        self._sheet.fill_polygon([self._at(middle + x, top + y) for x, y in bust], grey)
        self._line(middle, top + 27.6, "样例", Type(self._face, 8, gap=1.0, colour=(0.75, 0.78, 0.82)))

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._area.left + x * self._scale, self._area.top + y * self._scale

    def _set(self, style: Type) -> Type:
        return Type(style.face, style.size * self._scale, style.bold, style.gap * self._scale, style.colour)

    def _label(self, x: float, y: float, text: str) -> None:
        self._sheet.text(self._at(x, y), text, self._set(Type(self._face, 7.5, colour=_LABEL)))

    def _value(self, x: float, y: float, text: str, field: str, *, size: float = 9.0, gap: float = 0.0) -> None:
        place = self._at(x + self._shift[0], y + self._shift[1])
        self._sheet.text(place, text, self._set(Type(self._face, size, gap=gap, colour=_INK)), field=field)

    def _line(self, x: float, y: float, text: str, style: Type) -> None:
        self._sheet.text(self._at(x, y), text, self._set(style), "centre")


def _front_truth(person: Person) -> dict[str, str]:
    return {
        "name": person.name,
        "sex": person.sex,
        "ethnicity": person.ethnicity,
        "birth": person.birth.isoformat(),
        "address": folded(person.address),
        "id_number": person.id_number,
    }
