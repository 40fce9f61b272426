"""Text put together from lines, that still knows where on the page each character stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from extractors.evidence import Box, TextLine
from extractors.text.dates import find_dates
from extractors.text.extents import extents_of, gaps_in
from extractors.text.fold import fold

WORD_GAP_EM: Final = 0.6
CELL_GAP_EM: Final = 2.0
"""Empty room in heights of a line: wider than a word gap is written as a space, wider than a cell gap as a tab."""
_BLANKS: Final = (" ", "\t", "\n")

Span = tuple[int, int]
"""Start and end offsets into a passage's text."""


@dataclass(frozen=True)
class Passage:
    """Folded text and, per character, the line it comes from and its share of that line (None for joints).

    ``spots`` is as long as ``text``; a spot is (index into ``lines``, start, end) with the last two in 0..1 along the line.
    """

    text: str
    spots: tuple[tuple[int, float, float] | None, ...]
    lines: tuple[TextLine, ...]

    @cached_property
    def compact(self) -> tuple[str, tuple[int, ...]]:
        """The text without spaces, and the offset of each of its characters in ``text``."""
        offsets = tuple(index for index, char in enumerate(self.text) if not char.isspace())
        return "".join(self.text[index] for index in offsets), offsets

    def spread(self, compact_span: Span) -> Span:
        """The span in ``text`` of a span in the compact text."""
        start, end = compact_span
        offsets = self.compact[1]
        if start >= end:
            at = offsets[start] if start < len(offsets) else len(self.text)
            return at, at
        return offsets[start], offsets[end - 1] + 1

    def trimmed(self, span: Span, edges: str = " \n\t") -> Span:
        """The span without the given characters at its ends."""
        start, end = span
        while start < end and self.text[start] in edges:
            start += 1
        while end > start and self.text[end - 1] in edges:
            end -= 1
        return start, end

    def box(self, span: Span) -> Box | None:
        """The rectangle around a span; None where the span holds no printed character."""
        boxes = [_part(self.lines[index], start, end) for index, start, end in self._parts(span)]
        if not boxes:
            return None
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))

    def lines_in(self, span: Span) -> tuple[TextLine, ...]:
        """The lines that a span touches."""
        return tuple(self.lines[index] for index, _, _ in self._parts(span))

    def agrees(self, span: Span) -> bool:
        """Whether every line of a span that colour lies over was read the same with and without it, as far as the span goes."""
        for index in dict.fromkeys(spot[0] for spot in self.spots[span[0] : span[1]] if spot):
            part = "".join(char for char, spot in self._marked(span) if spot[0] == index)
            if not confirmed(self.lines[index], part):
                return False
        return True

    def score(self, span: Span) -> float:
        """The lowest score among the span's lines."""
        return min((line.score for line in self.lines_in(span)), default=1.0)

    def _marked(self, span: Span) -> Iterable[tuple[str, tuple[int, float, float]]]:
        pairs = zip(self.text[span[0] : span[1]], self.spots[span[0] : span[1]], strict=True)
        return ((char, spot) for char, spot in pairs if spot is not None)

    def _parts(self, span: Span) -> list[tuple[int, float, float]]:
        parts: dict[int, tuple[float, float]] = {}
        for _, (index, start, end) in self._marked(span):
            known = parts.get(index, (start, end))
            parts[index] = (min(known[0], start), max(known[1], end))
        return [(index, start, end) for index, (start, end) in parts.items()]


def confirmed(line: TextLine, part: str) -> bool:
    """Whether part of a line was read the same with and without the coloured ink, as text or as the date it means."""
    if line.readings_agree or line.colour_text is None:
        return True
    colour = fold(line.colour_text)
    if "".join(part.split()) in "".join(colour.split()):
        return True
    values = {reading.value for reading in find_dates(part) if reading.value}
    return bool(values) and values <= {reading.value for reading in find_dates(colour)}


def joint_of(gap_em: float) -> str:
    """How empty room in a row is written: a tab between cells, a space between words, nothing within a word."""
    return "\t" if gap_em > CELL_GAP_EM else " " if gap_em > WORD_GAP_EM else ""


def compose(pieces: Sequence[tuple[TextLine, str]]) -> Passage:
    """Put lines together: each piece is a line and the joint written before it (empty, a space, a line feed).

    Gaps within a line that the recogniser left out are written as well, where its characters' places show them.
    """
    text: list[str] = []
    spots: list[tuple[int, float, float] | None] = []
    for index, (line, joint) in enumerate(pieces):
        text.append(joint)
        spots += [None] * len(joint)
        folded, extents = extents_of(line.text, line.places)
        for char, gap, extent in zip(folded, gaps_in(folded, extents), extents, strict=True):
            lost = joint_of(gap) if not char.isspace() and text[-1][-1:] not in _BLANKS else ""
            text += [lost, char]
            spots += [None] * len(lost)
            spots.append((index, *extent))
    return Passage("".join(text), tuple(spots), tuple(line for line, _ in pieces))


def _part(line: TextLine, start: float, end: float) -> Box:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = line.quad
    xs = [a + (b - a) * t for a, b in ((ax, bx), (dx, cx)) for t in (start, end)]
    ys = [a + (b - a) * t for a, b in ((ay, by), (dy, cy)) for t in (start, end)]
    return (min(xs), min(ys), max(xs), max(ys))


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans have a character in common."""
    return one[0] < other[1] and other[0] < one[1]
