"""An ellipse on a page, and the rays that run from its middle outwards."""

import math
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.ink_strength import Strength

Sheet = NDArray[np.bool_]
"""Where the sheet of paper lies in a photo, at the size of the map."""

RAYS: Final = 144
"""Directions in which a ring is looked at: every 2.5 degrees."""

_LEAST_POINTS: Final = 12
_LEAST_AXIS_PX: Final = 8.0
_TRIM_ROUNDS: Final = 3
_TRIM_MEDIANS: Final = 2.2
_TRIM_FLOOR: Final = 0.015
"""Points off the fitted ellipse by more than this share of its radius, and by more than 2.2 times the median, are left out."""


@dataclass(frozen=True, slots=True)
class Ellipse:
    """In pixels of the working size; ``angle_deg`` turns the first half-axis clockwise from the x axis."""

    x: float
    y: float
    half_axes: tuple[float, float]
    angle_deg: float = 0.0

    @property
    def radius(self) -> float:
        """The mean of both half-axes (geometric)."""
        return math.sqrt(self.half_axes[0] * self.half_axes[1])

    @property
    def flatness(self) -> float:
        """The longer axis over the shorter one, from 1."""
        return max(self.half_axes) / min(self.half_axes)

    def reach(self, u: NDArray[np.float64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The points (x, y), rays × len(u), at shares ``u`` of the radius along every ray."""
        turns = np.arange(RAYS) * 2 * math.pi / RAYS
        along = self.half_axes[0] * np.cos(turns)[:, None] * u
        across = self.half_axes[1] * np.sin(turns)[:, None] * u
        cos, sin = math.cos(math.radians(self.angle_deg)), math.sin(math.radians(self.angle_deg))
        return (
            (self.x + along * cos - across * sin).astype(np.float32),
            (self.y + along * sin + across * cos).astype(np.float32),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Rays:
    """A map sampled along the rays of an ellipse: ``ink`` and ``on_page`` are rays × len(u); ``x`` and ``y`` the places."""

    u: NDArray[np.float64]
    ink: Strength
    on_page: NDArray[np.bool_]
    x: NDArray[np.float32]
    y: NDArray[np.float32]

    def band(self, low: float, high: float) -> Strength:
        """The ink between two shares of the radius, rays × samples."""
        return self.ink[:, (self.u > low) & (self.u <= high)]


def cast(strength: Strength, ellipse: Ellipse, reach: tuple[float, float, int], sheet: Sheet | None = None) -> Rays:
    """Sample a map along the rays of an ellipse; ``reach``: from and to which share of its radius, and how many samples.

    Nothing lies off the page, nor off the sheet of paper where one is told.
    """
    u = np.linspace(*reach)
    x, y = ellipse.reach(u)
    ink = cv2.remap(strength, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(0.0,))
    height, width = strength.shape
    on_page = (x >= 1) & (y >= 1) & (x < width - 1) & (y < height - 1)
    if sheet is not None:
        on_page &= sheet[np.clip(y.astype(np.int32), 0, height - 1), np.clip(x.astype(np.int32), 0, width - 1)]
    return Rays(u, np.asarray(ink, dtype=np.float32), on_page, x, y)


def fitted(points: NDArray[np.float32]) -> Ellipse | None:
    """The ellipse through points (n×2), outliers left out; None where they do not lie on one."""
    for _ in range(_TRIM_ROUNDS):
        if len(points) < _LEAST_POINTS:
            return None
        (x, y), axes, angle = cv2.fitEllipseDirect(points)
        if not all(map(math.isfinite, (x, y, *axes, angle))) or min(axes) < 2 * _LEAST_AXIS_PX:
            return None
        ellipse = Ellipse(x, y, (axes[0] / 2, axes[1] / 2), angle)
        off = np.abs(_shares(points, ellipse) - 1)
        keep = off <= max(_TRIM_FLOOR, _TRIM_MEDIANS * float(np.median(off)))
        if keep.all():
            return ellipse
        points = points[keep]
    return ellipse


def _shares(points: NDArray[np.float32], ellipse: Ellipse) -> NDArray[np.float64]:
    """How far out points (n×2) lie, in shares of the ellipse's radius."""
    cos, sin = math.cos(math.radians(ellipse.angle_deg)), math.sin(math.radians(ellipse.angle_deg))
    dx, dy = points[:, 0] - ellipse.x, points[:, 1] - ellipse.y
    along, across = (dx * cos + dy * sin) / ellipse.half_axes[0], (-dx * sin + dy * cos) / ellipse.half_axes[1]
    return np.asarray(np.hypot(along, across), dtype=np.float64)
