"""Boxes to tick that no line shows: recognisers read an empty box now and then, and a ticked one hardly ever.

They are looked for on pages where a line shows one, or asks for a tick: a square of a line's height, drawn before an option.
"""

import re
from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import Quad, TextLine
from extractors.ocr.engine import Image

_ASKS: Final = re.compile(r"[□☐☑☒■√✓✔]|打[勾√✓]|划√|勾选")
"""What a page with boxes says somewhere."""
_SHOWS: Final = re.compile(r"^\s*[(\[（]?\s*[□☐☑☒■√✓✔口]")
"""A line that begins with a box that was read."""
MOST_LINES: Final = 400
"""Lines beyond which a page is no form: each costs a search of its own."""
SIDES_EM: Final = tuple(np.arange(0.5, 1.2, 0.07).tolist())
"""Sides of boxes, in heights of their line."""
REACH_EM: Final = 2.4
"""How far before an option its box begins at most."""
LEAST_SIDE: Final = 0.72
"""Share of each of its four sides that must be inked."""
MOST_AROUND: Final = 0.2
"""Share of the paper right around a box that may be inked: print that happens to have four strokes has neighbours."""
TICKED: Final = 0.12
"""Share of a box's inside that is inked where it is ticked."""
_INSET: Final = 0.22
_STROKE_EM: Final = 0.06
_HALF_GLYPH: Final = 0.3
_PER_MILLE: Final = 1000
_LEAST_PX: Final = 12
_LEAST_LENGTH: Final = 2
_CONTRAST: Final = 14

Ink = NDArray[np.uint8]
Sums = NDArray[np.int32]
"""How much ink lies above and left of each pixel."""
Whole = NDArray[np.int64]
Shares = NDArray[np.float64]
Box = tuple[int, int, int, bool]
"""Left and top, the side, and whether it is ticked."""


def with_boxes(lines: Sequence[TextLine], image: Image) -> tuple[TextLine, ...]:
    """The lines of a page (H×W×3 BGR); where it asks for ticks, ☑ or □ before those of print that a box stands before."""
    if len(lines) > MOST_LINES or not any(_ASKS.search(line.text) for line in lines):
        return tuple(lines)
    height, width = image.shape[:2]
    level = [line for line in lines if line.layer == "print" and _is_level(line, height)]
    em = float(np.median([_height_px(line, height) for line in level])) if level else 0.0
    if em < _LEAST_PX:
        return tuple(lines)
    total = np.asarray(cv2.integral(_inked(image, em)), dtype=np.int32)
    boxes = {id(line): box for line in level if (box := _box_before(line, level, total, (width, height))) is not None}
    return tuple(_begun_with(line, boxes[id(line)], width) if id(line) in boxes else line for line in lines)


def _is_level(line: TextLine, height: int) -> bool:
    return abs(line.quad[1][1] - line.quad[0][1]) * height < _height_px(line, height)


def _height_px(line: TextLine, height: int) -> float:
    """A line's height in pixels of its page."""
    return (line.quad[3][1] + line.quad[2][1] - line.quad[0][1] - line.quad[1][1]) / 2 * height


def _inked(image: Image, em: float) -> Ink:
    """1 where a page is darker than its paper around."""
    grey = image.min(axis=2)
    block = round(3 * em) | 1
    dark = cv2.adaptiveThreshold(grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, _CONTRAST)
    return np.asarray(dark, dtype=np.uint8)


def _box_before(line: TextLine, lines: Sequence[TextLine], total: Sums, size: tuple[int, int]) -> Box | None:
    width, height = size
    em = _height_px(line, height)
    if len(line.text.strip()) < _LEAST_LENGTH or em < _LEAST_PX or _SHOWS.match(line.text):
        return None
    x, y = line.quad[0][0] * width, (line.quad[0][1] + line.quad[3][1]) / 2 * height
    left = max([0.0, x - REACH_EM * em, *(other.box[2] * width for other in lines if _stands_before(other, line))])
    return _square(total, (left, _first_px(line, width) - _HALF_GLYPH * em), y, em)


