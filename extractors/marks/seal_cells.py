"""The glyphs of a ring one by one: seals are cut with their characters evenly spaced, which tells where each one stands."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.glyph_model import CELL_PX, Likelihoods, nothing_aside, read_cells
from extractors.marks.seal_frame import COLUMNS, INNER, OUTER, RADIUS_PX, ROWS, Ink, SealFrame
from extractors.marks.seal_ring import Band

GLYPH_SHARE: Final = 0.86
"""Share of the space from glyph to glyph that a glyph takes at most; the rest parts them."""
GLYPH_RATIO: Final = 0.8
"""Width to height of a glyph that has all the room it wants: seals are cut narrow."""
PITCHES: Final = np.linspace(0.96, 1.04, 7)
"""By how much the spacing may differ from what the text's length says: its first and last glyph may be narrow ones."""
SHIFTS: Final = np.linspace(-0.15, 0.15, 7)
"""By how much of the spacing the first glyph may stand elsewhere than where the ink begins."""
WIDEST_CELL: Final = 1.2
"""A cell is at most so much wider than high."""
LEAST_HALF: Final = 5.0
"""Columns (a quarter of a degree) that half a cell has at least: forty characters along a ring have twelve."""
HOLE: Final = 2.0
"""What it costs, in logarithms, to take a place within the text for one that holds nothing."""
WORST: Final = -5.0
"""What a place counts at least: one blot must not outweigh a whole text."""
COUNTS: Final = range(4, 33)
MISSED: Final = 4.0
"""What it costs, in logarithms, to miss all of the ink: every other glyph of a text may be read without fault, too."""
FITTING: Final = -0.5
RETRIED: Final = 3
MOVES: Final = (-0.45, -0.3, -0.15, 0.0, 0.15, 0.3, 0.45)
STRETCHES: Final = (0.95, 1.0, 1.05)
"""Below ``FITTING`` all numbers of glyphs that seals are cut with are tried, and so many of the best again, moved by these
shares of the spacing and with the spacing itself changed.
"""
ROWS_BEYOND: Final = 2
STRONGEST: Final = 0.95
LEAST_STRONG: Final = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where glyphs stand along a ring: the middle of each, N, and half of a cell's width, in columns."""

    middles: NDArray[np.float64]
    half: float


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """What the model says of each place of a ring, N × characters, logarithms; and how much ink lies there, N.

    The first and the last place are those beyond the ends of the text as its ink showed them. ``covered`` is the share of the
    text's ink (0..1) that lies at one of the places between.
    """

    likelihoods: Likelihoods
    ink: NDArray[np.float32]
    covered: float = 1.0

    @property
    def sureness(self) -> float:
        """How well the places fit what stands there: the mean over all of them, in logarithms.

        A place counts as its likeliest glyph; the ends count as what holds none. Within a text a place without ink may be
        right, too, but every other explanation is better.
        """
        glyphs = nothing_aside(self.likelihoods).max(axis=1)
        empty = self.likelihoods[:, -1]
        inside = np.maximum(glyphs[1:-1], empty[1:-1] - HOLE)
        return float(np.maximum(np.concatenate([inside, empty[[0, -1]]]), WORST).mean()) - MISSED * (1 - self.covered)


def read_ring(cut: SealFrame, band: Band, counts: tuple[int, ...]) -> Cells | None:
    """Read a ring as any of these numbers of glyphs, whichever fits best; None where none is possible.

    Where none fits well, the ends of the text were not seen rightly: the best are tried again, moved and stretched.
    """
    tried = _read(cut, band, [place_glyphs(cut.ring, band, count) for count in counts if count > 1])
    if not tried:
        return None
    tried.sort(key=lambda pair: -pair[1].sureness)
    if tried[0][1].sureness < FITTING:
        others = [count for count in COUNTS if count not in counts]
        tried += _read(cut, band, [place_glyphs(cut.ring, band, count) for count in others])
        tried.sort(key=lambda pair: -pair[1].sureness)
        moved = [_moved(places, shift, pitch) for places, _ in tried[:RETRIED] for shift in MOVES for pitch in STRETCHES]
        tried += _read(cut, band, moved)
    return max((cells for _, cells in tried), key=lambda cells: cells.sureness)


