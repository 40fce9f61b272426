"""One text from two kinds of reading: of the ring as a line of text, and of its glyphs one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.marks.glyph_model import Likelihoods, characters
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


@dataclass(frozen=True, slots=True)
class Voted:
    """The text with ``UNREAD`` in place of what could not be read, and how likely all of the rest is right (0..1)."""

    text: str
    confidence: float


def voted(cells: Cells, lines: Sequence[Reading]) -> Voted:
    """Let the glyph model and several readings of the whole line vote on each glyph."""
    said = cells.likelihoods
    claims = [along(said, reading.text) for reading in lines]
    named = [_named(said[index], [claim[index] for claim in claims], lines) for index in range(len(said))]
    claimed = [any(claim[index] == named[index][0] for claim in claims) for index in range(len(said))]
    first, last = _ends(named, claimed, cells.ink)
    kept = named[first : last + 1]
    text = "".join(char if likely >= LEAST_READ else UNREAD for char, likely in kept).strip(UNREAD)
    return Voted(text, float(np.prod([likely for _, likely in kept if likely >= LEAST_READ] or [0.0])))


def _ends(named: Sequence[tuple[str, float]], claimed: Sequence[bool], ink: NDArray[np.float32]) -> tuple[int, int]:
    """The first and the last place that hold a glyph: one that a line names, or one beyond doubt."""
    usual = float(np.median(ink[1:-1]))

    def holds(index: int) -> bool:
        char, likely = named[index]
        return claimed[index] or (likely >= SURE_GLYPH and char not in STROKES and float(ink[index]) >= LEAST_INK * usual)

    places = [index for index in range(len(named)) if holds(index)]
    if not places:
        return 1, len(named) - 2
    first, last = places[0], places[-1]
    opened = [char for char, _ in named[first : last + 1]]
    closes = last + 1 < len(named) and named[last + 1][0] == "）" and opened.count("（") > opened.count("）")
    return first, last + 1 if closes else last


def _named(said: NDArray[np.float32], claims: Sequence[str], lines: Sequence[Reading]) -> tuple[str, float]:
    """The character that most speaks for, and how likely it is among all that were named."""
    known = characters()
    votes = {known[index]: float(said[index]) for index in np.argsort(-said)[:BEST]}
    for claim, line in zip(claims, lines, strict=True):
        if claim:
            votes[claim] = votes.get(claim, float(_says(said[None], claim)[0])) + LINE_WEIGHT * line.score
    best = max(votes, key=votes.__getitem__)
    weights = np.exp(np.array(list(votes.values())) - votes[best])
    return best, float(1 / weights.sum())


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
