"""Where an ID card lies on a page, told from its number or its labels, and what stands where on a card (DOMAIN 2.2)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractors.evidence import Box, TextLine
from extractors.text.fold import fold
from extractors.text.identifiers import find_id_number
from extractors.text.straight import Placed

CARD_WIDTH_MM: Final = 85.6
CARD_HEIGHT_MM: Final = 54.0
_LABEL_LEFT_MM: Final = 6.2
_NUMBER_LEFT_MM: Final = 29.0
_NUMBER_RIGHT_MM: Final = 80.0
_NUMBER_MIDDLE_MM: Final = 46.5
"""Where the number and its label stand on the portrait side (GA 448, measured on specimens)."""
_SPILL: Final = 0.04
"""Share of the card's size by which its lines may lie outside the estimated outline."""
_NEAR: Final = 0.12
"""How far from its usual place, as a share of the card's size, a label may stand: bilingual cards shift their rows."""

_PORTRAIT_LEFT, _PORTRAIT_BOTTOM = 0.64, 0.78
"""Where the portrait begins and ends, in shares of the card (DOMAIN 2.2)."""

NUMBER_LABEL: Final = re.compile(r"公民身份.{0,2}号码?|公民身.{0,2}号码|身份号码")
LABEL_PLACES: Final = {
    "姓名": (0.11, 0.16),
    "性别": (0.11, 0.28),
    "民族": (0.33, 0.28),
    "出生": (0.11, 0.40),
    "住址": (0.11, 0.53),
}
"""Middles of the labels on the portrait side, in shares of the card."""
VALUE_PLACES: Final = {
    "name": (0.17, 0.08, 0.60, 0.24),
    "sex": (0.17, 0.22, 0.28, 0.36),
    "ethnicity": (0.36, 0.22, 0.62, 0.36),
    "birth": (0.17, 0.34, 0.62, 0.48),
    "address": (0.17, 0.46, 0.64, 0.82),
}
"""Where values stand on the portrait side, in shares of the card: used where a label was not read. An address of four
lines ends at 0.77, the number stands at 0.86: a photo askew moves the one towards the other."""


def bare(text: str) -> str:
    """Folded, without spaces."""
    return re.sub(r"\s", "", fold(text))


@dataclass(frozen=True, slots=True)
class Outline:
    """A card's place in straightened pixels."""

    left: float
    top: float
    width: float
    height: float

    def share(self, item: Placed) -> tuple[float, float]:
        """A line's middle in shares of the card, (0, 0) at the upper left corner."""
        x, y = item.middle
        return (x - self.left) / self.width, (y - self.top) / self.height

    def holds(self, item: Placed) -> bool:
        """Whether a line's middle lies on the card."""
        return all(-_SPILL <= value <= 1 + _SPILL for value in self.share(item))

    def in_portrait(self, item: Placed) -> bool:
        """Whether a line begins in the portrait or right of it: no value does, but the grain of a desk may look like print."""
        return (item.left - self.left) / self.width > _PORTRAIT_LEFT and self.share(item)[1] < _PORTRAIT_BOTTOM

    def meets(self, other: "Outline") -> bool:
        """Whether the middle of another card lies on this one: two cards never overlap so far."""
        x = (other.left + other.width / 2 - self.left) / self.width
        y = (other.top + other.height / 2 - self.top) / self.height
        return 0 <= x <= 1 and 0 <= y <= 1

    def at_place(self, item: Placed, place: tuple[float, float]) -> bool:
        """Whether a line begins about where a label belongs."""
        middle_x, middle_y = self.share(item)
        left = (item.left - self.left) / self.width
        return abs(middle_y - place[1]) <= _NEAR and min(abs(middle_x - place[0]), abs(left - place[0])) <= _NEAR

    def labels_of(self, items: Sequence[Placed]) -> int:
        """How many of a portrait side's labels stand where they belong."""
        return sum(
            any(label in bare(item.line.text) and self.at_place(item, at) for item in items)
            for label, at in LABEL_PLACES.items()
        )


def portrait_outlines(placed: Sequence[Placed]) -> tuple[Outline, ...]:
    """The outlines of all portrait sides: one for each ID number that stands as it does on a card.

    How large the card is its number tells, or its labels where more of them fit then: of a copy that was stretched, say.
    """
    outlines = []
    labelled: tuple[Outline, ...] | None = None
    for item in placed:
        text = bare(item.line.text)
        if find_id_number(text) is None:
            continue
        label = item if NUMBER_LABEL.match(text) else _label_of(item, placed)
        outline = _outline(item, label)
        if outline.labels_of(placed) < _FEW_LABELS:
            labelled = labelled_outlines(placed) if labelled is None else labelled
            others = [other for other in labelled if other.holds(item) and other.labels_of(placed) >= _MANY_LABELS]
            outline = max((outline, *others), key=lambda one: one.labels_of(placed))
        outlines.append(outline)
    return tuple(outlines)


