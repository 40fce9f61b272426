"""Where the sheet lies in a photo: the bright patch that holds most of the picture, its corners and edges made straight."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image

LOOK_SIDE_PX: Final = 240
"""The sheet is looked for at this size: strokes are gone, edges are not."""
TEXT_PX: Final = 7
"""Dark marks narrower than this are print on the sheet, not desk."""
LEAST_CONTRAST: Final = 28.0
"""Levels (0..255) by which a sheet is brighter than the desk, at least; less may be a shadow on the paper."""
LEAST_SHARE, MOST_SHARE = 0.2, 0.96
"""Share of the picture that a sheet beside a desk takes."""
LEAST_SOLID: Final = 0.93
"""Share of its hull that the bright patch fills: a sheet of paper has no bays; a patch of light has."""


def sheet_mask(image: Image, shape: tuple[int, ...]) -> NDArray[np.bool_] | None:
    """Return where the sheet lies in a picture (H×W×3 BGR), as a mask of another ``shape`` (height, width).

    None where no edge of it can be told from the desk.
    """
    step = max(1, max(image.shape[:2]) // (4 * LOOK_SIDE_PX))
    image = image[::step, ::step]
    scale = min(1.0, LOOK_SIDE_PX / max(image.shape[:2]))
    small = cv2.resize(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    bright = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((TEXT_PX, TEXT_PX), np.uint8))
    _, lit = cv2.threshold(bright, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    contours, _ = cv2.findContours(lit, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    largest = max(contours, key=cv2.contourArea, default=None)
    if largest is None:
        return None
    hull = cv2.convexHull(largest)
    area, whole = cv2.contourArea(hull), float(small.size)
    if not LEAST_SHARE <= area / whole <= MOST_SHARE or cv2.contourArea(largest) < LEAST_SOLID * area:
        return None
    mask = np.zeros(small.shape, dtype=np.uint8)
    cv2.fillConvexPoly(mask, hull, (1.0,))
    if mask.all() or not mask.any():
        return None
    inside, outside = float(np.median(bright[mask > 0])), float(np.median(bright[mask == 0]))
    if inside - outside < LEAST_CONTRAST:
        return None
    return np.asarray(cv2.resize(mask, (shape[1], shape[0]), interpolation=cv2.INTER_NEAREST) > 0, dtype=np.bool_)
