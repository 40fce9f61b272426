"""Finds name seals: small squares and rectangles of ink with straight sides and glyphs inside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.ellipse import Ellipse
from extractors.marks.ink_strength import Strength, colour_of
from extractors.marks.name_seal_frame import Patches, Rectangle, closed_share, lines_beyond
from extractors.marks.seal_rules import draw, straight_lines
from extractors.marks.seal_shape import SealShape
from extractors.marks.straight_frames import straight_frames
from extractors.page.ink import InkLayers

SIDES: Final = (0.026, 0.17)
"""Sides of a name seal as shares of the page's longer side: 8 to 50 mm on A4; squares have 18 to 25, rows 10 by 45."""
LONGEST: Final = 4.5
"""A row of four or five glyphs is this much longer than it is high."""
SQUARE_TO: Final = 1.35
"""A ratio of sides up to which a name seal is square: two columns of glyphs."""
HULL: Final = 0.86
"""Share of its rectangle that the paper shut in by a frame fills."""
FRAME: Final = 0.05
"""How thick a frame is, in shares of the shorter side."""
RULED: Final = 0.2
"""Straight lines longer than this share of the page's longer side are ruled on the paper."""
LEAST_RULE_EDGE: Final = 0.02
"""Edges of which rules are put together are this long, as shares of it."""
RULE_PX: Final = 2
"""How thick each edge of a rule is taken to be at the size frames are looked for; what lies between two of them is the rule."""
ROW: Final = 0.4
ROW_REACH: Final = 3.0
"""Glyphs of a heading stand in a line: middles this near in height, and this many widths apart at most."""
LOOK_SIDE_PX: Final = 960
"""Frames are looked for at this size: one of 1 mm is three pixels thick on A4."""
RIM_MIDDLE, RIM = 0.975, 0.07
"""Where the rim of a ring lies and how thick it is, in shares of its radius."""
BRIDGE_PX: Final = 7
"""Strokes of print across a frame are narrower than this at that size."""
JOIN_PX: Final = 3
"""Breaks in a worn frame that are closed, at that size."""
LEAST_INK: Final = 0.0004
"""Share of the page that the frame of the smallest name seal takes: half of a frame of 10 by 18 mm on A4."""
MOST_INK: Final = 0.25
"""Share from which what is inked is a desk or a card, full of straight lines; frames on it are found by their patches."""
_INK: Final = 0.5
_THIN: Final = 0.25
"""What is left of a line of half a pixel."""
_MOST_PATCHES: Final = 60


MOST_BEYOND, MOST_BEYOND_WHOLE = 2, 3
WHOLE: Final = 0.9
"""Of a frame's lines so many may run on beyond its corners, into print or another seal that touches them, and of one that is
whole by so much, and square, one more; of a cell in the corner of a table four do."""


@dataclass(frozen=True, slots=True, eq=False)
class InkMap:
    """A map of ink of one colour for name seals to be looked for on: at full size and small, its rules and straight frames."""

    strength: Strength
    small: Strength
    ruled: Patches
    straight: tuple[Rectangle, ...]

    @property
    def scale(self) -> float:
        """Small pixels to one of full size."""
        return float(self.small.shape[1] / self.strength.shape[1])


def ink_map(strength: Strength) -> InkMap | None:
    """Prepare a map to look for name seals on; None where there is too little ink for any."""
    scale = min(1.0, LOOK_SIDE_PX / max(strength.shape))
    small = np.asarray(cv2.resize(strength, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.float32)
    inked, side = float((small > _THIN).mean()), max(small.shape)
    if inked < LEAST_INK:
        return None
    if inked > MOST_INK:
        return InkMap(strength, small, np.zeros(small.shape, dtype=np.uint8), ())
    return InkMap(strength, small, _rules(small), tuple(straight_frames(small, SIDES[0] * side, SIDES[1] * side, LONGEST)))


def find_square_shapes(on: InkMap, ink: InkLayers, rings: Sequence[Ellipse]) -> tuple[SealShape, ...]:
    """Return the outlines of the name seals in one map of ink; the rims of ``rings`` found before are taken out of it."""
    strength, small, scale = on.strength, on.small, on.scale
    dark = cv2.resize(ink.dark.astype(np.uint8), (small.shape[1], small.shape[0]), interpolation=cv2.INTER_AREA)
    inked = _cleared(_bridged(small > _INK, dark > 0), on.ruled, rings, scale)
    isolated = list(_around_patches(inked))
    bare = np.asarray(small > _THIN, dtype=np.uint8)
    unruled = np.asarray(cv2.subtract(bare, on.ruled), dtype=np.uint8)
    cleared = [(each, lines_beyond(unruled, each)) for each in (*isolated, *_around_holes(inked))]
    every = [*cleared, *((each, lines_beyond(bare, each)) for each in on.straight)]
    candidates = [(each, beyond) for each, beyond in every if beyond <= MOST_BEYOND_WHOLE and not _in_a_row(each, isolated)]
    whole = np.asarray(strength > _INK, dtype=np.uint8)
    closed: list[tuple[float, Rectangle]] = []
    for each, beyond in candidates:
        share = max(closed_share(inked, each), closed_share(whole, each.larger(1 / scale)))
        if beyond <= MOST_BEYOND or _may_touch(share, each):
            closed.append((share, each))
    kept: list[tuple[float, Rectangle]] = []
    for share, each in sorted(closed, key=lambda pair: -pair[1].long * pair[1].short):
        if share and not any(other.holds(each) for _, other in kept):
            kept.append((share, each))
    return tuple(_shape(each.larger(1 / scale), share, strength, ink) for share, each in kept)


def _may_touch(closed: float, rectangle: Rectangle) -> bool:
    """Whether a frame is so whole that more ink may touch it: that of another seal; long cells of a table are as whole."""
    return closed >= WHOLE and rectangle.long <= SQUARE_TO * rectangle.short


def _bridged(ink: NDArray[np.bool_], dark: NDArray[np.bool_]) -> Patches:
    """Ink, with the print that breaks its lines counted in."""
    inked = ink.astype(np.uint8)
    closed = cv2.morphologyEx(inked, cv2.MORPH_CLOSE, np.ones((BRIDGE_PX, BRIDGE_PX), np.uint8))
    return np.asarray(inked | np.where(dark, closed, 0), dtype=np.uint8)


def _rules(small: Strength) -> Patches:
    """Where lines too long for a frame lie."""
    mask, side = np.zeros(small.shape, dtype=np.uint8), max(small.shape)
    for ends in straight_lines(small, LEAST_RULE_EDGE * side, RULED * side):
        draw(mask, ends, RULE_PX)
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((JOIN_PX, JOIN_PX), np.uint8)), dtype=np.uint8)


