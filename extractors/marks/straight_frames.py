"""Rectangles whose four sides are straight edges of ink, whatever touches or crosses them elsewhere."""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.ink_strength import Strength
from extractors.marks.name_seal_frame import Rectangle

LEAST_EDGE: Final = 0.25
"""An edge seen without a break is at least this share of its side."""
SLACK: Final = 0.4
"""So far, in shares of the side, an edge may reach beyond the corners: ink that touches a frame, such as another seal's rim,
carries it on."""
LONGEST_EDGE: Final = 1.4
"""An edge that is longer than the largest frame's side by this much is ruled on the paper."""
TURNED: Final = 0.09
"""Radians (5 degrees) by which edges of one rectangle may differ in direction: perspective, and how short they are."""
MOST_EDGES: Final = 160
MOST_PAIRS: Final = 320
"""So many are looked at, the longest first: the lines of a table in one colour with the seal are without end."""
MOST_FRAMES: Final = 40
APART_PX: Final = 4.0
"""Rectangles nearer to one another than this, side by side, are one."""

_Vectors = NDArray[np.float64]


def straight_frames(strength: Strength, least: float, most: float, longest: float) -> Iterator[Rectangle]:
    """Yield rectangles with sides of ``least`` to ``most`` pixels, the longer at most ``longest`` times the shorter.

    Those whose edges are seen best come first. Edges are found by the line segment detector of Grompone von Gioi et al. (2010).
    """
    edges = _edges(strength, LEAST_EDGE * least, LONGEST_EDGE * most)
    if len(edges) < 4:  # noqa: PLR2004  the sides of a rectangle
        return
    across = _pairs(edges, least, most)
    found: list[Rectangle] = []
    for rectangle in _rectangles(edges, across, longest):
        if not any(_same(rectangle, other) for other in found):
            found.append(rectangle)
            yield rectangle
        if len(found) == MOST_FRAMES:
            return


def _edges(strength: Strength, least: float, most: float) -> NDArray[np.float64]:
    """The straight edges of ink of ``least`` to ``most`` pixels, longest first, N×5.

    Middle, unit vector towards the ink, half of the length.
    """
    detector = cv2.createLineSegmentDetector(cv2.LSD_REFINE_STD)
    lines = detector.detect((np.clip(strength, 0, 1) * 255).astype(np.uint8))[0]
    if lines is None:
        return np.zeros((0, 5))
    ends = lines[:, 0].astype(np.float64)
    run = ends[:, 2:] - ends[:, :2]
    length = np.hypot(run[:, 0], run[:, 1])
    kept = np.argsort(-length)
    kept = kept[(length[kept] >= least) & (length[kept] <= most)][:MOST_EDGES]
    run, ends, length = run[kept], ends[kept], length[kept]
    to_ink = np.column_stack([-run[:, 1], run[:, 0]]) / length[:, None]
    middle = (ends[:, :2] + ends[:, 2:]) / 2
    return np.column_stack([middle, _towards_ink(strength, middle, to_ink), length / 2])


def _towards_ink(strength: Strength, middle: _Vectors, normal: _Vectors) -> _Vectors:
    """Each normal, turned to the side on which there is more ink."""
    height, width = strength.shape

    def ink(points: _Vectors) -> NDArray[np.float32]:
        x = np.clip(np.round(points[:, 0]).astype(np.int64), 0, width - 1)
        y = np.clip(np.round(points[:, 1]).astype(np.int64), 0, height - 1)
        return np.asarray(strength[y, x], dtype=np.float32)

    ahead = ink(middle + 1.5 * normal) >= ink(middle - 1.5 * normal)
    return np.where(ahead[:, None], normal, -normal)


def _pairs(edges: NDArray[np.float64], least: float, most: float) -> NDArray[np.int64]:
    """Opposite sides, P×2: edges that face one another at a fitting distance, those seen longest first."""
    middle, normal, half = edges[:, :2], edges[:, 2:4], edges[:, 4]
    between = middle[None] - middle[:, None]
    apart = (between * normal[:, None]).sum(axis=2)
    facing = normal @ normal.T < -np.cos(TURNED)
    along = np.abs(between[..., 0] * -normal[:, None, 1] + between[..., 1] * normal[:, None, 0])
    beside = along < np.maximum(half[:, None], half[None]) + apart
    first, second = np.nonzero(facing & (apart >= least) & (apart <= most) & beside)
    once = first < second
    pairs = np.column_stack([first[once], second[once]])
    return np.asarray(pairs[np.argsort(-(half[pairs[:, 0]] + half[pairs[:, 1]]))[:MOST_PAIRS]], dtype=np.int64)


def _rectangles(edges: NDArray[np.float64], pairs: NDArray[np.int64], longest: float) -> Iterator[Rectangle]:
    """Two pairs at right angles whose edges lie along each other's sides, those seen longest first."""
    if not len(pairs):
        return
    middle, normal, half = edges[:, :2], edges[:, 2:4], edges[:, 4]
    axis = normal[pairs[:, 0]] - normal[pairs[:, 1]]
    axis /= np.linalg.norm(axis, axis=1, keepdims=True)
    low, high = ((middle[pairs[:, side]] * axis).sum(axis=1) for side in (0, 1))
    size = high - low
    one, other = np.nonzero(np.triu(np.abs(axis @ axis.T) < np.sin(TURNED), 1))
    ratio = np.maximum(size[one], size[other]) / np.maximum(np.minimum(size[one], size[other]), 1)
    fits = ratio <= longest
    for sides, ends in ((one, other), (other, one)):
        for column in (0, 1):
            edge = pairs[sides, column]
            at = (middle[edge] * axis[ends]).sum(axis=1)
            slack, begins, stops = SLACK * size[ends], at - half[edge], at + half[edge]
            fits &= (begins > low[ends] - slack) & (stops < high[ends] + slack)
            fits &= np.minimum(stops, high[ends]) - np.maximum(begins, low[ends]) >= LEAST_EDGE * size[ends]
    one, other = one[fits], other[fits]
    seen = half[pairs[one]].sum(axis=1) / size[other] + half[pairs[other]].sum(axis=1) / size[one]
    for index in np.argsort(-seen):
        a, b = one[index], other[index]
        axes = np.stack([axis[a], axis[b]])
        x, y = np.linalg.solve(axes, [(low[a] + high[a]) / 2, (low[b] + high[b]) / 2])
        long, short = (a, b) if size[a] >= size[b] else (b, a)
        angle = float(np.degrees(np.arctan2(axis[long, 1], axis[long, 0]))) % 180
        yield Rectangle(float(x), float(y), float(size[long]), float(size[short]), angle)


def _same(a: Rectangle, b: Rectangle) -> bool:
    return max(abs(a.x - b.x), abs(a.y - b.y), abs(a.long - b.long), abs(a.short - b.short)) < APART_PX
