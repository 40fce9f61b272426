"""What a pen adds to a printed form: names, dates and signatures with the unevenness of a hand."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from samples.capture import Flat, press
from samples.fonts import Face, faces_of, first_covering
from samples.papers.paper import Handwriting
from samples.textures import smooth_noise

INKS = ((32, 34, 40), (28, 44, 128), (24, 36, 92))
"""Pens, RGB: black, blue, blue-black."""

_PX_PER_MM = 12
_GLYPH_PX = 96
_LARGEST_MM = 7.5
"""People write larger than print, but not larger than this."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Who fills in a form writes all of it in one ink and one hand."""

    ink: tuple[int, int, int]
    face: Face


def write(flat: Flat, strokes: tuple[Handwriting, ...], rng: np.random.Generator) -> Flat:
    """Fill in everything that is handwritten on a paper, all with the same pen."""
    hands = faces_of("hand")
    pen = Pen(INKS[rng.integers(len(INKS))], hands[rng.integers(len(hands))])
    for stroke in strokes:
        flat = _fill_in(flat, stroke, pen, rng)
    return flat


def _fill_in(flat: Flat, stroke: Handwriting, pen: Pen, rng: np.random.Generator) -> Flat:
    """One entry, as large as its place allows; signatures lean and run together."""
    width_mm, height_mm = flat.size_mm
    left, top, right, bottom = stroke.box
    room = ((right - left) * width_mm, max((bottom - top) * height_mm * 1.25, 4.0))
    signatures = faces_of("signature")
    face = signatures[rng.integers(len(signatures))] if stroke.role else pen.face
    alpha = handwritten(stroke.text, face, rng, slant=0.22 if stroke.role else 0.08)
    height = min(room[1], room[0] * alpha.shape[0] / alpha.shape[1], _LARGEST_MM)
    scale = height * _PX_PER_MM / alpha.shape[0]
    size = (max(1, round(alpha.shape[1] * scale)), max(1, round(alpha.shape[0] * scale)))
    image = np.empty((size[1], size[0], 4), dtype=np.uint8)
    image[..., :3] = pen.ink
    image[..., 3] = cv2.resize(alpha, size, interpolation=cv2.INTER_AREA)
    written_mm = size[0] / _PX_PER_MM
    slack = max(room[0] - written_mm, 0.0) * (rng.uniform(0.3, 0.7) if stroke.role else rng.uniform(0.0, 0.25))
    x_mm = left * width_mm + slack + written_mm / 2
    y_mm = (top + bottom) / 2 * height_mm + rng.normal(0, 0.25)
    return press(flat, image, (x_mm, y_mm), _PX_PER_MM)


def handwritten(text: str, pen_face: Face, rng: np.random.Generator, slant: float) -> NDArray[np.uint8]:
    """Ink coverage of a written line, 0..255, cropped to the ink."""
    face = first_covering(text.replace(" ", ""), pen_face)
    font = ImageFont.truetype(str(face.path), _GLYPH_PX, index=face.index)
    line = Image.new("L", (_GLYPH_PX * (len(text) + 2) * 5 // 4, _GLYPH_PX * 2), 0)
    x = _GLYPH_PX * 0.5
    for char in text:
        glyph = _written_glyph(char, font, rng)
        line.paste(255, (round(x), round(_GLYPH_PX * 0.25 + rng.normal(0, 3.5))), glyph)
        x += font.getlength(char) * rng.uniform(0.88, 1.02)
    shape = (line.height, line.width)
    rows, columns = np.indices(shape, dtype=np.float32)
    columns += slant * (rows - shape[0] / 2) + 1.4 * smooth_noise(shape, 18.0, rng)
    rows += 1.4 * smooth_noise(shape, 18.0, rng)
    drawn = cv2.remap(np.asarray(line), columns, rows, cv2.INTER_LINEAR)
    thick = cv2.dilate(drawn, np.ones((3, 3), dtype=np.uint8))
    ys, xs = np.nonzero(thick > 0)
    return np.asarray(thick[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1], dtype=np.uint8)


def _written_glyph(char: str, font: ImageFont.FreeTypeFont, rng: np.random.Generator) -> Image.Image:
    """One character, its size and angle a little off."""
    side = _GLYPH_PX * 3 // 2
    glyph = Image.new("L", (side, side), 0)
    ImageDraw.Draw(glyph).text((_GLYPH_PX // 4, 0), char, fill=255, font=font)
    zoom = rng.uniform(0.9, 1.08)
    turned = glyph.rotate(rng.normal(0, 3.0), Image.Resampling.BICUBIC)
    return turned.resize((round(side * zoom), round(side * zoom)), Image.Resampling.BICUBIC)
