"""Finds the seals of a page: in red ink, in blue or other ink, and, where nothing has colour, in black."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np

from extractors.evidence import SealColour, SealKind
from extractors.marks.ellipse import Ellipse, Sheet
from extractors.marks.ink_strength import (
    FAINT_LEADS,
    Strength,
    colour_of,
    cool_strength,
    dark_strength,
    half_tone_strength,
    red_strength,
)
from extractors.marks.seal_centres import ring_candidates
from extractors.marks.seal_clusters import cluster_candidates
from extractors.marks.seal_outline import INK, Outline, measured, traced
from extractors.marks.seal_shape import SealShape
from extractors.marks.seal_squares import find_square_shapes, ink_map
from extractors.marks.traces import is_grey
from extractors.page.ink import InkLayers
from extractors.page.paper import sheet_mask

LEAST_INK: Final = 0.0004
"""Share of the page that must be inked in a colour for rings to be looked for: a faint 40 mm seal on A4 measures 0.002."""
LEAST_CLEAN: Final = 0.6
"""Share of a ring's outline on the page that must be seen with nothing beyond it: of 66 real seals, one had less than 0.63."""
LEAST_CLEAN_COOL: Final = 0.75
LEAST_CLEAN_FAINT: Final = 0.7
"""So much for inks other than red, which are rare, and for the second look at faint ink: both hold more rings by chance."""
LEAST_CLEAN_OVAL: Final = 0.85
LEAST_CLEAN_INVOICE: Final = 0.78
INVOICE_FLATNESS: Final = (1.22, 1.45)
"""So much for ovals: chance draws ellipses through text and emblems, up to 0.7. Those with the proportions of an invoice seal
(40 by 30 mm, and what perspective makes of it) may be more worn.
"""
LEAST_CLEAN_BLACK: Final = 0.8
"""So much for rings in black: print is full of arcs (up to 0.73)."""
WHOLE_CLEAN: Final = 0.9
"""A ring this clean lies whole on the paper."""
LEAST_ON_SHEET: Final = 0.26
LEAST_CLEAN_ON_SHEET: Final = 0.8
"""Share of a ring's outline that lies on the sheet where the rest was cut off, and how clean that part is at least."""
MOST_FILLED: Final = 0.55
"""Rings filled with more ink than this are emblems, discs and prints of thumbs: the fullest real seal measured 0.51."""
EMBLEM_FILLED: Final = 0.44
EMBLEM_STROKES: Final = 6.0
"""The national emblem: this full, and yet a circle around its middle meets ink less often (2 to 5 times) than one in text."""
EMBLEM_CLEAN: Final = 0.8
"""So is a full ring whose outline is less clean than this."""
LEAST_FILLED: Final = 0.015
INSIDE: Final = 0.85
"""A ring whose radius is a smaller share than this of that of a seal it lies within belongs to that seal."""
NEAR: Final = 0.35
"""Two outlines whose centres are nearer than this share of the larger radius are one seal."""
SAME_MIDDLE: Final = 0.15
EMBLEM: Final = (0.3, 0.75)
"""An emblem's ring has about the middle of the seal's rim, and this share of its radius."""
DESK_INK: Final = 0.03
"""Share of the picture that is inked beside the sheet from which that is a coloured desk."""
CORNER: Final = 1.5
"""A ring around a name seal is this much larger than half its side at most: the corners lie at 1.41."""
OVAL_FROM: Final = 1.2
"""A ratio of axes from which a seal is oval (an invoice seal has 1.33, a round one photographed askew up to 1.15)."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ring:
    outline: Outline
    strength: Strength

    @property
    def score(self) -> float:
        return self.outline.clean


def find_seal_shapes(ink: InkLayers) -> tuple[SealShape, ...]:
    """Return the outlines of all seals of a page: rings and ovals, surest first, then name seals.

    Faint ink is looked at where no other was found, and black where no ink has any colour.
    """
    sheet = sheet_mask(ink.image, ink.red.shape)
    coloured = ((red_strength(ink), LEAST_CLEAN), (cool_strength(ink), LEAST_CLEAN_COOL))
    return (
        _found(coloured, ink, sheet)
        or _found(((red_strength(ink, FAINT_LEADS), LEAST_CLEAN_FAINT),), ink, sheet)
        or _found(_dark_maps(ink), ink, sheet, squares=is_grey(ink))
    )


def _dark_maps(ink: InkLayers) -> tuple[tuple[Strength, float], ...]:
    dark = (dark_strength(ink), LEAST_CLEAN_BLACK)
    return (dark, (half_tone_strength(ink), LEAST_CLEAN_FAINT)) if is_grey(ink) else (dark,)


def _found(
    maps: Sequence[tuple[Strength, float]], ink: InkLayers, sheet: Sheet | None, *, squares: bool = True
) -> tuple[SealShape, ...]:
    """The seals in some maps of ink, each with how clean a ring must be there; on a page of print anything may be a square."""
    maps = [(_off_the_desk(strength, sheet), least_clean) for strength, least_clean in maps]
    found = [ring for strength, least_clean in maps for ring in _rings(strength, least_clean, sheet)]
    looked_on = [each for strength, _ in maps if squares and (each := ink_map(strength)) is not None]
    named = [shape for each in looked_on for shape in find_square_shapes(each, ink, ())]
    kept = _apart([ring for ring in found if not any(_follows(ring, square, ink.scale) for square in named)])
    rings = [ring.outline.ellipse for ring in kept]
    if rings:
        named += [shape for each in looked_on for shape in find_square_shapes(each, ink, rings)]
    shapes = (*(_shape(ring, ink) for ring in kept), *_once(named))
    return tuple(shape for shape in shapes if shape.colour != "other")


def _off_the_desk(strength: Strength, sheet: Sheet | None) -> Strength:
    """The map without a desk of the ink's colour: grain of wood is full of arcs and lines, and costs more than the paper."""
    if sheet is None or float(((strength > INK) & ~sheet).mean()) < DESK_INK:
        return strength
    return np.asarray(np.where(sheet, strength, 0), dtype=np.float32)


