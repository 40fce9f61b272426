"""What a card is laid on when it is photographed: desks, bare white, a heap of papers, a patterned cloth."""

from collections.abc import Callable
from typing import Final

import cv2
import numpy as np

from samples.textures import DESKS, Field, desk, smooth_noise

_PAGES: Final = (5, 9)
"""Fewest and most sheets in a heap."""


def _wood(shape: tuple[int, int], rng: np.random.Generator) -> Field:
    return desk(shape, int(rng.integers(0, 3)), rng)


def _plain(shape: tuple[int, int], rng: np.random.Generator) -> Field:
    return desk(shape, int(rng.integers(3, DESKS)), rng)


def _white(shape: tuple[int, int], rng: np.random.Generator) -> Field:
    """A sheet of paper or a white table, about as bright as the card itself."""
    base = np.array(rng.uniform(222, 240, 3).mean() + rng.uniform(-3, 3, 3), dtype=np.float32)
    tone = 1 + 0.006 * smooth_noise(shape, 1.5, rng) + 0.015 * smooth_noise(shape, 0.15 * max(shape), rng)
    return np.asarray(base * tone[..., None], dtype=np.float32)


def _heap(shape: tuple[int, int], rng: np.random.Generator) -> Field:
    """Printed sheets, notebooks and envelopes lying across each other on a table."""
    ground = np.ascontiguousarray(desk(shape, int(rng.integers(0, DESKS)), rng))
    height, width = shape
    for _ in range(int(rng.integers(*_PAGES))):
        middle = (float(rng.uniform(0, width)), float(rng.uniform(0, height)))
        size = (float(rng.uniform(0.25, 0.6) * width), float(rng.uniform(0.2, 0.5) * width))
        angle = float(rng.uniform(0, 180))
        paper = rng.uniform(60, 245, 3) if rng.random() < 0.4 else np.full(3, rng.uniform(205, 245))
        cv2.fillConvexPoly(ground, cv2.boxPoints((middle, size, angle)).astype(np.int32), paper.tolist(), cv2.LINE_AA)
        _scribble(ground, (middle, size, angle), rng)
    return np.asarray(ground, dtype=np.float32)


def _scribble(ground: Field, sheet: tuple[tuple[float, float], tuple[float, float], float], rng: np.random.Generator) -> None:
    """Rows of strokes that stand for print nobody needs."""
    (x, y), (wide, high), angle = sheet
    along = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])
    down = np.array([-along[1], along[0]])
    pitch = ground.shape[1] * rng.uniform(0.012, 0.03)
    tone = float(rng.uniform(30, 110))
    for row in np.arange(-0.42 * high, 0.42 * high, pitch):
        at = -0.44 * wide
        while at < 0.4 * wide * rng.uniform(0.8, 1.0):
            length = pitch * rng.uniform(0.25, 0.6)
            start = np.array([x, y]) + along * at + down * row
            end = start + along * length + down * pitch * rng.uniform(-0.3, 0.3)
            cv2.line(ground, _pixel(start), _pixel(end), (tone, tone, tone), max(1, round(pitch / 9)), cv2.LINE_AA)
            at += pitch * rng.uniform(0.5, 0.8)


def _pixel(point: np.ndarray) -> tuple[int, int]:
    return round(float(point[0])), round(float(point[1]))


def _checked(shape: tuple[int, int], rng: np.random.Generator) -> Field:
    """A table cloth of squares, askew."""
    rows, columns = np.indices(shape, dtype=np.float32)
    angle, side = rng.uniform(0, np.pi), max(shape) * rng.uniform(0.03, 0.08)
    u = (columns * np.cos(angle) + rows * np.sin(angle)) / side % 2 > 1
    v = (rows * np.cos(angle) - columns * np.sin(angle)) / side % 2 > 1
    dark, light = rng.uniform(50, 140, 3), rng.uniform(190, 240, 3)
    share = (u.astype(np.float32) + v.astype(np.float32))[..., None] / 2
    tone = (1 + 0.03 * smooth_noise(shape, 2.0, rng))[..., None]
    return np.asarray((light * (1 - share) + dark * share) * tone, dtype=np.float32)


GROUNDS: Final[dict[str, Callable[[tuple[int, int], np.random.Generator], Field]]] = {
    "wood": _wood,
    "plain": _plain,
    "white": _white,
    "heap": _heap,
    "checked": _checked,
}
"""By name: a picture of a shape, height x width x 3, BGR, 0..255."""
