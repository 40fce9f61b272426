"""How plain the strokes of a line are: measured across their edges, in windows as wide as a character.

A whole picture's variance says how busy it is, not how sharp: a soft background makes it low and a wood grain high. Here the
edges of the strokes themselves are measured: an edge that a lens has blurred with deviation s, between ink and paper that
differ by c, is steepest by c / (s √2π).
"""

import math
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import Legibility
from extractors.page.blocks import BLOCK_PX
from extractors.page.strips import STRIP_PX, Strip

Levels = NDArray[np.float32]

_PAPER_RANK, _INK_RANK = 0.90, 0.04
"""Which of a window's pixels, by brightness, stand for paper and ink: a single stroke covers 4 % of a character's square."""
_STEEPEST_RANK: Final = 0.97
"""Which of a window's slopes, by size, is taken for the steepest: the very steepest are noise."""
_NO_TEXT: Final = 0.35
"""A window with less than this share of the strip's contrast holds no character, only the space between two."""
_WORST_RANK: Final = 0.8
"""Of a value's characters, the one that only a fifth of them are worse than stands for it: one lost character loses it."""
_BLOWN_FROM: Final = 250
_PAPER_BELOW: Final = 242.0
"""Levels (0..255): blown highlights measured 250 and more, paper in photos up to 240. On scans paper is white itself."""
_SOFTENED: Final = 0.6
"""Deviation (pixels of a strip) of the blur that takes the noise out before slopes are measured; taken off the result."""
_FLAT: Final = 0.05
"""Slopes (levels a pixel) below this are no edge."""
_ROOT_TWO_PI: Final = 2.5066
_QUIET_SHARE, _NOISE_FACTOR = 0.5, 3.08
"""The share of a line's pixels, those nearest to their local median, whose mean distance from it stands for the noise, and what
that is multiplied by for the deviation of normal noise: a line has more paper than edges, so these lie on paper."""
_LOCAL_PX: Final = 5


def legibility_of(strip: Strip, height_px: float, squares: float = 0.0) -> Legibility:
    """Measure a line; ``height_px`` is its height on the page, ``squares`` the page's blockiness."""
    levels = _ranks(_windows(strip), (_INK_RANK, 0.5, _PAPER_RANK))
    ink, middle, paper = levels[:, 0], levels[:, 1], levels[:, 2]
    contrast = paper - ink
    text = contrast >= _NO_TEXT * contrast.max()
    usual = float(np.median(paper))
    blown = (middle >= _BLOWN_FROM) & ~text & (usual < _PAPER_BELOW)
    return Legibility(
        height_px=round(height_px, 1),
        edge=round(_edge(strip, contrast, text) / STRIP_PX, 4),
        contrast=round(float(np.quantile(contrast[text], 1 - _WORST_RANK)) / 255, 3),
        paper=round(usual / 255, 3),
        noise=round(_noise(strip) / 255, 4),
        blown=round(float(blown.mean()), 3),
        blocks=round(max(0.0, squares) * BLOCK_PX / height_px, 3),
    )


def _edge(strip: Strip, contrast: Levels, text: NDArray[np.bool_]) -> float:
    """How wide edges are (pixels), in the direction in which they are widest: a hand's movement blurs only across its own."""
    soft = cv2.GaussianBlur(strip, (0, 0), _SOFTENED)
    across, down = cv2.Sobel(soft, cv2.CV_16S, 1, 0), cv2.Sobel(soft, cv2.CV_16S, 0, 1)
    slopes = (across, down, (across + down) * _DIAGONAL, (across - down) * _DIAGONAL)
    steepest = np.stack([_ranks(_windows(np.abs(slope)), (_STEEPEST_RANK,))[text, 0] for slope in slopes]) / _SOBEL
    widths = contrast[text] / (_ROOT_TWO_PI * np.maximum(steepest, _FLAT))
    typical = widths[np.median(widths, axis=1).argmax()]
    return math.sqrt(max(float(np.quantile(typical, _WORST_RANK)) ** 2 - _SOFTENED**2, 0.01))


_DIAGONAL: Final = np.float32(0.7071)
_SOBEL: Final = 8.0
"""What the kernel's answer is divided by for levels a pixel."""


def _noise(strip: Strip) -> float:
    """Deviation of the paper's levels from those around them."""
    rest = cv2.absdiff(strip, cv2.medianBlur(strip, _LOCAL_PX)).ravel()
    kept = max(1, round(_QUIET_SHARE * rest.size))
    return _NOISE_FACTOR * float(np.partition(rest, kept - 1)[:kept].mean())


def _ranks(windows: NDArray[np.generic], shares: tuple[float, ...]) -> Levels:
    """Of each window the pixels of some ranks: windows × shares."""
    at = [round(share * (windows.shape[1] - 1)) for share in shares]
    return np.asarray(np.partition(windows, at, axis=1)[:, at], dtype=np.float32)


def _windows(pixels: NDArray[np.generic]) -> NDArray[np.generic]:
    """A strip in squares, the last of them up to the strip's end; a short strip is one. Windows × pixels."""
    width = pixels.shape[1]
    starts = [*range(0, max(1, width - STRIP_PX), STRIP_PX), max(0, width - STRIP_PX)]
    return np.stack([pixels[:, start : start + STRIP_PX].ravel() for start in dict.fromkeys(starts)])
