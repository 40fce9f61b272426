"""Finds the seals of a page: in red ink, in blue or other ink, and, where nothing has colour, in black."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import SealColour, SealKind
from extractors.marks.ellipse import Sheet
from extractors.marks.ink_strength import (
    FAINT_LEADS,
    Strength,
    colour_of,
    coloured_strength,
    cool_strength,
    dark_strength,
    half_tone_strength,
    red_strength,
)
from extractors.marks.seal_outline import INK
from extractors.marks.seal_rings import NEAR, OVAL_FROM, Look, Ring, apart, find_rings, settled
from extractors.marks.seal_shape import SealShape
from extractors.marks.seal_squares import find_square_shapes, ink_map
from extractors.page.half_tones import is_grey
from extractors.page.ink import InkLayers
from extractors.page.paper import sheet_mask

LEAST_CLEAN: Final = 0.6
"""Share of a ring's outline on the page that must be seen with nothing beyond it: of 66 real seals, one had less than 0.63."""
LEAST_CLEAN_COOL: Final = 0.75
LEAST_CLEAN_FAINT: Final = 0.7
"""So much for inks other than red, which are rare, and for the second look at faint ink: both hold more rings by chance."""
LEAST_CLEAN_BLACK: Final = 0.8
"""So much for rings in black: print is full of arcs (up to 0.73)."""
LEAST_CLEAN_BESIDE: Final = 0.9
"""So much for faint ink on a page that has seals beyond doubt: their own edges are faint, too."""
BEYOND_RIM: Final = 1.04
"""So far (in radii) reaches the ink of a seal."""
NEAR_FAINT: Final = 0.5
"""A faint outline whose middle is nearer than this share of the larger radius to a seal's is a part of it."""
SAME_SHARE: Final = 0.6
"""So is one that takes this share of the place of both."""
DESK_INK: Final = 0.03
"""Share of the picture that is inked beside the sheet from which that is a coloured desk."""
CORNER: Final = 1.5
"""A ring around a name seal is this much larger than half its side at most: the corners lie at 1.41."""


def find_seal_shapes(ink: InkLayers) -> tuple[SealShape, ...]:
    """Return the outlines of all seals of a page: rings and ovals, surest first, then name seals.

    Faint ink is looked at where no other was found, and black where no ink has any colour.
    """
    sheet = sheet_mask(ink.image, ink.red.shape)
    sure = (Look(red_strength(ink), LEAST_CLEAN), Look(cool_strength(ink), LEAST_CLEAN_COOL, not_red=True))
    found = _found(sure, ink, sheet)
    if found:
        return _with_fainter(found, ink, sheet)
    faint = (
        Look(red_strength(ink, FAINT_LEADS), LEAST_CLEAN_FAINT),
        Look(cool_strength(ink, FAINT_LEADS), LEAST_CLEAN_BESIDE, not_red=True, squares=False),
    )
    return _found(faint, ink, sheet) or _found(_dark_looks(ink), ink, sheet)


def _with_fainter(found: tuple[SealShape, ...], ink: InkLayers, sheet: Sheet | None) -> tuple[SealShape, ...]:
    """The seals found, and those beside or below them that are fainter, or hidden in part; what shows of them must be clean."""
    hidden = _within(found, ink)
    strength = np.asarray(np.where(hidden, 0, coloured_strength(ink, FAINT_LEADS)), dtype=np.float32)
    others = _found((Look(strength, LEAST_CLEAN_BESIDE, hidden=hidden),), ink, sheet)
    return (*found, *(shape for shape in others if not any(_same_place(shape, other) for other in found)))


def _within(shapes: Sequence[SealShape], ink: InkLayers) -> NDArray[np.bool_]:
    """Where seals lie, at the size of the maps."""
    mask = np.zeros(ink.red.shape, dtype=np.uint8)
    for shape in shapes:
        centre = (round(shape.centre[0] * ink.scale), round(shape.centre[1] * ink.scale))
        long, short = (axis * ink.scale * BEYOND_RIM for axis in shape.half_axes)
        if shape.kind in ("square", "rectangular"):
            corners = cv2.boxPoints((centre, (2 * long, 2 * short), shape.angle_deg))
            cv2.fillConvexPoly(mask, corners.astype(np.int32), (1.0,))
        else:
            cv2.ellipse(mask, centre, (round(long), round(short)), shape.angle_deg, 0, 360, (1.0,), -1)
    return mask > 0


def _same_place(a: SealShape, b: SealShape) -> bool:
    """Whether two outlines have about one middle, or one place: of a ring that the page cuts the middle is only guessed."""
    if math.dist(a.centre, b.centre) < NEAR_FAINT * max(a.half_axes[0], b.half_axes[0]):
        return True
    wide, high = (min(a.extent[side + 2], b.extent[side + 2]) - max(a.extent[side], b.extent[side]) for side in (0, 1))
    areas = [(each.extent[2] - each.extent[0]) * (each.extent[3] - each.extent[1]) for each in (a, b)]
    return wide > 0 and high > 0 and wide * high > SAME_SHARE * max(areas)


