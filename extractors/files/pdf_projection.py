"""Where a place of a PDF page lies on its drawing."""

import ctypes
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from extractors.evidence import Box, Point

_PROBE_SIDE = 10_000_000
"""Side of the make-believe device that page coordinates are projected on: whole numbers there are 1/10 000 000 of a page."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The affine map from a page's own coordinates (points, y up, before /Rotate) to pixels of the drawn page, y down."""

    origin: Point
    x_step: Point
    y_step: Point

    def point(self, x: float, y: float) -> Point:
        """A point's place."""
        return (
            self.origin[0] + x * self.x_step[0] + y * self.y_step[0],
            self.origin[1] + x * self.x_step[1] + y * self.y_step[1],
        )

    def vector(self, x: float, y: float) -> Point:
        """A step's length and direction."""
        return (x * self.x_step[0] + y * self.y_step[0], x * self.x_step[1] + y * self.y_step[1])

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The upright rectangle around a rectangle."""
        return box_around([self.point(x, y) for x in (left, right) for y in (bottom, top)])


def box_around(points: list[Point]) -> Box:
    """The upright rectangle around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def projection_of(page: pypdfium2.PdfPage, width_px: int, height_px: int) -> Projection:
    """How a page lies on its drawing of that size. PDFium knows its crop box and rotation: three points give the whole map."""
    span = max(page.get_size())
    zero, right, up = (_project(page, x, y) for x, y in ((0.0, 0.0), (span, 0.0), (0.0, span)))
    pixel_x, pixel_y = width_px / _PROBE_SIDE, height_px / _PROBE_SIDE
    return Projection(
        origin=(zero[0] * pixel_x, zero[1] * pixel_y),
        x_step=((right[0] - zero[0]) * pixel_x / span, (right[1] - zero[1]) * pixel_y / span),
        y_step=((up[0] - zero[0]) * pixel_x / span, (up[1] - zero[1]) * pixel_y / span),
    )


def _project(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[int, int]:
    device_x, device_y = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _PROBE_SIDE, _PROBE_SIDE, 0, x, y, device_x, device_y)
    return (device_x.value, device_y.value)
