"""A page to draw on, measured in millimetres from its upper left corner, that remembers where each value was put."""

import io
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from samples.fonts import Face, first_covering
from samples.papers.paper import Box, Handwriting, Point

rl_config.useA85 = 0
"""Streams stay binary: a quarter smaller, and as today's office programs write them."""

MM_TO_PT = 72 / 25.4
PT_TO_MM = 25.4 / 72
BLACK = (0.08, 0.08, 0.09)
_ASCENT, _DESCENT = 0.86, 0.14
"""Where a Chinese glyph's square lies around the baseline, in ems."""

RGB = tuple[float, float, float]
Align = Literal["left", "centre", "right"]


class Area(NamedTuple):
    """A rectangle on the page in millimetres."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """In millimetres."""
        return self.right - self.left

    @property
    def middle(self) -> Point:
        """The centre."""
        return ((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def shrunk(self, x_mm: float, y_mm: float) -> "Area":
        """The area without a margin."""
        return Area(self.left + x_mm, self.top + y_mm, self.right - x_mm, self.bottom - y_mm)


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: ``size`` in points, ``gap`` extra space between characters in millimetres."""

    face: Face
    size: float
    bold: bool = False
    gap: float = 0.0
    colour: RGB = BLACK

    @property
    def em(self) -> float:
        """The width of a Chinese character, in millimetres."""
        return self.size * PT_TO_MM

    def sized(self, size: float) -> "Type":
        """The same in another size."""
        return replace(self, size=size)

    def face_for(self, char: str) -> Face:
        """This face, or another one that has the glyph."""
        return self.face if self.face.covers(char) else first_covering(char, self.face)

    def width(self, text: str) -> float:
        """The length of a line in millimetres."""
        points = sum(pdfmetrics.stringWidth(char, _registered(self.face_for(char)), self.size) for char in text)
        return points * PT_TO_MM + self.gap * max(len(text) - 1, 0)


def _registered(face: Face) -> str:
    if face.name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(face.loaded)
    return face.name


class Sheet:
    """One page under the pen. ``boxes`` and ``handwriting`` collect what a ``Paper`` tells about it."""

    def __init__(self, width_mm: float, height_mm: float) -> None:
        self.width_mm, self.height_mm = width_mm, height_mm
        self.boxes: dict[str, Box] = {}
        self.handwriting: list[Handwriting] = []
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=(width_mm * MM_TO_PT, height_mm * MM_TO_PT), invariant=1)

    def pdf(self) -> bytes:
        """Finish the page; nothing can be drawn after."""
        self.canvas.showPage()
        self.canvas.save()
        return self._file.getvalue()

    def text(self, at: Point, text: str, style: Type, align: Align = "left", field: str = "") -> Area:
        """Draw one line with its baseline at ``at``; its place is kept under the field's name."""
        width = style.width(text)
        left = at[0] - {"left": 0.0, "centre": width / 2, "right": width}[align]
        x = left
        for run, face in _runs(text, style):
            self._draw_run((x, at[1]), run, replace(style, face=face))
            x += style.width(run) + style.gap
        area = Area(left, at[1] - _ASCENT * style.em, left + width, at[1] + _DESCENT * style.em)
        self.mark(field, area)
        return area

    def spread(self, area: Area, text: str, style: Type) -> None:
        """Draw the characters of a label evenly over the width of an area (住    所), on the area's bottom as baseline."""
        gap = (area.width - style.width(text)) / max(len(text) - 1, 1)
        self.text((area.left, area.bottom), text, replace(style, gap=gap))

    def mark(self, field: str, area: Area) -> None:
        """Remember that a value stands in an area; areas of the same value are joined."""
        if not field:
            return
        box = self.fractions(area)
        old = self.boxes.get(field, box)
        self.boxes[field] = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))

    def take_boxes(self) -> dict[str, Box]:
        """Hand over what was marked so far, and begin anew: for the next document on the same page."""
        taken, self.boxes = self.boxes, {}
        return taken

    def write_by_hand(self, area: Area, text: str, field: str = "", role: str = "") -> None:
        """Leave an area empty for a pen to fill."""
        self.mark(field, area)
        self.handwriting.append(Handwriting(text, self.fractions(area), field, role))

    def line(self, start: Point, end: Point, width_mm: float = 0.2, colour: RGB = BLACK) -> None:
        """A straight stroke."""
        self.canvas.setStrokeColor(Color(*colour))
        self.canvas.setLineWidth(width_mm * MM_TO_PT)
        self.canvas.line(*self._points(start), *self._points(end))

    def frame(self, area: Area, width_mm: float = 0.2, colour: RGB = BLACK) -> None:
        """A rectangle's outline."""
        self.canvas.setStrokeColor(Color(*colour))
        self.canvas.setLineWidth(width_mm * MM_TO_PT)
        x, y = self._points((area.left, area.bottom))
        self.canvas.rect(x, y, area.width * MM_TO_PT, (area.bottom - area.top) * MM_TO_PT)

    def fill(self, area: Area, colour: RGB) -> None:
        """A filled rectangle."""
        self.canvas.setFillColor(Color(*colour))
        x, y = self._points((area.left, area.bottom))
        self.canvas.rect(x, y, area.width * MM_TO_PT, (area.bottom - area.top) * MM_TO_PT, stroke=0, fill=1)

    def curve(self, points: list[Point], width_mm: float, colour: RGB) -> None:
        """An open line through many points."""
        path = self.canvas.beginPath()
        path.moveTo(*self._points(points[0]))
        for point in points[1:]:
            path.lineTo(*self._points(point))
        self.canvas.setStrokeColor(Color(*colour))
        self.canvas.setLineWidth(width_mm * MM_TO_PT)
        self.canvas.drawPath(path)

    def fill_polygon(self, points: list[Point], colour: RGB) -> None:
        """A closed shape."""
        path = self.canvas.beginPath()
        path.moveTo(*self._points(points[0]))
        for point in points[1:]:
            path.lineTo(*self._points(point))
        path.close()
        self.canvas.setFillColor(Color(*colour))
        self.canvas.drawPath(path, stroke=0, fill=1)

    def fractions(self, area: Area) -> Box:
        """An area as fractions of the page."""
        w, h = self.width_mm, self.height_mm
        return (area.left / w, area.top / h, area.right / w, area.bottom / h)

    def _points(self, at: Point) -> Point:
        return at[0] * MM_TO_PT, (self.height_mm - at[1]) * MM_TO_PT

    def _draw_run(self, at: Point, run: str, style: Type) -> None:
        writing = self.canvas.beginText(*self._points(at))
        writing.setFont(_registered(style.face), style.size)
        writing.setFillColor(Color(*style.colour))
        writing.setCharSpace(style.gap * MM_TO_PT)
        if style.bold:
            self.canvas.setStrokeColor(Color(*style.colour))
            self.canvas.setLineWidth(style.size * 0.03)
        writing.setTextRenderMode(2 if style.bold else 0)
        writing.textOut(run)
        writing.setTextRenderMode(0)
        self.canvas.drawText(writing)


def _runs(text: str, style: Type) -> list[tuple[str, Face]]:
    """The text in pieces of one face each."""
    runs: list[tuple[str, Face]] = []
    for char in text:
        face = style.face_for(char)
        if runs and runs[-1][1] == face:
            runs[-1] = (runs[-1][0] + char, face)
        else:
            runs.append((char, face))
    return runs