def _stands_before(other: TextLine, line: TextLine) -> bool:
    """Whether a line stands on the same row and ends about where the other begins, or before."""
    middle, tall = (line.quad[0][1] + line.quad[3][1]) / 2, line.box[3] - line.box[1]
    return other is not line and other.box[1] < middle < other.box[3] and other.box[2] <= line.box[0] + tall


def _first_px(line: TextLine, width: int) -> float:
    """The middle of a line's first character: its quad may begin at a box that was not read."""
    left, right = line.quad[0][0], line.quad[1][0]
    first = line.places[0] / _PER_MILLE if line.places else 0.5 / max(1, len(line.text))
    return (left + (right - left) * first) * width


def _square(total: Sums, reach: tuple[float, float], middle: float, em: float) -> Box | None:
    """The square with the best drawn sides whose middle lies about so high; None where none is drawn."""
    best: tuple[float, Box] | None = None
    for share in SIDES_EM:
        side, thick = round(share * em), max(1, round(_STROKE_EM * em))
        xs = np.arange(int(reach[0]), int(reach[1]) - side)
        ys = np.arange(round(middle - side / 2 - 0.3 * em), round(middle - side / 2 + 0.3 * em) + 1)
        ys = ys[(ys > 2 * thick) & (ys + side + 2 * thick < total.shape[0])]
        xs = xs[(xs > 2 * thick) & (xs + side + 2 * thick < total.shape[1])]
        if not len(xs) or not len(ys):
            continue
        x, y = np.meshgrid(xs, ys)
        drawn = _drawn(total, (x, y), side, thick)
        at = np.unravel_index(int(drawn.argmax()), drawn.shape)
        score, left, top = float(drawn[at]), int(x[at]), int(y[at])
        if score >= LEAST_SIDE and (best is None or score > best[0]) and _stands_free(total, (left, top), side, thick):
            inset = round(_INSET * side)
            inside = _share(total, (left + inset, top + inset), (side - 2 * inset, side - 2 * inset))
            best = score, (left, top, side, bool(inside >= TICKED))
    return best[1] if best else None


def _drawn(total: Sums, at: tuple[Whole, Whole], side: int, thick: int) -> Shares:
    """How much of the least drawn side is inked, in a stripe as thick as a stroke, for squares at many places."""
    x, y = at
    across = (_share(total, (x, y), (side, thick)), _share(total, (x, y + side - thick), (side, thick)))
    down = (_share(total, (x, y), (thick, side)), _share(total, (x + side - thick, y), (thick, side)))
    return np.asarray(np.minimum.reduce([*across, *down]), dtype=np.float64)


def _stands_free(total: Sums, at: tuple[int, int], side: int, thick: int) -> bool:
    """Whether a square has paper under it and before it: a glyph of four strokes has neighbours, a cell of a table rules."""
    left, top = at
    under = _share(total, (left, top + side + thick), (side, thick))
    before = _share(total, (left - 2 * thick, top), (thick, side))
    return bool(max(under, before) <= MOST_AROUND)


def _share(total: Sums, at: tuple[Whole | int, Whole | int], size: tuple[int, int]) -> Shares:
    """The inked share of rectangles of one size at many places."""
    (x, y), (wide, high) = at, size
    ink = total[y + high, x + wide] - total[y, x + wide] - total[y + high, x] + total[y, x]
    return np.asarray(ink / (wide * high), dtype=np.float64)


def _begun_with(line: TextLine, box: Box, width: int) -> TextLine:
    """A line with the sign for its box as its first character."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = line.quad
    left, _, side, ticked = box
    start = min(ax, left / width)
    quad: Quad = ((start, ay), (bx, by), (cx, cy), (dx - (ax - start), dy))
    middles = line.places or [round(_PER_MILLE * (at + 0.5) / len(line.text)) for at in range(len(line.text))]
    across = [ax + (bx - ax) * middle / _PER_MILLE for middle in middles]
    places = tuple(round(_PER_MILLE * (x - start) / (bx - start)) for x in ((left + side / 2) / width, *across))
    return line.model_copy(update={"quad": quad, "text": ("☑" if ticked else "□") + line.text, "places": places})
