"""Lines cut out of a page: straightened, grey, and all of one height, the one at which the recogniser sees them too."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image

Strip = NDArray[np.uint8]
"""``STRIP_PX`` × width, grey, 0..255."""

Corners = NDArray[np.float64]
"""4×2 pixels, clockwise from the text's own top-left."""

STRIP_PX: Final = 32
"""Two thirds of what the recogniser scales a line's height to: the blur at which it fails is still two pixels wide."""
MOST_WIDTHS: Final = 30
"""A strip is looked at as far as this many of its heights: no value is longer."""
_LEAST_PX: Final = 2.0


def height_of(corners: Corners) -> float:
    """How high a line is, in pixels."""
    return float((np.linalg.norm(corners[3] - corners[0]) + np.linalg.norm(corners[2] - corners[1])) / 2)


def width_of(corners: Corners) -> float:
    """How long a line is, in pixels."""
    return float((np.linalg.norm(corners[1] - corners[0]) + np.linalg.norm(corners[2] - corners[3])) / 2)


def cut(image: Image, corners: Corners) -> Strip | None:
    """Cut a line out of a page (H×W×3 BGR). None where there is nothing to cut, or the line stands on end."""
    height, width = height_of(corners), width_of(corners)
    if height < _LEAST_PX or width < height / 2:
        return None
    left, top = np.maximum(np.floor(corners.min(axis=0)).astype(int), 0)
    right, bottom = np.minimum(np.ceil(corners.max(axis=0)).astype(int) + 1, (image.shape[1], image.shape[0]))
    if right - left < _LEAST_PX or bottom - top < _LEAST_PX:
        return None
    part = cv2.cvtColor(np.ascontiguousarray(image[top:bottom, left:right]), cv2.COLOR_BGR2GRAY)
    shrink = min(1.0, STRIP_PX / height)
    if shrink < 1:
        part = cv2.resize(part, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    columns = round(min(MOST_WIDTHS, width / height) * STRIP_PX)
    source = ((corners[[0, 1, 3]] - (left, top)) * shrink).astype(np.float32)
    target = np.array([(0, 0), (columns, 0), (0, STRIP_PX)], dtype=np.float32)
    matrix = cv2.getAffineTransform(source, target)
    strip = cv2.warpAffine(part, matrix, (columns, STRIP_PX), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(strip, dtype=np.uint8)
