"""Small patches of red ink beside the company's seal: name seals and thumbprints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from extractors.evidence import Box, Seal
from extractors.marks.ink_strength import Strength

JOIN: Final = 0.004
"""Strokes nearer than this share of the page's longer side are one patch: 1.2 mm on A4."""
SIDES: Final = (0.025, 0.11)
"""Sides of a patch, as shares of the longer side: 8 to 33 mm on A4 (a thumb is 15 by 20, a name seal 18 to 25)."""
SQUARE_HULL: Final = 0.87
"""Share of its upright or turned rectangle that the hull of a patch fills: a square fills 1, an oval 0.79."""
LEAST_FILLED: Final = 0.12
_INK: Final = 0.5
_INSIDE: Final = 0.5


@dataclass(frozen=True, slots=True)
class RedPatch:
    """A patch in fractions of the page; ``is_square`` tells a seal's straight sides from the oval of a thumb."""

    box: Box
    is_square: bool


def red_patches(strength: Strength, seals: Sequence[Seal]) -> tuple[RedPatch, ...]:
    """Return the small red patches of a page that belong to none of its seals."""
    return tuple(patch for patch in _patches(strength) if not any(_lies_in(patch.box, seal.box) for seal in seals))


def _patches(strength: Strength) -> Iterator[RedPatch]:
    inked = (strength > _INK).astype(np.uint8)
    height, width = inked.shape
    side = max(height, width)
    reach = 2 * max(1, round(JOIN * side)) + 1
    count, labels, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(inked, np.ones((reach, reach), np.uint8)))
    for label in range(1, count):
        x, y, wide, high, _ = (int(value) for value in stats[label])
        if not (SIDES[0] * side <= min(wide, high) and max(wide, high) <= SIDES[1] * side + reach):
            continue
        own = ((labels[y : y + high, x : x + wide] == label) & (inked[y : y + high, x : x + wide] > 0)).astype(np.uint8)
        points = cv2.findNonZero(own)
        if points is None or own.mean() < LEAST_FILLED:
            continue
        (_, _), (first, second), _ = cv2.minAreaRect(points)
        hull = cv2.contourArea(cv2.convexHull(points)) / max(1.0, first * second)
        yield RedPatch((x / width, y / height, (x + wide) / width, (y + high) / height), hull >= SQUARE_HULL)


def _lies_in(box: Box, other: Box) -> bool:
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return width > 0 and height > 0 and width * height >= _INSIDE * area
