"""Every four edges of a picture that may be the sides of a sheet or card, and how well those sides are seen."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.page.straight_edges import Edges, Real

LEAST_SHARE, MOST_SHARE = 0.03, 0.97
"""Share of the picture that an outline takes."""
PARALLEL_DEG, SQUARE_DEG = 28.0, 32.0
"""How far opposite sides may be from parallel, and corners from square: a phone held at 45 degrees gives about 25."""
LEAST_SEEN: Final = 0.35
"""Share of each side that is seen at least, and"""
LEAST_SEEN_MEAN: Final = 0.68
"""of all four on average: a hand hides a third of two sides."""
BEYOND: Final = 0.14
"""Share of a side's length by which its edge is followed beyond the corner,"""
BEYOND_WEIGHT: Final = 0.45
"""and how much its going on there takes from the outline's score."""
SLENDER: Final = 3.2
"""No sheet or card is longer than this many of its widths, seen from wherever."""
LEAST_GAP: Final = 0.08
"""Share of the shorter side of the picture by which opposite sides lie apart."""
SLACK: Final = 0.02
"""Share of the longer side by which corners may lie outside the picture."""
ROUND: Final = 0.06
"""Share of a side, at either end, that is left out of what is seen of it: a corner may be round."""
TINY: Final = 1e-9


def quadrilaterals(edges: Edges, shape: tuple[int, int]) -> tuple[Real, Real]:
    """Return the corners (N×4×2, in a ring) of all that may be sheets in a picture (height, width), and their scores (0..1)."""
    sides = _opposites(edges, shape)
    first, second = np.triu_indices(len(sides), 1)
    lying, standing = sides[first], sides[second]
    square = _square(edges, lying, standing)
    ring = np.stack([lying[:, 0], standing[:, 0], lying[:, 1], standing[:, 1]], axis=1)[square]
    corners = np.stack([_crossings(edges, ring[:, side - 1], ring[:, side]) for side in range(4)], axis=1)
    fits = _plausible(corners, shape)
    return corners[fits], _scores(edges, ring[fits], corners[fits])


def _opposites(edges: Edges, shape: tuple[int, int]) -> NDArray[np.intp]:
    """Pairs of edges that may be opposite sides, N×2."""
    count = len(edges.points)
    first, second = np.triu_indices(count, 1)
    parallel = np.abs(np.sum(edges.directions[first] * edges.directions[second], axis=1)) >= np.cos(np.radians(PARALLEL_DEG))
    normals = np.stack([-edges.directions[:, 1], edges.directions[:, 0]], axis=1)
    gap = np.abs(np.sum((edges.points[second] - edges.points[first]) * normals[first], axis=1))
    apart = gap >= LEAST_GAP * min(shape)
    return np.asarray(np.stack([first, second], axis=1)[parallel & apart])


def _square(edges: Edges, lying: NDArray[np.intp], standing: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which pairs of pairs cross about squarely, all edges being different ones."""
    most = np.sin(np.radians(SQUARE_DEG))
    crossing = np.ones(len(lying), dtype=bool)
    for one in range(2):
        for other in range(2):
            cosine = np.abs(np.sum(edges.directions[lying[:, one]] * edges.directions[standing[:, other]], axis=1))
            crossing &= cosine <= most
    return crossing


def _crossings(edges: Edges, one: NDArray[np.intp], other: NDArray[np.intp]) -> Real:
    """Where pairs of edges cross, N×2."""
    p, d, q, e = edges.points[one], edges.directions[one], edges.points[other], edges.directions[other]
    cross = d[:, 0] * e[:, 1] - d[:, 1] * e[:, 0]
    gap = q - p
    along = (gap[:, 0] * e[:, 1] - gap[:, 1] * e[:, 0]) / np.where(np.abs(cross) < TINY, TINY, cross)
    return np.asarray(p + d * along[:, None])


def _plausible(corners: Real, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Whether four corners (N×4×2) lie in the picture, go round, and enclose as much as a sheet does, in its shape."""
    height, width = shape
    slack = SLACK * max(shape)
    inside = ((corners >= -slack) & (corners <= np.array([width, height]) + slack)).all(axis=(1, 2))
    after = np.roll(corners, -1, axis=1)
    sides = after - corners
    turns = sides[..., 0] * np.roll(sides, -1, axis=1)[..., 1] - sides[..., 1] * np.roll(sides, -1, axis=1)[..., 0]
    round_ = (turns > 0).all(axis=1) | (turns < 0).all(axis=1)
    area = np.abs(np.sum(corners[..., 0] * after[..., 1] - corners[..., 1] * after[..., 0], axis=1)) / 2
    lengths = np.hypot(sides[..., 0], sides[..., 1])
    slender = np.maximum(lengths[:, 0], lengths[:, 2]) / np.maximum(np.minimum(lengths[:, 1], lengths[:, 3]), TINY)
    shaped = (slender < SLENDER) & (slender > 1 / SLENDER)
    return np.asarray(inside & round_ & shaped & (area >= LEAST_SHARE * width * height) & (area <= MOST_SHARE * width * height))


def _scores(edges: Edges, ring: NDArray[np.intp], corners: Real) -> Real:
    """How well each outline's sides are seen, less what goes on beyond its corners."""
    seen, beyond = [], []
    for side in range(4):
        edge = ring[:, side]
        start, end = (_along(edges, edge, corners[:, at % 4]) for at in (side, side + 1))
        inset = ROUND * (end - start)
        seen.append(edges.share(edge, start + inset, end - inset))
        past = BEYOND * (end - start)
        beyond.append(
            (edges.share(edge, start - 0.25 * past, start - past) + edges.share(edge, end + 0.25 * past, end + past)) / 2
        )
    sides = np.stack(seen, axis=1)
    score = sides.mean(axis=1) - BEYOND_WEIGHT * np.stack(beyond, axis=1).mean(axis=1)
    return np.asarray(np.where((sides.min(axis=1) >= LEAST_SEEN) & (sides.mean(axis=1) >= LEAST_SEEN_MEAN), score, 0.0))


def _along(edges: Edges, edge: NDArray[np.intp], points: Real) -> Real:
    return np.asarray(np.sum((points - edges.points[edge]) * edges.directions[edge], axis=1))
