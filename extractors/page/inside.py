"""Which points, and which lines of text, lie inside four corners."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import PixelQuad

Real = NDArray[np.float64]

INSET: Final = 0.08
"""Share of a line's length left off at either end: the detector draws its boxes a little wide."""


def line_ends(quads: Sequence[PixelQuad]) -> Real:
    """The middles of the left and the right ends of lines, N×2×2, a little inside them."""
    corners = np.array(quads, dtype=np.float64).reshape(-1, 4, 2)
    left, right = (corners[:, 0] + corners[:, 3]) / 2, (corners[:, 1] + corners[:, 2]) / 2
    return np.stack([left + INSET * (right - left), right - INSET * (right - left)], axis=1)


def inside(corners: Real, points: Real) -> NDArray[np.bool_]:
    """Which of M points (M×2) lie in which of N convex outlines (N×4×2, going round either way): N×M."""
    sides = np.roll(corners, -1, axis=1) - corners
    gaps = points[None, None] - corners[:, :, None]
    turns = sides[:, :, None, 0] * gaps[..., 1] - sides[:, :, None, 1] * gaps[..., 0]
    return np.asarray((turns >= 0).all(axis=1) | (turns <= 0).all(axis=1))
