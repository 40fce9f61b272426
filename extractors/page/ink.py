"""Red ink on a page: where it is, and the page with it taken away.

A company's seal is stamped over its name and the date. Red ink reflects red light almost as paper does, so in the red channel,
measured against the paper's own red, the stamp fades while dark text below it stays.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image
from extractors.page.paper import sheet_mask

Mask = NDArray[np.bool_]
"""Height × width."""

WORK_SIDE_PX: Final = 1600
"""Ink is looked for at this size at most: strokes of a 2 mm ring stay several pixels wide on a whole A4 page."""
PAPER_CELL: Final = 24
"""The paper's colour is taken from the brightest pixels in cells of 1/24 of the page's longer side: wider than any stroke."""
MIN_RED_LEAD: Final = 38
"""By how many levels (0..255) red must lead green and blue, on paper levelled to white, to be red ink: stamps measured 45..170,
JPEG colour noise around black text below 30."""
_SAMPLE_STEP: Final = 6
"""Pixels between those at which the ink is measured: a seal leaves thousands of them all the same."""
_LEAST_TRANSMITTANCE: Final = 0.5
"""Floor for what the ink lets through: below it, dark brown or black things were taken for red ink."""
SPREAD_PX: Final = 3
"""Ink bleeds and chroma is stored at half size: the mask is widened by this much at working size."""

DESK_SHARE: Final = 0.03
"""Share of the picture that is red beside the sheet from which that is a desk: the largest seal inks 0.012 of A4."""

MIN_BLUE_LEAD: Final = 30
"""By how many levels blue must lead red, on levelled paper, to be blue ink: ballpoint measured 35..120."""
MAX_DARK_LEVEL: Final = 150
"""Levels (0..255 of the paper) below which ink is dark: print measured 0..110, pencil up to 150."""


@dataclass(frozen=True, slots=True, eq=False)
class InkLayers:
    """A page's pixels by the colour of their ink.

    ``image`` is the upright page, H×W×3 BGR. Everything else lies at working size h×w, ``scale`` (at most 1) working pixels to
    one of the page: ``level`` is the page with its paper set to white, the masks say where ink of a colour lies, not widened.
    Where a seal crosses print a pixel may be in two masks.
    """

    image: Image
    scale: float
    level: Image
    red: Mask
    blue: Mask
    dark: Mask


def split_inks(image: Image) -> InkLayers:
    """Split a page (H×W×3 BGR) into red, blue and dark ink against its own paper."""
    scale = min(1.0, WORK_SIDE_PX / max(image.shape[:2]))
    small = np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    level = levelled(small)
    blue, green, red = (level[:, :, channel].astype(np.int16) for channel in range(3))
    is_red = red - np.maximum(blue, green) >= MIN_RED_LEAD
    is_blue = (blue - red >= MIN_BLUE_LEAD) & (blue >= green - MIN_BLUE_LEAD // 3)
    is_dark = (red <= MAX_DARK_LEVEL) & ~is_blue
    return InkLayers(image, scale, level, is_red, is_blue, is_dark)


def red_ink(image: Image) -> Mask:
    """Return where red ink lies, at the image's own size, as far as it bleeds. ``image`` is H×W×3 BGR."""
    return spread_red(split_inks(image))


def spread_red(ink: InkLayers) -> Mask:
    """Return where red ink lies, at the page's own size, as far as it bleeds; a red desk beside the sheet is no ink."""
    red, sheet = ink.red, sheet_mask(ink.image, ink.red.shape)
    if sheet is not None and float((red & ~sheet).mean()) >= DESK_SHARE:
        red = red & sheet
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * SPREAD_PX + 1, 2 * SPREAD_PX + 1))
    spread = cv2.dilate(red.astype(np.uint8), kernel)
    if ink.scale < 1:
        spread = cv2.resize(spread, (ink.image.shape[1], ink.image.shape[0]), interpolation=cv2.INTER_NEAREST)
    return spread.astype(bool)


