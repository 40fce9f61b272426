"""The text along a seal's ring: where its band lies, where it begins, and the strip that a recogniser can read."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.seal_frame import COLUMNS, INNER, OUTER, RADIUS_PX, ROWS, Ink, row_of
from extractors.ocr.engine import Image

INK: Final = 0.4
"""What is ink."""
LEVELLED_INK: Final = 0.33
"""What is ink on a ring that was levelled to the strongest ink around."""
LEVEL_COLUMNS: Final = 121
STRONG_PERCENTILE: Final = 88.0
LEAST_LEVEL: Final = 0.3
LEAST_STRONG: Final = 0.08
"""Ink is levelled within 30 degrees, and never to less than this share of the ring's usual ink, nor than the paper's noise."""
RIM_ROWS: Final = (0.86, 1.05)
"""The rim's inner edge is looked for between these shares of the radius."""
RIM_SHARE: Final = 0.35
"""A row of which this share is ink belongs to the rim; text fills a quarter of a row at most."""
BAND_DEPTH: Final = 0.30
"""The text is at most this share of the radius deep: 5.6 mm of 20, and what worn rims add."""
SEARCH_DEPTH: Final = 0.20
"""So deep the gap is looked for: deeper lie the ends of a straight line below the star."""
CODE_DEPTH: Final = 0.12
"""So deep the digits of the code reach, and no deeper; the ends of a straight line below the star lie deeper only. The ring
has ink in both parts: the longest names reach 0.2.
"""
SHALLOW_DEPTH: Final = 0.085
"""The tops of the ring's glyphs lie above this depth (0.04 to 0.08), and the corners of a wide straight line below it."""
SET_IN: Final = (0.0, 0.03, 0.06, 0.09, 0.12)
"""So much further from the rim than most seals' the text may lie: shares of the radius, tried one after the other."""
MOST_SHOWN: Final = 0.6
"""Share of the columns that any of them shows which must be seen for the text to lie there. A straight line's ends, which show
deeper, are a third of a ring's at most."""
NEAR_COLUMNS: Final = 21
"""Columns (5 degrees) within which both parts must be inked: a glyph is 8 to 25 degrees wide."""
LEAST_DEPTH: Final = 0.07
VALLEY: Final = 0.55
"""Share of the usual ink of the text's rows that is left between it and what follows."""
EMPTY_ROW: Final = 0.02
INKED_COLUMN: Final = 0.07
SPECK_COLUMNS: Final = 6
"""Inked runs of columns shorter than this (1.5 degrees) are specks of dust or the small digits of the code."""
LEAST_GAP: Final = 60
"""Columns (15 degrees) that the gap between the end and the beginning of the text has at least."""
PAD_COLUMNS: Final = 14
PAD_ROWS: Final = 7
STRIP_HEIGHT_PX: Final = 64

_ROW_PX: Final = (OUTER - INNER) * RADIUS_PX / ROWS
_MARGIN_PX: Final = 12


@dataclass(frozen=True, slots=True)
class Band:
    """Where the text lies on the unrolled ring: rows, the first column, and how many columns."""

    top: int
    bottom: int
    start: int
    length: int

    @property
    def bottom_column(self) -> int:
        """The middle of the gap: where the seal as it was cut has its bottom."""
        return round(self.start + self.length + (COLUMNS - self.length) / 2) % COLUMNS

    @property
    def column_px(self) -> float:
        """The length of a column along the middle of the band, in pixels of the seal's frame."""
        share = OUTER - (self.top + self.bottom) / 2 / (ROWS - 1) * (OUTER - INNER)
        return 2 * np.pi * share * RADIUS_PX / COLUMNS


def find_band(ring: Ink) -> Band | None:
    """Find the text's band; None where no text stands along the ring."""
    top = _below_rim(ring > INK)
    inked = _levelled(ring, top) > LEVELLED_INK
    set_in = _set_in(inked, top)
    deep = top + set_in + _rows(SEARCH_DEPTH)
    span = _arc(_glyph_columns(inked, top, set_in)) or _arc(_inked_columns(inked[top:deep]))
    if span is None:
        return None
    columns = np.arange(span[0], span[0] + span[1]) % COLUMNS
    filled = inked[:, columns].mean(axis=1)
    first = next((row for row in range(top, deep) if filled[row] > EMPTY_ROW), top)
    return Band(first, _last_row(filled, first), span[0], span[1])


def _set_in(inked: NDArray[np.bool_], top: int) -> int:
    """By how many rows the text lies further from the rim than on most seals: the fewest that show most of a ring's glyphs."""
    tried = [_rows(depth) for depth in SET_IN]
    shown = [int(_glyph_columns(inked, top, rows).sum()) for rows in tried]
    return next(rows for rows, columns in zip(tried, shown, strict=True) if columns >= MOST_SHOWN * max(shown))


def _glyph_columns(inked: NDArray[np.bool_], top: int, set_in: int) -> NDArray[np.bool_]:
    """Columns with ink where the tops of glyphs are and where digits of a code do not reach."""
    shallow, split, deep = (top + set_in + _rows(depth) for depth in (SHALLOW_DEPTH, CODE_DEPTH, SEARCH_DEPTH))
    return np.asarray(_near(inked[top + set_in : shallow]) & _near(inked[split:deep]), dtype=np.bool_)