def _follows(ring: _Ring, square: SealShape, scale: float) -> bool:
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


def _rings(strength: Strength, least_clean: float, sheet: Sheet | None) -> Iterator[_Ring]:
    if float((strength > INK).mean()) < LEAST_INK:
        return
    for candidate in chain(cluster_candidates(strength), ring_candidates(strength)):
        ellipse = traced(strength, candidate)
        if ellipse is None:
            continue
        outline = _outline(strength, ellipse, sheet)
        if _is_seal(outline, least_clean):
            yield _Ring(outline, strength)


def _outline(strength: Strength, ellipse: Ellipse, sheet: Sheet | None) -> Outline:
    """What speaks for a ring: of all of it, or of the part on the sheet of paper where the rest lies beside it."""
    whole = measured(strength, ellipse)
    if sheet is None or whole.clean >= WHOLE_CLEAN:
        return whole
    on_sheet = measured(strength, ellipse, sheet)
    enough = on_sheet.on_page.mean() >= LEAST_ON_SHEET and on_sheet.clean >= LEAST_CLEAN_ON_SHEET
    return on_sheet if enough else whole


def _is_seal(outline: Outline, least_clean: float) -> bool:
    if outline.ellipse.flatness >= OVAL_FROM:
        invoice = INVOICE_FLATNESS[0] <= outline.ellipse.flatness <= INVOICE_FLATNESS[1]
        least_clean = max(least_clean, LEAST_CLEAN_INVOICE if invoice else LEAST_CLEAN_OVAL)
    poor = outline.strokes < EMBLEM_STROKES or outline.clean < EMBLEM_CLEAN
    is_emblem = outline.filled >= EMBLEM_FILLED and poor
    return outline.clean >= least_clean and LEAST_FILLED <= outline.filled <= MOST_FILLED and not is_emblem


def _apart(rings: Sequence[_Ring]) -> list[_Ring]:
    """The best of those that share a place, and of a ring within a ring the outer one: it is an emblem's."""
    kept: list[_Ring] = []
    outer = [ring for ring in rings if not any(_encircles(other.outline.ellipse, ring.outline.ellipse) for other in rings)]
    for ring in sorted(outer, key=lambda each: -each.score):
        if not any(_same(ring.outline.ellipse, other.outline.ellipse) for other in kept):
            kept.append(ring)
    return kept


def _same(a: Ellipse, b: Ellipse) -> bool:
    apart = math.hypot(a.x - b.x, a.y - b.y)
    larger, smaller = max(a.radius, b.radius), min(a.radius, b.radius)
    return apart < NEAR * larger or (apart < larger and smaller < INSIDE * larger)


def _encircles(outer: Ellipse, inner: Ellipse) -> bool:
    apart = math.hypot(outer.x - inner.x, outer.y - inner.y)
    return apart < SAME_MIDDLE * outer.radius and EMBLEM[0] * outer.radius < inner.radius < EMBLEM[1] * outer.radius


def _shape(ring: _Ring, ink: InkLayers) -> SealShape:
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


def _colour(ring: _Ring, ink: InkLayers) -> SealColour:
    height, width = ring.strength.shape
    rows, columns = np.ogrid[:height, :width]
    ellipse = ring.outline.ellipse
    near = np.hypot(columns - ellipse.x, rows - ellipse.y) <= max(ellipse.half_axes)
    return colour_of(ink, near & (ring.strength > INK))
