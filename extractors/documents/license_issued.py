"""The day a licence was issued: below the registrar's name, spread wide, and under the registrar's seal."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extractors.documents.license_again import AGAIN
from extractors.documents.license_fields import doubts_of_date, read_field
from extractors.documents.license_form import Form
from extractors.documents.license_labels import Label
from extractors.documents.license_layout import Cell, lay_out
from extractors.documents.license_values import Value
from extractors.evidence import Box, Doubt, FieldReading
from extractors.text.dates import DateReading, find_dates, parse_date
from extractors.text.fold import fold

REGISTRAR: Final = ("登记机", "发照机")
"""How the registrar's label begins: the seal often takes its last character."""
DATE_PIECE: Final = re.compile(r"[\d年月日〇○零一二三四五六七八九十廿元OoQ]+")
TELLING: Final = re.compile(r"[\d年月日]")
"""A piece without any of these is as likely a piece of the seal."""
SIGNS_LOST: Final = re.compile(r"((?:19|20)\d\d)年?(\d\d)月?(\d\d)日?")
SIGN: Final = re.compile("[年月日]")
SPELLED: Final = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
"""A date in one piece."""
MOST_OF_DATE: Final = re.compile(r"(?:19|20)\d{0,3}年?\d{1,2}月")
DIGIT_LOST: Final = re.compile(r"0\d月\s*\d日")
FEWEST_PIECES: Final = 2
"""So many pieces on one row tell where the date is."""
PARTS: Final = 3
"""Year, month and day, each in a piece of its own: they need no signs between them."""
MIN_LONE_SCORE: Final = 0.95
"""Least score (0..1) of a day that one look gave: wrong ones scored 0.84 and less."""
MIN_PIECE_SCORE: Final = 0.6
"""Pieces read below this score (0..1) are strokes of the seal: right ones under it scored 0.9 and more."""
STRIP_HALF: Final = 0.75
BAND_HALVES: Final = (1.2, 2.0)
"""Half the heights of the strip and of the bands that are looked at again, in heights of the pieces."""
MARGIN: Final = 1.0
REACH: Final = 3.0
"""How far, in those heights, a look goes beyond the pieces: to both sides, and to the right where the last sign is missing."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A day that a look gave, its score (0..1), and whether it was spelled out with all its signs."""

    day: str
    score: float
    spelled: bool


def read_issue_date(form: Form) -> FieldReading | None:
    """The day of issue; None where it cannot be read whole. What rests on a second look is in doubt."""
    stated = read_field(form, "issued_on")
    if stated is not None and stated.state == "read":
        return stated
    anchor = next((label for label in form.labels if label.text.startswith(REGISTRAR)), None)
    if anchor is None:
        return _without_registrar(form)
    rows = _rows(_pieces(form.cells, anchor))
    for row in rows:
        reading = parse_date("".join(cell.text for cell in row))
        if reading is not None and _whole(reading) and not _digit_lost(row) and not _clearer_in_colour(row):
            value = Value(anchor, tuple(row))
            return _field(form, row, _Day(reading.value, value.score, doubts_of_date(value, reading)))
    row = max(rows, key=_length, default=[])
    return _under_seal(form, anchor, row) if len(row) >= FEWEST_PIECES or _in_one_piece(row) else None


def _in_one_piece(row: Sequence[Cell]) -> bool:
    """Whether one line holds most of the date: year and month, or in full colour all of it."""
    return any(MOST_OF_DATE.match(fold(cell.text)) or SPELLED.fullmatch(_coloured(cell)) for cell in row)


def _digit_lost(row: Sequence[Cell]) -> bool:
    """Whether a month is padded to two digits (04月) and the day behind it is not: with the seal a digit was taken away."""
    return DIGIT_LOST.search(fold("".join(cell.text for cell in row))) is not None


def _clearer_in_colour(row: Sequence[Cell]) -> bool:
    """Whether the date is spelled out in full colour only: in the dark ink a stroke of the seal may stand among its digits."""
    dark = re.sub(r"\s", "", fold("".join(cell.text for cell in row)))
    return not SPELLED.fullmatch(dark) and SPELLED.fullmatch("".join(_coloured(cell) for cell in row)) is not None


def _coloured(cell: Cell) -> str:
    """What the cell's line says with all ink, without spaces."""
    return re.sub(r"\s", "", fold(cell.line.colour_text or cell.text))


def _without_registrar(form: Form) -> FieldReading | None:
    """The only date below the scope of business, on the page's right half, where the seal hides the registrar's label."""
    scope = form.label("scope")
    if scope is None:
        return None
    below = [
        (cell, reading)
        for cell in form.cells
        if cell.row > scope.bottom and cell.left > form.sheet.width_px / 2 and SPELLED.fullmatch(fold(cell.text))
        if (reading := parse_date(cell.text)) is not None
    ]
    if len(below) != 1 or not _whole(below[0][1]) or not below[0][0].line.readings_agree:
        return None
    cell, reading = below[0]
    return _field(form, [cell], _Day(reading.value, cell.line.score, tuple(AGAIN)))


