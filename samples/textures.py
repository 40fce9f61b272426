"""Noise and surfaces: what lies under and over a paper when it is photographed."""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]


def smooth_noise(shape: tuple[int, int], sigma_px: float, rng: np.random.Generator) -> Field:
    """Noise of mean 0 and deviation 1 whose spots are about ``sigma_px`` wide."""
    shrink = max(1, int(sigma_px / 2))
    coarse = rng.standard_normal((shape[0] // shrink + 2, shape[1] // shrink + 2)).astype(np.float32)
    spots = cv2.GaussianBlur(coarse, (0, 0), sigma_px / shrink)
    noise = cv2.resize(spots, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray((noise - noise.mean()) / (noise.std() + 1e-6), dtype=np.float32)


def slope(shape: tuple[int, int], rng: np.random.Generator) -> Field:
    """A plane through 0 in the middle, from -0.5 to 0.5 across the picture, falling in a random direction."""
    angle = rng.uniform(0, 2 * np.pi)
    rows, columns = np.indices(shape, dtype=np.float32)
    plane = (columns / shape[1] - 0.5) * np.cos(angle) + (rows / shape[0] - 0.5) * np.sin(angle)
    return np.asarray(plane, dtype=np.float32)


def _wood(shape: tuple[int, int], shade: int, rng: np.random.Generator) -> Field:
    """Boards with a grain along the picture's width."""
    low = cv2.resize(smooth_noise((shape[0], 48), 3.0, rng), (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    fine = cv2.resize(smooth_noise((shape[0], 160), 1.0, rng), (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    tone = (1 + 0.09 * low + 0.05 * fine)[..., None]
    base = np.array([(70, 105, 150), (52, 78, 112), (105, 140, 178)][shade], dtype=np.float32)
    return np.asarray(base * tone, dtype=np.float32)


def _laminate(shape: tuple[int, int], shade: int, rng: np.random.Generator) -> Field:
    """An office desk: one colour, hardly any structure."""
    base = np.array([(178, 182, 186), (150, 160, 170), (96, 98, 104)][shade], dtype=np.float32)
    tone = 1 + 0.012 * smooth_noise(shape, 2.0, rng) + 0.02 * smooth_noise(shape, 90.0, rng)
    return np.asarray(base * tone[..., None], dtype=np.float32)


def _cloth(shape: tuple[int, int], shade: int, rng: np.random.Generator) -> Field:
    """A woven table cloth, dark green, blue or grey."""
    rows, columns = np.indices(shape, dtype=np.float32)
    weave = np.sin(rows * 1.3) * np.sin(columns * 1.3)
    base = np.array([(72, 92, 60), (110, 82, 62), (92, 92, 92)][shade], dtype=np.float32)
    tone = 1 + 0.05 * weave + 0.05 * smooth_noise(shape, 3.0, rng) + 0.04 * smooth_noise(shape, 120.0, rng)
    return np.asarray(base * tone[..., None], dtype=np.float32)


_SURFACES: tuple[Callable[[tuple[int, int], int, np.random.Generator], Field], ...] = (_wood, _laminate, _cloth)


_SHADES = 3
DESKS = _SHADES * len(_SURFACES)
"""How many desks there are to lay papers on."""


def desk(shape: tuple[int, int], number: int, rng: np.random.Generator) -> Field:
    """The desk of a number below ``DESKS``: height x width x 3, BGR, 0..255."""
    return _SURFACES[number // _SHADES](shape, number % _SHADES, rng)
