"""The frame of a name seal: what makes four straight lines around some ink one, and large print or a QR code none."""

import math
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

CLOSED: Final = 0.8
LEAST_SIDE: Final = 0.6
"""Share of the frame that is inked, and of its worst side; print across it takes some."""
BORDER: Final = 0.16
"""The frame lies within this share of the shorter side from the outside: 1 to 2 mm of 11."""
FILLED: Final = (0.10, 0.82)
"""Share of the inside that is inked: thin glyphs of one name, or bold ones. White glyphs in a full face are not looked for."""
LEAST_STROKES: Final = 1.6
"""Strokes that a line across the inside meets: those of real and drawn name seals 2.3 and more, another seal's rim one."""
RULED_PX: Final = 6
"""Rules run from frame to frame, glyphs stop short of it by so much (pixels of FRAME_PX) at one end at least."""
STRAIGHT_PX: Final = 3
"""Pixels (of FRAME_PX) by which a frame's edge leaves its straight line: rubber is cut straight, pens and glyphs are not."""
SOLID_PX: Final = 2
"""Pixels (of FRAME_PX) that a frame's line is thick at least; the modules of a QR code break it every other one."""
DEEPEST: Final = 0.35
THICKEST: Final = 0.17
GAP_PX: Final = 2
LEAST_GAP: Final = 0.5
"""Along half of a side at least, a frame's line is no thicker than this share of the shorter side (2 mm of 11), and has paper
behind it; the strokes of large print are thicker, and a QR code has modules there."""
SHUT: Final = 0.85
SHUT_PX: Final = 5
"""Share of its inside that a frame shuts in, gaps of so many pixels (of FRAME_PX) aside; glyphs are open somewhere."""
CORNER_PX: Final = 5
"""Pixels (of FRAME_PX) at both ends of a side that belong to the corners; leaving out more lets rings pass for squares."""
NEAR: Final = 0.12
"""So far inside a frame, in shares of its shorter side, lies the middle of a part of it; seals that overlap lie apart."""
FRAME_PX: Final = 64
BEYOND_PX: Final = (4, 14)
"""From where to where beyond a corner (pixels of FRAME_PX) a line that runs on is looked for."""
_MOST_OF_END: Final = 0.85
_HALF: Final = 127

