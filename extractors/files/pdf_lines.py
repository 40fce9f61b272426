"""Characters to lines of text, as a person sees them standing side by side."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extractors.evidence import Point
from extractors.files.pdf_glyph import Glyph

# Shares of the em. An ideographic em box stands 0.88 above and 0.12 below the baseline (OpenType BASE, 'ideo').
_ABOVE_BASELINE = 0.88
_BELOW_BASELINE = 0.12
_SAME_BASELINE = 0.35
"""Neighbours whose baselines differ by less are in one line; lines of print stand at least 1 em apart."""
_MAX_GAP = 1.0
"""A wider gap without a space begins a new line: it is another cell of a table."""
_MAX_SPACES = 4.0
"""A wider run of spaces begins a new line: spaces are used to set columns, and up to 4 em for a date's blanks."""
_SAME_PLACE = 0.6
"""Two characters that share more of their width stand in the same place. Typesetting sets ）and ：into one another by half."""
_PER_MILLE = 1000


@dataclass(frozen=True, slots=True)
class PlacedGlyph:
    """A glyph measured along its line: from ``start`` to ``end`` in pixels, ``baseline`` pixels below the line through 0."""

    glyph: Glyph
    start: float
    end: float
    baseline: float

    def characters(self) -> list[tuple[str, float]]:
        """Its characters and their middles along the line; the letters of a ligature share its width."""
        step = (self.end - self.start) / len(self.glyph.text)
        return [(char, self.start + (at + 0.5) * step) for at, char in enumerate(self.glyph.text)]


@dataclass(frozen=True, slots=True)
class GlyphLine:
    """Glyphs side by side, in reading order."""

    degrees: int
    glyphs: tuple[PlacedGlyph, ...]

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(char for char, _ in self._characters())

    @property
    def places(self) -> tuple[int, ...]:
        """For each character of its text the place of its middle, in per mille of the way from its left edge to its right."""
        left, right = self._ends()
        span = max(right - left, 1e-6)
        return tuple(min(_PER_MILLE, max(0, round(_PER_MILLE * (middle - left) / span))) for _, middle in self._characters())

    def _characters(self) -> list[tuple[str, float]]:
        """Each character and where along the line its middle stands, without the spaces around the line."""
        characters = [character for placed in self.glyphs for character in placed.characters()]
        inked = [at for at, (char, _) in enumerate(characters) if not char.isspace()]
        return characters[inked[0] : inked[-1] + 1] if inked else []

    def _ends(self) -> tuple[float, float]:
        inked = [placed for placed in self.glyphs if not placed.glyph.is_space]
        return min(placed.start for placed in inked), max(placed.end for placed in inked)

    @property
    def quad(self) -> tuple[Point, Point, Point, Point]:
        """Its corners in pixels, clockwise from the text's own top-left."""
        inked = [placed for placed in self.glyphs if not placed.glyph.is_space]
        left, right = self._ends()
        top = min(placed.baseline - _ABOVE_BASELINE * placed.glyph.size for placed in inked)
        bottom = max(placed.baseline + _BELOW_BASELINE * placed.glyph.size for placed in inked)
        turn = -self.degrees
        return (
            _turned((left, top), turn),
            _turned((right, top), turn),
            _turned((right, bottom), turn),
            _turned((left, bottom), turn),
        )

    @property
    def overlaps_itself(self) -> bool:
        """Whether different characters stand in the same place: one of them was meant not to be seen."""
        pairs = zip(self.glyphs, self.glyphs[1:], strict=False)
        return any(_same_place(a, b) and not (a.glyph.is_space or b.glyph.is_space) for a, b in pairs)


def build_lines(glyphs: Sequence[Glyph]) -> tuple[GlyphLine, ...]:
    """Put glyphs into lines, top to bottom and left to right. Lines without ink are left out."""
    lines: list[GlyphLine] = []
    for degrees, group in groupby(sorted(glyphs, key=_direction), key=_direction):
        for row in _rows([_placed(glyph) for glyph in group]):
            lines.extend(GlyphLine(degrees, part) for part in _parts(row))
    return tuple(line for line in lines if line.text)


def _direction(glyph: Glyph) -> int:
    return glyph.degrees


def _turned(point: Point, degrees: float) -> Point:
    """Turn the axes by ``degrees`` clockwise: where a point lies along and below a baseline of that direction."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (point[0] * cos + point[1] * sin, point[1] * cos - point[0] * sin)


def _placed(glyph: Glyph) -> PlacedGlyph:
    start, baseline = _turned(glyph.origin, glyph.degrees)
    return PlacedGlyph(glyph, start, start + glyph.advance, baseline)


def _rows(placed: list[PlacedGlyph]) -> Iterator[list[PlacedGlyph]]:
    """Glyphs of one direction that share a baseline, the topmost row first."""
    row: list[PlacedGlyph] = []
    for glyph in sorted(placed, key=lambda item: item.baseline):
        if row and glyph.baseline - row[0].baseline > _SAME_BASELINE * max(glyph.glyph.size, row[0].glyph.size):
            yield sorted(row, key=lambda item: item.start)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda item: item.start)


def _parts(row: list[PlacedGlyph]) -> Iterator[tuple[PlacedGlyph, ...]]:
    """The pieces of a row that a gap or a long run of spaces sets apart, each character once."""
    part: list[PlacedGlyph] = []
    ink_end = row[0].start
    for placed in row:
        if part and _same_place(part[-1], placed) and part[-1].glyph.text == placed.glyph.text:
            continue
        if part and not placed.glyph.is_space and _is_apart(part[-1], placed, ink_end):
            yield tuple(part)
            part = []
        part.append(placed)
        if not placed.glyph.is_space:
            ink_end = placed.end
    yield tuple(part)


def _is_apart(before: PlacedGlyph, after: PlacedGlyph, ink_end: float) -> bool:
    size = max(before.glyph.size, after.glyph.size)
    return after.start - before.end > _MAX_GAP * size or after.start - ink_end > _MAX_SPACES * size


def _same_place(before: PlacedGlyph, after: PlacedGlyph) -> bool:
    shared = min(before.end, after.end) - max(before.start, after.start)
    return shared > _SAME_PLACE * min(before.end - before.start, after.end - after.start)
