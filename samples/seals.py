"""Cuts the seals of fictitious companies, offices and people: what stands where on them, as ink coverage.

Sizes and layouts follow the rules for unit seals (DOMAIN 5.1): round 38-42 mm with a star and the name along the arc, an
optional 13-digit code on the lower arc, a line below the star on special-purpose seals, an oval of 40 x 30 mm for invoices, a
square of 18-22 mm for names. A new kind is a new function that returns a mask, and a line in ``_MASKS``. How a seal is pressed
on paper is ``samples.impressions``.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from samples.fonts import Face

SealKind = Literal["round", "oval", "square", "rectangular"]
Mask = NDArray[np.float32]
"""Ink coverage per pixel, 0..1."""

PX_PER_MM = 12
"""Drawing resolution (305 dpi): as fine as the best scan drawn from it."""

_RIM_MM = 1.1
_STAR_RADIUS_MM = 7.0
_CODE_SPAN_DEG = 62.0
_INK = (1.0,)
_SQUARE_CELLS = 4


@dataclass(frozen=True, slots=True)
class SealDesign:
    """What is cut into a seal. Sizes in millimetres; ``text`` is the ring text, or the name on a square seal."""

    text: str
    kind: SealKind = "round"
    width_mm: float = 40.0
    height_mm: float = 40.0
    star: bool = True
    emblem: bool = False
    centre_line: str = ""
    lower_line: str = ""
    code: str = ""


def company_seal(name: str, code: str = "", width_mm: float = 40.0) -> SealDesign:
    """The round seal of a company's registered name (公章)."""
    return SealDesign(text=name, width_mm=width_mm, height_mm=width_mm, code=code)


def special_seal(name: str, purpose: str, star: bool = True) -> SealDesign:
    """A round seal for one purpose, such as 人事专用章, with the purpose as a line below the centre."""
    return SealDesign(text=name, star=star, lower_line=purpose)


def invoice_seal(name: str, tax_number: str) -> SealDesign:
    """The oval 发票专用章 with the tax number in the middle."""
    return SealDesign(name, "oval", 40.0, 30.0, star=False, centre_line=tax_number, lower_line="发票专用章")


def office_seal(name: str) -> SealDesign:
    """The round seal of an office of state that bears an emblem instead of the star."""
    return SealDesign(text=name, width_mm=42.0, height_mm=42.0, star=False, emblem=True)


def name_seal(person: str) -> SealDesign:
    """The seal of a person's name: square, or an upright rectangle's worth of characters in one row for long names."""
    if len(person) > _SQUARE_CELLS:
        return SealDesign(person, "rectangular", 30.0, 11.0, star=False)
    return SealDesign(person, "square", 20.0, 20.0, star=False)


def row_seal(person: str) -> SealDesign:
    """A rectangular seal with the name in one row."""
    return SealDesign(person, "rectangular", 9.0 * len(person), 11.0, star=False)


def cut(design: SealDesign, face: Face) -> Mask:
    """The face of a seal as it was cut, upright, at ``PX_PER_MM``."""
    return _MASKS[design.kind](design, face)


def _round(design: SealDesign, face: Face) -> Mask:
    """A rim, the name along the arc, and what stands inside; an oval is the same with two radii."""
    canvas = _Canvas(design.width_mm, design.height_mm)
    canvas.rim()
    size = min(design.width_mm, design.height_mm)
    canvas.along(design.text, face, *_ring_room(design))
    if design.emblem:
        canvas.emblem()
    if design.star:
        canvas.star(-0.05 * size if design.lower_line else 0.0)
    if design.centre_line:
        canvas.line(design.centre_line, face, 0.085 * size, 0.02 * size)
    if design.lower_line:
        canvas.line(design.lower_line, face, 0.1 * size, 0.27 * size)
    if design.code:
        canvas.code(design.code, face)
    return canvas.mask


