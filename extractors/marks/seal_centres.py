"""Where rings may lie: every edge of ink points to the middle of the ring it belongs to.

The outer edge of a ring has its gradient towards the centre. Each edge pixel votes along it for all radii a seal may have; the
votes of one ring meet, whatever lies across it (the radial symmetry transform of Loy and Zelinsky, of one sign).
"""

import math
from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.ellipse import Ellipse
from extractors.marks.ink_strength import Strength

VOTING_SIDE_PX: Final = 560
"""Centres are voted for at this size: the rim of a 40 mm seal on A4 is two pixels wide there."""
Radii = tuple[float, float]
RADII: Final[Radii] = (0.016, 0.2)
"""Radii of seals as shares of the page's longer side: 40 mm on A4 are 0.067, on an A6 slip 0.135; a far photo differs."""
CLOSE_RADII: Final[Radii] = (0.19, 0.34)
"""The same on a picture that was taken of hardly more than the seal."""
CENTRES: Final = 9
"""Places with the most votes that are looked at: of 300 drawn seals none was found at a later one."""
RINGS_PER_CENTRE: Final = 2
FIRST_CENTRES: Final = 4
"""Rim and inner line, or the star and the rim, share a centre; so many circles are looked at around the first of them."""
LEAST_ARC: Final = 0.28
"""Share of all directions in which a ring's edge must point to its centre."""

_MIN_GRADIENT: Final = 0.25
_MAX_EDGES: Final = 14000
"""Edge pixels that vote; more are thinned out evenly, so that a page full of colour costs no more."""
_MIN_EDGES: Final = 40
_TOWARDS: Final = 0.95
"""Cosine of the angle between an edge's gradient and the way to the centre, at least."""
_SECTORS: Final = 72
_RADIUS_SLACK: Final = 0.05
_NEXT_RADIUS: Final = 0.12

_Floats = NDArray[np.float32]


def ring_candidates(strength: Strength, sizes: Radii = RADII) -> Iterator[Ellipse]:
    """Circles, at the size of the map, that ink edges speak for; those with the most votes first."""
    scale = min(1.0, VOTING_SIDE_PX / max(strength.shape))
    small = cv2.resize(strength, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    edges = _edges(np.asarray(small, dtype=np.float32))
    if edges is None:
        return
    side = max(small.shape)
    radii = np.arange(max(6.0, sizes[0] * side), sizes[1] * side)
    for rank, (x, y) in enumerate(_centres(edges, radii, small.shape[:2])):
        for radius in _radii_at(edges, radii, x, y)[: RINGS_PER_CENTRE if rank < FIRST_CENTRES else 1]:
            yield Ellipse(x / scale, y / scale, (radius / scale, radius / scale))


def _edges(small: _Floats) -> _Floats | None:
    """Edge pixels as rows of x, y and the unit gradient; None where there are too few."""
    soft = cv2.GaussianBlur(small, (0, 0), 1.0)
    dx, dy = cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1)
    size = np.hypot(dx, dy)
    rows, columns = np.nonzero(size > _MIN_GRADIENT)
    if len(rows) < _MIN_EDGES:
        return None
    step = math.ceil(len(rows) / _MAX_EDGES)
    rows, columns = rows[::step], columns[::step]
    unit = size[rows, columns]
    return np.stack([columns, rows, dx[rows, columns] / unit, dy[rows, columns] / unit], axis=1).astype(np.float32)


def _centres(edges: _Floats, radii: NDArray[np.float64], shape: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """The places with the most votes, also some way off the page: seals are cut by its edge."""
    margin = int(radii[-1] * 0.8)
    height, width = shape[0] + 2 * margin, shape[1] + 2 * margin
    x = (edges[:, :1] + edges[:, 2:3] * radii + margin).astype(np.int32)
    y = (edges[:, 1:2] + edges[:, 3:4] * radii + margin).astype(np.int32)
    within = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    weights = np.broadcast_to(1 / np.sqrt(radii), x.shape)[within]
    votes = np.bincount((y * width + x)[within], weights=weights, minlength=height * width)
    heights = cv2.GaussianBlur(votes.reshape(height, width).astype(np.float32), (0, 0), 2.0)
    spacing = max(4, round(0.02 * max(shape)))
    for _ in range(CENTRES):
        row, column = divmod(int(heights.argmax()), width)
        if heights[row, column] <= 0:
            return
        yield column - margin, row - margin
        cv2.circle(heights, (column, row), spacing, (0.0,), -1)


def _radii_at(edges: _Floats, radii: NDArray[np.float64], x: float, y: float) -> list[float]:
    """The radii, best first, at which edges in most directions point to this centre."""
    dx, dy = x - edges[:, 0], y - edges[:, 1]
    distance = np.hypot(dx, dy) + 1e-6
    faces = (dx * edges[:, 2] + dy * edges[:, 3]) / distance > _TOWARDS
    sector = ((np.arctan2(dy, dx)[faces] + math.pi) * (_SECTORS / (2 * math.pi))).astype(np.int64) % _SECTORS
    ring = np.round(distance[faces] - radii[0]).astype(np.int64)
    near = (ring >= 0) & (ring < len(radii))
    seen = np.zeros((len(radii), _SECTORS), dtype=np.float32)
    seen[ring[near], sector[near]] = 1
    slack = np.maximum(1, np.round(_RADIUS_SLACK * radii)).astype(np.int64)
    index = np.arange(len(radii))
    upto = np.concatenate([np.zeros((1, _SECTORS)), np.cumsum(seen, axis=0)])
    arcs = (upto[np.minimum(index + slack + 1, len(radii))] > upto[np.maximum(index - slack, 0)]).mean(axis=1)
    found: list[float] = []
    for best in np.argsort(-arcs):
        if arcs[best] < LEAST_ARC or len(found) == RINGS_PER_CENTRE:
            break
        if all(abs(radii[best] - radius) > _NEXT_RADIUS * radius for radius in found):
            found.append(float(radii[best]))
    return found
