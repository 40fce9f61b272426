"""Traces of how a picture came to be: the grid of a photographed screen, a phone's own bars, patches without noise."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import Flaw, TextLine
from extractors.ocr.engine import Image

_TILE_PX: Final = 256
_TILES: Final = (0.25, 0.5, 0.75)
"""Size of the tiles whose spectra are looked at, and where their middles lie."""
_LOWEST, _HIGHEST = 0.10, 0.46
"""Frequencies (cycles a pixel) between which the grid of a screen shows: print is lower, the file's own grid higher."""
_AXIS: Final = 0.012
"""Frequencies this near to an axis are rows of print and the squares of JPEG."""
_PEAK: Final = 60.0
"""How many times stronger than its surroundings (in power) a peak is that only a grid makes."""
_PLAIN_PEAK: Final = 400.0
_AGREEING: Final = 4
"""Tiles of nine that must show the same peak: a guilloche has another pattern everywhere."""
_SAME_BINS: Final = 3
_CLOCK: Final = re.compile(r"^\d{1,2}:\d{2}(?!\d)")
_BAR_HEIGHT: Final = 0.05
_SLENDER: Final = (1.7, 2.5)
"""Height over width of a phone's screen."""


def find_screen(image: Image, lines: Sequence[TextLine]) -> Iterator[Flaw]:
    """Find the grid of a photographed screen and the bars of a screenshot on a page (H×W×3 BGR)."""
    height, width = image.shape[:2]
    if _SLENDER[0] <= height / width <= _SLENDER[1]:
        for line in lines:
            if line.box[3] < _BAR_HEIGHT and _CLOCK.match(line.text):
                yield Flaw(kind="screen_bars", box=(0.0, 0.0, 1.0, line.box[3]), strength=1.0)
                break
    peaks = [peak for tile in _tiles(image) if (peak := _peak(tile)) is not None]
    for place, _ in peaks:
        agreeing = [strength for other, strength in peaks if np.abs(np.subtract(place, other)).max() <= _SAME_BINS]
        if len(agreeing) >= _AGREEING:
            strength = float(np.median(agreeing)) / _PLAIN_PEAK
            yield Flaw(kind="screen", box=(0.0, 0.0, 1.0, 1.0), strength=round(min(1.0, strength), 2))
            return


def _tiles(image: Image) -> Iterator[NDArray[np.float32]]:
    height, width = image.shape[:2]
    if min(height, width) < 2 * _TILE_PX:
        return
    for down in _TILES:
        for across in _TILES:
            top, left = round(down * height) - _TILE_PX // 2, round(across * width) - _TILE_PX // 2
            part = image[top : top + _TILE_PX, left : left + _TILE_PX, 1]
            yield np.asarray(part, dtype=np.float32)


_WINDOW: Final = np.outer(np.hanning(_TILE_PX), np.hanning(_TILE_PX)).astype(np.float32)
_DOWN, _ACROSS = np.meshgrid(np.fft.fftfreq(_TILE_PX), np.fft.rfftfreq(_TILE_PX), indexing="ij")
_RADIUS: Final = np.hypot(_DOWN, _ACROSS)
_NO_POWER: Final = 2e3
"""Power of a spectrum's bin below which a tile is plain: noise of half a level leaves so much."""
_BAND: Final = (_RADIUS >= _LOWEST) & (_RADIUS <= _HIGHEST) & (np.abs(_DOWN) > _AXIS) & (np.abs(_ACROSS) > _AXIS)


def _peak(tile: NDArray[np.float32]) -> tuple[tuple[int, int], float] | None:
    """The bins of the strongest peak of a tile's spectrum, and its power over that around it; None where none stands out."""
    power = (np.abs(np.fft.rfft2((tile - tile.mean()) * _WINDOW)) ** 2).astype(np.float32)
    around = cv2.blur(power, (21, 21), borderType=cv2.BORDER_REFLECT) + 1.0
    rising = np.where(_BAND, power / around, 0)
    at = int(rising.argmax())
    place = (at // rising.shape[1], at % rising.shape[1])
    strength = float(power[place] / (np.median(power[_BAND]) + _NO_POWER))
    return (place, strength) if strength >= _PEAK else None


_QUIET: Final = 0.25
_LOUD: Final = 0.8
"""Deviations (levels) of the noise below which a patch has none, and above which a picture has some everywhere."""
_CELL_PX: Final = 16
_LEAST_CELLS: Final = 12
_CLIPPED: Final = (12, 243)
"""Levels beyond which noise is clipped away by itself."""


def find_pasted(image: Image) -> Iterator[Flaw]:
    """Find patches that were painted over: without noise, where the rest of the picture has it."""
    height, width = image.shape[:2]
    side = min(1.0, _PASTED_SIDE_PX / max(height, width))
    rows, columns = round(height * side) // _CELL_PX, round(width * side) // _CELL_PX
    if not rows or not columns:
        return
    step_y, step_x = height // rows, width // columns
    noise, level = np.zeros((rows, columns), np.float32), np.zeros((rows, columns), np.float32)
    for row in range(rows):
        strip = image[row * step_y : row * step_y + _CELL_PX, : columns * step_x, 1].astype(np.int16)
        cells = np.stack([strip[:, at : at + _CELL_PX] for at in range(0, columns * step_x, step_x)][:columns])
        noise[row] = np.abs(2 * cells[:, :, 1:-1] - cells[:, :, :-2] - cells[:, :, 2:]).mean(axis=(1, 2)) / 2
        level[row] = cells.mean(axis=(1, 2))
    usable = (level > _CLIPPED[0]) & (level < _CLIPPED[1])
    if not usable.any() or float(np.quantile(noise[usable], 0.1)) < _LOUD:
        return
    quiet = (usable & (noise < _QUIET)).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(quiet)
    for number in range(1, count):
        left, top, wide, high, area = (int(value) for value in stats[number])
        if area >= _LEAST_CELLS:
            box = (left / columns, top / rows, (left + wide) / columns, (top + high) / rows)
            yield Flaw(kind="pasted", box=box, strength=round(min(1.0, area / (4 * _LEAST_CELLS)), 2))


_PASTED_SIDE_PX: Final = 1600
