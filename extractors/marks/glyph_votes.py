"""What the glyph model and the readings of the line say of each glyph of a ring, added up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.marks.glyph_model import NOTHING, Likelihoods, characters
from extractors.ocr.engine import Reading

LINE_WEIGHT: Final = 2.5
"""What a line's reading counts for beside the glyph model, in logarithms (a factor of 12)."""
UNKNOWN: Final = -7.0
"""The model's say on a character it does not know."""
SKIP: Final = -6.0
"""What it costs to leave a glyph without a character, or a character without a glyph, when a line is laid along the glyphs."""
BEST: Final = 20
"""So many of the model's answers are looked at."""
LEAST_READ: Final = 0.35
"""Likelihood below which a glyph is not read."""
LEAST_OTHER: Final = 0.02
IN_DOUBT: Final = 0.6
LEAST_OTHER_IN_DOUBT: Final = 0.005
"""Likelihood from which another character may stand there as well: of a glyph less likely than ``IN_DOUBT``, nearly any may."""
ANYTHING: Final = 0.5
"""Likelihood of all characters but the best from which print hides too much to rule any out. Where the seal itself shows
nothing, it does not show the owner's either."""
HARDLY_SEEN: Final = 0.15
"""So it does where even the likeliest character is less likely than this."""
UNREAD: Final = "□"
"""Stands for a glyph that nobody can read; among what else may stand in a place, for any character."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """What was made of one place; ``others`` may stand there instead."""

    char: str
    likely: float
    others: str

    @property
    def read(self) -> bool:
        """Whether it can be said what stands here."""
        return self.likely >= LEAST_READ and self.char != NOTHING

    @property
    def shown(self) -> str:
        """The character, or the mark of an unread one."""
        return self.char if self.read else UNREAD

    @property
    def alternatives(self) -> str:
        """What else may stand here; of a place that was not read the guess is one of them."""
        return self.others if self.read else self._besides("")

    def settled(self, char: str, rivals: str = "") -> "Glyph":
        """The glyph taken for a character that something else than its strokes speaks for."""
        return Glyph(char, max(LEAST_READ, self.likely), self._besides(char) + rivals)

    def _besides(self, char: str) -> str:
        return "".join(each for each in self.char + self.others if each not in (NOTHING, char))


class Votes:
    """The votes on all glyphs of a ring."""

    def __init__(self, said: Likelihoods, lines: Sequence[Reading]) -> None:
        self._said = said
        self._lines = lines
        self._claims = [along(said, line.text) for line in lines]

    def glyphs(self) -> list[Glyph]:
        """What most speaks for at each place."""
        return [self._glyph(index) for index in range(len(self._said))]

    def claimed(self, index: int, char: str) -> bool:
        """Whether a line has a character at a place."""
        return any(claim[index] == char for claim in self._claims)

    def likely(self, index: int, char: str) -> float:
        """How likely (0..1) the model alone finds a character at a place."""
        return float(np.exp(_says(self._said[index][None], char)[0]))

    def over(self, index: int, best: str, char: str) -> float:
        """By how much more speaks for the best character of a place than for another, in logarithms."""
        return max(0.0, self._speaks(index, best) - self._speaks(index, char))

    def _speaks(self, index: int, char: str) -> float:
        return float(_says(self._said[index][None], char)[0]) + sum(
            LINE_WEIGHT * line.score for claim, line in zip(self._claims, self._lines, strict=True) if claim[index] == char
        )

    def _glyph(self, index: int) -> Glyph:
        """The character that most speaks for, how likely it is among all there are, and which others are not out of it."""
        known, said = characters(), self._said[index]
        named = {known[each] for each in np.argsort(-said)[:BEST]} | {claim[index] for claim in self._claims} - {""}
        votes = {char: self._speaks(index, char) for char in sorted(named)}
        order = sorted(votes, key=votes.__getitem__, reverse=True)
        rest = max(0.0, 1.0 - sum(float(np.exp(said[known.index(char)])) for char in named if char in known))
        weights = np.exp(np.array([votes[char] for char in order]) - votes[order[0]])
        shares = weights / (weights.sum() + rest * np.exp(-votes[order[0]]))
        least = LEAST_OTHER if shares[0] >= IN_DOUBT else LEAST_OTHER_IN_DOUBT
        others = "".join(char for char, share in zip(order[1:], shares[1:], strict=True) if share >= least and char != NOTHING)
        most = float(np.exp(said.max()))
        return Glyph(order[0], float(shares[0]), others + UNREAD if rest > ANYTHING or most < HARDLY_SEEN else others)


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


def _says(cells: NDArray[np.float32], char: str) -> NDArray[np.float32]:
    """What the model says of a character at every place."""
    index = characters().find(char)
    return np.maximum(cells[:, index], UNKNOWN) if index >= 0 else np.full(len(cells), UNKNOWN, dtype=np.float32)
