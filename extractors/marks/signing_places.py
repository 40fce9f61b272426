"""The places of a page that ask for a signature: a label in print, and the room behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from extractors.evidence import Box, SignatureRole, TextLine
from extractors.marks.signing_labels import SigningLabel, bare_labels, length, measured, plain, signing_labels

LOWER_PART: Final = 0.45
"""A label without a word for signing asks for a signature only below this share of the page's text: above, it names one."""
ROOM: Final = 0.26
"""How wide the room behind a label is, as a share of the page's width: 55 mm on A4."""
ABOVE: Final = 0.75
BELOW: Final = 0.55
"""How far, in heights of the page's lines, a signature reaches above and below its row."""
LONGEST_NAME: Final = 6
"""Characters (as OCR sees them) of the longest thing that may be a signature: more is print that belongs to the text."""
LONGEST_FOREIGN_NAME: Final = 16
"""So long is one with a dot between its parts."""
LONG_LINE: Final = 10
WIDER: Final = 1.05
"""A label's characters are at most so much wider than those of the print around it: strokes of a pen widen its line. On 350
sample pages labels that nobody signed behind measured 0.97 to 1.04 times the print of their column."""
COLUMN_ROWS: Final = 9.0
COLUMN_EMS: Final = 1.2
SHORT_LINE: Final = 5
"""Print around a label: lines of at least ``SHORT_LINE`` characters that begin above or below it, so many lines away at most
and so many ems aside; where there is none, the page's longer lines (of ``LONG_LINE`` characters)."""
TALLEST: Final = 2.7
"""Lines so many times as tall as the page's are seals, or several lines in one; a signature beside a label makes up to 2.5."""
STEEPEST: Final = 0.12
"""Rows that seem to sink by more over the page's width are misread, or a watermark: pages lie askew by up to 4°."""
UNDER: Final = 2.6
"""How far, in heights of a label, a signature begins under it: the next row of a form is 1.8 heights away."""
_SAME_ROW: Final = 0.5
_WORDS: Final = re.compile(r"[\u4e00-\u9fff·]{2,16}")
SEAL_HERE: Final = re.compile(r"^.{2,8}\((?:盖章|公章|单位盖章|盖公章)\):?")


@dataclass(frozen=True, slots=True)
class SigningPlace:
    """A label and the room behind it, in fractions of the page. ``text`` is what OCR read behind the label.

    ``row`` is how high the middle of the label's row passes its end; ``tilt`` how far rows sink (shares of the page's height)
    over the page's width; ``em`` how wide a character is (shares of the page's width).
    """

    role: SignatureRole
    label: str
    label_box: Box
    room: Box
    text: str
    row: float
    tilt: float
    em: float


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a page's text is set: its characters' width, its lines' height and tilt, and from where on people sign."""

    lines: Sequence[TextLine]
    em: float
    tall: float
    tilt: float
    lower: float


def signing_places(lines: Sequence[TextLine]) -> tuple[SigningPlace, ...]:
    """Return the places on a page that ask for a signature, from the top."""
    if not lines:
        return ()
    setting = _setting(lines)
    print_ = [line for line in lines if _tall(line) <= TALLEST * setting.tall]
    setting = replace(setting, lines=print_)
    return _once(tuple(place for line in print_ for place in _on_line(line, setting)))


def _once(places: Sequence[SigningPlace]) -> tuple[SigningPlace, ...]:
    """Of a label that was read twice, once with a piece of a seal, the place whose line is the less tall."""
    kept: list[SigningPlace] = []
    for place in sorted(places, key=lambda each: each.label_box[3] - each.label_box[1]):
        if not any(place.role == other.role and _overlap(place.label_box, other.label_box) for other in kept):
            kept.append(place)
    return tuple(place for place in places if place in kept)


def _setting(lines: Sequence[TextLine]) -> _Setting:
    top, bottom = min(line.box[1] for line in lines), max(line.box[3] for line in lines)
    long = [line for line in lines if len(line.text) >= LONG_LINE]
    tilts = [_tilt(line) for line in long if abs(_tilt(line)) <= STEEPEST]
    return _Setting(
        lines,
        em=median(_em(line) for line in long) if long else 1.0,
        tall=median(_tall(line) for line in long or lines),
        tilt=median(tilts) if tilts else 0.0,
        lower=min([top + LOWER_PART * (bottom - top), *_sign_offs(lines)]),
    )


def _sign_offs(lines: Sequence[TextLine]) -> list[float]:
    """Where the unit's own line for its seal stands: people sign below it, however short the letter."""
    return [line.box[1] for line in lines if SEAL_HERE.search(plain(line.text))]


def _tilt(line: TextLine) -> float:
    left, right, low_right, low_left = line.quad
    wide = (right[0] + low_right[0] - left[0] - low_left[0]) / 2
    return (right[1] + low_right[1] - left[1] - low_left[1]) / 2 / wide if wide > 0 else 1.0


def _tall(line: TextLine) -> float:
    left, right, low_right, low_left = line.quad
    return (low_left[1] + low_right[1] - left[1] - right[1]) / 2


