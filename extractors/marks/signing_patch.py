"""What the signing model sees of a place: the ink of its row, its neighbours' edges, and where the room is."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.signing_places import SigningPlace
from extractors.ocr.engine import Image

EM_PX: Final = 16
"""A character of the label is so wide: as fine as the smallest of a phone's pictures."""
BEFORE: Final = 2.0
BEHIND: Final = 11.0
AROUND: Final = 2.5
"""How much is seen, in ems: left of the label's end, right of it, and above and below the row's middle. A name seal is 5 ems
tall and reaches into the next rows; only who sees all of it can tell whose it is."""
PATCH_SHAPE: Final = (4, round(2 * AROUND * EM_PX), round((BEFORE + BEHIND) * EM_PX))
"""Blue, green and red (0 paper, 1 no light) and the room (1 inside, 0 outside), by height and width."""
PAPER_PERCENTILE: Final = 85
ROW: Final = 1.0
"""The room reaches so many ems above and below the row's middle."""
LEAST_EM_PX: Final = 5.0
"""Smaller characters cannot be told from strokes of a pen."""

Patch = NDArray[np.float32]


def patch_of(image: Image, place: SigningPlace, zoom: float = 1.0) -> Patch | None:
    """Cut a place out of a page (H×W×3 BGR), upright and to the model's scale; None where it is too small to tell anything.

    ``zoom`` cuts as if the label's characters were so much wider.
    """
    height, width = image.shape[:2]
    em = place.em * width * zoom
    room = (place.room[2] - place.room[0]) * width
    if em < LEAST_EM_PX or room < em:
        return None
    ink = _cut(image, (place.room[0] * width, place.row * height), em, place.tilt * height / width)
    if ink is None:
        return None
    patch = np.zeros(PATCH_SHAPE, dtype=np.float32)
    patch[:3] = ink.transpose(2, 0, 1)
    until = round((BEFORE + room / em) * EM_PX)
    patch[3, round((AROUND - ROW) * EM_PX) : round((AROUND + ROW) * EM_PX), round(BEFORE * EM_PX) : until] = 1
    return patch


def _cut(image: Image, label_end: tuple[float, float], em: float, sinks: float) -> NDArray[np.float32] | None:
    """The ink around a label's end (x, y in pixels), its row made level; ``sinks`` is by how much rows sink per pixel."""
    end, row = label_end
    scale = EM_PX / em
    spare = round((BEFORE + BEHIND) * em * abs(sinks)) + 2
    left, top = max(0, round(end - BEFORE * em)), max(0, round(row - AROUND * em) - spare)
    part = image[top : max(0, round(row + AROUND * em) + spare), left : max(0, round(end + BEHIND * em))]
    if not part.size:
        return None
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    ink = _ink(np.asarray(cv2.resize(part, None, fx=scale, fy=scale, interpolation=method), dtype=np.uint8))
    x, y = (left - end) * scale + BEFORE * EM_PX, (top - row) * scale + AROUND * EM_PX
    matrix = np.array([[1, 0, x], [-sinks, 1, y - sinks * (x - BEFORE * EM_PX)]], dtype=np.float32)
    level = cv2.warpAffine(ink, matrix, PATCH_SHAPE[:0:-1], flags=cv2.INTER_LINEAR)
    return np.asarray(level, dtype=np.float32)


def _ink(part: Image) -> NDArray[np.float32]:
    """How much darker than its paper each channel is, 0..1."""
    paper = np.maximum(np.percentile(part.reshape(-1, 3), PAPER_PERCENTILE, axis=0), 1.0).astype(np.float32)
    return np.asarray(np.clip(1 - part.astype(np.float32) / paper, 0, 1), dtype=np.float32)
