"""A blank is believed only after a look at its place: what the detector missed is not what the paper lacks."""

import re
from typing import Final

from extractors.documents.body import Found, Part
from extractors.documents.reader import Sheet
from extractors.evidence import Box
from extractors.text.fold import fold
from extractors.text.numerals import NUMERAL_CHARS

_SPECK: Final = re.compile(r"[\s_:.,;。、·|/\\\-—–=~'\"()（）《》×xX*一]+")
"""What a reader makes of fill lines, table rules and dust."""
_NUMERAL: Final = re.compile(f"[{re.escape(NUMERAL_CHARS)}]")
_PREPRINTED: Final = re.compile(r"(?:20|二[〇○0O])(?=\s*_*\s*年)")
_HIGHER: Final = 0.2
"""Share of the label's height by which the strip exceeds it above and below: handwriting is larger than print."""


def doubted(sheet: Sheet, part: Part, found: Found) -> Found:
    """The finding, doubted where coloured ink covers its place or a second look sees something in it."""
    if found.state not in ("blank", "incomplete"):
        return found
    box = found.passage.box(found.span)
    if box is None:
        return found
    covered = any(item.line.covered for row in part.rows for item in row.placed if _level(item.line.box, box))
    if covered or (found.state == "blank" and _holds_something(sheet, part, found, box)):
        return found.doubted("unsure_blank")
    return found


def _holds_something(sheet: Sheet, part: Part, found: Found, box: Box) -> bool:
    raw = found.passage.text[slice(*found.span)]
    padding = _HIGHER * (box[3] - box[1])
    strip = sheet.read_strip((box[0], box[1] - padding, _room_right(part, box), box[3] + padding))
    if strip is None:
        return False
    text = fold(strip.text)
    if "年" in raw:  # the skeleton of a date: only numerals could have been filled in
        return bool(_NUMERAL.search(_PREPRINTED.sub("", text)))
    return len(_SPECK.sub("", text)) > len(_SPECK.sub("", raw))


def _room_right(part: Part, box: Box) -> float:
    """Where the room of a value ends: at the next line on its row, else at the text's right edge."""
    others = [line.box for line in part.lines]
    beside = [other[0] for other in others if _level(other, box) and other[0] >= box[2]]
    return min(beside) if beside else max(other[2] for other in others)


def _level(one: Box, other: Box) -> bool:
    middle = (one[1] + one[3]) / 2
    return other[1] <= middle <= other[3]
