"""The long straight edges of a picture, and how much of any stretch of them is really seen."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image

Real = NDArray[np.float64]

LEAST_LENGTH: Final = 0.045
"""Share of the longer side that a piece of an edge measures at least: glyphs on a small card are shorter."""
SAME_ANGLE_DEG: Final = 2.5
SAME_PLACE_PX: Final = 3.0
"""Pieces that differ by less than these, at the size they are looked for, are pieces of one edge."""
STEEP: Final = 14.0
"""Levels per pixel beyond which an edge counts no more than another of its length: the grain of wood measured 3..8."""
MOST_EDGES: Final = 44
"""Longest and steepest edges kept. A heap of papers has about 30, wood some dozens of grains beside the edges that count."""
SEEN_GRADIENT: Final = 4.0
"""Levels (0..255) per pixel from which an edge is seen."""
SMOOTHING_PX: Final = 1.0
SURROUNDINGS_PX: Final = 61
GAINS: Final = (4.0, 6.0, 6.0)
"""What lightness, green to red and blue to yellow are multiplied with: a card on white paper differs by 3 levels of colour."""
REACH_PX: Final = 2
"""How far beside an edge's line its steepest place may lie."""


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """N straight edges. ``points`` and ``directions`` (N×2, unit length) are lines in pixels.

    ``seen`` (N×S+1) counts along each line, pixel by pixel from ``-reach``, at how many an edge is seen.
    """

    points: Real
    directions: Real
    seen: Real
    reach: int

    def share(self, edge: NDArray[np.intp], start: Real, end: Real) -> Real:
        """The share (0..1) of stretches of edges, from and to pixels along their lines, at which an edge is seen."""
        last = self.seen.shape[1] - 1
        low, high = np.minimum(start, end), np.maximum(start, end)
        first = np.clip(np.round(low).astype(np.intp) + self.reach, 0, last)
        final = np.clip(np.round(high).astype(np.intp) + self.reach, 0, last)
        return np.asarray((self.seen[edge, final] - self.seen[edge, first]) / np.maximum(high - low, 1.0))


def plain_tones(picture: Image) -> list[Image]:
    """Lightness, green to red and blue to yellow of a picture (H×W×3 BGR), each H×W."""
    lab = cv2.cvtColor(cv2.GaussianBlur(picture, (0, 0), SMOOTHING_PX), cv2.COLOR_BGR2LAB)
    return [np.ascontiguousarray(lab[..., tone], dtype=np.uint8) for tone in range(3)]


def strong_tones(picture: Image) -> list[Image]:
    """The same beside their surroundings, made strong enough for a white card on a white table to stand out."""
    strong = []
    for tone, gain in zip(plain_tones(picture), GAINS, strict=True):
        around = cv2.blur(tone, (SURROUNDINGS_PX, SURROUNDINGS_PX)).astype(np.float32)
        strong.append(np.asarray(((tone - around) * gain + 128).clip(0, 255), dtype=np.uint8))
    return strong


def straight_edges(layers: list[Image]) -> Edges:
    """Find the longest straight edges in pictures of one size (each H×W, the same view in several tones)."""
    height, width = layers[0].shape[:2]
    slopes = _slopes(layers)
    pieces = np.concatenate([_pieces(layer) for layer in layers])
    points, directions = _joined(pieces, _steepness(pieces, slopes))
    reach = int(np.hypot(height, width))
    return Edges(points, directions, _seen(slopes, points, directions, reach), reach)


def _pieces(layer: Image) -> Real:
    """Straight pieces of edges, N×4."""
    found = cv2.createLineSegmentDetector(cv2.LSD_REFINE_STD).detect(layer)[0]
    if found is None:
        return np.zeros((0, 4))
    pieces = found.reshape(-1, 4).astype(np.float64)
    lengths = np.hypot(pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1])
    return np.asarray(pieces[lengths >= LEAST_LENGTH * max(layer.shape[:2])])


