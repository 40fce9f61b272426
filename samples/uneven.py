"""Sheets that did not lie flat when they were photographed: curled, folded for an envelope, under another paper."""

import cv2
import numpy as np
from numpy.typing import NDArray

from samples.capture import Picture
from samples.spoil import Change
from samples.textures import Field

_ROLL = (0.012, 0.028)
"""How far a roll lifts the middle of a sheet, in shares of the picture's height, least and most."""
_THIRDS = (0.36, 0.64)
"""Where a letter is folded, in shares of the picture's height."""


def curled(picture: Picture, rng: np.random.Generator) -> Picture:
    """A sheet that was rolled up: its lines run in an arc, and the light falls off to its rims."""
    height, width = picture.shape[:2]
    rows, columns = np.indices((height, width), dtype=np.float32)
    arc = np.sin(np.pi * columns / width)
    lift = rng.uniform(*_ROLL) * height * rng.choice([-1, 1])
    bent = _moved(picture, columns, rows + np.float32(lift) * (arc - np.float32(0.5)))
    return _lit(bent, 0.86 + 0.14 * arc)


def creased(picture: Picture, rng: np.random.Generator) -> Picture:
    """A letter folded in three: each part lies at its own angle, in its own light, with a crease between."""
    height, width = picture.shape[:2]
    rows, columns = np.indices((height, width), dtype=np.float32)
    light, shift = np.ones((height, width), np.float32), np.zeros((height, width), np.float32)
    for first, last in zip((0.0, *_THIRDS), (*_THIRDS, 1.0), strict=True):
        part = (rows >= first * height) & (rows < last * height)
        along = (rows / height - first) / (last - first)
        light[part] = (1 - rng.uniform(0.0, 0.12) * along)[part]
        shift[part] = (rng.uniform(-0.012, 0.012) * width * (along - 0.5))[part]
    for crease in _THIRDS:
        light *= 1 - 0.25 * np.exp(-(((rows - crease * height) / (0.0012 * height)) ** 2))
    return _lit(_moved(picture, columns + shift, rows), light)


def under_another(place: tuple[float, float, float, float]) -> Change:
    """Another sheet, blank and white, lies over a place given in shares of the picture; its edge throws a thin shadow."""

    def change(picture: Picture, rng: np.random.Generator) -> Picture:
        height, width = picture.shape[:2]
        corners = np.array([(place[at], place[down]) for at, down in ((0, 1), (2, 1), (2, 3), (0, 3))]) * (width, height)
        corners += rng.uniform(-0.008, 0.008, (4, 2)) * width
        mask = np.zeros((height, width), np.float32)
        cv2.fillPoly(mask, [np.round(corners).astype(np.int32)], (1.0,), cv2.LINE_AA)
        shadow = 1 - 0.35 * cv2.GaussianBlur(mask, (0, 0), max(2.0, 0.004 * width))
        sheet = np.full(picture.shape, rng.uniform(232, 246), np.float32) + rng.normal(0, 1.5, picture.shape)
        shown = picture * shadow[..., None] * (1 - mask[..., None]) + sheet * mask[..., None]
        return np.asarray(np.clip(shown, 0, 255), dtype=np.uint8)

    return change


def _moved(picture: Picture, columns: Field, rows: Field) -> Picture:
    moved: NDArray[np.uint8] = np.asarray(
        cv2.remap(picture, columns, rows, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8
    )
    return moved


def _lit(picture: Picture, light: Field) -> Picture:
    return np.asarray(np.clip(picture * light[..., None], 0, 255), dtype=np.uint8)