Patches = NDArray[np.uint8]
"""Height × width, 1 where there is ink."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """In pixels; ``long`` and ``short`` are whole sides, ``angle_deg`` turns the long one clockwise from the x axis."""

    x: float
    y: float
    long: float
    short: float
    angle_deg: float

    @property
    def corners(self) -> NDArray[np.float32]:
        """Corners 4×2, clockwise as the rectangle itself is read."""
        box = ((self.x, self.y), (self.long, self.short), self.angle_deg)
        return np.asarray(cv2.boxPoints(box), dtype=np.float32)

    def larger(self, times: float) -> "Rectangle":
        """The same on a picture so many times as large."""
        return Rectangle(self.x * times, self.y * times, self.long * times, self.short * times, self.angle_deg)

    @property
    def lying_corners(self) -> NDArray[np.float32]:
        """Corners 4×2 from the lower left one clockwise, with the long side lying."""
        angle = math.radians(self.angle_deg)
        along = np.array([math.cos(angle), math.sin(angle)]) * self.long / 2
        down = np.array([-math.sin(angle), math.cos(angle)]) * self.short / 2
        middle = np.array([self.x, self.y])
        corners = [middle - along + down, middle - along - down, middle + along - down, middle + along + down]
        return np.asarray(corners, np.float32)

    def holds(self, other: "Rectangle") -> bool:
        """Whether the middle of another lies well within it: the same frame, or a part of it."""
        return cv2.pointPolygonTest(self.corners, (other.x, other.y), measureDist=True) > NEAR * self.short


def closed_share(inked: Patches, rectangle: Rectangle) -> float:
    """How much of the frame is there (0..1); 0 where this is no name seal."""
    size = (round(FRAME_PX * rectangle.long / rectangle.short), FRAME_PX)
    target = np.array([(0, size[1]), (0, 0), (size[0], 0), size], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(rectangle.lying_corners, target)
    upright = cv2.warpPerspective(inked * 255, matrix, size) > _HALF
    border = round(BORDER * FRAME_PX)
    shares = [_straight_share(side) for side in (upright, upright[::-1], upright.T, upright.T[::-1])]
    inside = upright[2 * border : -2 * border, 2 * border : -2 * border]
    filled = float(inside.mean()) if inside.size else 0.0
    is_frame = min(shares) >= LEAST_SIDE and np.mean(shares) >= CLOSED and FILLED[0] <= filled <= FILLED[1]
    is_frame = is_frame and _strokes(upright) >= LEAST_STROKES
    return float(np.mean(shares)) if is_frame and _shut_share(upright) >= SHUT else 0.0


def _strokes(upright: NDArray[np.bool_]) -> float:
    """How many strokes a line across the inside meets, upright or level, whichever meets more; rules of a table aside."""
    inked, edge = upright.astype(np.uint8), round(BORDER * FRAME_PX)
    high, wide = upright.shape
    for kernel in ((1, wide - 2 * RULED_PX), (high - 2 * RULED_PX, 1)):
        inked = np.asarray(cv2.subtract(inked, cv2.morphologyEx(inked, cv2.MORPH_OPEN, np.ones(kernel, np.uint8))), np.uint8)
    inside = inked[edge:-edge, edge:-edge].astype(np.int8)
    if not inside.size:
        return 0.0
    return max(float((np.diff(way, axis=0, prepend=0) == 1).sum(axis=0).mean()) for way in (inside, inside.T))


def lines_beyond(inked: Patches, rectangle: Rectangle) -> int:
    """How many of a frame's four lines run on beyond its corners, at either end: those of a table's cell do, 0..8."""
    size = (round(FRAME_PX * rectangle.long / rectangle.short), FRAME_PX)
    low, beyond = BEYOND_PX[1], BEYOND_PX[0]
    target = np.array([(0, size[1]), (0, 0), (size[0], 0), size], dtype=np.float32) + low
    around = (size[0] + 2 * low, size[1] + 2 * low)
    matrix = cv2.getPerspectiveTransform(rectangle.lying_corners, target)
    upright = cv2.warpPerspective(inked * 255, matrix, around) > _HALF
    depth = round(BORDER * FRAME_PX)
    sides = (upright, upright[::-1], upright.T, upright.T[::-1])
    ends = [part[: low + depth] for side in sides for part in (side[:, : low - beyond], side[:, beyond - low :])]
    return sum(bool(end[low - STRAIGHT_PX :].any(axis=0).mean() >= CLOSED and end.mean() < _MOST_OF_END) for end in ends)


def _straight_share(from_outside: NDArray[np.bool_]) -> float:
    """Share of a side, seen from outside (depth × length), along which one solid line runs with paper behind it.

    The corners, where two lines meet, are left out.
    """
    side = from_outside[: round(DEEPEST * FRAME_PX), CORNER_PX:-CORNER_PX]
    has = side[: round(BORDER * FRAME_PX)].any(axis=0)
    if not has.any():
        return 0.0
    first = np.argmax(side, axis=0)
    depth = np.arange(side.shape[0])[:, None]
    thick = np.argmax((depth > first) & ~side, axis=0) - first
    straight = has & (np.abs(first - np.median(first[has])) <= STRAIGHT_PX)
    behind = np.minimum(first + thick + np.arange(GAP_PX)[:, None], side.shape[0] - 1)
    is_gap = ~np.take_along_axis(side, behind, axis=0).any(axis=0)
    is_line = (thick >= SOLID_PX) & (thick <= THICKEST * FRAME_PX)
    if float((straight & is_line & is_gap).mean()) < LEAST_GAP:
        return 0.0
    return float((straight & (thick >= SOLID_PX)).mean())


def _shut_share(upright: NDArray[np.bool_]) -> float:
    """Share of the inside that the frame shuts in: what cannot be reached from outside."""
    closed = cv2.morphologyEx(upright.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((SHUT_PX, SHUT_PX), np.uint8))
    padded = np.pad(closed, 2)
    cv2.floodFill(padded, np.zeros((padded.shape[0] + 2, padded.shape[1] + 2), np.uint8), (0, 0), (2.0,))
    edge = round(BORDER * FRAME_PX) + 2
    return float((padded[edge:-edge, edge:-edge] != 2).mean())  # noqa: PLR2004  what was filled from outside
