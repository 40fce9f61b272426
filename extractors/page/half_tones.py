"""Half-tones on a grey page: a copier turns coloured ink into grey, and a stamp over print hides it as it does in colour."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image
from extractors.page.ink import InkLayers, Mask, paper_at

GREY_SPREAD: Final = 10
"""By how many levels (0..255) the channels of a grey page differ at most, at all but one in 200 of its pixels."""
_BETWEEN: Final = (75, 200)
_MOST_BETWEEN: Final = 0.2
"""Levels between ink and paper, and the share of all inked pixels that has them on a page of two levels at most: JPEG leaves
some; the edges of print that was scanned with tones are half of it."""
_MOST_COLOURED: Final = 99.5
_STEP: Final = 3
"""Pixels between those that are looked at for colour."""
_PRINT: Final = 78
"""Print on a copy is darker than this level (0..255 of the paper)."""
_LIGHTEST: Final = 225
"""Half-tones are darker than this: paper under a copier's light measured 235 and more."""
_PRINT_EDGE_PX: Final = 5
_STROKE_PX: Final = 3
"""At working size the edges of print are as grey as a stamp so far around it, and a stamp's strokes are as wide as this."""
_AROUND_PX: Final = 13
"""So far around a stamp's tone its ink may lie below print."""
_LEAST_SIDE: Final = 0.022
"""Share of the page's longer side that a stamp takes both ways at least: a name seal of 8 mm on A4 takes 0.027. What is smaller
is thin print, and what is more slender is a rule.
"""
_MOST_SIDE: Final = 0.8
"""Share of the page's shorter side from which a tone is the desk around a sheet, or its shade."""
_CORE_PX: Final = 5
_LEAST_CORE: Final = 1 / 3
"""Share of a stamp's tone that is as wide as this at working size: of stamps on 17 copies measured 0.36 and more, of pale
print, rules and frames 0.15 and less, of one word 0.32.
"""
_TONE_PERCENTILE: Final = 25.0
"""The tone that is taken for no ink: of an uneven stamp most must vanish, and print is darker than all of it."""


def is_grey(image: Image) -> bool:
    """Whether nothing on a page (H×W×3 BGR) has a colour."""
    blue, green, red = (image[::_STEP, ::_STEP, channel] for channel in range(3))
    spread = np.maximum(np.maximum(blue, green), red) - np.minimum(np.minimum(blue, green), red)
    return bool(np.percentile(spread, _MOST_COLOURED) <= GREY_SPREAD)


def is_two_level(image: Image) -> bool:
    """Whether a page knows ink and paper alone: hardly any of its inked pixels has a tone between them."""
    grey = image[::, ::, 1]
    dark = float((grey < _BETWEEN[1]).sum())
    between = float(((grey >= _BETWEEN[0]) & (grey < _BETWEEN[1])).sum())
    return dark > 0 and between < _MOST_BETWEEN * dark


def half_tones(ink: InkLayers) -> Mask:
    """Where a grey page's strokes are neither paper nor print, and the print among them; at the page's own size."""
    level = ink.level[:, :, 1]
    ground = np.ones((_PRINT_EDGE_PX, _PRINT_EDGE_PX), np.uint8)
    print_ = cv2.dilate((level < _PRINT).astype(np.uint8), ground)
    tones = ((level >= _PRINT) & (level < _LIGHTEST) & (print_ == 0)).astype(np.uint8)
    strokes = cv2.morphologyEx(tones, cv2.MORPH_OPEN, np.ones((_STROKE_PX, _STROKE_PX), np.uint8))
    spread = cv2.dilate(strokes, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_AROUND_PX, _AROUND_PX)))
    around = _stamps(np.asarray(spread, dtype=np.uint8), tones)
    if ink.scale < 1:
        size = (ink.image.shape[1], ink.image.shape[0])
        around = np.asarray(cv2.resize(around, size, interpolation=cv2.INTER_NEAREST), dtype=np.uint8)
    return around.astype(bool)


def _stamps(spots: NDArray[np.uint8], tones: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The spots that are a stamp's: large enough, no desk around the sheet, and no thin print that is pale all over."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(spots)
    wide, high, size = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT], max(spots.shape)
    shorter = np.minimum(wide, high)
    cores = cv2.morphologyEx(tones, cv2.MORPH_OPEN, np.ones((_CORE_PX, _CORE_PX), np.uint8))
    inked = np.bincount(labels[tones > 0], minlength=len(stats))
    solid = np.bincount(labels[cores > 0], minlength=len(stats)) >= _LEAST_CORE * inked
    kept = solid & (shorter >= _LEAST_SIDE * size) & (shorter <= _MOST_SIDE * min(spots.shape))
    kept[0] = False
    return np.asarray(kept[labels], dtype=np.uint8)


def without_half_tones(image: Image, tones: Mask) -> Image:
    """Return the image with half-tones taken away inside the mask: what is as light as they are becomes paper.

    A stamp's tone is what its ink let through; dividing by it sets the paper under the stamp to white again.
    """
    paper = paper_at(image, tones)
    level = np.minimum(image[tones] / paper, 1.0) * 255.0
    grey = level[:, 1]
    strokes = grey[(grey >= _PRINT) & (grey < _LIGHTEST)]
    if not strokes.size:
        return image
    tone = float(np.percentile(strokes, _TONE_PERCENTILE))
    result = image.copy()
    result[tones] = np.minimum(np.minimum(level / tone, 1.0) * paper, 255).astype(np.uint8)
    return result
