"""How well a page can be made out: its lines, the places of its values, and what lies over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from extractors.evidence import Box, Legibility, PageEvidence, Point, TextLine
from extractors.ocr.engine import Image
from extractors.page.blocks import blockiness
from extractors.page.flaws import find_flaws
from extractors.page.ink import InkLayers
from extractors.page.look import look_at
from extractors.page.screen import find_pasted, find_screen
from extractors.page.sharpness import legibility_of_page
from extractors.page.strips import Corners, cut, height_of
from extractors.page.strokes import legibility_of

MOST_LINES: Final = 40
"""Lines measured on a page at most, the longest first: a page of small print has more, and they are all alike."""
_IN_BOX: Final = 0.5
"""Share of a line's height that lies in a value's box for the value to stand on that line."""


def with_legibility(page: PageEvidence, ink: InkLayers) -> PageEvidence:
    """Return the page with its flaws and its own legibility. ``ink`` is its own, upright; its lines were measured.

    A watermark's lines are none of the paper's: what of them runs out of the picture or into the shade, nobody misses.
    """
    lines = page.printed
    look = look_at(ink, lines)
    flaws = (*find_flaws(look, ink, lines), *find_screen(ink.image, lines), *find_pasted(ink.image))
    return page.model_copy(update={"flaws": flaws, "legibility": legibility_of_page(ink, look, lines)})


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A page's pixels (H×W×3 BGR) and how plain JPEG's squares are on it."""

    image: Image
    squares: float

    def pixels(self, points: Sequence[Point]) -> Corners:
        """Fractions of the page in pixels."""
        return np.array(points, dtype=np.float64) * (self.image.shape[1], self.image.shape[0])

    def whole(self, box: Box) -> Corners:
        """A box of fractions in pixels."""
        left, top, right, bottom = box
        return self.pixels([(left, top), (right, top), (right, bottom), (left, bottom)])

    @classmethod
    def of(cls, image: Image) -> "Picture":
        """A page's pixels, their squares measured."""
        return cls(image, blockiness(image))

    def measure(self, corners: Corners) -> Legibility | None:
        """Measure a line; None where there is nothing to measure."""
        strip = cut(self.image, corners)
        return None if strip is None else legibility_of(strip, height_of(corners), self.squares)


def legibility_on(picture: Picture, lines: Sequence[TextLine], box: Box) -> Legibility | None:
    """Measure a place as far as lines were read there; by itself where none was."""
    own = [line for line in lines if _part(picture.pixels(line.quad), picture.whole(box)) is not None]
    return legibility_at(picture, own, box)


def legibility_at(picture: Picture, lines: Sequence[TextLine], box: Box) -> Legibility | None:
    """Measure a place on a page: on the lines it is part of, or by itself where there are none.

    Of several lines the least plain one counts: a value is read only if all of it is. Less than half a character of a line is
    no part of it that could be measured.
    """
    whole = picture.whole(box)
    parts = [part for line in lines if (part := _part(picture.pixels(line.quad), whole)) is not None]
    measured = [one for part in parts if (one := picture.measure(part)) is not None]
    least = max(measured, key=lambda one: one.edge / max(one.contrast, _LEAST_CONTRAST), default=None)
    return least or picture.measure(whole)


_LEAST_CONTRAST: Final = 0.004
"""One level of 255."""


def measured(lines: Sequence[TextLine], picture: Picture) -> tuple[TextLine, ...]:
    """The lines of a page, the longest of them with how plain they are."""
    longest = sorted(range(len(lines)), key=lambda at: lines[at].box[0] - lines[at].box[2])[:MOST_LINES]
    chosen = {at: picture.measure(picture.pixels(lines[at].quad)) for at in longest}
    return tuple(line.model_copy(update={"legibility": chosen.get(at)}) for at, line in enumerate(lines))


def _part(line: Corners, box: Corners) -> Corners | None:
    """The part of a line that lies in a box; None where it lies beside it."""
    start, end = (line[0] + line[3]) / 2, (line[1] + line[2]) / 2
    length = float(end[0] - start[0])
    if length <= 0:
        return None
    first, last = ((float(x) - float(start[0])) / length for x in (box[0, 0], box[1, 0]))
    first, last = max(0.0, first), min(1.0, last)
    middle = start + (end - start) * (first + last) / 2
    inside = min(middle[1] + height_of(line) / 2, box[2, 1]) - max(middle[1] - height_of(line) / 2, box[0, 1])
    if last <= first or inside < _IN_BOX * height_of(line):
        return None
    top, bottom = line[1] - line[0], line[2] - line[3]
    return np.array([line[0] + first * top, line[0] + last * top, line[3] + last * bottom, line[3] + first * bottom])
