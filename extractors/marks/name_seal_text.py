"""Reads name seals: two columns from the right in a square, one row in a rectangle."""

import math
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.glyph_model import characters, read_cells
from extractors.marks.glyph_votes import Votes
from extractors.marks.seal_cells import normal_cell
from extractors.marks.seal_frame import Ink, own_ink
from extractors.marks.seal_ring import as_line
from extractors.marks.seal_shape import SealShape
from extractors.marks.seal_vote import Voted
from extractors.ocr.engine import Image, OcrEngine

FACE_PX: Final = 144
"""Height of a name seal that is read."""
FRAME: Final = 0.1
"""The frame and the space inside it, in shares of the height."""
EDGE: Final = 0.05
"""The frame alone."""
LEAST_READ: Final = 3
"""Of the four glyphs of a square seal so many must be read, or its name is not."""
LEAST_WORD: Final = 0.5
WORD_WEIGHT: Final = 3.0
"""The last glyph of most square seals is the same, which speaks for it (in logarithms) where print hides it."""
_WORD: Final = "印"


def read_name_seal(shape: SealShape, image: Image, engine: OcrEngine) -> Voted:
    """Read the name, with the 印 or 之印 that fills it up; an empty text where most of it cannot be read."""
    face = _upright(shape, image)
    ink, crossing = own_ink(face, shape.colour, _on_frame(face.shape[:2]))
    inner = slice(round(FRAME * FACE_PX), -round(FRAME * FACE_PX))
    ink, crossing = ink[inner, inner], crossing[inner, inner]
    if shape.kind == "square":
        return _square(ink, crossing)
    (line,) = engine.recognise([as_line(np.ascontiguousarray(ink))])
    return Voted("".join(line.text.split()), line.score, ())


def _square(ink: Ink, crossing: Ink) -> Voted:
    """Four glyphs, upper right first; where the last word stands at the lower right, the rows are read instead."""
    height, width = ink.shape[0] // 2, ink.shape[1] // 2
    quarters = [(0, 1), (1, 1), (0, 0), (1, 0)]
    cells = [
        normal_cell(
            ink[row * height : (row + 1) * height, column * width : (column + 1) * width],
            crossing[row * height : (row + 1) * height, column * width : (column + 1) * width],
        )
        for row, column in quarters
    ]
    said = read_cells(np.stack(cells))
    by_rows = said[1, _word()] > np.log(LEAST_WORD)
    said = said[[0, 2, 1, 3] if by_rows else [0, 1, 2, 3]]
    said[3, _word()] += WORD_WEIGHT
    said[3] -= np.log(np.exp(said[3]).sum())
    glyphs = Votes(said, ()).glyphs()
    if sum(glyph.read for glyph in glyphs) < LEAST_READ:
        return Voted("", 0.0, ())
    confidence = float(np.prod([glyph.likely for glyph in glyphs if glyph.read]))
    return Voted("".join(glyph.shown for glyph in glyphs), confidence, tuple(glyph.alternatives for glyph in glyphs))


def _word() -> int:
    """Where the model has the word that fills most name seals up."""
    return characters().index(_WORD)


def _on_frame(shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Where the frame lies in a face."""
    edge = np.ones(shape, dtype=np.bool_)
    wide = round(EDGE * FACE_PX)
    edge[wide:-wide, wide:-wide] = False
    return edge


def _upright(shape: SealShape, image: Image) -> Image:
    """The seal's face with its long side lying, FACE_PX high; turned to the nearest quarter of the page's own upright."""
    angle = math.radians((shape.angle_deg + 45) % 90 - 45 if shape.kind == "square" else _lying(shape.angle_deg))
    along, down = np.array([math.cos(angle), math.sin(angle)]), np.array([-math.sin(angle), math.cos(angle)])
    centre, (first, second) = np.array(shape.centre), shape.half_axes
    corners = [
        centre - along * first - down * second,
        centre + along * first - down * second,
        centre - along * first + down * second,
    ]
    width = round(FACE_PX * first / second)
    target = np.array([(0, 0), (width, 0), (0, FACE_PX)], dtype=np.float32)
    matrix = cv2.getAffineTransform(np.array(corners, dtype=np.float32), target)
    flags = cv2.INTER_CUBIC if 2 * second < FACE_PX else cv2.INTER_AREA
    return np.asarray(cv2.warpAffine(image, matrix, (width, FACE_PX), flags=flags, borderValue=(255.0,) * 3), dtype=np.uint8)


def _lying(angle_deg: float) -> float:
    """A long side's angle within a quarter turn of the page's own lines."""
    return angle_deg - 180 if angle_deg > 90 else angle_deg  # noqa: PLR2004  a quarter turn
