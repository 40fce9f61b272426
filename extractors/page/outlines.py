"""Where sheets and cards lie in a photo: four straight sides that are seen, whatever they lie on.

An outline is made of four of the picture's long straight edges. A side may be hidden in part (a hand, another paper) and a
corner may be round: what counts is how much of each side is seen, and that an edge ends where the outline turns, which the
lines of a table cloth or of the desk itself do not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from extractors.ocr.engine import Image, PixelQuad
from extractors.page.corners import drawn_tight
from extractors.page.inside import inside, line_ends
from extractors.page.quadrilaterals import quadrilaterals
from extractors.page.straight_edges import Edges, Real, plain_tones, straight_edges, strong_tones

LOOK_SIDE_PX: Final = 800
"""Edges are looked for at this size: print of a sheet that fills the frame is gone, the side of a small card is 150 px long."""
LEAST_SCORE: Final = 0.55
MOST_CANDIDATES: Final = 1500
FEW_LINES: Final = 2
"""Lines of text that a card or sheet has at least."""
MANY_LEFT_OUT: Final = 0.1
"""Share of the lines outside all outlines of clear edges from which faint ones are looked for."""
EMPTY, CUT_WEIGHT = 0.7, 2.0
"""What an outline without text keeps of its score, and how fast one loses it that cuts lines: all of it where half are cut."""
SAME: Final = 0.6
"""Outlines that share this much (intersection over union) are one."""
MOST_OUTLINES: Final = 12


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """Four corners in pixels (4×2), clockwise from the upper left one, and how sure it is (0..1) that something ends there."""

    corners: Real
    confidence: float

    @property
    def area(self) -> float:
        """In square pixels."""
        return float(cv2.contourArea(self.corners.astype(np.float32)))


def find_outlines(image: Image, texts: Sequence[PixelQuad] = ()) -> tuple[Outline, ...]:
    """Return what may be sheets and cards in a picture (H×W×3 BGR), surest first; they may lie in one another.

    ``texts`` are the lines that were seen on it: an outline holds lines and cuts none. Faint edges are looked for only where
    lines lie outside all outlines of clear ones.
    """
    scale = min(1.0, LOOK_SIDE_PX / max(image.shape[:2]))
    small = np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    ends = line_ends(texts) * scale
    found = _look(plain_tones(small), ends)
    if _left_out(found, ends) >= MANY_LEFT_OUT * len(ends):
        found = _distinct(sorted((*found, *_look(strong_tones(small), ends)), key=lambda outline: -outline.confidence))
    tight = drawn_tight(image, [outline.corners / scale for outline in found])
    return tuple(Outline(corners, outline.confidence) for corners, outline in zip(tight, found, strict=True))


def _look(tones: list[Image], ends: Real) -> list[Outline]:
    return _distinct(_candidates(straight_edges(tones), (tones[0].shape[0], tones[0].shape[1]), ends))


def _left_out(outlines: Sequence[Outline], ends: Real) -> int:
    """How many lines lie in no outline."""
    if not outlines:
        return len(ends)
    held = inside(np.stack([outline.corners for outline in outlines]), ends.mean(axis=1))
    return int((~held.any(axis=0)).sum())


def _candidates(edges: Edges, shape: tuple[int, int], ends: Real) -> list[Outline]:
    """All outlines that four edges make, worst ones left out."""
    corners, scores = quadrilaterals(edges, shape)
    best = np.argsort(-scores)[:MOST_CANDIDATES]
    corners, scores = corners[best], scores[best]
    if len(ends):
        scores = scores * _suits(corners, ends)
    order = [index for index in np.argsort(-scores) if scores[index] >= LEAST_SCORE]
    return [Outline(_clockwise(corners[index]), float(min(1.0, scores[index]))) for index in order]


def _suits(corners: Real, ends: Real) -> Real:
    """How well outlines (N×4×2) go with the lines of text (M×2×2): 1 for one that holds some and cuts none."""
    first, last = inside(corners, ends[:, 0]), inside(corners, ends[:, 1])
    held, cut = (first & last).sum(axis=1), (first ^ last).sum(axis=1)
    return np.asarray(
        np.where(held >= FEW_LINES, 1.0, EMPTY) * np.maximum(0.0, 1 - CUT_WEIGHT * cut / np.maximum(held + cut, 1))
    )


def _clockwise(corners: Real) -> Real:
    """Corners in the order upper left, upper right, lower right, lower left."""
    middle = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    ring = corners[np.argsort(angles)]
    first = int(np.argmin(ring.sum(axis=1)))
    return np.asarray(np.roll(ring, -first, axis=0))


def _distinct(outlines: Sequence[Outline]) -> list[Outline]:
    """The best of every group of outlines that are nearly the same."""
    kept: list[Outline] = []
    for outline in outlines:
        if len(kept) < MOST_OUTLINES and all(overlap(outline, other) < SAME for other in kept):
            kept.append(outline)
    return kept


def overlap(one: Outline, other: Outline) -> float:
    """What two outlines share of what they cover together, 0..1."""
    shared, _ = cv2.intersectConvexConvex(one.corners.astype(np.float32), other.corners.astype(np.float32))
    return float(shared / max(one.area + other.area - shared, 1e-9))
