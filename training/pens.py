"""Hands to learn from: there are but three fonts of them, so each name is bent, stretched and run together anew."""

import random
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from samples.fonts import Face, faces_of, first_covering
from samples.handwriting import handwritten
from samples.textures import smooth_noise

Alpha = NDArray[np.uint8]
"""Ink coverage, 0..255, cropped to the ink."""

_SCRIBBLES: Final = 0.22
_TRACED: Final = 0.36
"""Shares of signatures that are no characters anybody could read, and of names written neatly, stroke by stroke."""
_STROKE: Final = (255.0,)
_PRINT_PX: Final = 96
INKS: Final = ((32, 34, 40), (28, 44, 128), (24, 36, 92), (20, 20, 22), (60, 62, 70), (40, 70, 170), (66, 60, 120))
"""Pens, RGB: black, blue, blue-black, felt tip, pencil, ballpoint, violet."""


def signature(name: str, rng: random.Random, noise: np.random.Generator) -> Alpha:
    """Something that a hand wrote."""
    kind = rng.random()
    if kind < _SCRIBBLES:
        return _cropped(_scribble(rng, noise))
    if kind < _SCRIBBLES + _TRACED:
        return _cropped(_traced(name, rng, noise))
    hands = [*faces_of("signature"), *[face for face in faces_of("hand") if "LXGW" not in face.name]]
    known = [face for face in hands if face.covers(name)] or hands
    alpha = np.pad(handwritten(name, rng.choice(known), noise, slant=rng.uniform(-0.15, 0.5)), 24)
    if rng.random() < 0.35:
        alpha = np.maximum(alpha, _joining(alpha.shape, rng))
    return _cropped(_thickened(_bent(alpha, rng, noise), rng))


def print_of(text: str, rng: random.Random) -> Alpha:
    """A name in print, of any face, weight and spacing."""
    face: Face = first_covering(text, rng.choice([*faces_of("song"), *faces_of("hei"), *faces_of("kai")]))
    font = ImageFont.truetype(str(face.path), _PRINT_PX, index=face.index)
    gap, weight = rng.choice((0, 0, 0, 8, 24, 60)), rng.choice((0, 0, 0, 1, 3))
    line = Image.new("L", (round(sum(font.getlength(char) + gap for char in text)) + 60, 2 * _PRINT_PX), 0)
    x = 20.0
    for char in text:
        ImageDraw.Draw(line).text((x, _PRINT_PX // 3), char, fill=255, font=font, stroke_width=weight)
        x += font.getlength(char) + gap
    return _cropped(np.asarray(line))


def _traced(name: str, rng: random.Random, noise: np.random.Generator) -> Alpha:
    """A neat hand that no font has: the middle lines of printed strokes, drawn anew by an unsteady pen."""
    face = first_covering(name, rng.choice([*faces_of("kai"), *faces_of("hei")]))
    font = ImageFont.truetype(str(face.path), _PRINT_PX, index=face.index)
    high, step = 2 * _PRINT_PX, rng.uniform(0.8, 1.15) * _PRINT_PX
    line = np.zeros((high, round(step * len(name)) + _PRINT_PX), dtype=np.uint8)
    for place, char in enumerate(name):
        x = round(place * step)
        np.maximum(line[:, x : x + high], _glyph(char, font, rng, noise)[:, : line.shape[1] - x], out=line[:, x : x + high])
    side = rng.choice((1, 2, 3, 4, 5))
    thick = cv2.dilate(line, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)))
    if rng.random() < 0.4:
        pressure = np.clip(1 - rng.uniform(0.1, 0.5) * np.abs(smooth_noise((high, line.shape[1]), 9.0, noise)), 0.25, 1)
        thick = np.asarray(thick * pressure, dtype=np.uint8)
    return np.asarray(thick, dtype=np.uint8)