def _under_seal(form: Form, anchor: Label, row: Sequence[Cell]) -> FieldReading | None:
    """The day that two of several looks at the row give, or that one gives clearly while none contradicts it.

    With the seal's red taken away, digits under it are lost (2016年12月日) or strokes of it stay as digits (07月425日); the
    same line in full colour is a look of its own.
    """
    seen: list[_Seen] = []
    for found in _looks(form, anchor, row):
        if found is not None:
            seen.append(found)
        days = Counter(each.day for each in seen)
        if len(days) == 1 and len(seen) > 1:
            return _field(form, row, _Day(seen[0].day, max(each.score for each in seen), ("completed",)))
    if len(seen) != 1 or seen[0].score < MIN_LONE_SCORE or not seen[0].spelled:
        return None
    return _field(form, row, _Day(seen[0].day, seen[0].score, ("second_look",)))


def _looks(form: Form, anchor: Label, row: Sequence[Cell]) -> Iterator[_Seen | None]:
    """What the pieces say, in dark ink and in colour, then their strip, then what is detected in bands around them."""
    if not _digit_lost(row):
        yield _joined(row)
    yield _in_colour(row)
    height = max(cell.height for cell in row)
    strip = form.sheet.read_strip(_band(form, row, STRIP_HALF * height))
    for reading in find_dates(fold(strip.text)) if strip is not None else ():
        if strip is not None and _whole(reading):
            yield _Seen(reading.value, strip.score, True)
            break
    for half in BAND_HALVES:
        lines = form.sheet.look_again(_band(form, row, half * height))
        again = _rows(_pieces(lay_out(lines, form.straight), anchor))
        yield _joined(max(again, key=_length, default=[]))


def _in_colour(row: Sequence[Cell]) -> _Seen | None:
    """The day that the row spells out with the seal's ink left on it."""
    text = "".join(_coloured(cell) for cell in row)
    reading = parse_date(text) if SPELLED.fullmatch(text) and not all(cell.line.readings_agree for cell in row) else None
    return _Seen(reading.value, min(cell.line.score for cell in row), True) if reading is not None and _whole(reading) else None


def _band(form: Form, row: Sequence[Cell], half: float) -> Box:
    """A box around the pieces, ``half`` pixels high above and below their middle."""
    height = max(cell.height for cell in row)
    middle = sum(cell.row for cell in row) / len(row)
    beyond = MARGIN if row[-1].text.endswith("日") else REACH
    return form.straight.box(row[0].left - MARGIN * height, middle - half, row[-1].right + beyond * height, middle + half)


def _joined(row: Sequence[Cell]) -> _Seen | None:
    """The day that pieces make: spelled out, or year, month and day apart, with one sign left at least."""
    text = fold("".join(cell.text for cell in row))
    score = min((cell.line.score for cell in row), default=0.0)
    reading = parse_date(text)
    if reading is not None and _whole(reading):
        return _Seen(reading.value, score, True)
    bare = SIGNS_LOST.fullmatch(text)
    if bare is None or not SIGN.search(text) or sum(any(char.isdigit() for char in cell.text) for cell in row) < PARTS:
        return None
    dated = parse_date("{}年{}月{}日".format(*bare.groups()))
    return _Seen(dated.value, score, False) if dated is not None and _whole(dated) else None


def _pieces(cells: Sequence[Cell], anchor: Label) -> list[Cell]:
    return [
        cell
        for cell in cells
        if (DATE_PIECE.fullmatch(fold(cell.text)) or SPELLED.fullmatch(_coloured(cell)))
        and cell.row > anchor.row - anchor.height
        and cell.left > anchor.left - anchor.height
        and cell.line.score >= MIN_PIECE_SCORE
    ]


def _rows(pieces: Sequence[Cell]) -> list[list[Cell]]:
    """For each piece the ones beside it, from the left."""
    return [
        sorted((cell for cell in pieces if cell.beside(first)), key=lambda cell: cell.left)
        for first in pieces
        if TELLING.search(fold(first.text))
    ]


def _length(row: Sequence[Cell]) -> int:
    return sum(len(cell.text) for cell in row)


def _whole(reading: DateReading) -> bool:
    """Whether a date has all its digits: under a seal a year loses one, or takes one from the stamp."""
    return reading.state == "read" and reading.valid and not reading.doubtful and len(reading.value) == len("2024-03-05")


@dataclass(frozen=True, slots=True)
class _Day:
    """A day, the score of what it was read from, and what speaks against it."""

    value: str
    score: float
    doubts: tuple[Doubt, ...]


def _field(form: Form, row: Sequence[Cell], day: _Day) -> FieldReading:
    raw = "".join(cell.text for cell in row)
    page = form.sheet.page_number
    return FieldReading(value=day.value, confidence=day.score, doubts=day.doubts, page=page, box=form.box(row), raw=raw)