def _read(cut: SealFrame, band: Band, places: list[Places]) -> list[tuple[Places, Cells]]:
    """What the model says of several ways to place the glyphs."""
    wide = [each for each in places if each.half >= LEAST_HALF]
    if not wide:
        return []
    cut_out = [cut_cells(cut, band, each) for each in wide]
    said = read_cells(np.concatenate([cells for cells, _ in cut_out]))
    edges = np.cumsum([len(cells) for cells, _ in cut_out])[:-1]
    profile = cut.ring[band.top : band.bottom].mean(axis=0)
    text = np.arange(band.start, band.start + band.length) % COLUMNS
    return [
        (each, Cells(part, ink, _covered(profile, text, each)))
        for each, part, (_, ink) in zip(wide, np.split(said, edges), cut_out, strict=True)
    ]


def _covered(profile: Ink, text: NDArray[np.int64], places: Places) -> float:
    """The share of a text's ink that lies at its places, those beyond its ends left out."""
    at = np.zeros(COLUMNS, dtype=bool)
    for middle in places.middles[1:-1]:
        at[np.arange(round(middle - places.half), round(middle + places.half)) % COLUMNS] = True
    return float((profile[text] * at[text]).sum() / max(float(profile[text].sum()), 1e-6))


def _moved(places: Places, shift: float, stretch: float) -> Places:
    """The same number of places, moved by a share of the spacing and spaced wider or closer about their middle."""
    pitch = places.middles[1] - places.middles[0]
    centre = places.middles.mean()
    return Places((places.middles - centre) * stretch + centre + shift * pitch, places.half)


def normal_cell(ink: Ink, crossing: Ink) -> NDArray[np.float32]:
    """A glyph's ink and the print across it as the model wants them: 2×CELL_PX×CELL_PX."""
    size = (CELL_PX, CELL_PX)
    small = cv2.resize(ink, size, interpolation=cv2.INTER_AREA)
    strongest = max(float(np.quantile(small, STRONGEST)), LEAST_STRONG)
    across = cv2.resize(crossing, size, interpolation=cv2.INTER_AREA)
    return np.stack([np.clip(small / strongest, 0, 1), (across > 0.5).astype(np.float32)]).astype(np.float32)  # noqa: PLR2004  half


def place_glyphs(ring: Ink, band: Band, count: int) -> Places:
    """The places of ``count`` glyphs, evenly spaced, and of one more at either end."""
    height = (band.bottom - band.top) * (OUTER - INNER) / ROWS * RADIUS_PX / band.column_px
    pitch, first = _placed(ring, band, count, height)
    middles = np.asarray(first + (np.arange(-1, count + 1) + 0.5) * pitch, dtype=np.float64)
    return Places(middles, min(pitch, WIDEST_CELL * height) / 2)


def cut_cells(cut: SealFrame, band: Band, places: Places) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The cells at some places, N×2×CELL_PX×CELL_PX, and the mean ink of each."""
    top, bottom = max(0, band.top - ROWS_BEYOND), min(ROWS, band.bottom + ROWS_BEYOND)
    cells, ink = [], []
    for middle in places.middles:
        columns = np.arange(round(middle - places.half), round(middle + places.half)) % COLUMNS
        cells.append(normal_cell(cut.ring[top:bottom, columns], cut.crossing[top:bottom, columns]))
        ink.append(cut.ring[band.top : band.bottom, columns].mean())
    return np.stack(cells), np.array(ink, dtype=np.float32)


def _placed(ring: Ink, band: Band, count: int, height: float) -> tuple[float, float]:
    """The spacing, and where the first cell begins (columns): least ink lies where cells meet."""
    spacing = band.length / (count - 1 + GLYPH_SHARE)
    if GLYPH_SHARE * spacing > GLYPH_RATIO * height:
        spacing = max(band.length - GLYPH_RATIO * height, 1.0) / (count - 1)
    glyph = min(GLYPH_SHARE * spacing, GLYPH_RATIO * height)
    profile = cv2.blur(np.tile(ring[band.top : band.bottom].mean(axis=0), 3)[None], (5, 1))[0]
    pitches = spacing * PITCHES
    start = band.start - (spacing - glyph) / 2
    firsts = start + spacing * SHIFTS[None, :] - (pitches[:, None] - spacing) * (count - 1) / 2
    meets = firsts[..., None] + pitches[:, None, None] * np.arange(count + 1)
    ink = profile[COLUMNS + np.round(meets).astype(np.int64) % COLUMNS].mean(axis=2)
    ink += FAR * np.abs(SHIFTS)[None, :] + FAR * np.abs(PITCHES - 1)[:, None]
    row, column = np.unravel_index(int(ink.argmin()), ink.shape)
    return float(pitches[row]), float(firsts[row, column])


FAR: Final = 0.05
"""How much ink (0..1) a place is charged that lies far from where the text's ends say."""
