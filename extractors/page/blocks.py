"""The squares that strong JPEG compression leaves: steps at every eighth pixel that are steeper than those between them."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image

BLOCK_PX: Final = 8
_PART_PX: Final = 1024
"""Squares are looked for in the page's middle, this large at most."""
_LEAST_STEP: Final = 0.05


def blockiness(image: Image) -> float:
    """How much steeper (as a share) the steps at the edges of squares are than others on a page (H×W×3 BGR), 0 for no squares.

    Pictures at usual qualities measured 0.02 to 0.5, one of 40 kB from a messenger 0.9, the lowest qualities 2 to 3.
    """
    top, left = (max(0, (side - _PART_PX) // 2) for side in image.shape[:2])
    part = np.ascontiguousarray(image[top : top + _PART_PX, left : left + _PART_PX, 1])
    if min(part.shape) <= 2 * BLOCK_PX:
        return 0.0
    across = cv2.reduce(cv2.absdiff(part[:, 1:], part[:, :-1]), 0, cv2.REDUCE_AVG, dtype=cv2.CV_32F).ravel()
    down = cv2.reduce(cv2.absdiff(part[1:], part[:-1]), 1, cv2.REDUCE_AVG, dtype=cv2.CV_32F).ravel()
    return min(_excess(np.asarray(steps, dtype=np.float32)) for steps in (across, down))


def _excess(steps: NDArray[np.float32]) -> float:
    """By how much the steepest of eight phases exceeds the median one."""
    phases = steps[: len(steps) // BLOCK_PX * BLOCK_PX].reshape(-1, BLOCK_PX).mean(axis=0)
    return float(phases.max() / (np.median(phases) + _LEAST_STEP)) - 1
