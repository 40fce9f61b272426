"""Reads the lines of an upright page, those under a stamp twice: once from the dark ink alone, once with all ink."""

from collections.abc import Iterable, Sequence
from typing import Final

import cv2
import numpy as np

from extractors.evidence import Box, Point, Quad, TextLine
from extractors.ocr.engine import Image, OcrEngine, PixelQuad, Reading
from extractors.page import tall
from extractors.page.half_tones import half_tones, is_grey, without_half_tones
from extractors.page.ink import InkLayers, Mask, spread_red, without_red

MIN_STAMP_SHARE: Final = 0.002
"""Share of the page from which stamps are worth a second look: a 40 mm seal on A4 measures 0.01..0.03 with its bleed."""
DETECTED_SIDE_PX: Final = 1280
"""Pages are detected at this size (``extractors.ocr.paddle``); a part of one must be as small to be seen alike."""
STAMP_MARGIN: Final = 0.03
"""Around the stamps this share of the page's longer side is looked at with them: print runs on beside a seal."""
MIN_COVER: Final = 0.06
"""Share of a line's box that stamps must cover for the line to be read twice: one stroke of a ring across it is more."""
COLOURED_TEXT_SCORE: Final = 0.6
"""A line that reads worse than this (0..1) without its red ink, and better with it, is itself written in that ink."""
COLOURED_TEXT_COVER: Final = 0.3
"""So is a line of which this share of its box is red and which reads better with its ink: golden titles of licences are taken
for red in part. A stamp's ring over a line covers about a fifth of it and makes it read worse."""
OVERLAP: Final = 0.3
"""Share of a line's box that another must cover for the two to be the same line."""
SAME_ROW: Final = 0.5
"""Lines whose centres differ by less than this share of their height stand in one row."""
ENLARGED_SIDE_PX: Final = 960
MAX_ENLARGEMENT: Final = 3.0
"""A part looked at again is enlarged to this side, at most threefold: beyond that, blur only grows."""


def _stamps_lifted(ink: InkLayers) -> tuple[Mask | None, Image]:
    """Where stamps may lie over print, and the page without them: red ink, or the half-tones of a grey copy."""
    grey = is_grey(ink.image)
    over = half_tones(ink) if grey else spread_red(ink)
    if float(over.mean()) < MIN_STAMP_SHARE:
        return None, ink.image
    return over, without_half_tones(ink.image, over) if grey else without_red(ink.image, over)


