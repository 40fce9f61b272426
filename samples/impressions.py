"""Presses seals and thumbs on paper: worn ink, a little askew or wholly turned, each colour its own."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from samples.fonts import Face
from samples.seal_canvas import PX_PER_MM, Mask, turned
from samples.seals import SealDesign, cut
from samples.textures import slope, smooth_noise

Impression = NDArray[np.uint8]
"""RGBA at ``PX_PER_MM`` with transparent ground."""

RGB = tuple[int, int, int]

_THUMB_MM = (13.0, 18.0)
_RIDGE_MM = 0.52


@dataclass(frozen=True, slots=True)
class Press:
    """How a seal is pressed. ``turn_deg`` None turns it by a few degrees, ``ink`` None inks it red; ``strength`` (0..1) is the
    share of the usual ink, ``worn`` (0..1) how much of the face left none.
    """

    turn_deg: float | None = None
    ink: RGB | None = None
    strength: float = 1.0
    worn: float = 0.0


USUAL = Press()


def draw(design: SealDesign, face: Face, rng: np.random.Generator, press: Press = USUAL) -> Impression:
    """Draw one impression of a seal."""
    mask = _roughened(cut(design, face), rng)
    askew = rng.normal(0, 4)
    mask = turned(mask, askew) if press.turn_deg is None else turned(_squared(mask), press.turn_deg)
    alpha = mask * _wear(mask.shape, rng) * press.strength
    red = (int(rng.integers(192, 228)), int(rng.integers(20, 58)), int(rng.integers(30, 72)))
    if press.worn:
        alpha = alpha * _gaps(mask.shape, press.worn, rng)
    return _inked(alpha, press.ink or red)


def thumbprint(rng: np.random.Generator) -> Impression:
    """The print of a thumb in red ink: ridges around a whorl, within an oval."""
    width, height = (round(side * rng.uniform(0.9, 1.15) * PX_PER_MM) for side in _THUMB_MM)
    rows, columns = np.indices((height + 24, width + 24), dtype=np.float32)
    x, y = (columns - columns.shape[1] / 2) / (width / 2), (rows - rows.shape[0] / 2) / (height / 2)
    shape = (rows.shape[0], rows.shape[1])
    bend = 0.10 * smooth_noise(shape, 30.0, rng)
    distance = np.hypot((x - rng.normal(0, 0.08)) * width / 2, (y + 0.15) * height / 2.6) * (1 + bend)
    ridges = 0.5 + 0.5 * np.sin(distance * 2 * np.pi / (_RIDGE_MM * PX_PER_MM))
    inside = np.clip((1 - np.hypot(x, y)) * 6, 0, 1) * np.clip(0.75 + 0.35 * smooth_noise(shape, 25.0, rng), 0, 1)
    mask = np.asarray(np.clip((ridges - 0.25) * 2, 0, 1) * inside, dtype=np.float32)
    lean = rng.normal(0, 14)
    red = (int(rng.integers(180, 222)), int(rng.integers(25, 62)), int(rng.integers(30, 66)))
    return _inked(turned(mask, lean) * rng.uniform(0.6, 0.92), red)


def outline(impression: Impression) -> NDArray[np.float32]:
    """The hull (n×2) of what an impression inks, in millimetres from its middle."""
    points = cv2.findNonZero((impression[..., 3] > _TRACE).astype(np.uint8))
    middle = (np.array(impression.shape[1::-1], dtype=np.float32) - 1) / 2
    return np.asarray((cv2.convexHull(points)[:, 0].astype(np.float32) - middle) / PX_PER_MM, dtype=np.float32)


_TRACE = 8


def _inked(alpha: Mask, ink: RGB) -> Impression:
    image = np.empty((*alpha.shape, 4), dtype=np.uint8)
    image[..., :3] = np.array(ink, dtype=np.uint8)
    image[..., 3] = np.clip(alpha * 255, 0, 255).astype(np.uint8)
    return image


def _squared(mask: Mask) -> Mask:
    """Room around a mask so that it can be turned by any angle."""
    side = math.ceil(math.hypot(*mask.shape))
    top, left = (side - mask.shape[0]) // 2, (side - mask.shape[1]) // 2
    room = ((top, side - mask.shape[0] - top), (left, side - mask.shape[1] - left))
    return np.pad(mask, room)


def _gaps(shape: tuple[int, ...], worn: float, rng: np.random.Generator) -> Mask:
    """Where a worn or unevenly pressed face left no ink: whole patches of it."""
    patches = smooth_noise((shape[0], shape[1]), 38.0, rng) + 0.4 * smooth_noise((shape[0], shape[1]), 6.0, rng)
    threshold = float(np.quantile(patches, 1 - worn))
    return np.asarray(np.clip(1 - (patches - threshold) * 2.5, 0.03, 1), dtype=np.float32)


def _roughened(mask: Mask, rng: np.random.Generator) -> Mask:
    """Edges as rubber leaves them: never quite straight."""
    rows, columns = np.indices(mask.shape, dtype=np.float32)
    columns = columns + 0.35 * smooth_noise(mask.shape, 3.0, rng)
    rows = rows + 0.35 * smooth_noise(mask.shape, 3.0, rng)
    return np.asarray(cv2.remap(mask, columns, rows, cv2.INTER_LINEAR), dtype=np.float32)


def _wear(shape: tuple[int, int], rng: np.random.Generator) -> Mask:
    """How much ink reached the paper: uneven pressure, one side fainter, and specks where the paper showed through."""
    pressure = rng.uniform(0.74, 0.92) + rng.uniform(0.0, 0.22) * slope(shape, rng) + 0.07 * smooth_noise(shape, 40.0, rng)
    specks = smooth_noise(shape, 1.6, rng) + 0.5 * smooth_noise(shape, 8.0, rng)
    threshold = rng.uniform(1.7, 2.5)
    holes = np.clip((specks - threshold) * 2.0, 0, 1) * rng.uniform(0.5, 0.95)
    return np.asarray(np.clip(pressure, 0.45, 0.97) * (1 - holes), dtype=np.float32)
