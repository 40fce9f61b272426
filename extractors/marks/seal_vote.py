"""One text from two kinds of reading: of the ring as a line of text, and of its glyphs one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.marks.glyph_model import NOTHING
from extractors.marks.glyph_votes import Glyph, Votes
from extractors.marks.seal_cells import Cells
from extractors.marks.seal_words import SURE_GLYPH, with_opening, with_words
from extractors.ocr.engine import Reading

LEAST_INK: Final = 0.4
STROKES: Final = frozenset("（）一二三丶丿亠冖厂八人入卜丁了乙个工")
"""At the text's ends a glyph that no line or word names must be this likely, have this share of the ink of the others, and be
none of those that the rim, the star or the code leave behind.
"""
LIKELY_GLYPH: Final = 0.5
CLOSING: Final = frozenset("司）店局社部所厂馆院行室处站心章")
"""Within the ink of the text less will do, as long as the text does not seem to have ended before."""


@dataclass(frozen=True, slots=True)
class Voted:
    """The text with ``UNREAD`` in place of what could not be read, and how likely all of the rest is right (0..1).

    ``alternatives`` tells for each character of the text which others may stand there, likeliest first: none beside one that
    was read for sure. It is empty where glyphs were not read one by one.
    """

    text: str
    confidence: float
    alternatives: tuple[str, ...]


def voted(cells: Cells, lines: Sequence[Reading]) -> Voted:
    """Let the glyph model, several readings of the whole line, and what firms are called vote on each glyph."""
    votes = Votes(cells.likelihoods, lines)
    glyphs, in_words = with_words(votes.glyphs(), votes)
    named = [place in in_words or votes.claimed(place, glyph.char) for place, glyph in enumerate(glyphs)]
    first, last = _ends(glyphs, named, cells.ink)
    glyphs, first = with_opening(glyphs, votes, first)
    kept = glyphs[first : last + 1]
    while kept and not kept[0].read:
        kept = kept[1:]
    while kept and not kept[-1].read:
        kept = kept[:-1]
    confidence = float(np.prod([glyph.likely for glyph in kept if glyph.read] or [0.0]))
    return Voted("".join(glyph.shown for glyph in kept), confidence, tuple(glyph.alternatives for glyph in kept))


def _ends(glyphs: Sequence[Glyph], named: Sequence[bool], ink: NDArray[np.float32]) -> tuple[int, int]:
    """The first and the last place that hold a glyph: one that a line or a word names, or one beyond doubt."""
    usual = float(np.median(ink[1:-1]))

    def holds(place: int, least: float) -> bool:
        glyph = glyphs[place]
        if glyph.char == NOTHING:
            return False
        seen = glyph.likely >= least and glyph.char not in STROKES
        return named[place] or (seen and float(ink[place]) >= LEAST_INK * usual)

    places = [place for place in range(len(glyphs)) if holds(place, SURE_GLYPH)]
    if not places:
        return 1, len(glyphs) - 2
    first, last = places[0], places[-1]
    while first > 1 and holds(first - 1, LIKELY_GLYPH):
        first -= 1
    while last < len(glyphs) - 2 and glyphs[last].char not in CLOSING and holds(last + 1, LIKELY_GLYPH):
        last += 1
    opened = [glyph.char for glyph in glyphs[first : last + 1]]
    closes = last + 1 < len(glyphs) and glyphs[last + 1].char == "）" and opened.count("（") > opened.count("）")
    return first, last + 1 if closes else last