class PageReader:
    """One upright page's pixels, and an engine to read them with."""

    def __init__(self, engine: OcrEngine, ink: InkLayers) -> None:
        self._engine = engine
        self._image = ink.image
        self._over, self._dark = _stamps_lifted(ink)

    def lines(self) -> tuple[TextLine, ...]:
        """Return the page's lines in reading order."""
        quads = tall.detect(self._engine, self._dark)
        if self._over is not None:
            quads += _not_among(self._detect_under(self._over), quads)
        return in_reading_order(self._read(quads))

    def _detect_under(self, stamps: Mask) -> tuple[PixelQuad, ...]:
        """Detect with all ink, around the stamps: as small as the whole page would be detected, so that it costs its share."""
        left, top, wide, high = cv2.boundingRect(stamps.astype(np.uint8))
        height, width = stamps.shape
        margin = round(STAMP_MARGIN * max(height, width))
        x0, y0 = max(0, left - margin), max(0, top - margin)
        part = self._image[y0 : min(height, top + high + margin), x0 : min(width, left + wide + margin)]
        factor = min(1.0, DETECTED_SIDE_PX / max(height, width))
        smaller = np.asarray(cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        return tuple(_moved(quad, factor, (x0, y0)) for quad in self._engine.detect(smaller))

    def look_again(self, box: Box) -> tuple[TextLine, ...]:
        """Detect and read the pixels inside a box once more, enlarged; lines in the page's own fractions."""
        left, top, right, bottom = self._pixels(box)
        part = self._dark[top:bottom, left:right]
        if not part.size:
            return ()
        factor = min(MAX_ENLARGEMENT, max(1.0, ENLARGED_SIDE_PX / max(part.shape[:2])))
        enlarged = np.asarray(cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
        quads = self._engine.detect(enlarged)
        readings = self._engine.recognise(self._engine.crop(enlarged, quads))
        moved = [_moved(quad, factor, (left, top)) for quad in quads]
        return in_reading_order(
            self._line(quad, reading) for quad, reading in zip(moved, readings, strict=True) if reading.text
        )

    def read_strip(self, box: Box) -> TextLine | None:
        """Read the pixels inside a box as one line, without detection."""
        left, top, right, bottom = self._pixels(box)
        part = self._dark[top:bottom, left:right]
        if not part.size:
            return None
        reading = self._engine.recognise([part])[0]
        quad: PixelQuad = ((left, top), (right, top), (right, bottom), (left, bottom))
        return self._line(quad, reading) if reading.text.strip() else None

    def _read(self, quads: Sequence[PixelQuad]) -> list[TextLine]:
        covered = [self._cover(quad) >= MIN_COVER for quad in quads]
        under = [quad for quad, is_covered in zip(quads, covered, strict=True) if is_covered]
        dark = iter(self._engine.recognise(self._engine.crop(self._dark, under)))
        colour = self._engine.recognise(self._engine.crop(self._image, quads))
        lines = [
            self._twice(quad, next(dark), reading) if is_covered else self._line(quad, reading)
            for quad, reading, is_covered in zip(quads, colour, covered, strict=True)
        ]
        return [line for line in lines if line.text.strip()]

    def _twice(self, quad: PixelQuad, dark: Reading, colour: Reading) -> TextLine:
        if dark.score < COLOURED_TEXT_SCORE and colour.score > dark.score:
            return self._line(quad, colour)
        if self._cover(quad) >= COLOURED_TEXT_COVER and colour.score > dark.score:
            return self._line(quad, colour).model_copy(update=_also(dark))
        return self._line(quad, dark).model_copy(update=_also(colour))

    def _line(self, quad: PixelQuad, reading: Reading) -> TextLine:
        height, width = self._image.shape[:2]
        corners: list[Point] = [(_fraction(x, width), _fraction(y, height)) for x, y in quad]
        whole: Quad = (corners[0], corners[1], corners[2], corners[3])
        return TextLine(quad=whole, text=reading.text, score=reading.score, places=in_per_mille(reading.places))

    def _cover(self, quad: PixelQuad) -> float:
        if self._over is None:
            return 0.0
        xs, ys = [x for x, _ in quad], [y for _, y in quad]
        part = self._over[max(0, int(min(ys))) : int(max(ys)) + 1, max(0, int(min(xs))) : int(max(xs)) + 1]
        return float(np.mean(part)) if part.size else 0.0

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        height, width = self._image.shape[:2]
        left, right = (min(width, max(0, round(x * width))) for x in (box[0], box[2]))
        top, bottom = (min(height, max(0, round(y * height))) for y in (box[1], box[3]))
        return left, top, right, bottom


def in_per_mille(places: tuple[float, ...] | None) -> tuple[int, ...] | None:
    """Places along a line (0..1) as evidence keeps them."""
    return None if places is None else tuple(round(1000 * place) for place in places)


def _also(other: Reading) -> dict[str, object]:
    """What the other reading of a line under a stamp adds to it."""
    return {"colour_text": other.text, "colour_places": in_per_mille(other.places)}


def in_reading_order(lines: Iterable[TextLine]) -> tuple[TextLine, ...]:
    """Sort lines into rows from the top, each row from the left."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=_centre_y):
        if rows and _centre_y(line) - _centre_y(rows[-1][-1]) < SAME_ROW * _line_height(line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return tuple(line for row in rows for line in sorted(row, key=lambda each: each.box[0]))


def _centre_y(line: TextLine) -> float:
    return (line.box[1] + line.box[3]) / 2


def _line_height(line: TextLine) -> float:
    return line.box[3] - line.box[1]


def _not_among(quads: Sequence[PixelQuad], others: Sequence[PixelQuad]) -> tuple[PixelQuad, ...]:
    """Quads that no other one covers by ``OVERLAP`` of their box."""
    boxes = [_bounds(other) for other in others]
    return tuple(quad for quad in quads if all(_covered_share(_bounds(quad), box) < OVERLAP for box in boxes))


def _bounds(quad: PixelQuad) -> Box:
    xs, ys = [x for x, _ in quad], [y for _, y in quad]
    return (min(xs), min(ys), max(xs), max(ys))


def _covered_share(box: Box, other: Box) -> float:
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return max(0.0, width) * max(0.0, height) / area if area > 0 else 1.0


def _moved(quad: PixelQuad, factor: float, origin: tuple[int, int]) -> PixelQuad:
    points = [(x / factor + origin[0], y / factor + origin[1]) for x, y in quad]
    return (points[0], points[1], points[2], points[3])


def _fraction(position: float, side: int) -> float:
    return min(1.0, max(0.0, position / side))
