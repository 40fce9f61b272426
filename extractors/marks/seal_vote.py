"""One text from two kinds of reading: of the ring as a line of text, and of its glyphs one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.marks.firm_words import LEAST_SAME, WORDS
from extractors.marks.glyph_model import NOTHING, Likelihoods, characters
from extractors.marks.seal_cells import Cells
from extractors.ocr.engine import Reading

LINE_WEIGHT: Final = 2.5
"""What a line's reading counts for beside the glyph model, in logarithms (a factor of 12)."""
UNKNOWN: Final = -7.0
"""The model's say on a character it does not know."""
SKIP: Final = -6.0
"""What it costs to leave a glyph without a character, or a character without a glyph, when a line is laid along the glyphs."""
BEST: Final = 8
SURE_GLYPH: Final = 0.9
LEAST_INK: Final = 0.4
STROKES: Final = frozenset("（）一二三丶丿亠冖厂八人入卜丁了乙个工")
"""At the text's ends a glyph that no line names must be this likely, have this share of the ink of the others, and be none of
those that the rim, the star or the code leave behind."""
UNREAD: Final = "□"
"""Stands for a glyph that nobody can read."""
LEAST_READ: Final = 0.35
"""Likelihood below which a glyph is not read."""


LEAST_OTHER: Final = 0.02
"""Likelihood from which another character than the one read may stand there as well."""


@dataclass(frozen=True, slots=True)
class Voted:
    """The text with ``UNREAD`` in place of what could not be read, and how likely all of the rest is right (0..1).

    ``alternatives`` tells for each character of the text which others may stand there, likeliest first: none beside one that
    was read for sure. It is empty where glyphs were not read one by one.
    """

    text: str
    confidence: float
    alternatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Glyph:
    """What was made of one place; ``others`` may stand there instead."""

    char: str
    likely: float
    others: str

    @property
    def read(self) -> bool:
        return self.likely >= LEAST_READ and self.char != NOTHING

    @property
    def shown(self) -> str:
        return self.char if self.read else UNREAD

    @property
    def alternatives(self) -> str:
        """What else may stand here; of a place that was not read the guess is one of them."""
        return self.others if self.read else self.alternatives_besides("")

    def alternatives_besides(self, char: str) -> str:
        """What may stand here besides a character that was settled on."""
        return "".join(each for each in self.char + self.others if each not in (NOTHING, char))


def voted(cells: Cells, lines: Sequence[Reading]) -> Voted:
    """Let the glyph model and several readings of the whole line vote on each glyph."""
    said = cells.likelihoods
    claims = [along(said, reading.text) for reading in lines]
    named = [_named(said[index], [claim[index] for claim in claims], lines) for index in range(len(said))]
    named = _with_words(named, said, claims, lines)
    claimed = [any(claim[index] == named[index].char for claim in claims) for index in range(len(said))]
    first, last = _ends(named, claimed, cells.ink)
    kept = named[first : last + 1]
    while kept and not kept[0].read:
        kept = kept[1:]
    while kept and not kept[-1].read:
        kept = kept[:-1]
    confidence = float(np.prod([glyph.likely for glyph in kept if glyph.read] or [0.0]))
    return Voted("".join(glyph.shown for glyph in kept), confidence, tuple(glyph.alternatives for glyph in kept))


def _with_words(
    named: Sequence[_Glyph], said: Likelihoods, claims: Sequence[Sequence[str]], lines: Sequence[Reading]
) -> list[_Glyph]:
    """The glyphs, with those settled that a word of firms' names settles; the best words first, and each glyph once."""
    found: list[tuple[float, int, str]] = []
    for word, weight in WORDS.items():
        for start in range(len(named) - len(word) + 1):
            part = named[start : start + len(word)]
            same = sum(glyph.char == char for glyph, char in zip(part, word, strict=True))
            if LEAST_SAME * len(word) <= same < len(word):
                gain = weight * len(word) - sum(
                    _says_over(said[index], [claim[index] for claim in claims], lines, named[index].char, char)
                    for index, char in enumerate(word, start)
                )
                if gain > 0:
                    found.append((gain, start, word))
    settled = list(named)
    taken: set[int] = set()
    for _, start, word in sorted(found, reverse=True):
        places = range(start, start + len(word))
        if taken.isdisjoint(places):
            taken.update(places)
            settled[start : start + len(word)] = [
                glyph if glyph.char == char else _Glyph(char, max(LEAST_READ, glyph.likely), glyph.alternatives_besides(char))
                for glyph, char in zip(named[start : start + len(word)], word, strict=True)
            ]
    return settled


