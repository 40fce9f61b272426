"""The characters of a PDF page: read by pdfplumber, held against what PDFium reads in the same place.

pdfplumber tells what each character is, its font, size, colour and place. It does not tell how far a character's ink reaches,
and it may read a font otherwise than PDFium, which draws the page: two readers that differ are a doubt.
"""

import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from extractors.evidence import Box, Point
from extractors.files.pdf_fonts import outline
from extractors.files.pdf_glyph import UNMAPPED, Glyph
from extractors.files.pdf_plumber import PlumbedCharacter
from extractors.files.pdf_projection import Projection, box_around
from extractors.text.fold import fold

_LIGATURES: Final = frozenset({"ff", "fi", "fl", "ffi", "ffl", "ft", "st", "fj", "tt", "ti"})
"""Letters that faces draw as one shape. Any other string that one shape is said to stand for is not believed."""
_RESPELLED: Final = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0xFB00, 0xFB07))
"""Radicals, compatibility ideographs and ligatures: fonts map the shape of an everyday character to these now and then."""
_BASIC_PLANE: Final = 0xFFFF
_PDFIUM_HYPHEN: Final = "\x02"
"""What PDFium says for a hyphen at a line's end, so that words can be joined."""
_HYPHENS: Final = frozenset("-\u00ad\u2010\u2011")
_INKLESS: Final = frozenset({"Cc", "Cf"})
"""Categories of characters that are control codes and marks."""
_SIGN_FONTS: Final = ("Symbol", "ZapfDingbats")
"""Standard fonts with encodings of their own (ISO 32000-2 annex D.5, D.6). pdfplumber reads an alpha as an a there."""
_SAME_POINT_PX: Final = 2.0
"""The two put a character's origin within 0.9 pixels of one another (PDFium rounds widths); a neighbour is 6 and more away."""
_IDEOGRAPHIC_TOP: Final = 0.88
_IDEOGRAPHIC_BOTTOM: Final = -0.12
"""The em box above and below the baseline (OpenType BASE, 'ideo')."""


def glyphs_of(
    characters: Iterable[PlumbedCharacter], seen_by_pdfium: Sequence[Glyph], projection: Projection
) -> tuple[Glyph, ...]:
    """Return pdfplumber's characters as glyphs, in their order, each with the ink that PDFium tells of it.

    Where PDFium reads another character in a place, or none, the glyph is ``UNMAPPED``. Those that the file spells out beside
    the font PDFium misplaces: their ink is expected to be as large as the package's own font draws it, faces differ in where.
    """
    listed = list(characters)
    seen = _SeenByPdfium(seen_by_pdfium, [projection.point(*character.matrix[4:]) for character in listed])
    return tuple(_glyph(character, projection, seen) for character in listed)


class _SeenByPdfium:
    """PDFium's characters by place, and those of them that stand in no place where pdfplumber has one."""

    def __init__(self, glyphs: Sequence[Glyph], places: Iterable[Point]) -> None:
        self._by_square: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
        for glyph in glyphs:
            self._by_square[_square(glyph.origin)].append(glyph)
        found = {id(self.nearest(place)) for place in places}
        self._misplaced = Counter(glyph.text for glyph in glyphs if id(glyph) not in found)

    def nearest(self, place: Point) -> Glyph | None:
        """The character whose origin that is."""
        column, row = _square(place)
        near = [glyph for x in (-1, 0, 1) for y in (-1, 0, 1) for glyph in self._by_square.get((column + x, row + y), ())]
        nearest = min(near, key=lambda glyph: math.dist(glyph.origin, place), default=None)
        return nearest if nearest and math.dist(nearest.origin, place) <= _SAME_POINT_PX else None

    def has_misplaced(self, text: str | None) -> bool:
        """Whether it has that character somewhere else; each counts once."""
        if text is None or self._misplaced[text] == 0:
            return False
        self._misplaced[text] -= 1
        return True


