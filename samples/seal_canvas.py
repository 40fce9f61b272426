"""What seals are drawn on: a mask in millimetres, with rims, stars, lines and arcs of glyphs."""

import math
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from samples.fonts import Face

Mask = NDArray[np.float32]
"""Ink coverage per pixel, 0..1."""

PX_PER_MM: Final = 12
"""Drawing resolution (305 dpi): as fine as the best scan drawn from it."""

RIM_MM: Final = 1.1
_STAR_RADIUS_MM: Final = 7.0
CODE_SPAN_DEG: Final = 62.0
_INK: Final = (1.0,)


class Canvas:
    """A mask with its origin in the middle, measured in millimetres, x to the right and y down."""

    _MARGIN_MM = 4.0

    def __init__(self, width_mm: float, height_mm: float) -> None:
        self.radii = (width_mm / 2, height_mm / 2)
        self._size = (round((width_mm + 2 * self._MARGIN_MM) * PX_PER_MM), round((height_mm + 2 * self._MARGIN_MM) * PX_PER_MM))
        self.mask: Mask = np.zeros((self._size[1], self._size[0]), dtype=np.float32)

    def _px(self, x_mm: float, y_mm: float) -> tuple[int, int]:
        return round(self._size[0] / 2 + x_mm * PX_PER_MM), round(self._size[1] / 2 + y_mm * PX_PER_MM)

    def rim(self) -> None:
        """The outer ring."""
        axes = [round((radius - RIM_MM / 2) * PX_PER_MM) for radius in self.radii]
        cv2.ellipse(self.mask, self._px(0, 0), axes, 0, 0, 360, _INK, round(RIM_MM * PX_PER_MM), cv2.LINE_AA)

    def frame(self) -> None:
        """The border of a square seal."""
        x, y = self.radii
        cv2.rectangle(self.mask, self._px(-x + 0.5, -y + 0.5), self._px(x - 0.5, y - 0.5), _INK, PX_PER_MM, cv2.LINE_AA)

    def star(self, y_mm: float, radius_mm: float = 0.0, x_mm: float = 0.0) -> None:
        """A five-pointed star, one tip up; as large as the seal's own where no radius is given."""
        outer = radius_mm or _STAR_RADIUS_MM * min(self.radii) / 20
        tips = []
        for step in range(10):
            radius = outer * (1.0 if step % 2 == 0 else 0.382)
            angle = math.radians(36 * step)
            tips.append(self._px(x_mm + radius * math.sin(angle), y_mm - radius * math.cos(angle)))
        cv2.fillPoly(self.mask, [np.array(tips, dtype=np.int32)], _INK, cv2.LINE_AA)

    def emblem(self) -> None:
        """A stand-in for an emblem: a ring of wheat, a gate below stars. It is none."""
        radius = 0.25 * min(self.radii) * 2
        for step in range(40):
            angle = math.radians(9 * step)
            x, y = radius * 0.93 * math.sin(angle), radius * 0.93 * math.cos(angle)
            cv2.circle(self.mask, self._px(x, y), round(0.075 * radius * PX_PER_MM), _INK, -1, cv2.LINE_AA)
        self.star(-0.35 * radius, 0.32 * radius)
        for x in (-0.42, -0.2, 0.2, 0.42):
            self.star((-0.05 if abs(x) > 0.3 else 0.08) * radius, 0.12 * radius, x * radius)
        for top, half in ((0.28, 0.30), (0.40, 0.42), (0.52, 0.46)):
            left, right = self._px(-half * radius, top * radius), self._px(half * radius, (top + 0.07) * radius)
            cv2.rectangle(self.mask, left, right, _INK, -1, cv2.LINE_AA)

    def put(self, text: str, face: Face, size_mm: tuple[float, float], place: tuple[float, float, float]) -> None:
        """One glyph of the given width and height, its middle at (x, y), turned clockwise by an angle in degrees."""
        x_mm, y_mm, angle = place
        width, height = (max(2, round(side * PX_PER_MM)) for side in size_mm)
        glyph = turned(_padded(_glyph(text, face, width, height)), -angle)
        x, y = self._px(x_mm, y_mm)
        top, left = y - glyph.shape[0] // 2, x - glyph.shape[1] // 2
        window = self.mask[top : top + glyph.shape[0], left : left + glyph.shape[1]]
        np.maximum(window, glyph[: window.shape[0], : window.shape[1]], out=window)

    def along(self, text: str, face: Face, glyph_mm: float, span_deg: float, set_in_mm: float = 0.0) -> None:
        """Text along the inside of the rim, tops outward, reading clockwise from the lower left."""
        radii = (self.radii[0] - set_in_mm, self.radii[1] - set_in_mm)
        a, b = text_radii(radii, glyph_mm)
        spacing = math.radians(span_deg) * (a + b) / 2 / max(len(text) - 1, 1)
        for char, place in zip(text, places_along(radii, len(text), glyph_mm, span_deg), strict=True):
            self.put(char, face, (min(glyph_mm * 0.8, spacing * 0.86), glyph_mm), place)

    def code(self, digits: str, face: Face) -> None:
        """Small digits along the lower arc, tops towards the middle, reading from left to right."""
        radius = self.radii[0] - RIM_MM - 1.5
        for index, digit in enumerate(digits):
            turn = CODE_SPAN_DEG * (0.5 - index / (len(digits) - 1))
            angle = math.radians(180 + turn)
            self.put(digit, face, (0.95, 1.5), (radius * math.sin(angle), -radius * math.cos(angle), turn))

    def line(self, text: str, face: Face, glyph_mm: float, y_mm: float) -> None:
        """A straight line of text, centred."""
        step = glyph_mm * (0.46 if text.isascii() else 0.92)
        for index, char in enumerate(text):
            x_mm = (index - (len(text) - 1) / 2) * step
            self.put(char, face, (step * 0.92, glyph_mm), (x_mm, y_mm, 0.0))


