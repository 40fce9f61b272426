"""Which lines of a photographed or scanned page are a watermark: far paler than its print, whatever they say, or across it.

A piece of the same words that the recogniser read at the end of a line of print is a line of its own afterwards.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from extractors.evidence import Box, Point, Quad, TextLine
from extractors.page.slanted import slanted_marks, slope_of
from extractors.text.fold import fold

PALE_SHARE: Final = 0.18
"""Of the contrast that a page's strong print has. On 13 licences of another hand the watermark had 0.03 to 0.06 of it, and the
palest line of print 0.4."""
_STRONG: Final = 0.9
"""Place among a page's lines, by contrast, of one that is surely print: a watermark's lines may be more than all others."""
LEAST_LINES: Final = 5
"""Lines that must be measured for a page to have a usual contrast."""
_LEAST_PIECE: Final = 2
"""Characters of a watermark that are cut off a line of print, and that make a line of no measured contrast a piece of one."""
_ALIKE: Final = 0.75
"""Likeness (0..1) of a piece to the watermark: one character of four may be misread."""
_LEAST_LIKE: Final = 4
"""Characters from which a piece need not be the same to the letter."""
_LATIN_TAIL: Final = re.compile(r"[A-Za-z\s]+$")
_LATIN_HEAD: Final = re.compile(r"^[A-Za-z\s]+")
_PER_MILLE: Final = 1000


def watermarks_apart(lines: Sequence[TextLine], size_px: tuple[int, int], seals: Sequence[Box] = ()) -> tuple[TextLine, ...]:
    """The lines, those of a watermark in a layer of their own, and its pieces cut off lines of print.

    ``size_px``: width and height of the page. ``seals``: where seals were found on it.
    """
    return tuple(piece for pieces in parted(lines, size_px, seals) for piece in pieces)


def without_rest(again: Sequence[TextLine], apart: Sequence[TextLine], size_px: tuple[int, int]) -> tuple[TextLine, ...]:
    """The lines of a page read without its watermark, those aside that are what was left of it. ``apart``: as read with it."""
    marks = [line for line in apart if line.layer == "watermark"]
    pieces = parted([*marks, *again], size_px)[len(marks) :]
    return tuple(piece for line in pieces for piece in line if piece.layer == "print")


def parted(lines: Sequence[TextLine], size_px: tuple[int, int], seals: Sequence[Box] = ()) -> tuple[tuple[TextLine, ...], ...]:
    """For each line what becomes of it: itself, or its print and the watermark's pieces beside it."""
    slanted = slanted_marks(lines, size_px, seals)
    pale = _pale(lines) - slanted
    said = _said(lines, pale)
    across = _said(lines, slanted)
    marks = pale | slanted | {at for at, line in enumerate(lines) if _is_bit(line, across, size_px)}
    return tuple(tuple(_pieces(line, at in marks, said)) for at, line in enumerate(lines))


def _pale(lines: Sequence[TextLine]) -> frozenset[int]:
    """The indices of lines that are far paler than the print."""
    contrasts = [line.legibility.contrast for line in lines if line.legibility is not None]
    if len(contrasts) < LEAST_LINES:
        return frozenset()
    faint = PALE_SHARE * sorted(contrasts)[round(_STRONG * (len(contrasts) - 1))]
    return frozenset(at for at, line in enumerate(lines) if line.legibility is not None and line.legibility.contrast < faint)


def _said(lines: Sequence[TextLine], marks: Iterable[int]) -> tuple[str, ...]:
    said = {_plain(lines[at].text) for at in marks}
    return tuple(text for text in said if len(text) >= _LEAST_PIECE)


def _is_bit(line: TextLine, across: Sequence[str], size_px: tuple[int, int]) -> bool:
    """Whether a line too short to have a direction is a bit of a mark that runs across the page."""
    text = _plain(line.text)
    return len(text) >= _LEAST_PIECE and slope_of(line, size_px) is None and any(text in whole for whole in across)


def _pieces(line: TextLine, is_mark: bool, said: tuple[str, ...]) -> Iterator[TextLine]:
    if is_mark or (line.legibility is None and _is_piece(_plain(line.text), said)):
        yield line.model_copy(update={"layer": "watermark"})
        return
    start, end = _print_in(line.text, said)
    if (start, end) == (0, len(line.text)) or start >= end:
        yield line
        return
    for first, last, layer in ((0, start, "watermark"), (start, end, "print"), (end, len(line.text), "watermark")):
        if line.text[first:last].strip():
            yield _part(line, first, last).model_copy(update={"layer": layer})


def _print_in(text: str, said: tuple[str, ...]) -> tuple[int, int]:
    """Where the print in a line begins and ends: Latin letters at its ends that repeat a watermark are none."""
    head, tail = _LATIN_HEAD.search(text), _LATIN_TAIL.search(text)
    start = head.end() if head and _is_piece(_plain(head[0]), said) else 0
    end = tail.start() if tail and _is_piece(_plain(tail[0]), said) else len(text)
    return start, end


def _is_piece(text: str, said: tuple[str, ...]) -> bool:
    """Whether a text is a piece of a watermark, or of one behind the other."""
    if len(text) < _LEAST_PIECE:
        return False
    for whole in said:
        endless = whole * (len(text) // max(len(whole), 1) + 2)
        if text in endless:
            return True
        match = SequenceMatcher(None, endless, text, autojunk=False)
        same = sum(block.size for block in match.get_matching_blocks())
        if len(text) >= _LEAST_LIKE and same >= _ALIKE * len(text) and len(whole) >= _LEAST_LIKE:
            return True
    return False


def _plain(text: str) -> str:
    return re.sub(r"[\s\W_]", "", fold(text)).upper()


def _part(line: TextLine, first: int, last: int) -> TextLine:
    """A line's characters from one to another, with their share of its quad."""
    places = line.places if line.places is not None and len(line.places) == len(line.text) else None
    middles = places or [round(_PER_MILLE * (at + 0.5) / len(line.text)) for at in range(len(line.text))]
    borders = [0, *((a + b) // 2 for a, b in pairwise(middles)), _PER_MILLE]
    left, right = borders[first], max(borders[last], borders[first] + 1)
    own = tuple(round(_PER_MILLE * (middle - left) / (right - left)) for middle in middles[first:last])
    return line.model_copy(
        update={
            "text": line.text[first:last],
            "places": own if places is not None else None,
            "quad": _cut(line.quad, left / _PER_MILLE, right / _PER_MILLE),
            "colour_text": None,
            "colour_places": None,
        }
    )


def _cut(quad: Quad, left: float, right: float) -> Quad:
    top_left, top_right, bottom_right, bottom_left = quad
    return (
        _between(top_left, top_right, left),
        _between(top_left, top_right, right),
        _between(bottom_left, bottom_right, right),
        _between(bottom_left, bottom_right, left),
    )


def _between(one: Point, other: Point, share: float) -> Point:
    return (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)