def _cleared(inked: Patches, ruled: Patches, rings: Sequence[Ellipse], scale: float) -> Patches:
    """Ink without the rims of rings (at working size) and without ruled lines, which tie a frame to what lies beside it."""
    inked = _bridged(cv2.subtract(inked, ruled) > 0, ruled > 0)
    for ring in rings:
        centre = (round(ring.x * scale), round(ring.y * scale))
        axes = tuple(max(1, round(RIM_MIDDLE * axis * scale)) for axis in ring.half_axes)
        cv2.ellipse(inked, centre, axes, ring.angle_deg, 0, 360, (0.0,), max(2, round(RIM * ring.radius * scale)))
    return np.asarray(cv2.morphologyEx(inked, cv2.MORPH_CLOSE, np.ones((JOIN_PX, JOIN_PX), np.uint8)), dtype=np.uint8)


def _around_patches(inked: Patches) -> Iterator[Rectangle]:
    """Rectangles around the patches of ink that stand alone."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(inked)
    for label in (np.argsort(-stats[1:, cv2.CC_STAT_AREA])[:_MOST_PATCHES] + 1).tolist():
        x, y, wide, high, _ = (int(value) for value in stats[label])
        if max(wide, high) <= 1.3 * SIDES[1] * max(inked.shape):
            points = cv2.findNonZero((labels[y : y + high, x : x + wide] == label).astype(np.uint8))
            yield from _rectangle(np.asarray(points, dtype=np.int32), (x, y), max(inked.shape))


def _around_holes(inked: Patches) -> Iterator[Rectangle]:
    """Rectangles around the paper that a frame shuts in, whatever touches the frame from outside."""
    contours, tree = cv2.findContours(inked, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    for contour, (_, _, _, parent) in zip(contours, tree[0] if tree is not None else (), strict=True):
        if parent < 0 or cv2.contourArea(contour) < (SIDES[0] * max(inked.shape)) ** 2 / 2:
            continue
        for inner in _rectangle(np.asarray(contour, dtype=np.int32), (0, 0), max(inked.shape)):
            frame = 2 * (FRAME * inner.short + 1)
            if cv2.contourArea(cv2.convexHull(contour)) >= HULL * inner.long * inner.short:
                yield replace(inner, long=inner.long + frame, short=inner.short + frame)


def _rectangle(points: NDArray[np.int32], offset: tuple[int, int], side: int) -> Iterator[Rectangle]:
    """The smallest rectangle around points, where it has the size of a name seal."""
    (x, y), (first, second), angle = cv2.minAreaRect(points)
    long, short = max(first, second), min(first, second)
    if short >= SIDES[0] * side and long <= SIDES[1] * side and long <= LONGEST * short:
        yield Rectangle(x + offset[0], y + offset[1], long, short, angle if first >= second else angle + 90)


def _in_a_row(rectangle: Rectangle, others: Sequence[Rectangle]) -> bool:
    """Whether it stands among others of its size in a line: a heading's glyph. Glyphs within a frame are its own."""
    beside = [
        other
        for other in others
        if other is not rectangle
        and not rectangle.holds(other)
        and abs(other.y - rectangle.y) < ROW * rectangle.short
        and abs(other.x - rectangle.x) < ROW_REACH * rectangle.long
        and other.short < rectangle.long * SQUARE_TO
        and rectangle.short < other.long * SQUARE_TO
    ]
    return len(beside) > 1


def _shape(rectangle: Rectangle, closed: float, strength: Strength, ink: InkLayers) -> SealShape:
    corners = rectangle.corners
    mask = np.zeros(strength.shape, dtype=np.uint8)
    cv2.fillConvexPoly(mask, corners.astype(np.int32), (1.0,))
    left, top = corners.min(axis=0) / ink.scale
    right, bottom = corners.max(axis=0) / ink.scale
    return SealShape(
        kind="square" if rectangle.long <= SQUARE_TO * rectangle.short else "rectangular",
        colour=colour_of(ink.level, (mask > 0) & (strength > _INK)),
        centre=(rectangle.x / ink.scale, rectangle.y / ink.scale),
        half_axes=(rectangle.long / 2 / ink.scale, rectangle.short / 2 / ink.scale),
        angle_deg=rectangle.angle_deg % 180,
        extent=(float(left), float(top), float(right), float(bottom)),
        visible=closed,
        confidence=closed,
    )
