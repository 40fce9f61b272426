"""Patches of ink that stand alone: the ellipse around each is a first guess for ovals, and for seals larger than any vote."""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np

from extractors.marks.ellipse import Ellipse
from extractors.marks.ink_strength import Strength

CLUSTER_SIDE_PX: Final = 560
"""Patches are looked for at this size."""
JOIN: Final = 0.008
"""Strokes nearer than this share of the longer side belong to one patch: 2.4 mm on A4, less than between a rim and its text."""
SMALLEST: Final = 0.03
"""Shortest side of a patch, as a share of the longer side of the page: 9 mm on A4."""
LARGEST: Final = 0.98
MOST_PATCHES: Final = 6
FLATTEST: Final = 2.2
_INK: Final = 0.4
_LEAST_PIXELS: Final = 30


def cluster_candidates(strength: Strength) -> Iterator[Ellipse]:
    """Ellipses, at the size of the map, around the largest patches of ink."""
    scale = min(1.0, CLUSTER_SIDE_PX / max(strength.shape))
    small = cv2.resize(strength, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    inked = (small > _INK).astype(np.uint8)
    side = max(small.shape)
    reach = 2 * max(1, round(JOIN * side)) + 1
    _, labels, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(inked, np.ones((reach, reach), np.uint8)))
    order = np.argsort(-stats[1:, cv2.CC_STAT_AREA])[:MOST_PATCHES] + 1
    for label in order:
        width, height = stats[label, cv2.CC_STAT_WIDTH], stats[label, cv2.CC_STAT_HEIGHT]
        if not SMALLEST * side <= min(width, height) <= max(width, height) <= LARGEST * side + reach:
            continue
        points = cv2.findNonZero(((labels == label) & (inked > 0)).astype(np.uint8))
        if points is None or len(points) < _LEAST_PIXELS:
            continue
        (x, y), (first, second), angle = cv2.minAreaRect(points)
        if min(first, second) > 0 and max(first, second) / min(first, second) <= FLATTEST:
            yield Ellipse(x / scale, y / scale, (first / 2 / scale, second / 2 / scale), angle)
