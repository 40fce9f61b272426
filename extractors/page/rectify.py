"""A part of a page seen flat: what four corners enclose, cut out at full resolution, and the way back to the page."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image
from extractors.page.inside import Real
from extractors.page.orientation import Turn, turned

MARGIN: Final = 0.025
"""Share of a side by which a view reaches beyond its corners: an outline may be drawn a little inside the edge."""
LEAST_SIDE_PX: Final = 1000
MOST_ENLARGED: Final = 2.0
"""Views are enlarged up to this side, at most twofold: detection misses lines below 14 px, and more only makes blur larger."""
MOST_SIDE_PX: Final = 4000


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A flat picture of a part of a page. ``to_page`` (3×3) takes its pixels to the page's; ``page_px`` is width and height."""

    image: Image
    to_page: NDArray[np.float64]
    page_px: tuple[int, int]

    @property
    def fractions_to_page(self) -> NDArray[np.float64]:
        """The 3×3 matrix that takes fractions of the view to fractions of the page."""
        height, width = self.image.shape[:2]
        back = np.diag([1 / self.page_px[0], 1 / self.page_px[1], 1.0])
        matrix: NDArray[np.float64] = back @ self.to_page @ np.diag([float(width), float(height), 1.0])
        return matrix

    def turned(self, turn: Turn) -> "View":
        """The same view turned clockwise."""
        height, width = self.image.shape[:2]
        back = {
            0: np.eye(3),
            90: np.array([[0.0, 1.0, 0.0], [-1.0, 0.0, height], [0.0, 0.0, 1.0]]),
            180: np.array([[-1.0, 0.0, width], [0.0, -1.0, height], [0.0, 0.0, 1.0]]),
            270: np.array([[0.0, -1.0, width], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]),
        }[turn]
        return View(turned(self.image, turn), self.to_page @ back, self.page_px)


def flat_view(image: Image, corners: Real) -> View:
    """Cut out of a page (H×W×3) what four corners (4×2 pixels, clockwise from the upper left one) enclose, laid flat."""
    size = _size(corners)
    margin = np.array(size) * MARGIN
    frame = np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) * (np.array(size) - 2 * margin) + margin
    to_page = cv2.getPerspectiveTransform(frame.astype(np.float32), corners.astype(np.float32))
    flat = cv2.warpPerspective(
        image, to_page, size, flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE
    )
    return View(np.asarray(flat, dtype=np.uint8), np.asarray(to_page, dtype=np.float64), (image.shape[1], image.shape[0]))


def level_view(image: Image, top: float, bottom: float) -> View:
    """Cut out of a page (H×W×3) what lies between two heights (shares of the page's), to the pixel; a small one enlarged."""
    height, width = image.shape[:2]
    first, last = round(top * height), max(round(top * height) + 1, round(bottom * height))
    part = image[first:last]
    long = max(part.shape[:2])
    scale = max(1.0, min(MOST_ENLARGED, LEAST_SIDE_PX / long))
    larger = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC) if scale > 1 else part.copy()
    back = np.array([[width / larger.shape[1], 0, 0], [0, part.shape[0] / larger.shape[0], first], [0, 0, 1]])
    return View(np.asarray(larger, dtype=np.uint8), back, (width, height))


def _size(corners: Real) -> tuple[int, int]:
    """Width and height of a view: as fine as the finest side of its part of the page, small ones enlarged."""
    top, right, bottom, left = np.hypot(*(np.roll(corners, -1, axis=0) - corners).T)
    width, height = max(top, bottom) * (1 + 2 * MARGIN), max(left, right) * (1 + 2 * MARGIN)
    long = max(width, height)
    scale = min(MOST_SIDE_PX / long, max(1.0, min(MOST_ENLARGED, LEAST_SIDE_PX / long)))
    return max(1, round(width * scale)), max(1, round(height * scale))