_FEW_LABELS, _MANY_LABELS = 2, 4
"""Labels at their places below which a number does not tell how large the card is, and from which they do: forms have some."""


_LOWER_LABELS: Final = (
    (re.compile(f"(?:{NUMBER_LABEL.pattern})$"), _NUMBER_MIDDLE_MM),
    (re.compile("住址(?!:)"), 28.6),
    (re.compile("出生(?!:|日|年月|地)"), 21.6),
)
_NAME: Final = re.compile("姓名(?!:)")
_NAME_MIDDLE_MM: Final = 8.6
"""How far down the portrait side labels stand. Forms write colons behind theirs, and ask for a date of birth; cards do not."""


def labelled_outlines(placed: Sequence[Placed]) -> tuple[Outline, ...]:
    """The outlines of portrait sides whose number cannot be read: by 姓名 and the lowest label that is in line with it."""
    names = sorted((item for item in placed if _NAME.match(bare(item.line.text))), key=lambda item: item.top)
    outlines: list[Outline] = []
    for name in names:
        ends = min((other.top for other in names if other.top > name.bottom and _in_line(other, name)), default=float("inf"))
        below = [
            (item.middle[1] - name.middle[1], middle_mm)
            for item in placed
            for label, middle_mm in _LOWER_LABELS
            if label.match(bare(item.line.text)) and name.bottom < item.middle[1] < ends and _in_line(item, name)
        ]
        if below:
            apart, middle_mm = max(below)
            mm = apart / (middle_mm - _NAME_MIDDLE_MM)
            left, top = name.left - _LABEL_LEFT_MM * mm, name.middle[1] - _NAME_MIDDLE_MM * mm
            outline = Outline(left, top, CARD_WIDTH_MM * mm, CARD_HEIGHT_MM * mm)
            outlines += [] if any(outline.meets(other) for other in outlines) else [outline]
    return tuple(outlines)


def _in_line(item: Placed, name: Placed) -> bool:
    return abs(item.left - name.left) < _ALIGNED_EM * name.height


_ALIGNED_EM: Final = 1.5
_DIGITS_MM: Final = 3.0
"""How high a number's place is: the digits, and some room."""


def number_place(label: TextLine, outline: Outline, size_px: tuple[int, int]) -> Box | None:
    """Where the number stands that belongs to its label, in fractions of a page of this width and height; None beyond it."""
    (left, top), (right, upper), _, (_, bottom) = label.quad
    width, height = size_px
    mm = outline.width / CARD_WIDTH_MM / width
    slope = (upper - top) / (right - left) if right > left else 0.0
    ends = [left + (at - _LABEL_LEFT_MM) * mm for at in (_NUMBER_LEFT_MM, _NUMBER_RIGHT_MM)]
    middles = [(top + bottom) / 2 + slope * (end - left) for end in ends]
    half = _DIGITS_MM / 2 * outline.height / CARD_HEIGHT_MM / height
    box = (max(0.0, ends[0]), max(0.0, min(middles) - half), min(1.0, ends[1]), min(1.0, max(middles) + half))
    return box if box[0] < box[2] and box[1] < box[3] else None


def _label_of(number: Placed, placed: Sequence[Placed]) -> Placed | None:
    beside = [
        item
        for item in placed
        if NUMBER_LABEL.search(bare(item.line.text))
        and abs(item.middle[1] - number.middle[1]) < number.height
        and item.left < number.left
    ]
    return max(beside, key=lambda item: item.left, default=None)


def _outline(number: Placed, label: Placed | None) -> Outline:
    from_mm = _NUMBER_LEFT_MM if label is None else _LABEL_LEFT_MM
    left = number.left if label is None else label.left
    mm = max(number.right - left, 1.0) / (_NUMBER_RIGHT_MM - from_mm)
    return Outline(left - from_mm * mm, number.middle[1] - _NUMBER_MIDDLE_MM * mm, CARD_WIDTH_MM * mm, CARD_HEIGHT_MM * mm)


def box_of(lines: Sequence[TextLine]) -> Box:
    """The rectangle around some lines, in fractions of the page."""
    boxes = [line.box for line in lines]
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