def _steepness(pieces: Real, slopes: NDArray[np.float32]) -> Real:
    """How steep each piece's edge is, in levels per pixel, up to ``STEEP``."""
    shares = np.linspace(0.1, 0.9, 9)[None, :, None]
    places = pieces[:, None, :2] + shares * (pieces[:, None, 2:] - pieces[:, None, :2])
    x, y = places.round().astype(np.intp).transpose(2, 0, 1)
    height, width = slopes.shape[1:3]
    at = slopes[:, y.clip(0, height - 1), x.clip(0, width - 1)]
    return np.asarray(np.hypot(at[..., 0], at[..., 1]).max(axis=0).mean(axis=1).clip(0.0, STEEP))


def _joined(pieces: Real, steepness: Real) -> tuple[Real, Real]:
    """Lines through the longest pieces, each with all that lie on it: a point and a direction. Steep ones come first."""
    vectors = pieces[:, 2:] - pieces[:, :2]
    lengths = np.hypot(vectors[:, 0], vectors[:, 1])
    units = vectors / np.maximum(lengths, 1e-9)[:, None]
    middles = (pieces[:, :2] + pieces[:, 2:]) / 2
    left = np.ones(len(pieces), dtype=bool)
    lines: list[tuple[float, Real, Real]] = []
    for index in np.argsort(-lengths):
        if not left[index]:
            continue
        along = np.abs(units @ units[index]) >= np.cos(np.radians(SAME_ANGLE_DEG))
        normal = np.array([-units[index, 1], units[index, 0]])
        near = np.abs((middles - middles[index]) @ normal) <= SAME_PLACE_PX
        mine = left & along & near
        left &= ~mine
        lines.append((float((lengths * steepness)[mine].sum()), *_fitted(pieces[mine], lengths[mine])))
    lines.sort(key=lambda line: -line[0])
    kept = lines[:MOST_EDGES]
    return np.array([line[1] for line in kept]).reshape(-1, 2), np.array([line[2] for line in kept]).reshape(-1, 2)


def _fitted(pieces: Real, lengths: Real) -> tuple[Real, Real]:
    """The line through the ends of some pieces, long ones counting more."""
    ends, weights = pieces.reshape(-1, 2), np.repeat(lengths, 2)
    middle = np.average(ends, axis=0, weights=weights)
    spread = (ends - middle) * weights[:, None]
    _, _, axes = np.linalg.svd(spread, full_matrices=False)
    return middle, axes[0]


def _slopes(layers: list[Image]) -> NDArray[np.float32]:
    """The steepest slope at every pixel in x and y, H×W×2, in levels per pixel."""
    pairs = [
        np.dstack([cv2.Sobel(layer, cv2.CV_32F, 1, 0, ksize=3), cv2.Sobel(layer, cv2.CV_32F, 0, 1, ksize=3)]) / 8
        for layer in layers
    ]
    return np.asarray(np.stack(pairs), dtype=np.float32)


def _seen(slopes: NDArray[np.float32], points: Real, directions: Real, reach: int) -> Real:
    """For each line, how many of its pixels from ``-reach`` on show an edge across it, summed up."""
    height, width = slopes.shape[1:3]
    steps = np.arange(-reach, reach + 1, dtype=np.float64)
    total = np.zeros((len(points), len(steps) + 1))
    for index, (point, direction) in enumerate(zip(points, directions, strict=True)):
        normal = np.array([-direction[1], direction[0]])
        steepest = np.zeros(len(steps))
        for offset in range(-REACH_PX, REACH_PX + 1):
            x, y = ((point + offset * normal)[:, None] + direction[:, None] * steps).round().astype(np.intp)
            inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
            across = np.abs(slopes[:, y[inside], x[inside]] @ normal.astype(np.float32)).max(axis=0)
            steepest[inside] = np.maximum(steepest[inside], across)
        total[index, 1:] = np.cumsum(steepest >= SEEN_GRADIENT)
    return total
