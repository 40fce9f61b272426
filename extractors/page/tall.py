"""Tall pages: where they are looked at in tiles, and where one picture on them may end and the next begin.

Long screenshots, chats and stitched scans are as wide as a sheet and several sheets high. Made small as a whole, their print is
lost; so they are looked at in tiles of a sheet's shape. What was put together leaves marks that run from edge to edge: a bare
band, or a row at which the ground changes for good.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image, OcrEngine, PixelQuad

TALL: Final = 2.0
"""Height over width from which a page is tall: at 2, small print on it is detected at 13 px where a sheet's is at 18."""
_SHEET: Final = 1.414
"""Height over width of a tile: that of a sheet of the A series (ISO 216)."""
_LAP: Final = 0.14
"""Share of the width by which tiles overlap: three times a line of large print."""
_WORK_PX: Final = 240
"""Width at which bands and seams are looked for: grain is gone, strokes are not."""
_LEVEL: Final = 7
"""Levels (0..255) between which all of a bare row lies: JPEG leaves 4 on plain paper, a pale rule more."""
_BAND: Final = 0.08
"""Share of the width from which a bare band may part two sheets: lines of a paper stand closer, margins are twice that."""
_STEP: Final = 2.5
_EVERYWHERE: Final = 0.95
"""Levels by which the ground changes at a seam, and the share of a row's pixels that do so, all the same way: a table's head is
nine tenths as wide as its page."""
_SOLID: Final = 4
_SOLID_ROWS: Final = 36
_SOLID_SHARE: Final = 0.4
"""Levels by which a picture differs from the bare band beside it, over so many rows (3 cm of A4) and this share of the width:
between lines of print the paper is as bare as the band, and the grey head of a table is lower."""
_BESIDE_PX: Final = (2, 6)
"""Rows, at that size, on either side of a seam that are compared: a rule of a table is thinner, and the same on both."""
_LEAST: Final = 0.28
"""Share of the width below which nothing between two cuts is a paper: a card that fills it is 0.63 high."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a tall page may be cut. ``at``: share of its height; ``firm``: the ground changes there, nothing runs over it."""

    at: float
    firm: bool


def is_tall(shape: tuple[int, ...]) -> bool:
    """Whether a picture (height, width, …) is several sheets high."""
    return shape[0] >= TALL * shape[1]


def detect(engine: OcrEngine, image: Image) -> tuple[PixelQuad, ...]:
    """The lines' quads on a page (H×W×3 BGR), in pixels of it: a tall one is looked at in tiles."""
    if not is_tall(image.shape):
        return engine.detect(image)
    found: list[PixelQuad] = []
    for top, bottom, first, last in _tiles(image.shape[0], image.shape[1]):
        quads = engine.detect(np.ascontiguousarray(image[top:bottom]))
        found += [down for quad in quads if first <= _middle(down := _moved(quad, top)) < last]
    return tuple(found)


def _tiles(height: int, width: int) -> Iterator[tuple[int, int, float, float]]:
    """Top and bottom of each tile, and between which heights lies what it sees best."""
    lap, tall = _LAP * width, _SHEET * width
    count = max(1, math.ceil((height - lap) / (tall - lap)))
    step = (height - lap) / count
    for number in range(count):
        top, bottom = number * step, (number + 1) * step + lap
        first = top + lap / 2 if number else -math.inf
        last = bottom - lap / 2 if number < count - 1 else math.inf
        yield round(top), min(height, round(bottom)), first, last


def _middle(quad: PixelQuad) -> float:
    return sum(y for _, y in quad) / len(quad)


def _moved(quad: PixelQuad, down: int) -> PixelQuad:
    points = [(x, y + down) for x, y in quad]
    return (points[0], points[1], points[2], points[3])


def cuts(image: Image) -> tuple[Cut, ...]:
    """Where a tall page (H×W×3 BGR) may be cut, from the top: in bare bands and at seams, with room for a paper between two."""
    scale = min(1.0, _WORK_PX / image.shape[1])
    small = np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    height, width = small.shape[:2]
    seams = _seams(small)
    found = [*_bands(small, seams), *(Cut(at / height, firm=True) for at in seams)]
    kept: list[Cut] = []
    for cut in sorted(found, key=lambda one: (not one.firm, one.at)):
        if all(abs(cut.at - other) * height >= _LEAST * width for other in (0.0, 1.0, *(one.at for one in kept))):
            kept.append(cut)
    return tuple(sorted(kept, key=lambda one: one.at))


def _bands(small: Image, seams: Sequence[int]) -> Iterator[Cut]:
    """Runs of rows with nothing on them, those between different grounds in their middle."""
    height, width = small.shape[:2]
    low, high = np.quantile(small, (0.01, 0.99), axis=1)
    bare = (high - low).max(axis=1) <= _LEVEL
    edges = np.flatnonzero(np.diff(np.concatenate(([0], bare.astype(np.int8), [0]))))
    for top, bottom in zip(edges[::2], edges[1::2], strict=True):
        firm = any(top - _BESIDE_PX[1] <= seam <= bottom + _BESIDE_PX[1] for seam in seams) or _is_beside_a_picture(
            small, top, bottom
        )
        if bottom - top >= (_BESIDE_PX[1] if firm else _BAND * width):
            yield Cut(float(top + bottom) / 2 / height, firm)


def _is_beside_a_picture(small: Image, top: int, bottom: int) -> bool:
    """Whether a picture or a sheet of another tone ends or begins at a bare band."""
    tone = np.median(small[top:bottom], axis=(0, 1))
    beside = (small[max(0, top - 1 - _SOLID_ROWS) : max(0, top - 1)], small[bottom + 1 : bottom + 1 + _SOLID_ROWS])
    solid = ((np.abs(rows - tone).max(axis=2) >= _SOLID).all(axis=0) for rows in beside if len(rows) == _SOLID_ROWS)
    return any(float(columns.mean()) >= _SOLID_SHARE for columns in solid)


def _seams(small: Image) -> list[int]:
    """The rows at which the ground changes from edge to edge: where most of a row gets lighter, or most of it darker."""
    near, far = _BESIDE_PX
    rows = small.astype(np.float32)
    sums = np.concatenate([np.zeros((1, *rows.shape[1:]), np.float32), rows.cumsum(axis=0)])
    means = (sums[far - near :] - sums[: near - far]) / (far - near)
    span = far + near
    change = means[span:] - means[:-span]
    share = _shares(change)
    strong = np.flatnonzero(share >= _EVERYWHERE)
    groups = np.split(strong, np.flatnonzero(np.diff(strong) > far) + 1) if len(strong) else []
    return [int(group[share[group].argmax()]) + far for group in groups]


def _shares(change: NDArray[np.float32]) -> NDArray[np.float64]:
    """Of each row the share of its pixels that change the same way in some channel."""
    lighter, darker = (change >= _STEP).mean(axis=1), (change <= -_STEP).mean(axis=1)
    return np.asarray(np.maximum(lighter, darker).max(axis=1), dtype=np.float64)