def _on_line(line: TextLine, setting: _Setting) -> Iterator[SigningPlace]:
    reading, text, labels = _labels(line)
    for index, label in enumerate(labels):
        following = labels[index + 1].start if index + 1 < len(labels) else len(text)
        behind = re.split(r"[\t ]|\d{2,4}年|年|/?(?:签[收字领]|领取)?(?:日期|时间)", text[label.end : following])[0].strip("_")
        if len(behind) <= _longest(behind) and (label.asks or line.box[1] >= setting.lower):
            yield _place(line, measured(reading), (label, following, behind), setting)


def _labels(line: TextLine) -> tuple[str, str, tuple[SigningLabel, ...]]:
    """The labels of a line in whichever of its readings shows any; that reading, as it is and plain."""
    for find in (signing_labels, bare_labels) if line.covered else (signing_labels,):
        for reading in (line.text, line.colour_text or ""):
            if labels := find(plain(reading)):
                return reading, plain(reading), labels
    return "", "", ()


def _place(line: TextLine, whole: str, found: tuple[SigningLabel, int, str], setting: _Setting) -> SigningPlace:
    label, following, behind = found
    left, right = line.box[0], line.box[2]
    em = min((right - left) / length(whole), WIDER * _print_em(line, setting))
    start, end = left + em * length(whole[: label.start]), min(right, left + em * length(whole[: label.end]))
    limit = left + em * length(whole[:following]) if following < len(whole) else 1.0
    row = (line.quad[0][1] + line.quad[3][1]) / 2 + setting.tilt * (end - left)
    tall = min(_tall(line), setting.tall)
    box = (start, row - tall / 2, end, row + tall / 2)
    limit = min(limit, _next_print(box, line, setting.lines))
    words = plain(whole)[label.start : label.end]
    return SigningPlace(label.role, words, box, room_behind(box, limit), behind, row, setting.tilt, em)


def room_behind(label: Box, limit: float) -> Box:
    """The room behind a label, as far as a name reaches or up to a limit."""
    tall = label[3] - label[1]
    return (label[2], max(0.0, label[1] - ABOVE * tall), min(label[2] + ROOM, limit, 1.0), min(1.0, label[3] + BELOW * tall))


def signed_below(place: SigningPlace, lines: Sequence[TextLine]) -> SigningPlace | None:
    """The place right under a label with nothing behind it, where words as short as a name stand: a cell has room there."""
    tall = place.label_box[3] - place.label_box[1]
    under = [
        line
        for line in lines
        if _may_be_signature(line)
        and min(place.room[2], line.box[2]) > max(place.label_box[0], line.box[0])
        and -tall / 2 < line.box[1] - place.label_box[3] < UNDER * tall
        and not any(_on_row(other.box, line.box) and _is_near(other, line, tall) for other in lines)
    ]
    if not under:
        return None
    line = min(under, key=lambda one: one.box[1])
    left, top, right, bottom = line.box
    room = (max(0.0, left - tall / 2), max(0.0, top - tall / 2), min(1.0, right + tall), min(1.0, bottom + tall / 2))
    return replace(place, room=room, row=(top + bottom) / 2, text=plain(line.text))


def _may_be_signature(line: TextLine) -> bool:
    text = plain(line.text)
    return bool(_WORDS.fullmatch(text)) and len(text) <= _longest(text) and not _labels(line)[2]


def _is_near(other: TextLine, line: TextLine, tall: float) -> bool:
    """Whether print stands so near before a line, or behind it, that one is the other's label."""
    apart = max(line.box[0] - other.box[2], other.box[0] - line.box[2])
    return other is not line and 0 <= apart < UNDER * tall


def _print_em(label: TextLine, setting: _Setting) -> float:
    """How wide the print of a label's own column is: a sign-off may be set larger than the table above it."""
    left, top = label.box[:2]
    column = [
        _em(line)
        for line in setting.lines
        if abs(line.box[0] - left) < COLUMN_EMS * setting.em
        and abs(line.box[1] - top) < COLUMN_ROWS * setting.tall
        and len(line.text) >= SHORT_LINE
        and not _labels(line)[2]
    ]
    return median(column) if column else setting.em


def _em(line: TextLine) -> float:
    return (line.box[2] - line.box[0]) / length(measured(line.text))


def _next_print(label: Box, own: TextLine, lines: Sequence[TextLine]) -> float:
    """Where the next print on a label's row begins, which belongs to something else."""
    height = label[3] - label[1]
    following = [
        line.box[0]
        for line in lines
        if line is not own and line.box[0] >= label[2] + height and _on_row(line.box, label) and _is_label(line)
    ]
    return min(following, default=1.0)


def _on_row(box: Box, label: Box) -> bool:
    return abs((box[1] + box[3]) / 2 - (label[1] + label[3]) / 2) < _SAME_ROW * (label[3] - label[1])


def _overlap(box: Box, other: Box) -> bool:
    return min(box[2], other[2]) > max(box[0], other[0]) and min(box[3], other[3]) > max(box[1], other[1])


def _is_label(line: TextLine) -> bool:
    """Whether a line to the right is print that belongs to something else: it has a colon, or is too long for a name."""
    text = plain(line.text)
    return ":" in text or len(text) > _longest(text)


def _longest(text: str) -> int:
    return LONGEST_FOREIGN_NAME if "·" in text else LONGEST_NAME
