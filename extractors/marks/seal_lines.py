"""The straight lines inside a seal and the digits on its lower arc, found in the seal's own upright: its gap below."""

import math
from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.seal_frame import COLUMNS, INNER, OUTER, RADIUS_PX, ROWS, Ink, SealFrame, row_of
from extractors.marks.seal_ring import INK, Band, as_line
from extractors.ocr.engine import Image

LINE_HEIGHTS: Final = (0.07, 0.34)
"""How tall a line is, in shares of the radius: 1.5 mm digits to 5 mm glyphs; the star is taller."""
LEAST_WIDTH: Final = 0.3
"""How wide at least; a star's tip, or what is left of one, is narrower."""
WIDEST_DISC: Final = 0.76
"""Lines lie within this share of the radius, and within the text along the ring."""
GAP_DISC: Final = 0.80
"""In the gap they reach this far: beyond it stands the code."""
WIDEST_LINE: Final = 0.92
"""So far reach the ends of a line of seven glyphs, which lie above the code."""
LEANS: Final = tuple(range(-45, 46, 3))
"""Degrees that are tried."""
BELOW: Final = (0.36, 0.84)
"""The line below the star lies between these shares of the radius below the middle."""
_FAR: Final = 0.004
"""What a degree off the gap's middle takes from how well a line lies there."""
_LEAN_SCALE: Final = 0.5
LEAST_ROW: Final = 0.006
"""Share of a row (three pixels) that is inked where a line runs."""
FAINTEST: Final = 0.05
STRONGEST_PERCENTILE: Final = 95.0
LEAST_STRONG: Final = 0.15
"""Ink is levelled by the strongest of what is more than the paper's noise, and to no less than this."""
MOST_LINES: Final = 2
CODE_DEPTH: Final = 0.15
"""The digits of the code reach this share of the radius inwards from the rim: 1.5 mm of 20, and the space before them."""
CODE_INK: Final = 0.01
GAP_MARGIN: Final = 16
"""Columns (4 degrees) at both ends of the gap that belong to the ring's text."""
_PAD: Final = 6


def centre_lines(cut: SealFrame, band: Band) -> tuple[Image, ...]:
    """Pictures of the straight lines inside the ring, from above."""
    inner = OUTER - band.bottom / (ROWS - 1) * (OUTER - INNER)
    gap_deg = (COLUMNS - band.length - 2 * GAP_MARGIN) * 360 / COLUMNS
    roughly = math.degrees(cut.turns[band.bottom_column]) - 180
    upright = _levelled(cut.turned(roughly + _leans(_levelled(cut.turned(roughly)), min(WIDEST_DISC, inner))))
    disc = _within(upright, (min(WIDEST_DISC, inner), GAP_DISC), gap_deg)
    whole = _within(upright, (min(WIDEST_DISC, inner), WIDEST_LINE), gap_deg)
    found: list[Image] = []
    for top, bottom in _runs(np.asarray((disc > INK).mean(axis=1) > LEAST_ROW, dtype=np.bool_)):
        height = (bottom - top) / RADIUS_PX
        columns = np.nonzero((whole[top:bottom] > INK).sum(axis=0) > 1)[0]
        wide = (columns[-1] - columns[0]) / RADIUS_PX if len(columns) else 0.0
        if LINE_HEIGHTS[0] <= height <= LINE_HEIGHTS[1] and wide >= LEAST_WIDTH:
            left, right = max(0, columns[0] - _PAD), columns[-1] + _PAD
            found.append(as_line(np.ascontiguousarray(whole[max(0, top - _PAD) : bottom + _PAD, left:right])))
    return tuple(found[-MOST_LINES:])


def _leans(upright: Ink, reach: float) -> float:
    """Degrees by which the line below the middle has to be turned (anticlockwise) to lie level: most of its ink in fewest rows.

    The gap in the ring tells the seal's bottom only roughly: worn or cut texts end early, and brackets hardly show.
    """
    side = round(upright.shape[0] * _LEAN_SCALE)
    small = cv2.resize(upright, (side, side), interpolation=cv2.INTER_AREA)
    middle, radius = (side - 1) / 2, RADIUS_PX * _LEAN_SCALE
    rows, columns = np.ogrid[:side, :side]
    low = (rows - middle > BELOW[0] * radius) & (rows - middle < BELOW[1] * radius)
    within = low & (np.hypot(rows - middle, columns - middle) < reach * radius)

    def packed(lean: float) -> float:
        matrix = cv2.getRotationMatrix2D((middle, middle), lean, 1.0)
        turned = cv2.warpAffine(small, matrix, (side, side), flags=cv2.INTER_LINEAR)
        return float(np.square(np.where(within, turned, 0).sum(axis=1)).sum()) * (1 - _FAR * abs(lean))

    return max(LEANS, key=packed)


def code_arc(cut: SealFrame, band: Band) -> Image | None:
    """A picture of the digits on the lower arc, or None where nothing stands there."""
    length = COLUMNS - band.length - 2 * GAP_MARGIN
    if length <= 0:
        return None
    columns = (np.arange(length) + band.start + band.length + GAP_MARGIN) % COLUMNS
    depth = round(CODE_DEPTH / (OUTER - INNER) * ROWS)
    top = max(band.top - _PAD // 2, row_of(0.96))
    part = _levelled(cut.crossed_ring[top : top + depth, columns])
    inked = (part > INK).sum(axis=0) > 1
    if (part > INK).mean() < CODE_INK or not inked.any():
        return None
    edges = np.nonzero(inked)[0]
    trimmed = part[:, max(0, edges[0] - _PAD) : edges[-1] + _PAD]
    return as_line(np.ascontiguousarray(trimmed[::-1, ::-1]), 0.9)


def _levelled(ink: Ink) -> Ink:
    """Ink over the strongest there is here: digits and lines are finer than the rim, and faint with it."""
    inked = ink[ink > FAINTEST]
    strongest = float(np.percentile(inked, STRONGEST_PERCENTILE)) if inked.size else 1.0
    return np.asarray(np.clip(ink / max(strongest, LEAST_STRONG), 0, 1), dtype=np.float32)


def _within(upright: Ink, shares: tuple[float, float], gap_deg: float) -> Ink:
    """What lies inside a circle around the middle, and within another in the gap between the text's ends; nothing else."""
    side = upright.shape[0]
    rows, columns = np.ogrid[:side, :side]
    down, right = rows - (side - 1) / 2, columns - (side - 1) / 2
    in_gap = np.abs(np.degrees(np.arctan2(right, down))) < gap_deg / 2
    outside = np.hypot(down, right) > np.where(in_gap, shares[1], shares[0]) * RADIUS_PX
    return np.asarray(np.where(outside, 0, upright), dtype=np.float32)


def _runs(filled: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Runs of rows with ink, as first row and the one after the last; breaks of two rows do not end one."""
    rows = np.nonzero(filled)[0]
    if not len(rows):
        return
    breaks = np.nonzero(np.diff(rows) > _BREAK)[0]
    for first, last in zip(np.append(0, breaks + 1), np.append(breaks, len(rows) - 1), strict=True):
        yield int(rows[first]), int(rows[last]) + 1


_BREAK: Final = 3
"""Rows without ink that end a line: the strokes of a glyph may lie this far apart."""
