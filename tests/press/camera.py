"""Where a sheet's prints come to lie on a picture of it: tilted a little, seen from the side, in fractions of the page."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractors.evidence import TextLine
from extractors.frozen import Box, Point
from tests.press.choices import Choices
from tests.press.recogniser import Reading
from tests.press.sheet import WIDTH, Print, wide
from tests.press.wording import LABEL

__all__ = ["View", "boxes_of", "make_view", "seen"]


@dataclass(frozen=True)
class View:
    """How a sheet is seen: ``at`` takes a point of the sheet to fractions of the picture, beyond its edges too."""

    at: Callable[[float, float], Point]
    tells_places: bool
    jitter: float


def make_view(height: float, choices: Choices) -> View:
    """Return a view of a sheet: mostly straight as a scan, else tilted up to two degrees and slightly in perspective."""
    tilt = choices.between(-2.0, 2.0) if choices.chance(0.35) else 0.0
    lean = choices.between(-0.04, 0.04) if choices.chance(0.2) else 0.0
    room = choices.between(0.0, 0.12) if choices.chance(0.2) else 0.0
    tells_places = not choices.chance(0.04)
    if tilt or lean:
        choices.note("view", f"tilted by {tilt:.1f} degrees, perspective {lean:.2f}")
    if not tells_places:
        choices.note("view", "no places of characters")
    return View(_projection(height, math.radians(tilt), lean, room), tells_places, choices.pick((0.0, 0.04, 0.1)))


def _projection(height: float, tilt: float, lean: float, room: float) -> Callable[[float, float], Point]:
    cos, sin = math.cos(tilt), math.sin(tilt)
    across, down = WIDTH / 2, height / 2
    scale = 1 - room

    def at(x: float, y: float) -> Point:
        x, y = x - across, y - down
        x, y = x * cos - y * sin, x * sin + y * cos
        depth = scale / (1 + lean * y / down)
        return 0.5 + x * depth / WIDTH, 0.5 + y * depth / height

    return at


def seen(lines: Sequence[Reading], view: View, choices: Choices) -> tuple[TextLine, ...]:
    """Return the lines as evidence."""
    return tuple([_seen(line, view, choices) for line in lines if line.text])


def _seen(line: Reading, view: View, choices: Choices) -> TextLine:
    uniform, at = choices.fill.uniform, view.at
    size = line.size
    pad = size * uniform(0.02, 0.12)
    left, right = line.left - pad, line.right + pad
    top, foot = line.y - size * uniform(0.0, 0.12), line.y + size * (1 + uniform(0.0, 0.12))
    corners = [(left, top), (right, top), (right, foot), (left, foot)]
    if line.angle:
        corners = _turned(corners, math.radians(line.angle))
    top_left, top_right, foot_right, foot_left = [_on_picture(at(x, y)) for x, y in corners]
    quad = (top_left, top_right, foot_right, foot_left)
    places = _places(line, left, right, view.jitter * size, choices) if view.tells_places else None
    return TextLine(quad=quad, text=line.text, score=round(line.score, 4), places=places)


def _on_picture(point: Point) -> Point:
    return min(max(point[0], 0.0), 1.0), min(max(point[1], 0.0), 1.0)


def _places(line: Reading, left: float, right: float, jitter: float, choices: Choices) -> tuple[int, ...]:
    scale = 1000 / (right - left)
    if not jitter:
        return tuple([int((middle - left) * scale) for middle in line.middles])
    random, low = choices.fill.random, left + jitter
    places = [int((middle - low + 2 * jitter * random()) * scale) for middle in line.middles]
    return tuple(sorted(min(max(place, 0), 1000) for place in places))


def _turned(corners: list[Point], angle: float) -> list[Point]:
    """Turn corners around the first of them, anticlockwise on the page."""
    x0, y0 = corners[0]
    cos, sin = math.cos(-angle), math.sin(-angle)
    return [(x0 + (x - x0) * cos - (y - y0) * sin, y0 + (x - x0) * sin + (y - y0) * cos) for x, y in corners]


def boxes_of(prints: Sequence[Print], view: View) -> dict[str, Box]:
    """Return where each value's characters stand: those of its first printing, or all where it is printed in parts."""
    found: dict[str, tuple[int, list[Point]]] = {}
    for made in prints:
        for start, end, name, printing in made.spans:
            if name.startswith(LABEL):
                continue
            if name not in found or printing < found[name][0]:
                found[name] = (printing, [])
            if printing == found[name][0]:
                found[name][1].extend(_corners(made, start, end, view))
    return {
        name: (min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners), max(y for _, y in corners))
        for name, (_, corners) in found.items()
    }


def _corners(made: Print, start: int, end: int, view: View) -> list[Point]:
    left = made.x + made.size * (wide(made.text[:start]) + made.tracking * start)
    right = made.x + made.size * (wide(made.text[:end]) + made.tracking * (end - 1))
    foot = made.y + made.size
    return [_on_picture(view.at(x, y)) for x, y in ((left, made.y), (right, made.y), (right, foot), (left, foot))]
