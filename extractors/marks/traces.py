"""What is left to say of a page on which no seal was found: ink that no line of print accounts for, and what it is like.

A seal that is worn, faint, or a copy's grey tone may not be known for one; still it leaves ink over a place as large as a seal.
So the page is looked at in squares as large as a character (an em): where squares with ink of one colour lie together, they are
a trace, told with its colour and size. Print, filled-in values, signatures, rules and codes are accounted for and left out.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import SealColour, Signature, TextLine, Trace
from extractors.marks.ink_strength import FAINT_LEADS, cool_strength, red_strength
from extractors.page.ink import InkLayers, Mask
from extractors.page.paper import sheet_mask

_INK: Final = 0.5
_TONE: Final = 231
"""Levels (0..255 of the paper) below which a place is inked: a copy's faintest seals are 25 levels below their paper."""
_STROKE_PX: Final = 3
"""At working size rules are thinner than this, and a seal's ring is 5 wide."""
_RULE_EMS: Final = 3.0
"""A straight stroke longer than this is a rule or a frame: no ring runs so straight."""
_SOFTEN: Final = 0.8
_LEAST_IN_SQUARE: Final = 0.04
"""Share of a square that is inked at least: a ring's thin edge crosses it with 0.1, noise of a camera fills 0.01."""
_LARGEST_DOT_EMS: Final = 0.35
_LEAST_DOTS: Final = 0.02
"""Share of a square that dots take at least in a half-tone: stamped copies measured up to 19 such squares, clean pages none."""
_SURE_LINE: Final = 0.8
_LEAST_CHARS: Final = 2
_LONG_LINE: Final = 8
_TALLEST: Final = 2.2
"""Score and characters of a line that accounts for ink, and how many times as tall as most it may be: seals are read, too."""
_LINE_REACH: Final = 0.3
"""Print reaches beyond its line's box by so many ems."""
_COLOURED_PRINT: Final = 0.6
"""Share of a line's ink that has the colour from which the line is printed in it (a red heading), and not stamped over."""
_EMS_ACROSS: Final = 45.0
"""Ems on a page's width where no line tells: 4.7 mm on A4."""


def colour_among_print(ink: InkLayers, lines: Sequence[TextLine]) -> float | None:
    """Return the share (0..1) of what the lines enclose that has a colour, None without lines.

    A desk, a hand and the light in a room stay out of it: a copy without colour has none there, however it was taken.
    """
    points = [_corners(line, ink.red.shape) for line in _sure(lines)]
    if not points:
        return None
    hull = np.zeros(ink.red.shape, dtype=np.uint8)
    cv2.fillConvexPoly(hull, cv2.convexHull(np.concatenate(points)), (1.0,))
    strength = np.maximum(red_strength(ink, FAINT_LEADS), cool_strength(ink, FAINT_LEADS))
    return float((strength > _INK)[hull > 0].mean())


def find_traces(ink: InkLayers, lines: Sequence[TextLine], signatures: Sequence[Signature] = ()) -> tuple[Trace, ...]:
    """Return where ink lies on an upright page that its lines, signatures and rules do not account for, largest first."""
    em = _em_px(lines, ink)
    inside = _paper(ink, em)
    red, cool = (strength(ink, FAINT_LEADS) > _INK for strength in (red_strength, cool_strength))
    dark = _dark(ink, em)
    print_, signed = _print(lines, ink, em), _rooms(signatures, ink)
    known: tuple[tuple[SealColour, Mask], ...] = (
        ("red", red & ~_printed_in(red, dark, lines, em)),
        ("blue", cool & ~print_ & ~signed),
        ("black", dark & ~print_ & ~signed & ~_spread(red | cool, em / 4)),
    )
    found = [trace for colour, mask in known for trace in _traces(mask & inside, em, colour)]
    found += _traces(_dots(ink, inside & ~print_ & ~signed, em), em, "black", in_dots=True)
    return tuple(sorted(found, key=lambda trace: -trace.squares))


