"""The characters of a PDF page's text layer, with the place where each should stand on the drawn page."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from extractors.evidence import Box, Point

UNMAPPED = "\ufffd"
"""Stands for a character whose font does not say what it means."""

_SURROGATES = range(0xD800, 0xE000)

_PROBE_SIDE = 10_000_000
"""Side of the make-believe device that page coordinates are projected on: whole numbers there are 1/10 000 000 of a page."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character, in pixels of the drawn page, x right, y down.

    ``origin`` is its point on the baseline, ``size`` the em. ``ink`` is the rectangle around its outline, ``cell`` the one that
    it takes up in its line. ``degrees`` is the direction of its baseline, clockwise from left-to-right, 0..359.
    """

    text: str
    origin: Point
    size: float
    degrees: int
    ink: Box
    cell: Box

    @property
    def is_space(self) -> bool:
        """Whether it leaves no ink by nature."""
        return self.text.isspace()


@dataclass(frozen=True, slots=True)
class _Projection:
    """The affine map from a page's own coordinates (points, y up, before /Rotate) to pixels of the drawn page."""

    origin: Point
    x_step: Point
    y_step: Point

    def point(self, x: float, y: float) -> Point:
        return (
            self.origin[0] + x * self.x_step[0] + y * self.y_step[0],
            self.origin[1] + x * self.x_step[1] + y * self.y_step[1],
        )

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        corners = [self.point(x, y) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return (min(xs), min(ys), max(xs), max(ys))

    def vector(self, x: float, y: float) -> Point:
        return (x * self.x_step[0] + y * self.y_step[0], x * self.x_step[1] + y * self.y_step[1])


def read_glyphs(page: pypdfium2.PdfPage, width_px: int, height_px: int) -> tuple[Glyph, ...]:
    """Return the characters of a page in the order of its text layer. Line breaks that PDFium adds are left out."""
    projection = _projection(page, width_px, height_px)
    text_page = page.get_textpage()
    try:
        return tuple(_glyphs(text_page, projection))
    finally:
        text_page.close()


def _glyphs(text_page: pypdfium2.PdfTextPage, projection: _Projection) -> Iterator[Glyph]:
    for index in range(raw.FPDFText_CountChars(text_page)):
        if raw.FPDFText_IsGenerated(text_page, index) != 1:
            yield _glyph(text_page, index, projection)


def _glyph(text_page: pypdfium2.PdfTextPage, index: int, projection: _Projection) -> Glyph:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    along = projection.vector(matrix.a, matrix.b)
    across = projection.vector(matrix.c, matrix.d)
    return Glyph(
        text=_character(text_page, index),
        origin=projection.point(*_origin(text_page, index)),
        size=float(raw.FPDFText_GetFontSize(text_page, index)) * math.hypot(*across),
        degrees=round(math.degrees(math.atan2(along[1], along[0]))) % 360,
        ink=projection.box(*_ink_box(text_page, index)),
        cell=projection.box(*_cell_box(text_page, index)),
    )


def _character(text_page: pypdfium2.PdfTextPage, index: int) -> str:
    code = raw.FPDFText_GetUnicode(text_page, index)
    if code == 0 or code in _SURROGATES or raw.FPDFText_HasUnicodeMapError(text_page, index) == 1:
        return UNMAPPED
    return chr(code)


def _origin(text_page: pypdfium2.PdfTextPage, index: int) -> Point:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    return (x.value, y.value)


def _ink_box(text_page: pypdfium2.PdfTextPage, index: int) -> Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    return (left.value, bottom.value, right.value, top.value)


def _cell_box(text_page: pypdfium2.PdfTextPage, index: int) -> Box:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, index, box)
    return (box.left, box.bottom, box.right, box.top)


def _projection(page: pypdfium2.PdfPage, width_px: int, height_px: int) -> _Projection:
    """PDFium knows the crop box and the rotation: three projected points give the whole map."""
    span = max(page.get_size())
    zero, right, up = (_project(page, x, y) for x, y in ((0.0, 0.0), (span, 0.0), (0.0, span)))
    pixel_x, pixel_y = width_px / _PROBE_SIDE, height_px / _PROBE_SIDE
    return _Projection(
        origin=(zero[0] * pixel_x, zero[1] * pixel_y),
        x_step=((right[0] - zero[0]) * pixel_x / span, (right[1] - zero[1]) * pixel_y / span),
        y_step=((up[0] - zero[0]) * pixel_x / span, (up[1] - zero[1]) * pixel_y / span),
    )


def _project(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[int, int]:
    device_x, device_y = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _PROBE_SIDE, _PROBE_SIDE, 0, x, y, device_x, device_y)
    return (device_x.value, device_y.value)
