"""Drawing one PDF page, and how large."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
import pypdfium2
from cv2.typing import MatLike
from pypdfium2 import raw

from extractors.files.limits import FileLimits
from extractors.files.opened import PageImage

POINTS_PER_INCH = 72.0
_TALL = 2.0
"""Length over width from which a page holds more than one sheet."""
_NARROWEST = 72.0
"""Points of width from which a page can be paper: an inch. What is narrower is a line."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """One page as it is shown, and the same page with none of its text."""

    image: PageImage
    without_text: PageImage


def draw_page(page: pypdfium2.PdfPage, scale: float) -> PageImage:
    """Draw a page as a viewer shows it, annotations and filled-in form fields included, at ``scale`` pixels per point.

    Raises PdfiumError where there is no memory for the drawing.
    """
    bitmap = page.render(scale=scale)
    try:
        image: PageImage = np.array(bitmap.to_numpy()[:, :, :3])
    finally:
        bitmap.close()
    return image


def draw_without_text(page: pypdfium2.PdfPage, scale: float) -> PageImage:
    """Draw a page without its text. The page is spent afterwards: its text no longer draws.

    Raises PdfiumError where there is no memory for the drawing.
    """
    for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        raw.FPDFPageObj_SetIsActive(text, False)
    return draw_page(page, scale)


def drawing_scale(page: pypdfium2.PdfPage, limits: FileLimits) -> float | None:
    """Pixels per point to draw a page with; None for a page without a size.

    At least the limits' density, more where a picture fills the page and holds more, less where that is too large. A page that
    is several sheets high may be drawn as much longer, as long as its pixels are no more than a page's.
    """
    short, long = sorted(page.get_size())
    if not (math.isfinite(long) and short > 0):
        return None
    density = max(limits.render_dpi / POINTS_PER_INCH, _largest_image_side(page) / long)
    is_paper = short >= _NARROWEST
    longest = limits.max_render_side_px * (max(1.0, long / short / _TALL) if is_paper else 1.0)
    scale: float = min(density, min(longest, math.sqrt(limits.max_page_pixels * long / short)) / long)
    return scale


def _largest_image_side(page: pypdfium2.PdfPage) -> int:
    images = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    return max((max(image.get_px_size()) for image in images), default=0)


def strongest(image: MatLike) -> MatLike:
    """The highest of the three channels at each pixel."""
    blue, green, red = cv2.split(image)
    return cv2.max(cv2.max(blue, green), red)
