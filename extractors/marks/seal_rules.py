"""Ruled lines across a seal in its own colour: red stationery, red tables. Colour cannot tell them from its strokes."""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

LEAST_EDGE: Final = 0.12
"""Edges shorter than this share of the radius are strokes of glyphs, and part of no rule for certain."""
LEAST_SEEN: Final = 0.45
"""Share of the radius along which a rule's edge is seen at least, all in all: a star's edges in one line make 0.4."""
BEYOND: Final = 1.03
"""A rule reaches beyond the rim, so many radii from the middle: nothing of the seal's own does."""
SAME_LINE_PX: Final = 3.0
SAME_WAY_DEG: Final = 2.0
"""Edges this near to one another, side by side and in direction, lie on one line."""
THICKNESS_PX: Final = 7
"""What is taken for a rule around its edge: rules of 0.5 mm are 6 pixels thick where the radius is 220."""
MOST_EDGES: Final = 200

Ink = NDArray[np.float32]
Points = NDArray[np.float64]
_Edges = NDArray[np.float64]


def rules_across(ink: Ink, radius: float) -> NDArray[np.uint8]:
    """Where ruled lines cross a seal, 1 there: as large as ``ink`` (0..1), a square with the seal in its middle."""
    mask = np.zeros(ink.shape, dtype=np.uint8)
    middle = (ink.shape[0] - 1) / 2
    for ends in straight_lines(ink, LEAST_EDGE * radius, LEAST_SEEN * radius):
        if np.hypot(*(ends - middle).T).max() >= BEYOND * radius:
            draw(mask, ends, THICKNESS_PX)
    return mask


def straight_lines(ink: Ink, least_edge: float, least_seen: float) -> Iterator[Points]:
    """Yield the straight lines of a map of ink (0..1), each as the ends (N×2) of the edges that were seen of it.

    Edges of ``least_edge`` pixels and more, found by the line segment detector of Grompone von Gioi et al. (2010), are put
    together where they lie on one line; of a line they must cover ``least_seen`` pixels.
    """
    edges = _edges(ink, least_edge)
    left = np.ones(len(edges), dtype=np.bool_)
    for index in range(len(edges)):
        if not left[index]:
            continue
        along = left & _on_line(edges, edges[index])
        left &= ~along
        if _length(edges[along]) >= least_seen:
            yield np.asarray(edges[along][:, :4].reshape(-1, 2), dtype=np.float64)


def _edges(ink: Ink, least: float) -> _Edges:
    """Straight edges, longest first, N×6: two ends (x, y, x, y), then the unit normal."""
    found = cv2.createLineSegmentDetector(cv2.LSD_REFINE_STD).detect((np.clip(ink, 0, 1) * 255).astype(np.uint8))[0]
    if found is None:
        return np.zeros((0, 6))
    ends = found[:, 0].astype(np.float64)
    run = ends[:, 2:] - ends[:, :2]
    length = np.hypot(run[:, 0], run[:, 1])
    longest = np.argsort(-length)[:MOST_EDGES]
    longest = longest[length[longest] >= least]
    normal = np.column_stack([-run[:, 1], run[:, 0]])[longest] / length[longest, None]
    return np.column_stack([ends[longest], normal])


def _on_line(edges: _Edges, first: _Edges) -> NDArray[np.bool_]:
    """Which edges lie on the line of the first."""
    normal = first[4:]
    same_way = np.abs(edges[:, 4:] @ normal) >= np.cos(np.radians(SAME_WAY_DEG))
    away = np.abs(np.stack([(edges[:, at : at + 2] - first[:2]) @ normal for at in (0, 2)])).max(axis=0)
    return np.asarray(same_way & (away <= SAME_LINE_PX), dtype=np.bool_)


def _length(edges: _Edges) -> float:
    """How much of one line edges cover, in pixels."""
    way = np.array([-edges[0, 5], edges[0, 4]])
    spans = np.sort(np.stack([edges[:, :2] @ way, edges[:, 2:4] @ way], axis=1), axis=1)
    covered, end = 0.0, -np.inf
    for low, high in spans[np.argsort(spans[:, 0])]:
        covered += max(0.0, high - max(low, end))
        end = max(end, high)
    return covered


def draw(mask: NDArray[np.uint8], ends: Points, thickness: int) -> None:
    """Mark the line through some points, from the first to the last of them."""
    run = ends - ends.mean(axis=0)
    way = np.linalg.svd(run, full_matrices=False)[2][0]
    at = run @ way
    first, last = (ends.mean(axis=0) + way * place for place in (at.min(), at.max()))
    points = [(round(float(point[0])), round(float(point[1]))) for point in (first, last)]
    cv2.line(mask, points[0], points[1], (1.0,), thickness)
