"""Finds the seals of a page: in red ink, in blue or other ink, and, where nothing has colour, in black."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import SealColour, SealKind
from extractors.marks.ellipse import Ellipse, Sheet
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
from extractors.marks.print_aside import without_print, without_rules
from extractors.marks.seal_centres import ring_candidates
from extractors.marks.seal_clusters import cluster_candidates
from extractors.marks.seal_outline import INK, NEAR_TOLERANCES, TOLERANCES, Outline, measured, traced
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
LEAST_CLEAN_BESIDE: Final = 0.9
"""So much for faint ink on a page that has seals beyond doubt: their own edges are faint, too."""
AGAIN: Final = 0.12
"""A candidate this near (in radii) to a ring that was found whole leads to it."""
LEAST_OPEN: Final = 0.5
"""Share of a ring's outline that no other seal hides, at least."""
BEYOND_RIM: Final = 1.04
"""So far (in radii) reaches the ink of a seal."""
NEAR_FAINT: Final = 0.5
"""A faint outline whose middle is nearer than this share of the larger radius to a seal's is a part of it."""
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
class Look:
    """A map of ink that rings are looked for on, and how clean one must be there.

    ``among_print``: print is in it, too; ``hidden``: where other seals lie, whose ink was taken out of it;
    ``not_red``: crimson things show on it, which a map of red ink shows better.
    """

    strength: Strength
    least_clean: float
    among_print: bool = False
    hidden: Sheet | None = None
    not_red: bool = False

    @property
    def to_vote(self) -> Strength:
        """The ink that may be a rim's."""
        bare = without_rules(self.strength)
        return without_print(bare) if self.among_print else bare


@dataclass(frozen=True, slots=True, eq=False)
class _Ring:
    outline: Outline
    look: Look

    @property
    def score(self) -> float:
        return self.outline.clean


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
        Look(cool_strength(ink, FAINT_LEADS), LEAST_CLEAN_BESIDE, not_red=True),
    )
    return _found(faint, ink, sheet) or _found(_dark_looks(ink), ink, sheet, squares=is_grey(ink))


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
    """Whether one of two outlines holds the middle of the other."""
    return math.dist(a.centre, b.centre) < NEAR_FAINT * max(a.half_axes[0], b.half_axes[0])


def _dark_looks(ink: InkLayers) -> tuple[Look, ...]:
    dark = Look(dark_strength(ink), LEAST_CLEAN_BLACK, among_print=True)
    return (dark, Look(half_tone_strength(ink), LEAST_CLEAN_FAINT, among_print=True)) if is_grey(ink) else (dark,)


def _found(looks: Sequence[Look], ink: InkLayers, sheet: Sheet | None, *, squares: bool = True) -> tuple[SealShape, ...]:
    """The seals in some maps of ink; on a page of print anything may be a square."""
    looks = [replace(look, strength=_off_the_desk(look.strength, sheet)) for look in looks]
    rings = (ring for look in looks for ring in _rings(look, sheet))
    found = [ring for ring in rings if not (ring.look.not_red and _colour(ring, ink) == "red")]
    looked_on = [each for look in looks if squares and (each := ink_map(look.strength)) is not None]
    named = [shape for each in looked_on for shape in find_square_shapes(each, ink, ())]
    kept = _apart([ring for ring in found if not any(_follows(ring, square, ink.scale) for square in named)])
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


def _rings(look: Look, sheet: Sheet | None) -> Iterator[_Ring]:
    if float((look.strength > INK).mean()) < LEAST_INK:
        return
    found: list[Ellipse] = []
    to_vote = look.to_vote
    for candidate in chain(cluster_candidates(to_vote), ring_candidates(to_vote)):
        if any(_beside(candidate, ellipse) for ellipse in found):
            continue
        outline = _traced(look, candidate, sheet)
        if outline is not None and _is_seal(outline, look.least_clean):
            if outline.clean >= WHOLE_CLEAN:
                found.append(outline.ellipse)
            yield _Ring(outline, look)


def _beside(candidate: Ellipse, found: Ellipse) -> bool:
    """Whether a candidate leads to a ring that was found whole."""
    apart = math.hypot(candidate.x - found.x, candidate.y - found.y)
    return apart < AGAIN * found.radius and abs(candidate.radius - found.radius) < 2 * AGAIN * found.radius


def _traced(look: Look, candidate: Ellipse, sheet: Sheet | None) -> Outline | None:
    """The outline that a candidate leads to; among print also the one that lies nearest to it."""
    ways = (TOLERANCES, NEAR_TOLERANCES) if look.among_print else (TOLERANCES,)
    ellipses = [ellipse for way in ways if (ellipse := traced(look.strength, candidate, way)) is not None]
    outlines = [_outline(look, ellipse, sheet) for ellipse in ellipses]
    return max(outlines, key=lambda outline: outline.clean, default=None)


def _outline(look: Look, ellipse: Ellipse, sheet: Sheet | None) -> Outline:
    """What speaks for a ring: of all of it, or of the part that is not hidden, or on the sheet where it reaches beyond."""
    whole = measured(look.strength, ellipse)
    if whole.clean >= WHOLE_CLEAN:
        return whole
    if look.hidden is not None:
        open_ = measured(look.strength, ellipse, ~look.hidden)
        if open_.on_page.mean() >= LEAST_OPEN and open_.clean > whole.clean:
            whole = replace(open_, on_page=whole.on_page, centred=whole.centred)
    if sheet is None:
        return whole
    on_sheet = measured(look.strength, ellipse, sheet)
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
    ellipse = ring.outline.ellipse
    reach = math.ceil(max(ellipse.half_axes))
    left, top = max(0, round(ellipse.x) - reach), max(0, round(ellipse.y) - reach)
    part = np.s_[top : max(0, round(ellipse.y) + reach + 1), left : max(0, round(ellipse.x) + reach + 1)]
    strength = ring.look.strength[part]
    rows, columns = np.ogrid[: strength.shape[0], : strength.shape[1]]
    near = np.hypot(columns + left - ellipse.x, rows + top - ellipse.y) <= max(ellipse.half_axes)
    return colour_of(ink.level[part], near & (strength > INK))