def _last_row(filled: NDArray[np.float64], first: int) -> int:
    """The row below the text: the first without ink, or, where an emblem or a line follows close, the one with least."""
    deepest = min(ROWS, first + _rows(BAND_DEPTH))
    start = first + _rows(LEAST_DEPTH)
    empty = next((row for row in range(start, deepest) if filled[row : row + 3].max() <= EMPTY_ROW), None)
    if empty is not None:
        return empty
    soft = np.convolve(filled, np.ones(3) / 3, mode="same")
    least = start + int(np.argmin(soft[start:deepest]))
    return least if soft[least] < VALLEY * soft[first:least].mean() else deepest


def _levelled(ring: Ink, top: int) -> Ink:
    """The ring over the strongest ink around each column: one side of a seal is often pressed far more lightly."""
    strong = np.percentile(ring[top : top + _rows(SEARCH_DEPTH)], STRONG_PERCENTILE, axis=0).astype(np.float32)
    around = cv2.dilate(np.tile(strong, 3)[None], np.ones((1, LEVEL_COLUMNS), np.uint8))
    level = cv2.blur(around, (LEVEL_COLUMNS, 1))[0, COLUMNS : 2 * COLUMNS]
    floor = max(LEAST_LEVEL * float(np.median(level)), LEAST_STRONG)
    return np.asarray(np.clip(ring / np.maximum(level, floor), 0, 1), dtype=np.float32)


def strip(ring: Ink, band: Band, stretch: float, *, inwards: bool = False) -> Image:
    """The band as a picture of one line, H×W×3, dark on white; ``stretch`` widens the glyphs, which seals are cut narrow with.

    ``inwards``: the tops of the glyphs point to the middle, and the text runs the other way round.
    """
    top, bottom = max(0, band.top - PAD_ROWS), min(ROWS, band.bottom + PAD_ROWS)
    columns = np.arange(band.start - PAD_COLUMNS, band.start + band.length + PAD_COLUMNS) % COLUMNS
    part = ring[top:bottom, columns]
    if top < band.top - 2:
        part = part.copy()
        part[: max(0, band.top - 2 - top)] = 0
    if inwards:
        part = part[::-1, ::-1]
    return as_line(np.ascontiguousarray(part), band.column_px / _ROW_PX * stretch)


def as_line(ink: Ink, stretch: float = 1.0) -> Image:
    """Ink as a picture of one line at the recogniser's height, H×W×3, dark on white with a margin."""
    scale = STRIP_HEIGHT_PX / ink.shape[0]
    size = (max(8, round(ink.shape[1] * scale * stretch)), STRIP_HEIGHT_PX)
    sized = cv2.resize(ink, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    grey = np.clip(255 - 255 * sized, 0, 255).astype(np.uint8)
    padded = cv2.copyMakeBorder(grey, 2, 2, _MARGIN_PX, _MARGIN_PX, cv2.BORDER_CONSTANT, value=(255.0,))
    return np.asarray(cv2.cvtColor(padded, cv2.COLOR_GRAY2BGR), dtype=np.uint8)


def _rows(share: float) -> int:
    return round(share / (OUTER - INNER) * ROWS)


def _below_rim(inked: NDArray[np.bool_]) -> int:
    """The first row inside the rim."""
    outer, inner = row_of(RIM_ROWS[1]), row_of(RIM_ROWS[0])
    filled = inked[outer:inner].mean(axis=1)
    rim = np.nonzero(filled >= RIM_SHARE)[0]
    row = outer + (int(rim[-1]) if len(rim) else row_of(0.95) - outer) + 1
    while row < inner and inked[row].mean() > inked[row + 1].mean():
        row += 1
    return row


def _inked_columns(inked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.asarray(inked.mean(axis=0) > INKED_COLUMN, dtype=np.bool_)


def _near(inked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Columns that are inked, or that lie near one that is."""
    columns = np.tile(_inked_columns(inked), 3).astype(np.uint8)[None]
    spread = cv2.dilate(columns, np.ones((1, NEAR_COLUMNS), np.uint8))[0]
    return np.asarray(spread[COLUMNS : 2 * COLUMNS] > 0, dtype=np.bool_)


def _arc(columns: NDArray[np.bool_]) -> tuple[int, int] | None:
    """The columns that hold text: the first, and how many; everything but the largest gap."""
    columns = _without_specks(columns)
    if not columns.any() or columns.all():
        return None
    edges = np.nonzero(columns)[0]
    gaps = np.diff(np.append(edges, edges[0] + COLUMNS))
    widest = int(np.argmax(gaps))
    if gaps[widest] < LEAST_GAP:
        return None
    start = int(edges[(widest + 1) % len(edges)])
    return start, COLUMNS - int(gaps[widest]) + 1


def _without_specks(columns: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Inked runs shorter than SPECK_COLUMNS taken away, around the circle."""
    doubled = np.concatenate([columns, columns]).astype(np.uint8)[None]
    kernel = np.ones((1, SPECK_COLUMNS), np.uint8)
    opened = cv2.morphologyEx(doubled, cv2.MORPH_OPEN, kernel)[0].astype(bool)
    return np.asarray(
        opened[COLUMNS // 2 : COLUMNS // 2 + COLUMNS][(np.arange(COLUMNS) - COLUMNS // 2) % COLUMNS], dtype=np.bool_
    )