def _ring_room(design: SealDesign) -> tuple[float, float]:
    """How tall the ring's glyphs are (mm), and the angle from the first to the last (degrees): long names are crowded."""
    crowd = 12 / max(len(design.text), 12)
    widest = 212.0 if design.lower_line else 256.0 if design.code else 272.0
    return (
        0.14 * min(design.width_mm, design.height_mm) * crowd**0.6,
        min(widest, 25.0 * (len(design.text) - 1)),
    )


def ring_places(design: SealDesign) -> list[tuple[float, float, float]]:
    """Where the ring's glyphs stand: x to the right and y down from the middle (mm), and the angle their tops point to."""
    return _along((design.width_mm / 2, design.height_mm / 2), len(design.text), *_ring_room(design))


def cells_of(design: SealDesign) -> str:
    """The characters cut into a name seal: a square one is filled up with 印 or 之印."""
    person = design.text.replace("·", "")
    return {2: person + "之印", 3: person + "印"}.get(len(person), person) if design.kind == "square" else person


def _square(design: SealDesign, face: Face) -> Mask:
    """Square ones hold two columns, read from the right; rectangular ones one row."""
    canvas = _Canvas(design.width_mm, design.height_mm)
    canvas.frame()
    cells = cells_of(design)
    if design.kind == "rectangular":
        canvas.line(cells, face, design.width_mm * 0.88 / len(cells), 0.0)
        return canvas.mask
    quarter = design.width_mm * 0.205
    for cell, (dx, dy) in zip(cells, ((1, -1), (1, 1), (-1, -1), (-1, 1)), strict=True):
        canvas.put(cell, face, (design.width_mm * 0.38, design.width_mm * 0.4), (dx * quarter, dy * quarter, 0.0))
    return canvas.mask


_MASKS: dict[SealKind, Callable[[SealDesign, Face], Mask]] = {
    "round": _round,
    "oval": _round,
    "square": _square,
    "rectangular": _square,
}


class _Canvas:
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
        axes = [round((radius - _RIM_MM / 2) * PX_PER_MM) for radius in self.radii]
        cv2.ellipse(self.mask, self._px(0, 0), axes, 0, 0, 360, _INK, round(_RIM_MM * PX_PER_MM), cv2.LINE_AA)

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

    def along(self, text: str, face: Face, glyph_mm: float, span_deg: float) -> None:
        """Text along the inside of the rim, tops outward, reading clockwise from the lower left."""
        a, b = _text_radii(self.radii, glyph_mm)
        spacing = math.radians(span_deg) * (a + b) / 2 / max(len(text) - 1, 1)
        for char, place in zip(text, _along(self.radii, len(text), glyph_mm, span_deg), strict=True):
            self.put(char, face, (min(glyph_mm * 0.8, spacing * 0.86), glyph_mm), place)

    def code(self, digits: str, face: Face) -> None:
        """Small digits along the lower arc, tops towards the middle, reading from left to right."""
        radius = self.radii[0] - _RIM_MM - 1.5
        for index, digit in enumerate(digits):
            turn = _CODE_SPAN_DEG * (0.5 - index / (len(digits) - 1))
            angle = math.radians(180 + turn)
            self.put(digit, face, (0.95, 1.5), (radius * math.sin(angle), -radius * math.cos(angle), turn))

    def line(self, text: str, face: Face, glyph_mm: float, y_mm: float) -> None:
        """A straight line of text, centred."""
        step = glyph_mm * (0.46 if text.isascii() else 0.92)
        for index, char in enumerate(text):
            x_mm = (index - (len(text) - 1) / 2) * step
            self.put(char, face, (step * 0.92, glyph_mm), (x_mm, y_mm, 0.0))


def _text_radii(radii: tuple[float, float], glyph_mm: float) -> tuple[float, float]:
    a, b = (radius - _RIM_MM - 0.8 - glyph_mm / 2 for radius in radii)
    return a, b


def _along(radii: tuple[float, float], count: int, glyph_mm: float, span_deg: float) -> list[tuple[float, float, float]]:
    a, b = _text_radii(radii, glyph_mm)
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
