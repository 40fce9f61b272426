"""How plain a page is as a whole, at its plainest places: also where no line of text was found, because none can be seen."""

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import Legibility, TextLine
from extractors.page.flaws import BLOWN_FROM
from extractors.page.ink import InkLayers
from extractors.page.look import Look

_TILE_PX: Final = 32
"""At working size: about a line of print on A4."""
_SOFTENED: Final = 0.7
"""Deviation (pixels) of the blur that takes the noise out before slopes are measured; taken off the result."""
_LEAST_CONTRAST: Final = 40.0
"""Levels (of levelled paper) between the darkest and the brightest pixel of a tile that may hold print."""
_FEWEST_TILES: Final = 6
_PLAINEST: Final = 0.1
"""Which of the tiles, by the width of their edges, speaks for the page: what lies out of focus besides says nothing."""
_ROOT_TWO_PI: Final = 2.5066


def legibility_of_page(ink: InkLayers, look: Look, lines: Sequence[TextLine]) -> Legibility:
    """Measure a page; its noise is that of its lines. Without any edges ``edge`` is 1: as wide as the page."""
    noises = [line.legibility.noise for line in lines if line.legibility is not None]
    long_px = max(ink.image.shape[:2])
    contrast, edges = _tiles(ink.level[:, :, 1])
    printed = contrast >= _LEAST_CONTRAST
    enough = int(printed.sum()) >= _FEWEST_TILES
    edge = float(np.quantile(edges[printed], _PLAINEST)) / max(ink.level.shape[:2]) if enough else 1.0
    return Legibility(
        height_px=long_px,
        edge=round(edge, 5),
        contrast=round(float(np.quantile(contrast, 1 - _PLAINEST)) / 255, 3),
        paper=round(look.paper / 255, 3),
        noise=float(np.median(noises)) if noises else 0.0,
        blown=round(float((look.small.min(axis=2) >= BLOWN_FROM).mean()), 3),
    )


def _tiles(level: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Contrast (levels) and edge width (pixels) of each tile."""
    soft = cv2.GaussianBlur(level, (0, 0), _SOFTENED)
    across, down = cv2.Sobel(soft, cv2.CV_16S, 1, 0), cv2.Sobel(soft, cv2.CV_16S, 0, 1)
    slope = np.maximum(np.abs(across), np.abs(down))
    contrast = (_blocks(soft).max(axis=(1, 3)).astype(np.float32)) - _blocks(soft).min(axis=(1, 3))
    steepest = np.maximum(_blocks(slope).max(axis=(1, 3)).astype(np.float32) / 8, 0.1)
    edges = np.sqrt(np.maximum((contrast / (_ROOT_TWO_PI * steepest)) ** 2 - _SOFTENED**2, 0.01))
    return contrast, np.asarray(edges, dtype=np.float32)


def _blocks(pixels: NDArray[np.generic]) -> NDArray[np.generic]:
    """Pixels as tiles: rows × tile × columns × tile; what is left over at the edges is not looked at."""
    rows, columns = (max(1, side // _TILE_PX) for side in pixels.shape)
    size = (min(_TILE_PX, pixels.shape[0]), min(_TILE_PX, pixels.shape[1]))
    return pixels[: rows * size[0], : columns * size[1]].reshape(rows, size[0], columns, size[1])