def without_red(image: Image, red: Mask) -> Image:
    """Return the image with red ink taken away: inside the mask, grey as dark as the red channel is without the ink.

    Ink on paper is a filter. What it lets through of the red channel is measured on the page itself (the median over bare red
    ink, ``_SAMPLE_STEP`` apart), and divided out: paper under the ink becomes paper again, and text under it stays as dark.
    """
    paper = _quartered_paper(image)
    inked = np.nonzero(red)
    under = np.maximum(_shades(paper, *inked).astype(np.float32), 1.0)
    level, inked_here = _sampled_level(image, paper), _sampled(red)
    cleared = np.clip(image[inked][:, 2] / under[:, 2], 0.0, 1.0) / _transmittance(level[inked_here])
    result = image.copy()
    result[inked] = (np.minimum(cleared, _bare_level(level[~inked_here]))[:, None] * under).astype(np.uint8)
    return result


def _bare_level(beside: NDArray[np.float32]) -> float:
    """How bright (0..1) the page is beside its ink: brighter than that, the place of a stamp would show as white letters."""
    return float(np.median(np.minimum(beside[:, 2], 1.0))) if len(beside) else 1.0


def _transmittance(under: NDArray[np.float32]) -> float:
    """Share (0..1) of the paper's red light that comes back through the page's red ink; 1 where there is none."""
    inked = under[under[:, 2] - np.maximum(under[:, 0], under[:, 1]) >= MIN_RED_LEAD / 255]
    return max(_LEAST_TRANSMITTANCE, float(np.median(inked[:, 2]))) if len(inked) else 1.0


def _shades(paper: Image, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Image:
    """The colour of the paper, given at a quarter of the size, at some pixels: it is smooth, so the nearest will do."""
    return np.asarray(
        paper[np.minimum(rows // 4, paper.shape[0] - 1), np.minimum(columns // 4, paper.shape[1] - 1)], dtype=np.uint8
    )


def _sampled_level(image: Image, paper: Image) -> NDArray[np.float32]:
    """The image over its paper (at a quarter of its size), at every ``_SAMPLE_STEP``-th pixel."""
    rows, columns = np.ogrid[0 : image.shape[0] : _SAMPLE_STEP, 0 : image.shape[1] : _SAMPLE_STEP]
    shades = np.maximum(_shades(paper, rows, columns).astype(np.float32), 1.0)
    return np.asarray(_sampled(image) / shades, dtype=np.float32)


def _sampled(pixels: Image | Mask) -> Image | Mask:
    return pixels[::_SAMPLE_STEP, ::_SAMPLE_STEP]


def paper_colour(image: Image) -> Image:
    """Return the colour of the bare paper around every pixel, H×W×3: bright cells, smoothed over uneven light."""
    smooth = _quartered_paper(image)
    return np.asarray(cv2.resize(smooth, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def _quartered_paper(image: Image) -> Image:
    """The colour of the bare paper at a quarter of the image's size."""
    cell = max(1, max(image.shape[:2]) // PAPER_CELL)
    size = (max(1, image.shape[1] // 4), max(1, image.shape[0] // 4))
    quarter = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    kernel = max(3, cell // 4) | 1
    bright = cv2.dilate(quarter, np.ones((kernel, kernel), np.uint8))
    return np.asarray(cv2.blur(bright, (kernel, kernel)), dtype=np.uint8)


def paper_at(image: Image, mask: Mask) -> NDArray[np.float32]:
    """The colour of the bare paper at the pixels of a mask, N×3, at least 1: without a whole page of it."""
    return np.maximum(_shades(_quartered_paper(image), *np.nonzero(mask)).astype(np.float32), 1.0)


def levelled(image: Image) -> Image:
    """Return the image with its paper set to white, whatever the light: each channel over the paper's."""
    paper = np.maximum(paper_colour(image).astype(np.float32), 1.0)
    return np.clip(image.astype(np.float32) * (255.0 / paper), 0, 255).astype(np.uint8)
