"""A seal's own ink, cut out of the page at full resolution and made upright: flat for its lines, unrolled for its ring."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import SealColour
from extractors.marks.seal_outlines import RIM, drawn, outline
from extractors.marks.seal_rules import rules_across
from extractors.marks.seal_shape import SealShape
from extractors.ocr.engine import Image

RADIUS_PX: Final = 220
"""Every seal is brought to this radius: glyphs along the ring are then 50 to 70 pixels tall, as the recogniser likes them."""
MARGIN: Final = 1.12
"""How far beyond the outline is cut out, in radii."""
COLUMNS: Final = 1440
"""Columns of the unrolled ring: a quarter of a degree each on a circle."""
ROWS: Final = 176
OUTER: Final = 1.06
INNER: Final = 0.30
"""The unrolled ring reaches from ``OUTER`` (row 0) to ``INNER`` of the radius."""

_PAPER_PERCENTILE: Final = 92.0
_LEAST_LEAD: Final = 0.02
_FULL_SHARE: Final = 0.45
"""Ink counts in full from this share of the strongest lead of its colour on."""
_STRONGEST_PERCENTILE: Final = 97.0
_CHROMA_BLUR: Final = 1.5
_PRINT_DARKER: Final = 0.14
"""Print is darker than the seal's own ink by this much, in shares of the paper's brightness."""
_PRINT_SPREAD: Final = 3
_LEAST_TONE: Final = 0.12
_TONE_PERCENTILE: Final = 92.0
_EDGE_SPREAD: Final = 5
_MOST_CROSSED: Final = 0.35
_RIM: Final = (0.95, 1.0)
"""On a grey copy print is what is darker than nearly all of the rim; its edges are as grey as a seal. A rim of which more seems
to be print is simply uneven.
"""
_BRIDGE_PX: Final = 4
"""Strokes are carried on over so many pixels on both sides: print is 5 to 8 pixels wide at this size."""

Ink = NDArray[np.float32]
"""0 (paper) to 1 (full ink)."""


@dataclass(frozen=True, slots=True, eq=False)
class SealFrame:
    """``flat``: the impression in its own ink, a square of 2 × MARGIN × RADIUS_PX pixels with the outline made a circle; as on
    the page, not turned. ``ring``: ROWS × COLUMNS, angles clockwise from the top, the outer edge above; ``crossed_ring`` is the
    same with the print that crosses it, ``crossing`` tells where that print lies. ``turns`` are the columns' angles (radians):
    a column covers the same length of the rim everywhere, on an oval as on a circle.
    """

    flat: Ink
    ring: Ink
    crossed_ring: Ink
    crossing: Ink
    turns: NDArray[np.float64]

    def turned(self, degrees: float) -> Ink:
        """``flat`` turned anticlockwise about its middle."""
        side = self.flat.shape[0]
        matrix = cv2.getRotationMatrix2D(((side - 1) / 2, (side - 1) / 2), degrees, 1.0)
        return np.asarray(cv2.warpAffine(self.flat, matrix, (side, side), flags=cv2.INTER_LINEAR), dtype=np.float32)


def frame(shape: SealShape, image: Image, others: Sequence[SealShape] = ()) -> SealFrame:
    """Cut a seal out of a page (H×W×3 BGR); rules and the rims of ``others`` in its own ink count as print that crosses it."""
    part = _cut_out(shape, image)
    flat, crossing = own_ink(part, shape.colour, _on_rim(part.shape[0]))
    foreign = np.maximum(rules_across(flat, RADIUS_PX), _rims(shape, others, flat.shape[0]))
    flat, crossing = _bridged(flat, foreign), np.maximum(crossing, foreign.astype(np.float32))
    crossed = np.maximum(flat, _normal(_darkness(_level(part))))
    turns = _even_turns(shape)
    return SealFrame(flat, _unrolled(flat, turns), _unrolled(crossed, turns), _unrolled(crossing, turns), turns)


def row_of(share: float) -> int:
    """The row of the unrolled ring at a share of the radius."""
    return round((OUTER - share) / (OUTER - INNER) * (ROWS - 1))


def own_ink(part: Image, colour: SealColour, rim: NDArray[np.bool_]) -> tuple[Ink, Ink]:
    """How dark a picture is with ink of one colour, print of another colour left out; and where that print lies (0 or 1).

    Colour alone would be blurred (JPEG stores it at half size): it only tells which of the dark pixels are the seal's. On a
    grey copy the seal's tone tells, as its ``rim`` shows it: print is darker.
    """
    level = _level(part)
    darkness = _darkness(level)
    if colour == "black":
        return _own_tone(darkness, rim)
    lead = cv2.GaussianBlur(_lead(level, colour), (0, 0), _CHROMA_BLUR)
    strongest = max(float(np.percentile(lead, _STRONGEST_PERCENTILE)), _LEAST_LEAD)
    weight = np.clip(lead / (_FULL_SHARE * strongest), 0, 1) ** 2
    ink = _normal(np.asarray(darkness * weight, dtype=np.float32))
    crossing = _print(level, lead >= _FULL_SHARE * strongest)
    return _bridged(ink, crossing), crossing.astype(np.float32)


def _level(part: Image) -> NDArray[np.float32]:
    """A picture over the paper's own colour, H×W×3, 0..1."""
    paper = np.maximum(np.percentile(part.reshape(-1, 3), _PAPER_PERCENTILE, axis=0), 1.0)
    return np.asarray(np.clip(part.astype(np.float32) / paper.astype(np.float32), 0, 1), dtype=np.float32)