def _glyph(character: PlumbedCharacter, projection: Projection, seen: _SeenByPdfium) -> Glyph:
    a, b, c, d, e, f = character.matrix
    sense = -1.0 if character.advance < 0 else 1.0
    along = projection.vector(a * sense, b * sense)
    along_px = math.hypot(*along)
    upward = projection.vector(c * sense * character.em, d * sense * character.em)
    origin = projection.point(e, f)
    size, advance = math.hypot(*upward), abs(character.advance) * along_px
    forward = (along[0] * size / along_px, along[1] * size / along_px) if along_px else (size, 0.0)
    other = seen.nearest(origin)
    text = _read_twice(character, other, seen)
    cell = _placed((0.0, -_IDEOGRAPHIC_TOP, advance / size if size else 0.0, -_IDEOGRAPHIC_BOTTOM), origin, forward, upward)
    return Glyph(
        text=text,
        origin=origin,
        size=size,
        degrees=round(math.degrees(math.atan2(along[1], along[0]))) % 360,
        ink=other.ink if other else cell,
        cell=cell,
        advance=advance,
        style=(character.font, character.colour, round(size)),
        font_brought=other.font_brought if other else True,
        reach=None if other else _reach(text, forward, upward),
    )


def _reach(text: str, forward: Point, upward: Point) -> tuple[float, float] | None:
    """Width and height on the page of a character's ink as the package's own font draws it; None where it has not got it."""
    expected = outline(text)
    if expected is None:
        return None
    left, top, right, bottom = _placed(expected, (0.0, 0.0), forward, upward)
    return (right - left, bottom - top)


def _read_twice(character: PlumbedCharacter, other: Glyph | None, seen: _SeenByPdfium) -> str:
    """What both readers say; what PDFium says of the two standard fonts of signs, whose letters are none."""
    text = _meant(character)
    if other is None:
        return text if not _leaves_ink(text) or seen.has_misplaced(character.meant) else UNMAPPED
    if _agree(text, other.text):
        return text
    return other.text if any(name in character.font for name in _SIGN_FONTS) else UNMAPPED


def _meant(character: PlumbedCharacter) -> str:
    """A character as its font maps it, or as the file says it is meant where both are spellings of one shape."""
    text, meant = character.text, character.meant
    if meant is None or (len(meant) != 1 and meant not in _LIGATURES):
        return _spelled(text)
    is_spelling = _is_radical_or_ligature(text) or not (text.isalnum() or meant.isalnum()) or fold(text) == fold(meant)
    return _spelled(meant if is_spelling else text)


def _is_radical_or_ligature(text: str) -> bool:
    return len(text) == 1 and any(ord(text) in span for span in _RESPELLED)


def _leaves_ink(text: str) -> bool:
    return not (text.isspace() or unicodedata.category(text[0]) in _INKLESS)


def _placed(box: Box, origin: Point, forward: Point, upward: Point) -> Box:
    """The rectangle around a box in em of a baseline (y down), on the page."""
    left, top, right, bottom = box
    return box_around(
        [
            (origin[0] + x * forward[0] - y * upward[0], origin[1] + x * forward[1] - y * upward[1])
            for x in (left, right)
            for y in (top, bottom)
        ]
    )


def _square(point: Point) -> tuple[int, int]:
    return (int(point[0] // _SAME_POINT_PX), int(point[1] // _SAME_POINT_PX))


def _spelled(text: str) -> str:
    """A character as it is spelled everyday; UNMAPPED for what stands for none, or for a string that no one shape shows."""
    if _is_radical_or_ligature(text):
        text = fold(text)
    composed = unicodedata.normalize("NFC", text)
    return composed if len(composed) == 1 or text in _LIGATURES else UNMAPPED


def _agree(text: str, other: str) -> bool:
    """Whether two readings are of one character. PDFium has none for characters beyond the basic plane."""
    if other == UNMAPPED:
        return len(text) == 1 and ord(text) > _BASIC_PLANE
    if other == _PDFIUM_HYPHEN:
        return text in _HYPHENS
    return text.startswith(_spelled(other)) or (text.isspace() and other.isspace())
