"""Corners to the pixel: each side of a rough outline is moved to where the picture changes most across it."""

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image
from extractors.page.straight_edges import Real

FINE_SIDE_PX: Final = 1600
"""Sides are drawn at this size: half a pixel there is 0.03 % of the picture."""
REACH: Final = 0.008
"""Share of the longer side by which the rough outline may be off."""
MOST_MOVED: Final = 3.0
"""Reaches by which a corner may move: where sides meet flat, it moves further than they do."""
SAMPLES: Final = 64
ROUND_ENDS: Final = 0.12
"""Share of each side, at either end, that may be a round corner."""
LEAST_STEP: Final = 4.0
"""Levels (0..255) across an edge that is seen at all."""
STRAY_PX: Final = 1.5
"""How far from its line the edge may be seen and still be the same edge."""
TINY: Final = 1e-9


Grey = NDArray[np.float32]
"""Height × width, 0..255."""


def drawn_tight(image: Image, outlines: Sequence[Real]) -> list[Real]:
    """Return the corners of outlines (each 4×2 pixels of the image, H×W×3 BGR) moved onto the edges beside them."""
    scale = min(1.0, FINE_SIDE_PX / max(image.shape[:2]))
    grey = cv2.cvtColor(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
    soft = cv2.GaussianBlur(grey, (0, 0), 1.0).astype(np.float32)
    return [np.asarray(_tight(soft, corners * scale) / scale) for corners in outlines]


def _tight(grey: Grey, rough: Real) -> Real:
    sides = [_side(grey, rough[index], rough[(index + 1) % 4]) for index in range(4)]
    tight = np.array([_crossing(sides[index - 1], sides[index]) for index in range(4)])
    return np.asarray(tight if np.abs(tight - rough).max() <= MOST_MOVED * REACH * max(grey.shape) else rough)


def _side(grey: Grey, start: Real, end: Real) -> tuple[Real, Real]:
    """The line of the edge beside a stretch: a point and a direction."""
    run = end - start
    normal = np.array([-run[1], run[0]]) / max(float(np.hypot(*run)), 1e-9)
    reach = max(3, round(REACH * max(grey.shape)))
    places = start + run * np.linspace(ROUND_ENDS, 1 - ROUND_ENDS, SAMPLES)[:, None]
    offsets = np.arange(-reach - 1, reach + 2)
    grid = (places[:, None] + normal * offsets[None, :, None]).astype(np.float32)
    profile = cv2.remap(grey, grid[..., 0], grid[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    steps = np.abs(profile[:, 2:] - profile[:, :-2])
    at, size = offsets[1:-1][steps.argmax(axis=1)], steps.max(axis=1)
    return _fitted(places, at.astype(np.float64), size >= LEAST_STEP, (run, normal))


def _fitted(places: Real, at: Real, seen: NDArray[np.bool_], axes: tuple[Real, Real]) -> tuple[Real, Real]:
    """A line through the places of the edge, strays left out; the stretch itself where too little is seen."""
    run, normal = axes
    if seen.sum() < SAMPLES // 3:
        return places[0], run
    share, offset = np.linspace(0.0, 1.0, len(at))[seen], at[seen]
    slope, base = np.polyfit(share, offset, 1)
    for _ in range(5):
        stray = np.abs(offset - (base + slope * share))
        near = stray <= max(STRAY_PX, 1.5 * float(np.median(stray)))
        slope, base = np.polyfit(share[near], offset[near], 1)
    return places[0] + base * normal, (places[-1] + (base + slope) * normal) - (places[0] + base * normal)


def _crossing(one: tuple[Real, Real], other: tuple[Real, Real]) -> Real:
    (p, d), (q, e) = one, other
    cross = d[0] * e[1] - d[1] * e[0]
    gap = q - p
    return np.asarray(p + d * ((gap[0] * e[1] - gap[1] * e[0]) / (cross if abs(cross) > TINY else TINY)))