def _darkness(level: NDArray[np.float32]) -> Ink:
    return np.asarray(1 - np.minimum(np.minimum(level[..., 0], level[..., 1]), level[..., 2]), dtype=np.float32)


def _own_tone(darkness: Ink, rim: NDArray[np.bool_]) -> tuple[Ink, Ink]:
    """The same for a grey copy; where print is no darker than the seal, all is the seal's."""
    inked = darkness[rim & (darkness > _LEAST_TONE)]
    if not inked.size:
        return _normal(darkness), np.zeros_like(darkness)
    own = float(np.median(inked))
    darkest = max(own + _PRINT_DARKER, float(np.percentile(inked, _TONE_PERCENTILE)))
    crossing = cv2.dilate((darkness > darkest).astype(np.uint8), np.ones((_EDGE_SPREAD, _EDGE_SPREAD), np.uint8))
    if float(crossing[rim].mean()) > _MOST_CROSSED:
        return _normal(darkness), np.zeros_like(darkness)
    ink = _normal(np.minimum(darkness, np.float32(own)))
    return _bridged(ink, np.asarray(crossing, dtype=np.uint8)), crossing.astype(np.float32)


def _rims(shape: SealShape, others: Sequence[SealShape], side: int) -> NDArray[np.uint8]:
    """Where the rims of other seals lie on the square that a seal was cut out as."""
    scale = RADIUS_PX / math.sqrt(shape.half_axes[0] * shape.half_axes[1])
    flatten = np.linalg.inv(_stretch(shape, scale)) * scale
    middle = (side - 1) / 2
    placed = [(outline(other) - shape.centre) @ flatten.T + middle for other in others]
    return drawn([(points, RIM * scale * other.half_axes[1]) for points, other in zip(placed, others, strict=True)], side)


def _on_rim(side: int) -> NDArray[np.bool_]:
    """Where the rim lies in a picture of a ring."""
    rows, columns = np.ogrid[:side, :side]
    away = np.hypot(rows - (side - 1) / 2, columns - (side - 1) / 2) / RADIUS_PX
    return np.asarray((away > _RIM[0]) & (away < _RIM[1]), dtype=np.bool_)


