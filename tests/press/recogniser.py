"""What an OCR engine makes of a set sheet: prints cut at their gaps, neighbours run together, spaces lost, characters placed.

One engine is drawn for each paper; its habits (how wide a gap must be to cut a line, whether it keeps spaces) hold for all
of it.
"""

import random
import re
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from tests.press.choices import Choices
from tests.press.sheet import Print, Role, Span

__all__ = ["Engine", "Reading", "make_engine", "read_prints"]

_INK: Final = re.compile(r"[^ _\u3000]+")
_INK_AND_BLANKS: Final = re.compile(r"[^ \u3000]+")


@dataclass(frozen=True)
class Engine:
    """The habits of one recogniser.

    ``cuts_at`` is the gap in ems from which it surely cuts a line, ``joins_below`` up to which it never does; ``keeps_spaces``
    is how often a gap within a line comes out as a space, ``strays_over_rules`` how often it joins cells.
    """

    joins_below: float
    cuts_at: float
    keeps_spaces: float
    reads_blanks: bool
    strays_over_rules: float
    cuts_anywhere: float


def make_engine(choices: Choices) -> Engine:
    """Return a recogniser with habits of its own."""
    joins_below = choices.between(0.7, 1.6)
    engine = Engine(
        joins_below,
        joins_below + choices.between(0.6, 2.5),
        choices.pick((0.0, 0.0, 0.0, 0.0, 0.3, 0.9)),
        choices.chance(0.06),
        choices.pick((0.0, 0.0, 0.0, 0.05, 0.2)),
        choices.pick((0.0, 0.0, 0.004, 0.015)),
    )
    choices.note(
        "engine", f"joins up to {engine.joins_below:.1f} em, cuts from {engine.cuts_at:.1f} em, spaces {engine.keeps_spaces}"
    )
    return engine


@dataclass(slots=True)
class Reading:
    """One line as read: its characters, the middle of each on the sheet, and where the values stand in it."""

    text: str
    middles: list[float]
    left: float
    right: float
    y: float
    size: float
    spans: list[Span]
    role: Role
    cell: int
    angle: float = 0.0
    score: float = 1.0
    gaps: list[float] = field(default_factory=list)


def read_prints(prints: list[Print], engine: Engine, choices: Choices) -> list[Reading]:
    """Return the lines that the engine reads, row by row from the top, each row from the left."""
    pattern = _INK_AND_BLANKS if engine.reads_blanks else _INK
    fill = choices.fill
    rows = _rows([atom for made in prints if not made.angle for atom in _atoms(made, pattern)])
    lines = [line for row in rows for line in _run_together(row, engine, fill)]
    if engine.cuts_anywhere:
        lines = [part for line in lines for part in _cut_somewhere(line, engine, fill)]
    return lines + [atom for made in prints if made.angle for atom in _whole(made)]


def _atoms(made: Print, pattern: re.Pattern[str]) -> list[Reading]:
    """Cut a print at all its gaps."""
    text, size, tracking = made.text, made.size, made.tracking
    ends = list(accumulate([(0.5 if sign < "\x7f" else 1.0) + tracking for sign in text]))
    atoms: list[Reading] = []
    x = made.x
    for found in pattern.finditer(text):
        start, end = found.span()
        middles = [x + size * (ends[at] - tracking - (0.25 if text[at] < "\x7f" else 0.5)) for at in range(start, end)]
        left = x + size * (ends[start - 1] if start else 0.0)
        spans = [
            (max(first, start) - start, min(last, end) - start, name, printing)
            for first, last, name, printing in made.spans
            if first < end and last > start
        ]
        right = x + size * (ends[end - 1] - tracking)
        atoms.append(Reading(text[start:end], middles, left, right, made.y, size, spans, made.role, made.cell))
    return atoms


def _whole(made: Print) -> list[Reading]:
    """A slanted print is read as it stands, its quad turned."""
    ends = list(accumulate([0.5 if sign < "\x7f" else 1.0 for sign in made.text]))
    middles = [made.x + made.size * (end - (0.25 if sign < "\x7f" else 0.5)) for end, sign in zip(ends, made.text, strict=True)]
    right = made.x + made.size * ends[-1]
    return [Reading(made.text, middles, made.x, right, made.y, made.size, [], made.role, 0, made.angle)]


def _rows(atoms: list[Reading]) -> list[list[Reading]]:
    """Sort what was found into rows."""
    rows: list[list[Reading]] = []
    middle = -1e9
    for atom in sorted(atoms, key=lambda found: found.y + found.size / 2):
        y = atom.y + atom.size / 2
        if y - middle > atom.size * 0.35:
            rows.append([])
            middle = y
        rows[-1].append(atom)
    for row in rows:
        row.sort(key=lambda found: found.left)
    return rows


def _run_together(row: list[Reading], engine: Engine, fill: random.Random) -> list[Reading]:
    """Join the parts of a row that stand too close to be told apart."""
    lines = [row[0]]
    for atom in row[1:]:
        last = lines[-1]
        gap = (atom.left - last.right) / max(last.size, atom.size)
        if _joins(last, atom, gap, engine, fill):
            _append(last, atom, gap > 0.35 and fill.random() < engine.keeps_spaces)
        else:
            lines.append(atom)
    return lines


def _joins(last: Reading, atom: Reading, gap: float, engine: Engine, fill: random.Random) -> bool:
    if last.role == "watermark" or atom.role == "watermark" or gap < -0.3:
        return False
    if last.cell != atom.cell:
        return gap < engine.cuts_at and fill.random() < engine.strays_over_rules
    if max(last.size, atom.size) > 1.35 * min(last.size, atom.size):
        return False
    if gap <= engine.joins_below:
        return True
    return gap < engine.cuts_at and fill.random() < (engine.cuts_at - gap) / (engine.cuts_at - engine.joins_below)


def _append(last: Reading, atom: Reading, with_space: bool) -> None:
    if with_space:
        last.text += " "
        last.middles.append((last.right + atom.left) / 2)
    shift = len(last.text)
    last.text += atom.text
    last.middles += atom.middles
    last.right = atom.right
    last.spans += [(start + shift, end + shift, name, printing) for start, end, name, printing in atom.spans]


def _cut_somewhere(line: Reading, engine: Engine, fill: random.Random) -> list[Reading]:
    """Cut one line in two where no gap is, as engines do now and then on long lines."""
    length = len(line.text)
    if length < 8 or fill.random() >= engine.cuts_anywhere * length / 8:
        return [line]
    at = fill.randrange(3, length - 3)
    edge = (line.middles[at - 1] + line.middles[at]) / 2
    parts = []
    for start, end, left, right in ((0, at, line.left, edge), (at, length, edge, line.right)):
        spans = [(max(a, start) - start, min(b, end) - start, name, n) for a, b, name, n in line.spans if a < end and b > start]
        parts.append(
            Reading(line.text[start:end], line.middles[start:end], left, right, line.y, line.size, spans, line.role, line.cell)
        )
    return parts
