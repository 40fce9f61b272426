"""The running text of a paper, or of a part of it: wrapped lines joined into sentences, every character still in its place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extractors.evidence import Box, Doubt, FieldReading, FieldState, TextLine
from extractors.text.dates import DateReading
from extractors.text.passage import Passage, Span, compose
from extractors.text.rows import Row

_FULL_LINE_EM: Final = 2.5
"""A line that ends at most this many line heights before the text's right edge goes on in the next."""
_INDENT_EM: Final = 1.2
"""A line indented further than this begins a paragraph."""
_STANDS_APART_EM: Final = 3.0
_TALLER: Final = 1.5
"""Beside a cell that is taller than this, gaps are measured by the lines that it is not."""


Piece = tuple[TextLine, str]
"""A line, and what joins it to the one before."""


@dataclass(frozen=True, eq=False)
class Part:
    """A page or the part of it that one document fills: its rows and its running text. Parts are told apart by identity."""

    page: int
    rows: tuple[Row, ...]
    body: Passage

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """Every line of the part."""
        return tuple(item.line for row in self.rows for item in row.placed)

    @property
    def box(self) -> Box:
        """The rectangle around its lines."""
        boxes = [line.box for line in self.lines]
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def part_of(page: int, rows: Sequence[Row]) -> Part:
    """Rows of one document with their running text: a line feed ends a paragraph, a full line runs on into the next."""
    return Part(page, tuple(rows), compose([piece for pieces in pieces_of(rows) for piece in pieces]))


def pieces_of(rows: Sequence[Row]) -> list[list[Piece]]:
    """For each row its lines, each with what joins it to the one before: nothing, a space, a tab or a line feed."""
    made: list[list[Piece]] = []
    for index, row in enumerate(rows):
        first = "" if index and _runs_on(rows, index - 1) else "\n" if index else ""
        pieces = [(row.placed[0].line, first)]
        for before, item in pairwise(row.placed):
            gap, em = item.left - before.right, min(row.height, _TALLER * min(item.height, before.height))
            pieces.append((item.line, "\t" if gap > 2 * em else " " if gap > em / 2 else ""))
        made.append(pieces)
    return made


def _runs_on(rows: Sequence[Row], index: int) -> bool:
    row, following = rows[index], rows[index + 1]
    left, right = min(r.left for r in rows), max(r.right for r in rows)
    ends_full = right - row.right <= _FULL_LINE_EM * row.height
    begins_full = following.left - left <= _INDENT_EM * following.height
    near = following.top - row.bottom <= _STANDS_APART_EM * row.height
    tabled = "\t" in row.passage.text and "\t" in following.passage.text
    return ends_full and begins_full and near and not tabled and row.passage.text[-1:] not in "。:;"


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it was read: the raw text is the span of its passage."""

    value: str
    passage: Passage
    span: Span
    state: FieldState = "read"
    doubts: frozenset[Doubt] = frozenset()
    checksum_ok: bool | None = None
    repaired: bool = False
    settled: bool = False
    """Read twice, with and without the coloured ink, and the same value both times."""

    def doubted(self, *doubts: Doubt) -> "Found":
        """The same with something that speaks against it."""
        return replace(self, doubts=self.doubts.union(doubts))

    def reading(self, page: int) -> FieldReading:
        """As evidence: confidence is the lowest score among the lines it was read from."""
        doubts = self.doubts
        if not self.settled and not self.passage.agrees(self.span):
            doubts |= {"readings_differ"}
        return FieldReading(
            value=self.value,
            confidence=round(self.passage.score(self.span), 4),
            doubts=tuple(sorted(doubts)),
            page=page,
            box=self.passage.box(self.span),
            state=self.state,
            raw=self.passage.text[slice(*self.span)].strip(),
            repaired=self.repaired,
            checksum_ok=self.checksum_ok,
        )


def found_date(date: DateReading, passage: Passage, offset: int = 0) -> Found:
    """A date that was read at ``offset`` of a passage. A doubtful shape is never sure."""
    found = Found(date.value, passage, (offset + date.start, offset + date.end), date.state)
    return found.doubted("odd_shape") if date.doubtful else found