def text_radii(radii: tuple[float, float], glyph_mm: float) -> tuple[float, float]:
    a, b = (radius - RIM_MM - 0.8 - glyph_mm / 2 for radius in radii)
    return a, b


def places_along(radii: tuple[float, float], count: int, glyph_mm: float, span_deg: float) -> list[tuple[float, float, float]]:
    a, b = text_radii(radii, glyph_mm)
    return [
        (a * math.sin(angle), -b * math.cos(angle), math.degrees(math.atan2(math.sin(angle) / a, math.cos(angle) / b)))
        for angle in _even_angles(a, b, count, span_deg)
    ]


def _even_angles(a: float, b: float, count: int, span_deg: float) -> list[float]:
    """Angles, clockwise from the top, of ``count`` points equally far apart on the upper part of an ellipse."""
    if count == 1:
        return [0.0]
    fine = np.radians(np.linspace(-span_deg / 2, span_deg / 2, 721))
    steps = np.hypot(np.diff(a * np.sin(fine)), np.diff(b * np.cos(fine)))
    length = np.concatenate([[0.0], np.cumsum(steps)])
    return [float(value) for value in np.interp(np.linspace(0, length[-1], count), length, fine)]


def _glyph(char: str, face: Face, width: int, height: int) -> Mask:
    """A glyph's ink stretched to the given size in pixels; seals are cut narrow and tall to fit."""
    font = ImageFont.truetype(str(face.path), 160, index=face.index)
    box = font.getbbox(char if char.isascii() else "国")
    image = Image.new("L", (round(box[2] - box[0]) + 8, round(box[3] - box[1]) + 8), 0)
    ImageDraw.Draw(image).text((4 - box[0], 4 - box[1]), char, fill=255, font=font, stroke_width=4, stroke_fill=255)
    resized = image.resize((width, height), Image.Resampling.LANCZOS)
    return np.asarray(np.asarray(resized) / 255, dtype=np.float32)


def _padded(mask: Mask) -> Mask:
    """Room around a glyph so that turning it cuts nothing off."""
    extra = max(mask.shape) // 3 + 2
    return np.pad(mask, extra)


def turned(mask: Mask, degrees: float) -> Mask:
    """A mask turned anticlockwise about its middle."""
    height, width = mask.shape
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(mask, matrix, (width, height), flags=cv2.INTER_LINEAR), dtype=np.float32)
