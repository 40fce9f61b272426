"""How much of a line each of its characters takes, by the places that the recogniser gave them, or by an even spread."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from extractors.text.fold import fold

Extent = tuple[float, float]
"""Where a character begins and ends along its line, 0..1."""

_NARROW: Final = 0.55
"""Advance of a digit or Latin letter as a share of a Chinese character's, where a line has none of one kind to measure."""
_WIDE_CLASSES: Final = "WFA"
_PER_MILLE: Final = 1000


def extents_of(text: str, places: Sequence[int] | None) -> tuple[str, list[Extent]]:
    """The folded text of a line and each of its characters' extent.

    ``places`` are the middles of the characters of ``text`` in per mille of the line. Neighbours meet half way between their
    middles; beside a gap a character ends where its own advance does, so that the gap stays empty.
    """
    folded = fold(text)
    if places is None or len(places) != len(text):
        return folded, _even(folded)
    if len(folded) == len(text):
        return folded, _around(folded, [place / _PER_MILLE for place in places])
    pieces = [(fold(char), place / _PER_MILLE) for char, place in zip(text, places, strict=True)]
    if "".join(piece for piece, _ in pieces) != folded:
        return folded, _even(folded)
    return folded, _around(folded, [place for piece, place in pieces for _ in piece])


def gaps_in(text: str, extents: Sequence[Extent]) -> list[float]:
    """The empty room before each character of a line, in the widest of its characters' extents; 0 before the first."""
    em = max((end - start for start, end in extents), default=0.0)
    if len(extents) != len(text) or em <= 0:
        return [0.0] * len(text)
    return [0.0, *((after[0] - before[1]) / em for before, after in pairwise(extents))]


def is_wide(char: str) -> bool:
    """Whether a character takes the room of a Chinese one."""
    return unicodedata.east_asian_width(char) in _WIDE_CLASSES


def _even(text: str) -> list[Extent]:
    """Wide characters take twice the room of narrow ones."""
    widths = [2.0 if is_wide(char) else 1.0 for char in text]
    total = sum(widths) or 1.0
    shares, at = [], 0.0
    for width in widths:
        shares.append((at / total, (at + width) / total))
        at += width
    return shares


def _around(text: str, middles: Sequence[float]) -> list[Extent]:
    wide, narrow = advances(text, middles)
    halves = [(wide if is_wide(char) else narrow) / 2 for char in text]
    extents = []
    for at, (middle, half) in enumerate(zip(middles, halves, strict=True)):
        before = _border(middles[at - 1], middle, halves[at - 1], half) if at else 0.0
        after = _border(middle, middles[at + 1], half, halves[at + 1]) if at + 1 < len(middles) else 1.0
        extents.append((max(before, middle - half, 0.0), min(after, middle + half, 1.0)))
    return extents


def _border(before: float, after: float, half_before: float, half_after: float) -> float:
    """Where two neighbours meet: between their middles, as far along as their widths have it."""
    return before + (after - before) * half_before / ((half_before + half_after) or 1.0)


def advances(text: str, middles: Sequence[float]) -> tuple[float, float]:
    """From one middle to the next, as a share of the line: of Chinese characters and of narrow ones that stand close."""
    steps: dict[bool, list[float]] = {True: [], False: []}
    for (one, here), (other, there) in pairwise(zip(text, middles, strict=True)):
        if is_wide(one) == is_wide(other) and not one.isspace() and not other.isspace():
            steps[is_wide(one)].append(there - here)
    wide = _usual(steps[True]) or (_usual(steps[False]) / _NARROW if steps[False] else 0.0)
    if not wide:
        units = sum(1.0 if is_wide(char) else _NARROW for char in text)
        wide = 1.0 / max(units, 1.0)
    return wide, _usual(steps[False]) or wide * _NARROW


def _usual(steps: Sequence[float]) -> float:
    """The lower middle of some steps: gaps between words are the longer ones."""
    return median(sorted(steps)[: max(1, (len(steps) + 1) * 2 // 3)]) if steps else 0.0
