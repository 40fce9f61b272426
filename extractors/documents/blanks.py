"""A blank is believed only after a look at its place: what the detector missed is not what the paper lacks."""

import re
from itertools import pairwise
from typing import Final

from extractors.documents.body import Found, Part
from extractors.documents.reader import Sheet
from extractors.evidence import Box
from extractors.text.fold import fold
from extractors.text.numerals import NUMERAL_CHARS
from extractors.text.passage import Passage

_SPECK: Final = re.compile(r"[\s_:.,;。、·|/\\\-—–=~'\"()（）《》×xX*一]+")
"""What a reader makes of fill lines, table rules and dust."""
_NUMERAL: Final = re.compile(f"[{re.escape(NUMERAL_CHARS)}]")
_PREPRINTED: Final = re.compile(r"(?:20|二[〇○0O])(?=\s*_*\s*年)")
_BEGUN: Final = re.compile(r"(?:19|20)\d\d[\s_]*年[\s_]*(?:\d{1,2}[\s_]*)?月[\s_]*[日号]")
_SIGNS: Final = "年月日号"
_FILL: Final = " _\t"
_HIGHER: Final = 0.2
"""Share of the label's height by which the strip exceeds it above and below: handwriting is larger than print."""


def doubted(sheet: Sheet, part: Part, found: Found) -> Found:
    """The finding, doubted where coloured ink covers its place or a second look sees something in it."""
    if found.state not in ("blank", "incomplete"):
        return found
    box = found.passage.box(found.span)
    if box is None:
        return found
    if found.state == "incomplete" and found.value:
        return found if _is_left_open(sheet, found) else found.doubted("unsure_blank")
    covered = any(item.line.covered for row in part.rows for item in row.placed if _level(item.line.box, box))
    if covered or (found.state == "blank" and _holds_something(sheet, part, found, box)):
        return found.doubted("unsure_blank")
    return found


def _is_left_open(sheet: Sheet, found: Found) -> bool:
    """Whether a begun date plainly goes on in nothing: its form is printed (2024年8月  日), and no ink is in its places.

    What a pen wrote there and nobody could read is ink all the same.
    """
    passage, (start, end) = found.passage, found.span
    begun = _BEGUN.fullmatch(passage.text[start:end].strip())
    if begun is None:
        return False
    signs = [at for at in range(start, end) if passage.text[at] in _SIGNS]
    places = [(one, other) for one, other in pairwise(signs) if not passage.text[one + 1 : other].strip(_FILL)]
    return all(_is_bare_between(sheet, passage, one, other) for one, other in places)


def _is_bare_between(sheet: Sheet, passage: Passage, one: int, other: int) -> bool:
    """Whether nothing stands between two characters of a line. Where each ends is not known to the pixel, so both are seen."""
    spots, box = (passage.spots[one], passage.spots[other]), passage.box((one, other + 1))
    on_one_line = spots[0] is not None and spots[1] is not None and spots[0][0] == spots[1][0]
    return on_one_line and box is not None and sheet.is_bare_between(box)


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