def _dark_looks(ink: InkLayers) -> tuple[Look, ...]:
    """Black ink; on a page of print that is no copy anything may be a square."""
    grey = is_grey(ink.image)
    dark = Look(dark_strength(ink), LEAST_CLEAN_BLACK, among_print=True, squares=grey)
    return (dark, Look(half_tone_strength(ink), LEAST_CLEAN_FAINT, among_print=True)) if grey else (dark,)


def _found(looks: Sequence[Look], ink: InkLayers, sheet: Sheet | None) -> tuple[SealShape, ...]:
    """The seals in some maps of ink."""
    looks = [replace(look, strength=_off_the_desk(look.strength, sheet)) for look in looks]
    rings = (ring for look in looks for ring in find_rings(look, sheet))
    found = [ring for ring in rings if not (ring.look.not_red and _colour(ring, ink) == "red")]
    looked_on = [each for look in looks if look.squares and (each := ink_map(look.strength)) is not None]
    named = [shape for each in looked_on for shape in find_square_shapes(each, ink, ())]
    kept = apart([ring for ring in found if not any(_follows(ring, square, ink.scale) for square in named)])
    kept = [settled(ring, sheet) for ring in kept]
    if kept:
        rims = [ring.outline.ellipse for ring in kept]
        named += [shape for each in looked_on for shape in find_square_shapes(each, ink, rims)]
    shapes = (*(_shape(ring, ink) for ring in kept), *_once(named))
    return tuple(shape for shape in shapes if shape.colour != "other")


def _off_the_desk(strength: Strength, sheet: Sheet | None) -> Strength:
    """The map without a desk of the ink's colour: grain of wood is full of arcs and lines, and costs more than the paper."""
    if sheet is None or float(((strength > INK) & ~sheet).mean()) < DESK_INK:
        return strength
    return np.asarray(np.where(sheet, strength, 0), dtype=np.float32)


def _follows(ring: Ring, square: SealShape, scale: float) -> bool:
    """Whether a ring runs along the frame of a name seal and through its corners."""
    ellipse, half = ring.outline.ellipse, square.half_axes[0] * scale
    apart = math.dist((ellipse.x, ellipse.y), (square.centre[0] * scale, square.centre[1] * scale))
    return apart < NEAR * half and ellipse.radius < CORNER * half


def _once(squares: Sequence[SealShape]) -> Iterator[SealShape]:
    """Each name seal once, whatever maps show it."""
    kept: list[SealShape] = []
    for shape in sorted(squares, key=lambda each: -each.half_axes[0] * each.half_axes[1]):
        if not any(math.dist(shape.centre, other.centre) < other.half_axes[1] for other in kept):
            kept.append(shape)
            yield shape


def _shape(ring: Ring, ink: InkLayers) -> SealShape:
    ellipse = ring.outline.ellipse
    kind: SealKind = "oval" if ellipse.flatness >= OVAL_FROM else "round"
    kind = kind if ring.outline.centred else "cross_page"
    long_first = ellipse.half_axes[0] >= ellipse.half_axes[1]
    axes = ellipse.half_axes if long_first else ellipse.half_axes[::-1]
    angle = (ellipse.angle_deg + (0 if long_first else 90)) % 180
    return SealShape(
        kind=kind,
        colour=_colour(ring, ink),
        centre=(ellipse.x / ink.scale, ellipse.y / ink.scale),
        half_axes=(axes[0] / ink.scale, axes[1] / ink.scale),
        angle_deg=angle,
        extent=_scaled(ring.outline.extent, ink.scale),
        visible=ring.outline.visible,
        confidence=min(1.0, ring.outline.clean),
    )


def _scaled(extent: tuple[float, float, float, float], scale: float) -> tuple[float, float, float, float]:
    left, top, right, bottom = extent
    return left / scale, top / scale, right / scale, bottom / scale


def _colour(ring: Ring, ink: InkLayers) -> SealColour:
    ellipse = ring.outline.ellipse
    reach = math.ceil(max(ellipse.half_axes))
    left, top = max(0, round(ellipse.x) - reach), max(0, round(ellipse.y) - reach)
    part = np.s_[top : max(0, round(ellipse.y) + reach + 1), left : max(0, round(ellipse.x) + reach + 1)]
    strength = ring.look.strength[part]
    rows, columns = np.ogrid[: strength.shape[0], : strength.shape[1]]
    near = np.hypot(columns + left - ellipse.x, rows + top - ellipse.y) <= max(ellipse.half_axes)
    return colour_of(ink.level[part], near & (strength > INK))