def _says_over(said: NDArray[np.float32], claims: Sequence[str], lines: Sequence[Reading], best: str, char: str) -> float:
    """By how much more speaks for the best character of a place than for another, in logarithms."""

    def speaks(each: str) -> float:
        return float(_says(said[None], each)[0]) + sum(
            LINE_WEIGHT * line.score for claim, line in zip(claims, lines, strict=True) if claim == each
        )

    return max(0.0, speaks(best) - speaks(char))


def _ends(named: Sequence[_Glyph], claimed: Sequence[bool], ink: NDArray[np.float32]) -> tuple[int, int]:
    """The first and the last place that hold a glyph: one that a line names, or one beyond doubt."""
    usual = float(np.median(ink[1:-1]))

    def holds(index: int) -> bool:
        glyph = named[index]
        if glyph.char == NOTHING:
            return False
        sure = glyph.likely >= SURE_GLYPH and glyph.char not in STROKES
        return claimed[index] or (sure and float(ink[index]) >= LEAST_INK * usual)

    places = [index for index in range(len(named)) if holds(index)]
    if not places:
        return 1, len(named) - 2
    first, last = places[0], places[-1]
    opened = [glyph.char for glyph in named[first : last + 1]]
    closes = last + 1 < len(named) and named[last + 1].char == "）" and opened.count("（") > opened.count("）")
    return first, last + 1 if closes else last


def _named(said: NDArray[np.float32], claims: Sequence[str], lines: Sequence[Reading]) -> _Glyph:
    """The character that most speaks for, how likely it is among all that were named, and which others are not out of it."""
    known = characters()
    votes = {known[index]: float(said[index]) for index in np.argsort(-said)[:BEST]}
    for claim, line in zip(claims, lines, strict=True):
        if claim:
            votes[claim] = votes.get(claim, float(_says(said[None], claim)[0])) + LINE_WEIGHT * line.score
    order = sorted(votes, key=votes.__getitem__, reverse=True)
    weights = np.exp(np.array([votes[char] for char in order]) - votes[order[0]])
    shares = weights / weights.sum()
    others = "".join(
        char for char, share in zip(order[1:], shares[1:], strict=True) if share >= LEAST_OTHER and char != NOTHING
    )
    return _Glyph(order[0], float(shares[0]), others)


def along(cells: Likelihoods, text: str) -> list[str]:
    """Lay a text along the glyphs so that it fits best: for each glyph its character, or nothing (Needleman and Wunsch)."""
    count, length = len(cells), len(text)
    fits = np.stack([_says(cells, char) for char in text], axis=1).tolist() if text else []
    score = [[(row + column) * SKIP for column in range(length + 1)] for row in range(count + 1)]
    came = [["up" if row else "left" for _ in range(length + 1)] for row in range(count + 1)]
    for row in range(1, count + 1):
        for column in range(1, length + 1):
            score[row][column], came[row][column] = max(
                (score[row - 1][column - 1] + fits[row - 1][column - 1], "both"),
                (score[row - 1][column] + SKIP, "up"),
                (score[row][column - 1] + SKIP, "left"),
            )
    row, column = count, length
    chars = [""] * count
    while row and column:
        way = came[row][column]
        row, column = row - (way != "left"), column - (way != "up")
        if way == "both":
            chars[row] = text[column]
    return chars


def _says(cells: Likelihoods, char: str) -> NDArray[np.float32]:
    """What the model says of a character at every place."""
    index = characters().find(char)
    return np.maximum(cells[:, index], UNKNOWN) if index >= 0 else np.full(len(cells), UNKNOWN, dtype=np.float32)
