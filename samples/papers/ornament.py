"""What papers of value are decorated with, drawn from scratch: borders, line work, stand-ins for emblems, QR codes."""

import math

import segno

from samples.papers.paper import Point
from samples.papers.sheet import RGB, Area, Sheet

_STEPS = 72
_TINT_LINES = 36


def waves(sheet: Sheet, area: Area, colour: RGB) -> None:
    """Pale crossing waves over an area, as printed against copying."""
    for index in range(_TINT_LINES):
        base = area.top + (area.bottom - area.top) * (index + 0.5) / _TINT_LINES
        for phase in (0.0, math.pi):
            points = [
                (area.left + area.width * step / _STEPS, base + 3.2 * math.sin(step / 3.6 + phase + index * 0.4))
                for step in range(_STEPS + 1)
            ]
            sheet.curve(points, 0.12, colour)


def braided_border(sheet: Sheet, area: Area, band_mm: float, colour: RGB) -> None:
    """A frame of two lines with a braid between them."""
    inner = area.shrunk(band_mm, band_mm)
    sheet.frame(area, 0.6, colour)
    sheet.frame(area.shrunk(0.9, 0.9), 0.2, colour)
    sheet.frame(inner, 0.4, colour)
    middle = area.shrunk(band_mm / 2, band_mm / 2)
    for start, end in _sides(middle):
        _braid(sheet, (start, end), band_mm * 0.28, colour)


def _sides(area: Area) -> list[tuple[Point, Point]]:
    corners = [(area.left, area.top), (area.right, area.top), (area.right, area.bottom), (area.left, area.bottom)]
    return [(corners[index], corners[(index + 1) % 4]) for index in range(4)]


def _braid(sheet: Sheet, side: tuple[Point, Point], swing_mm: float, colour: RGB) -> None:
    (x0, y0), (x1, y1) = side
    length = math.hypot(x1 - x0, y1 - y0)
    along, across = ((x1 - x0) / length, (y1 - y0) / length), (-(y1 - y0) / length, (x1 - x0) / length)
    turns = round(length / (swing_mm * 4))
    steps = turns * 10
    for phase in (0.0, 2.1, 4.2):
        points = []
        for step in range(steps + 1):
            forth, sway = length * step / steps, swing_mm * math.sin(2 * math.pi * step / 10 + phase)
            points.append((x0 + along[0] * forth + across[0] * sway, y0 + along[1] * forth + across[1] * sway))
        sheet.curve(points, 0.22, colour)


def emblem(
    sheet: Sheet, middle: Point, diameter_mm: float, ground: RGB = (0.80, 0.12, 0.10), gold: RGB = (0.93, 0.76, 0.25)
) -> None:
    """A round red badge with a golden gear and a star: it holds the place of an emblem and is none."""
    radius = diameter_mm / 2
    rim = _ring(middle, radius, 24, 0.06)
    sheet.fill_polygon(rim, gold)
    sheet.fill_polygon(_ring(middle, radius * 0.84, 60, 0.0), ground)
    sheet.fill_polygon(_star(middle, radius * 0.42), gold)
    for angle in (-50, -20, 20, 50):
        turn = math.radians(angle)
        sheet.fill_polygon(
            _star((middle[0] + radius * 0.63 * math.sin(turn), middle[1] - radius * 0.63 * math.cos(turn)), radius * 0.11), gold
        )


def _ring(middle: Point, radius: float, teeth: int, depth: float) -> list[Point]:
    steps = teeth * 4
    points = []
    for step in range(steps):
        reach = radius * (1 - depth * (step % 4 >= 2))
        turn = 2 * math.pi * step / steps
        points.append((middle[0] + reach * math.sin(turn), middle[1] - reach * math.cos(turn)))
    return points


def _star(middle: Point, radius: float) -> list[Point]:
    points = []
    for step in range(10):
        reach = radius * (0.382 if step % 2 else 1.0)
        turn = math.radians(36 * step)
        points.append((middle[0] + reach * math.sin(turn), middle[1] - reach * math.cos(turn)))
    return points


def qr_code(sheet: Sheet, area: Area, content: str) -> None:
    """A QR code filling a square area, on white."""
    modules = [list(row) for row in segno.make_qr(content, error="m").matrix_iter(border=1)]
    side = area.width / len(modules)
    sheet.fill(area, (1.0, 1.0, 1.0))
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                left, top = area.left + x * side, area.top + y * side
                sheet.fill(Area(left, top, left + side * 1.02, top + side * 1.02), (0.05, 0.05, 0.05))
