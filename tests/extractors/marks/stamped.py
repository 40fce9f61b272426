"""Sheets that seals were pressed on, and the boxes they left."""

from dataclasses import dataclass

import cv2
import numpy as np

from extractors.evidence import Box
from samples.capture import Flat, press
from samples.fonts import faces_of
from samples.impressions import USUAL, Press, draw, outline
from samples.papers.paper import Point
from samples.seal_canvas import PX_PER_MM
from samples.seals import SealDesign

DPI = 200.0
NAME = "杭州云杉科技有限公司"
A4_PX = (round(297 / 25.4 * DPI), round(210 / 25.4 * DPI))


@dataclass(frozen=True, slots=True)
class Stamped:
    """A sheet, and the box of the last seal on it in fractions."""

    flat: Flat
    box: Box


def sheet(*, lines: int = 0) -> Flat:
    """An A4 sheet, with lines of grey bars that stand for print."""
    picture = np.full((*A4_PX, 3), 252, dtype=np.uint8)
    for line in range(lines):
        for word in range(18):
            left, top = 190 + word * 70, 220 + line * 75
            cv2.rectangle(picture, (left, top), (left + 46, top + 32), (25, 25, 25), 3)
    return Flat(picture, DPI)


def stamped(flat: Flat, design: SealDesign, middle: Point, how: Press = USUAL, seed: int = 1) -> Stamped:
    """Press a seal on a sheet with its middle at a point in millimetres."""
    image = draw(design, faces_of("song")[0], np.random.default_rng(seed), how)
    hull = (outline(image) + np.array(middle, dtype=np.float32)) / flat.size_mm
    low, high = np.clip(hull.min(axis=0), 0, 1), np.clip(hull.max(axis=0), 0, 1)
    box = (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
    return Stamped(press(flat, image, middle, PX_PER_MM), box)


def overlap(a: Box, b: Box) -> float:
    """Intersection over union."""
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    shared = max(0.0, wide) * max(0.0, high)
    return shared / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared)