def _paper(ink: InkLayers, em: float) -> Mask:
    """The sheet without its rim; where no edge of it can be told from a desk, all that was taken."""
    sheet = sheet_mask(ink.image, ink.red.shape)
    whole = np.ones(ink.red.shape, np.uint8) if sheet is None else sheet.astype(np.uint8)
    side = 2 * round(em / 2) + 1
    eroded = cv2.erode(whole, np.ones((side, side), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=(0.0,))
    return np.asarray(eroded > 0, dtype=np.bool_)


def _em_px(lines: Sequence[TextLine], ink: InkLayers) -> float:
    """How wide a character of the page's print is, at working size."""
    width = ink.red.shape[1]
    ems = [
        (line.box[2] - line.box[0]) * width / len(line.text)
        for line in lines
        if len(line.text) >= _LONG_LINE and line.score >= _SURE_LINE and not line.text.isascii()
    ]
    return max(8.0, float(np.median(ems)) if ems else width / _EMS_ACROSS)


def _dark(ink: InkLayers, em: float) -> Mask:
    """Where a page is darker than its paper, thin strokes and long straight ones aside."""
    brightest = cv2.GaussianBlur(ink.level.max(axis=2), (0, 0), _SOFTEN)
    inked = (brightest < _TONE).astype(np.uint8)
    strokes = cv2.morphologyEx(inked, cv2.MORPH_OPEN, np.ones((_STROKE_PX, _STROKE_PX), np.uint8))
    length = round(_RULE_EMS * em)
    level, upright = (cv2.morphologyEx(inked, cv2.MORPH_OPEN, np.ones(shape, np.uint8)) for shape in ((1, length), (length, 1)))
    rules = cv2.dilate(np.maximum(level, upright), np.ones((_STROKE_PX + 2, _STROKE_PX + 2), np.uint8))
    return np.asarray((strokes > 0) & (rules == 0), dtype=np.bool_)


def _print(lines: Sequence[TextLine], ink: InkLayers, em: float) -> Mask:
    """What lines of print account for."""
    mask = np.zeros(ink.red.shape, dtype=np.uint8)
    for line in _sure(lines):
        cv2.fillConvexPoly(mask, _corners(line, ink.red.shape), (1.0,))
    return _spread(mask > 0, _LINE_REACH * em)


def _printed_in(colour: Mask, dark: Mask, lines: Sequence[TextLine], em: float) -> Mask:
    """The lines that are themselves printed or written in a colour."""
    mask = np.zeros(colour.shape, dtype=np.uint8)
    for line in _sure(lines):
        own = np.zeros(colour.shape, dtype=np.uint8)
        cv2.fillConvexPoly(own, _corners(line, colour.shape), (1.0,))
        left, top, wide, high = cv2.boundingRect(own)
        part = np.s_[top : top + high, left : left + wide]
        within = own[part] > 0
        coloured = int((colour[part] & within).sum())
        if coloured and coloured >= _COLOURED_PRINT * int(((colour | dark)[part] & within).sum()):
            mask |= own
    return _spread(mask > 0, _LINE_REACH * em)


def _sure(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Lines that were read for sure, and are no taller than print is."""
    usual = float(np.median([line.box[3] - line.box[1] for line in lines])) if lines else 1.0
    for line in lines:
        if line.score >= _SURE_LINE and len(line.text) >= _LEAST_CHARS and line.box[3] - line.box[1] <= _TALLEST * usual:
            yield line


def _corners(line: TextLine, shape: tuple[int, ...]) -> NDArray[np.int32]:
    return (np.array(line.quad) * (shape[1], shape[0])).round().astype(np.int32)


def _rooms(signatures: Sequence[Signature], ink: InkLayers) -> Mask:
    """The rooms in which somebody signs: what stands there is told as a signature."""
    height, width = ink.red.shape
    mask = np.zeros(ink.red.shape, dtype=np.bool_)
    for mark in signatures:
        left, top, right, bottom = mark.box
        mask[round(top * height) : round(bottom * height), round(left * width) : round(right * width)] = True
    return mask


def _spread(mask: Mask, reach_px: float) -> Mask:
    side = 2 * max(1, round(reach_px)) + 1
    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((side, side), np.uint8)) > 0, dtype=np.bool_)


def _dots(ink: InkLayers, where: Mask, em: float) -> Mask:
    """The dots that a copier makes tones of: spots without extent, of which print leaves none beside its lines."""
    brightest = cv2.GaussianBlur(ink.level.max(axis=2), (0, 0), _SOFTEN)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(((brightest < _TONE) & where).astype(np.uint8))
    largest = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    small = largest <= _LARGEST_DOT_EMS * em
    small[0] = False
    return np.asarray(small[labels], dtype=np.bool_)


def _traces(mask: Mask, em: float, colour: SealColour, *, in_dots: bool = False) -> Iterator[Trace]:
    """The squares with ink that lie together, one between them empty at most."""
    height, width = mask.shape
    grid = (max(1, round(width / em)), max(1, round(height / em)))
    share = cv2.resize(mask.astype(np.float32), grid, interpolation=cv2.INTER_AREA)
    inked = (share >= (_LEAST_DOTS if in_dots else _LEAST_IN_SQUARE)).astype(np.uint8)
    count, labels = cv2.connectedComponents(cv2.dilate(inked, np.ones((3, 3), np.uint8)))
    for label in range(1, count):
        rows, columns = np.nonzero((labels == label) & (inked > 0))
        left, top, right, bottom = columns.min(), rows.min(), columns.max() + 1, rows.max() + 1
        yield Trace(
            color=colour,
            box=(left / grid[0], top / grid[1], right / grid[0], bottom / grid[1]),
            wide_em=float(right - left),
            high_em=float(bottom - top),
            squares=len(rows),
            in_dots=in_dots,
        )
