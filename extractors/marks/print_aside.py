"""Print and ruled lines taken out of a map of ink, so that what is left of it may be a seal's rim."""

from typing import Final

import cv2
import numpy as np

from extractors.marks.ink_strength import Strength

LEAST_EXTENT: Final = 0.03
"""Longer side of a patch of ink that is kept, as a share of the page's longer side: glyphs of a heading reach 0.025 (7 mm on
A4), what wear leaves of a rim is longer.
"""
RULED: Final = 0.05
"""Straight lines, level or upright, are rules from this share of the page's longer side on; rims run level for 0.04 at most."""
_INK: Final = 0.5
_SPREAD: Final = 3


def without_rules(strength: Strength) -> Strength:
    """A map (height × width) without ruled lines, level or upright."""
    inked = (strength > _INK).astype(np.uint8)
    long = round(RULED * max(inked.shape))
    level, upright = (cv2.morphologyEx(inked, cv2.MORPH_OPEN, np.ones(size, np.uint8)) for size in ((1, long), (long, 1)))
    ruled = np.maximum(level, upright)
    if not ruled.any():
        return strength
    spread = cv2.dilate(ruled, np.ones((_SPREAD, _SPREAD), np.uint8))
    return np.asarray(np.where(spread > 0, 0, strength), dtype=np.float32)


def without_print(strength: Strength) -> Strength:
    """A map (height × width) without glyphs."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats((strength > _INK).astype(np.uint8))
    extent = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    kept = extent >= LEAST_EXTENT * max(strength.shape)
    kept[0] = False
    return np.asarray(np.where(kept[labels], strength, 0), dtype=np.float32)
