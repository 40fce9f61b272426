"""A paper's text as the tagger sees it: each character with what stands before it, above it, and where on the page it is."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.documents.body import Part
from extractors.documents.sentences import ID_LIKE
from extractors.evidence import Box
from extractors.text.dates import find_dates
from extractors.text.passage import Passage

Ids = NDArray[np.int64]
Reals = NDArray[np.float32]

ABOVE: Final = 10
"""Characters of the cell above that are seen, its last ones."""
UNKNOWN: Final = 1
"""The number of a character that is not known; 0 is none at all."""
JOINTS: Final = ("", " ", "\t", "\n")
"""What stands between two characters: nothing, a gap, a wide gap, a new line."""
_UP_EM: Final = 3.5
"""A cell is below another where it begins within so many of its heights."""
_CODE: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-Z][0-9A-Z\-]{5,29}(?![0-9A-Za-z])")
_ENGLISH: Final = re.compile("[A-Za-z]{3}")
"""What English dates have: beside the same day in figures they are no day of their own."""
_BADLY_READ: Final = 0.8
_HAN_ROWS: Final = range(0xB0, 0xF8)
_SIGN_ROWS: Final = range(0xA1, 0xA4)
_MORE_SIGNS: Final = "☑☐☒✓✔✕〇〔〕【】"


@dataclass(frozen=True, slots=True, eq=False)
class Characters:
    """The n characters of a passage that are printed. ``offsets`` are theirs in its text.

    ``signs`` (n): the number of each character. ``joints`` (n): the number in ``JOINTS`` of what stands before it. ``shapes``
    (n×7): whether it is part of a date, an ID number, a code; its place from left and top, its height against the usual one,
    and whether its line was read badly. ``above`` and ``top`` (n×ABOVE): the cell right above, and the uppermost one of its
    column.
    """

    offsets: Ids
    signs: Ids
    joints: Ids
    shapes: Reals
    above: Ids
    top: Ids


@cache
def numbers_of_signs() -> dict[str, int]:
    """The number of every character that is told from others: those of GB 2312 and ASCII, from 2 on."""
    rows = [bytes((row, cell)) for row in (*_SIGN_ROWS, *_HAN_ROWS) for cell in range(0xA1, 0xFF)]
    wide = [sign for sign in (row.decode("gb2312", "ignore") for row in rows) if sign]
    narrow = [chr(code) for code in range(0x21, 0x7F)]
    return {sign: number for number, sign in enumerate(dict.fromkeys((*narrow, *wide, *_MORE_SIGNS)), start=2)}


def characters_of(part: Part) -> Characters:
    """The characters of a part of a page, in reading order."""
    passage = part.body
    known = numbers_of_signs()
    at = [index for index, spot in enumerate(passage.spots) if spot is not None and not passage.text[index].isspace()]
    cells = _cells(passage, at)
    above, top = _overhead(cells, known)
    cell_of = np.concatenate([np.full(len(cell.offsets), number) for number, cell in enumerate(cells)] or [np.zeros(0)]).astype(
        int
    )
    return Characters(
        offsets=np.array(at, dtype=np.int64),
        signs=np.array([known.get(passage.text[index], UNKNOWN) for index in at], dtype=np.int64),
        joints=np.array(_joints(passage, at), dtype=np.int64),
        shapes=_shapes(passage, at),
        above=above[cell_of],
        top=top[cell_of],
    )


def _joints(passage: Passage, at: list[int]) -> list[int]:
    joints = []
    before = -1
    for index in at:
        between = passage.text[before + 1 : index]
        kind = next((number for number in (3, 2, 1) if JOINTS[number] in between), 0)
        joints.append(3 if before < 0 else kind)
        before = index
    return joints


def _shapes(passage: Passage, at: list[int]) -> Reals:
    shapes = np.zeros((len(passage.text), 7), dtype=np.float32)
    for date in find_dates(passage.text):
        shapes[date.start : date.end, 0] = not _ENGLISH.search(date.raw)
    for match in ID_LIKE.finditer(passage.text):
        shapes[match.start() : match.end(), 1] = 1
        shapes[match.start() : match.end(), 0] = 0
    for match in _CODE.finditer(passage.text):
        shapes[match.start() : match.end(), 2] = 1
    boxes = [line.box for line in passage.lines]
    heights = [box[3] - box[1] for box in boxes]
    usual = float(np.median(heights)) if heights else 1.0
    for index in at:
        spot = passage.spots[index]
        assert spot is not None
        line, start, end = spot
        box = boxes[line]
        shapes[index, 3] = box[0] + (box[2] - box[0]) * (start + end) / 2
        shapes[index, 4] = (box[1] + box[3]) / 2
        shapes[index, 5] = min(heights[line] / max(usual, 1e-6), 3.0) - 1
        shapes[index, 6] = float(passage.lines[line].score < _BADLY_READ)
    return shapes[at]


@dataclass(frozen=True, slots=True)
class _Cell:
    """Characters that no wide gap and no new line parts."""

    offsets: tuple[int, ...]
    text: str
    box: Box


def _cells(passage: Passage, at: list[int]) -> list[_Cell]:
    groups: list[list[int]] = []
    before = -2
    line = -1
    for index in at:
        spot = passage.spots[index]
        assert spot is not None
        between = passage.text[before + 1 : index] if before >= 0 else "\n"
        if "\n" in between or "\t" in between or (spot[0] != line and not groups):
            groups.append([])
        groups[-1].append(index)
        before, line = index, spot[0]
    return [_cell(passage, group) for group in groups]


def _cell(passage: Passage, group: list[int]) -> _Cell:
    box = passage.box((group[0], group[-1] + 1))
    assert box is not None
    return _Cell(tuple(group), "".join(passage.text[index] for index in group), box)


def _overhead(cells: list[_Cell], known: dict[str, int]) -> tuple[Ids, Ids]:
    """For each cell the signs of the cell right above it, and of the uppermost one of the column it is in."""
    above = [_right_above(cell, cells) for cell in cells]
    tops = []
    for number in range(len(cells)):
        top = above[number]
        seen = {number}
        while top is not None and top not in seen and above[top] is not None:
            seen.add(top)
            top = above[top]
        tops.append(top)
    return _signs(above, cells, known), _signs(tops, cells, known)


def _signs(chosen: list[int | None], cells: list[_Cell], known: dict[str, int]) -> Ids:
    signs = np.zeros((max(len(cells), 1), ABOVE), dtype=np.int64)
    for number, other in enumerate(chosen):
        if other is not None:
            text = cells[other].text[-ABOVE:]
            signs[number, : len(text)] = [known.get(sign, UNKNOWN) for sign in text]
    return signs


def _right_above(cell: _Cell, cells: list[_Cell]) -> int | None:
    """The nearest cell over this one, if it is near and shares some of its width."""
    left, top, right, bottom = cell.box
    best: tuple[float, int] | None = None
    for number, other in enumerate(cells):
        a, b, c, d = other.box
        shared = min(right, c) - max(left, a)
        gap = top - d
        height = min(bottom - top, d - b)
        if other is cell or shared <= 0.3 * min(right - left, c - a) or not -height / 2 < gap < _UP_EM * (d - b):
            continue
        if best is None or gap < best[0]:
            best = (gap, number)
    return best[1] if best else None
