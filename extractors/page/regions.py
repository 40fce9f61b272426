"""Which parts of a page are worth a closer look: cards and sheets that take little of it, lie askew, or beside others."""

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np

from extractors.ocr.engine import Image, PixelQuad
from extractors.page.inside import Real, inside, line_ends
from extractors.page.outlines import FEW_LINES, Outline, find_outlines
from extractors.page.text_clusters import area_of, text_clusters

MOST_REGIONS: Final = 4
"""Both sides of two cards."""
SMALL_SHARE: Final = 0.45
"""Share of the page below which a part of it is seen finer by itself: half as large again at the size it is detected at."""
SKEWED_DEG: Final = 7.0
"""How far a corner is from square, or a side from level, for a part to be read better when it is laid flat."""
TAPER: Final = 1.15
"""Ratio of opposite sides from which perspective is strong."""
MOST_SHARED: Final = 0.15
"""Share of the smaller one that two regions may have in common."""


def regions_worth_a_look(image: Image, texts: Sequence[PixelQuad]) -> tuple[Real, ...]:
    """Return the corners (4×2 pixels, clockwise from the upper left) of parts of an upright page (H×W×3 BGR), surest first.

    ``texts`` are the page's lines. A page that fills its picture, seen from above, has none.
    """
    if len(texts) < FEW_LINES:
        return ()
    regions = _apart(find_outlines(image, texts), texts)
    regions += _clusters(image, texts, regions)
    several = len(regions) > 1
    whole = image.shape[0] * image.shape[1]
    chosen = [each for each in regions if several or area_of(each) <= SMALL_SHARE * whole or is_skewed(each)]
    return tuple(chosen[:MOST_REGIONS])


def is_skewed(corners: Real) -> bool:
    """Whether four corners are far from an upright rectangle."""
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.hypot(sides[:, 0], sides[:, 1])
    angles = np.degrees(np.arctan2(sides[:, 1], sides[:, 0]))
    askew = np.abs((angles - np.array([0, 90, 180, 270]) + 180) % 360 - 180)
    taper = max(lengths[0] / lengths[2], lengths[2] / lengths[0], lengths[1] / lengths[3], lengths[3] / lengths[1])
    return bool(askew.max() > SKEWED_DEG or taper > TAPER)


def _apart(outlines: Sequence[Outline], texts: Sequence[PixelQuad]) -> list[Real]:
    """The surest outlines with text that do not lie in one another."""
    middles = line_ends(texts).mean(axis=1)
    kept: list[Real] = []
    for outline in outlines:
        holds = int(inside(outline.corners[None], middles).sum())
        if holds >= FEW_LINES and all(_shared(outline.corners, other) <= MOST_SHARED for other in kept):
            kept.append(outline.corners)
    return kept


def _clusters(image: Image, texts: Sequence[PixelQuad], regions: Sequence[Real]) -> list[Real]:
    """Groups of lines outside all regions that take little of the page."""
    middles = line_ends(texts).mean(axis=1)
    held = inside(np.stack(regions), middles) if regions else np.zeros((1, len(texts)), dtype=bool)
    groups = text_clusters([quad for index, quad in enumerate(texts) if not held[:, index].any()])
    whole = image.shape[0] * image.shape[1]
    found = [(corners, lines) for corners, lines in groups if lines > FEW_LINES and area_of(corners) <= SMALL_SHARE * whole]
    apart = [each for each in found if all(_shared(each[0], other) <= MOST_SHARED for other in regions)]
    return [corners for corners, _ in sorted(apart, key=lambda each: -each[1])]


def _shared(one: Real, other: Real) -> float:
    shared, _ = cv2.intersectConvexConvex(one.astype(np.float32), other.astype(np.float32))
    return float(shared / max(min(area_of(one), area_of(other)), 1e-9))