def _print(level: NDArray[np.float32], inked: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Where print crosses: darker, in the channel that the seal's ink leaves bright, than the ink itself is there."""
    dark = 1 - np.maximum(np.maximum(level[..., 0], level[..., 1]), level[..., 2])
    own = float(np.median(dark[inked])) if inked.any() else 0.0
    crossing = (dark > own + _PRINT_DARKER).astype(np.uint8)
    return np.asarray(cv2.dilate(crossing, np.ones((_PRINT_SPREAD, _PRINT_SPREAD), np.uint8)), dtype=np.uint8)


def _bridged(ink: Ink, crossing: NDArray[np.uint8]) -> Ink:
    """The seal's strokes carried on across the print that crosses them (inpainting after Telea)."""
    if not crossing.any():
        return ink
    filled = cv2.inpaint((ink * 255).astype(np.uint8), crossing, _BRIDGE_PX, cv2.INPAINT_TELEA)
    return np.asarray(filled.astype(np.float32) / 255, dtype=np.float32)


def _lead(level: NDArray[np.float32], colour: SealColour) -> Ink:
    blue, green, red = level[:, :, 0], level[:, :, 1], level[:, :, 2]
    if colour == "red":
        return np.asarray(red - np.maximum(blue, green), dtype=np.float32)
    if colour == "blue":
        return np.asarray(np.maximum(blue - red, np.minimum(red, blue) - green), dtype=np.float32)
    return np.asarray(green - np.maximum(red, blue), dtype=np.float32)


def _normal(ink: Ink) -> Ink:
    strongest = max(float(np.percentile(ink, _STRONGEST_PERCENTILE)), 2 * _LEAST_LEAD)
    return np.asarray(np.clip(ink / strongest, 0, 1), dtype=np.float32)


def _cut_out(shape: SealShape, image: Image) -> Image:
    """The part around a seal at RADIUS_PX, its outline made a circle; white where it reaches beyond the page."""
    scale = RADIUS_PX / math.sqrt(shape.half_axes[0] * shape.half_axes[1])
    reach = math.ceil(MARGIN * shape.half_axes[0]) + 2
    left, top = round(shape.centre[0]) - reach, round(shape.centre[1]) - reach
    part = np.full((2 * reach, 2 * reach, 3), 255, dtype=np.uint8)
    height, width = image.shape[:2]
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + 2 * reach), min(height, top + 2 * reach)
    if x0 < x1 and y0 < y1:
        part[y0 - top : y1 - top, x0 - left : x1 - left] = image[y0:y1, x0:x1]
    sized = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    side = round(2 * MARGIN * RADIUS_PX)
    middle = np.array([(side - 1) / 2, (side - 1) / 2])
    centre = (np.array(shape.centre) - (left, top) + 0.5) * scale - 0.5
    stretch = _stretch(shape, scale)
    matrix = np.column_stack([stretch, centre - stretch @ middle])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(
        cv2.warpAffine(sized, matrix, (side, side), flags=flags, borderValue=(255.0, 255.0, 255.0)), dtype=np.uint8
    )


def _stretch(shape: SealShape, scale: float) -> NDArray[np.float64]:
    """What takes the circle of RADIUS_PX to the outline, 2×2."""
    angle = math.radians(shape.angle_deg)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    axes = np.diag([axis * scale / RADIUS_PX for axis in shape.half_axes])
    return np.asarray(turn @ axes @ turn.T, dtype=np.float64)


def _even_turns(shape: SealShape) -> NDArray[np.float64]:
    """Angles of the columns, clockwise from the top of the page, evenly spaced along the outline as it is on paper."""
    fine = np.linspace(0, 2 * math.pi, 4 * COLUMNS + 1)
    along = fine - math.pi / 2 - math.radians(shape.angle_deg)
    first, second = shape.half_axes
    steps = np.hypot(first * np.sin(along), second * np.cos(along))
    length = np.concatenate([[0.0], np.cumsum((steps[1:] + steps[:-1]) / 2)])
    return np.asarray(np.interp(np.arange(COLUMNS) * length[-1] / COLUMNS, length, fine), dtype=np.float64)


def _unrolled(flat: Ink, turns: NDArray[np.float64]) -> Ink:
    radii = np.linspace(OUTER, INNER, ROWS)[:, None] * RADIUS_PX
    middle = (flat.shape[0] - 1) / 2
    x, y = (middle + radii * np.sin(turns)).astype(np.float32), (middle - radii * np.cos(turns)).astype(np.float32)
    return np.asarray(cv2.remap(flat, x, y, cv2.INTER_LINEAR), dtype=np.float32)
