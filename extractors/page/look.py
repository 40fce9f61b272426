"""A page made small, for what is larger than print: light, hands, the sheet's colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import Box, TextLine
from extractors.ocr.engine import Image
from extractors.page.ink import InkLayers, Mask

LOOK_SIDE_PX: Final = 640
"""Longer side of the small picture: a line of print on A4 is 8 px high, a fingertip 30 px wide."""
PRINT_PX: Final = 9
"""Dark marks narrower than this, at that size, are print."""
SURE_LINE: Final = 0.8
LEAST_CHARS: Final = 3
"""Score (0..1) and characters of a line that shows where the sheet is: the grain of a desk is read as one or two, unsurely."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A page at a glance: ``small`` is h×w×3 BGR, ``bare`` the same without print, ``text`` the hull of its lines."""

    small: Image
    bare: Image
    text: Mask

    @property
    def paper(self) -> float:
        """How bright (0..255) the paper is where text stands."""
        return float(np.median(self.bare.min(axis=2)[self.text])) if self.text.any() else float(np.median(self.bare))

    def box(self, mask: NDArray[np.uint8]) -> Box:
        """The rectangle around a mask of the small picture, in fractions of the page."""
        left, top, wide, high = cv2.boundingRect(mask)
        height, width = self.small.shape[:2]
        return (left / width, top / height, (left + wide) / width, (top + high) / height)


def look_at(ink: InkLayers, lines: Sequence[TextLine]) -> Look:
    """Make a page small, and mark where its lines stand."""
    step = max(1, max(ink.image.shape[:2]) // (4 * LOOK_SIDE_PX))
    coarse = ink.image[::step, ::step]
    scale = min(1.0, LOOK_SIDE_PX / max(coarse.shape[:2]))
    small = np.asarray(cv2.resize(coarse, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    bare = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((PRINT_PX, PRINT_PX), np.uint8))
    return Look(small, np.asarray(bare, dtype=np.uint8), _hull(lines, small.shape))


def _hull(lines: Sequence[TextLine], shape: tuple[int, ...]) -> Mask:
    mask = np.zeros(shape[:2], dtype=np.uint8)
    sure = [line for line in lines if line.score >= SURE_LINE and len(line.text) >= LEAST_CHARS]
    if sure:
        corners = np.array([corner for line in sure for corner in line.quad]) * (shape[1], shape[0])
        cv2.fillConvexPoly(mask, cv2.convexHull(corners.astype(np.int32)), (1.0,))
    return mask.astype(bool)