def _glyph(char: str, font: ImageFont.FreeTypeFont, rng: random.Random, noise: np.random.Generator) -> Alpha:
    """One character as a thin, wavering line, leaning and stretched a little."""
    side = 2 * _PRINT_PX
    canvas = Image.new("L", (side, side), 0)
    ImageDraw.Draw(canvas).text((_PRINT_PX // 2, _PRINT_PX // 2), char, fill=255, font=font)
    thin = cv2.dilate(cv2.ximgproc.thinning((np.asarray(canvas) > 127).astype(np.uint8) * 255), np.ones((3, 3), np.uint8))
    rows, columns = np.indices((side, side), dtype=np.float32)
    for spots, most in ((45.0, 8.0), (14.0, 2.6)):
        rows = rows + rng.uniform(0.3, 1.0) * most * smooth_noise((side, side), spots, noise)
        columns = columns + rng.uniform(0.3, 1.0) * most * smooth_noise((side, side), spots, noise)
    x, y = columns - side / 2, rows - side / 2
    turn, lean, wide, tall = rng.gauss(0, 0.07), rng.gauss(0.05, 0.12), rng.uniform(0.85, 1.25), rng.uniform(0.85, 1.25)
    across, down = (x + (turn + lean) * y) * wide + side / 2, (y - turn * x) * tall + side / 2 + rng.gauss(0, 4)
    return np.asarray(cv2.remap(thin, across.astype(np.float32), down.astype(np.float32), cv2.INTER_LINEAR), dtype=np.uint8)


def _bent(alpha: Alpha, rng: random.Random, noise: np.random.Generator) -> Alpha:
    """Bent over whole characters and within them, pressed wide or narrow."""
    shape = (alpha.shape[0], alpha.shape[1])
    rows, columns = np.indices(shape, dtype=np.float32)
    for spots, most in ((60.0, 9.0), (22.0, 4.5)):
        rows = rows + rng.uniform(0, most) * smooth_noise(shape, spots, noise)
        columns = columns + rng.uniform(0, most) * smooth_noise(shape, spots, noise)
    rows += rng.uniform(-0.12, 0.12) * (columns - shape[1] / 2)
    bent = cv2.remap(alpha, columns, rows, cv2.INTER_LINEAR)
    size = (max(8, round(shape[1] * rng.uniform(0.7, 1.2))), shape[0])
    return np.asarray(cv2.resize(bent, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _thickened(alpha: Alpha, rng: random.Random) -> Alpha:
    side = rng.choice((1, 1, 2, 3, 4))
    if rng.random() < 0.2:
        return np.asarray(cv2.erode(alpha, np.ones((2, 2), np.uint8)), dtype=np.uint8)
    return np.asarray(cv2.dilate(alpha, np.ones((side, side), np.uint8)), dtype=np.uint8)


def _joining(shape: tuple[int, ...], rng: random.Random) -> Alpha:
    """Strokes from one character to the next."""
    canvas = np.zeros(shape[:2], dtype=np.uint8)
    for _ in range(rng.randint(1, 3)):
        x, y = rng.uniform(0, 0.7) * shape[1], rng.uniform(0.3, 0.8) * shape[0]
        ends = [
            (x, y),
            (x + rng.uniform(20, 90), y + rng.uniform(-40, 40)),
            (x + rng.uniform(40, 140), y + rng.uniform(-50, 30)),
        ]
        cv2.polylines(canvas, [_curve(ends)], False, _STROKE, rng.randint(2, 6), cv2.LINE_AA)
    return canvas


def _scribble(rng: random.Random, noise: np.random.Generator) -> Alpha:
    """A signature nobody can read: loops and strokes that run to the right."""
    high, wide = 130, rng.randint(150, 420)
    canvas = np.zeros((high + 60, wide + 60), dtype=np.uint8)
    thick = rng.randint(2, 7)
    x = 30.0
    while x < wide:
        count, reach = rng.randint(2, 6), rng.uniform(25, 95)
        points = [(x + rng.uniform(-0.4, 1.0) * reach, 30 + rng.uniform(0, 1) * high) for _ in range(count)]
        thin = max(1, thick + rng.randint(-1, 1))
        cv2.polylines(canvas, [_curve(points)], False, _STROKE, thin, cv2.LINE_AA)
        x += rng.uniform(0.25, 0.8) * reach
    return _bent(canvas, rng, noise)


def _curve(points: list[tuple[float, float]]) -> NDArray[np.int32]:
    """A smooth line through points (Catmull and Rom)."""
    ends = [points[0], *points, points[-1]]
    steps = np.linspace(0, 1, 12)[:, None]
    curve = []
    for a, b, c, d in zip(*(np.array(ends[shift : len(ends) - 3 + shift]) for shift in range(4)), strict=True):
        curve.append(
            0.5 * (2 * b + (c - a) * steps + (2 * a - 5 * b + 4 * c - d) * steps**2 + (3 * b - a - 3 * c + d) * steps**3)
        )
    return np.asarray(np.concatenate(curve or [np.array(points)]).round(), dtype=np.int32)


def _cropped(alpha: Alpha) -> Alpha:
    rows, columns = np.nonzero(alpha > 60)
    if not len(rows):
        return alpha
    return np.asarray(alpha[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1], dtype=np.uint8)
