"""A sheet as it is set: which characters are printed where, before any recogniser or camera has seen them.

All measures are thousandths of the sheet's width. An underscore is a blank underlined for filling in, half an em wide.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, Literal

from tests.press.wording import Piece

__all__ = ["Align", "Print", "Role", "Rule", "Sheet", "Span", "joined", "wide"]

Role = Literal["title", "letterhead", "body", "label", "value", "foot", "note", "prose", "watermark"]
Align = Literal["left", "middle", "right"]
Span = tuple[int, int, str, int]
"""From which character to which a value stands, its field, and which printing of it this is."""

WIDTH: Final = 1000.0
_NEVER_FIRST: Final = frozenset("，。、；：）！？》”’%,.;:)]】〕")
_NEVER_LAST: Final = frozenset("（《“‘([【〔")


def wide(text: str) -> float:
    """How many ems a text takes: Han characters one each, plain letters and digits half."""
    return sum([0.5 if sign < "\x7f" else 1.0 for sign in text])


def joined(pieces: Iterable[Piece]) -> str:
    """The text of pieces in a row."""
    return "".join([text for text, _, _ in pieces])


@dataclass(slots=True)
class Print:
    """A stretch of characters set in one go on one line; ``tracking`` is what is added after each, in ems."""

    text: str
    x: float
    y: float
    size: float
    spans: list[Span]
    role: Role = "body"
    tracking: float = 0.0
    cell: int = 0
    angle: float = 0.0


Rule = tuple[float, float, float, float]
"""A ruled line from one point to another."""


@dataclass(slots=True)
class Sheet:
    """The paper on the press: where the next line goes, how large it is set, and all that is set so far."""

    height: float
    left: float
    right: float
    y: float
    size: float
    leading: float
    breaks_numbers: bool = False
    prints: list[Print] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    seal_at: tuple[float, float] | None = None
    cells: int = 0

    @property
    def measure(self) -> float:
        """How wide a line may become."""
        return self.right - self.left

    def feed(self, lines: float = 1.0) -> None:
        """Go so many lines down."""
        self.y += self.size * self.leading * lines

    def put(self, pieces: Sequence[Piece], x: float, role: Role = "body", *, size: float = 0.0, tracking: float = 0.0) -> Print:
        """Print pieces at the current height, from ``x`` on."""
        text, spans = _spanned(pieces)
        made = Print(text, x, self.y, size or self.size, spans, role, tracking)
        self.prints.append(made)
        return made

    def put_aligned(
        self, pieces: Sequence[Piece], align: Align, role: Role = "body", *, size: float = 0.0, tracking: float = 0.0
    ) -> None:
        """Print pieces at the left, in the middle or at the right of the measure; go on below where they are too long."""
        size = size or self.size
        text = joined(pieces)
        width = (wide(text) + tracking * len(text)) * size
        if width > self.measure:
            self.paragraph(pieces, 0, role, size=size)
            return
        room = self.measure - width
        self.put(
            pieces, self.left + room * {"left": 0.0, "middle": 0.5, "right": 1.0}[align], role, size=size, tracking=tracking
        )
        self.y += size * self.leading

    def paragraph(self, pieces: Sequence[Piece], indent: float, role: Role = "body", *, size: float = 0.0) -> None:
        """Print pieces as a paragraph, broken at the measure; ``indent`` in ems."""
        size = size or self.size
        text, spans = _spanned(pieces)
        for start, end in self.broken(text, self.measure / size, indent):
            x = self.left + (indent * size if start == 0 else 0)
            self.prints.append(Print(text[start:end], x, self.y, size, within(spans, start, end), role))
            self.y += size * self.leading

    def broken(self, text: str, measure: float, indent: float = 0.0) -> list[tuple[int, int]]:
        """Where a text is broken into lines of so many ems."""
        ends = list(accumulate([0.5 if sign < "\x7f" else 1.0 for sign in text]))
        lines: list[tuple[int, int]] = []
        start, done, room = 0, 0.0, measure - indent
        while start < len(text):
            end = max(bisect_right(ends, done + room + 1e-6), start + 1)
            if end < len(text):
                end = self._good_break(text, start, end)
            lines.append((start, end))
            start, done, room = end, ends[end - 1], measure
        return lines

    def _good_break(self, text: str, start: int, end: int) -> int:
        if not self.breaks_numbers and _runs_on(text, end):
            first = end
            while first > start and _runs_on(text, first):
                first -= 1
            if first > start + 4:
                end = first
        if text[end] in _NEVER_FIRST:
            end -= 1
        if end - 1 > start and text[end - 1] in _NEVER_LAST:
            end -= 1
        return max(end, start + 1)

    def fit(self) -> None:
        """Shrink all that is set, where it would run off the foot of the sheet."""
        foot = self.height * 0.955
        if self.y <= foot:
            return
        scale = foot / self.y
        shift = (1 - scale) * WIDTH / 2
        for made in self.prints:
            made.x, made.y, made.size = made.x * scale + shift, made.y * scale, made.size * scale
        self.rules = [(x0 * scale + shift, y0 * scale, x1 * scale + shift, y1 * scale) for x0, y0, x1, y1 in self.rules]
        if self.seal_at:
            self.seal_at = (self.seal_at[0] * scale + shift, self.seal_at[1] * scale)
        self.y = foot

    def add_below(self, other: "Sheet") -> None:
        """Set another sheet's prints below what is set on this one."""
        down = self.y
        for made in other.prints:
            made.y += down
            made.cell += self.cells if made.cell else 0
        self.prints += other.prints
        self.rules += [(x0, y0 + down, x1, y1 + down) for x0, y0, x1, y1 in other.rules]
        if other.seal_at:
            self.seal_at = (other.seal_at[0], other.seal_at[1] + down)
        self.y += other.y


def _runs_on(text: str, at: int) -> bool:
    return text[at - 1].isascii() and text[at].isascii() and text[at - 1] not in " _" and text[at] not in " _"


def _spanned(pieces: Sequence[Piece]) -> tuple[str, list[Span]]:
    spans: list[Span] = []
    at = 0
    for text, name, printing in pieces:
        end = at + len(text)
        if name and text:
            spans.append((at, end, name, printing))
        at = end
    return "".join([piece[0] for piece in pieces]), spans


def within(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The parts of spans that lie between two characters, counted from the first of these."""
    return [
        (max(first, start) - start, min(last, end) - start, name, printing)
        for first, last, name, printing in spans
        if first < end and last > start
    ]
