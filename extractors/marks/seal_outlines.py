"""The rims of other seals that lie across one: in the same ink, so that only where they lie tells them from its strokes."""

import math
from collections.abc import Iterable, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.seal_shape import SealShape

RIM_MIDDLE, RIM = 0.965, 0.075
"""Where the rim of a ring lies, and how thick it is taken to be, in shares of its radius: 1 to 1.5 mm of 20."""
POINTS: Final = 180

Points = NDArray[np.float64]
"""N×2: x and y in pixels of the page."""


def across(shape: SealShape, shapes: Iterable[SealShape]) -> tuple[SealShape, ...]:
    """The seals in one's own colour that reach into it."""
    return tuple(
        other
        for other in shapes
        if other is not shape
        and other.colour == shape.colour
        and math.dist(other.centre, shape.centre) < other.half_axes[0] + shape.half_axes[0]
    )


def outline(shape: SealShape) -> Points:
    """The middle of a seal's rim, or of the frame of a name seal, as points in order."""
    angle = math.radians(shape.angle_deg)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    if shape.kind in ("square", "rectangular"):
        flat = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], dtype=np.float64)
    else:
        way = np.linspace(0, 2 * math.pi, POINTS, endpoint=False)
        flat = np.column_stack([np.cos(way), np.sin(way)])
    return np.asarray((RIM_MIDDLE * flat * shape.half_axes) @ turn.T + shape.centre, dtype=np.float64)


def drawn(rims: Sequence[tuple[Points, float]], side: int) -> NDArray[np.uint8]:
    """Rims as lines through points, each so many pixels thick, on a square: 1 there."""
    mask = np.zeros((side, side), dtype=np.uint8)
    for points, thick in rims:
        cv2.polylines(mask, [np.round(points).astype(np.int32)], True, (1.0,), max(2, round(thick)))
    return mask
