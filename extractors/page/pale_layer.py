"""A page without what is far paler than its print: a watermark that lies across lines, so that they can be read through it.

The detector takes a line that a slanting watermark crosses for one with it, or for none. Red ink is lifted for the same reason
(:mod:`extractors.page.ink`).
"""

from collections.abc import Sequence
from statistics import median
from typing import Final

from extractors.evidence import Box, TextLine
from extractors.ocr.engine import Image
from extractors.page.ink import levelled

LIFTED_SHARE: Final = 0.35
"""Of the contrast of a page's strong print: what is paler is lifted. Watermarks have up to 0.18 of it, pencil half."""
_WHITE: Final = 255
_SAME: Final = 0.3
"""Share of the smaller of two lines' boxes that they have in common if they are one."""


def print_contrast(lines: Sequence[TextLine]) -> float:
    """The contrast (0..1) of a page's print: of its middle line; 0 where none was measured."""
    measured = [line.legibility.contrast for line in lines if line.layer == "print" and line.legibility is not None]
    return median(measured) if measured else 0.0


def without_pale(image: Image, contrast: float) -> Image:
    """The page (H×W×3 BGR) with all pixels set to white that have less than a share of its print's ``contrast`` (0..1)."""
    level = levelled(image)
    pale = level.min(axis=2) > _WHITE * (1 - LIFTED_SHARE * contrast)
    lifted = level.copy()
    lifted[pale] = _WHITE
    return lifted


def with_lines_through(read: Sequence[TextLine], again: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines of a page read with and without its pale layer: those without, and what was read nowhere else.

    The watermark's own lines stay as they were read, and so do lines under a stamp of which the second reading has only a part.
    """
    marks = [line for line in read if line.layer == "watermark"]
    stamped = [line for line in read if line.colour_text is not None and line.layer != "watermark"]
    whole = [line for line in stamped if any(_is_part(other, line) for other in again)]
    kept = [line for line in read if line.layer != "watermark" and not any(_is_same(line, other) for other in again)]
    return (*(line for line in again if not any(_is_part(line, other) for other in whole)), *whole, *kept, *marks)


def _is_part(line: TextLine, whole: TextLine) -> bool:
    return len(line.text) < len(whole.text) and line.text in whole.text and _is_same(line, whole)


def _is_same(line: TextLine, other: TextLine) -> bool:
    wide = min(line.box[2], other.box[2]) - max(line.box[0], other.box[0])
    high = min(line.box[3], other.box[3]) - max(line.box[1], other.box[1])
    return min(wide, high) > 0 and wide * high >= _SAME * min(_area(line.box), _area(other.box))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
