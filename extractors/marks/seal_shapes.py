"""Finds the seals of a page: in red ink, in blue or other ink, and, where nothing has colour, in black."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np

from extractors.evidence import SealColour, SealKind, TextLine
from extractors.marks.ellipse import Ellipse
from extractors.marks.ink_strength import FAINT_LEADS, Strength, colour_of, cool_strength, dark_strength, red_strength
from extractors.marks.seal_centres import ring_candidates
from extractors.marks.seal_clusters import cluster_candidates
from extractors.marks.seal_outline import INK, Outline, measured, traced
from extractors.marks.seal_shape import SealShape
from extractors.page.ink import InkLayers

LEAST_INK: Final = 0.0004
"""Share of the page that must be inked in a colour for rings to be looked for: a faint 40 mm seal on A4 measures 0.002."""
LEAST_CLEAN: Final = 0.6
"""Share of a ring's outline on the page that must be seen with nothing beyond it: of 66 real seals, one had less than 0.63."""
LEAST_CLEAN_COOL: Final = 0.75
LEAST_CLEAN_FAINT: Final = 0.7
"""So much for inks other than red, which are rare, and for the second look at faint ink: both hold more rings by chance."""
LEAST_CLEAN_OVAL: Final = 0.85
"""So much for ovals: chance draws ellipses through text and emblems, up to 0.7."""
LEAST_CLEAN_BLACK: Final = 0.8
"""So much for rings in black: print is full of arcs (up to 0.73)."""
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
OVAL_FROM: Final = 1.2
"""A ratio of axes from which a seal is oval (an invoice seal has 1.33, a round one photographed askew up to 1.15)."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ring:
    outline: Outline
    strength: Strength

    @property
    def score(self) -> float:
        return self.outline.clean


def find_seal_shapes(ink: InkLayers, lines: Sequence[TextLine]) -> tuple[SealShape, ...]:
    """Return the outlines of all seals of a page, surest first."""
    kept = _apart([*_rings(red_strength(ink), LEAST_CLEAN), *_rings(cool_strength(ink), LEAST_CLEAN_COOL)])
    if not kept:
        kept = _apart(list(_rings(red_strength(ink, FAINT_LEADS), LEAST_CLEAN_FAINT)))
    if not kept:
        kept = _apart(list(_rings(dark_strength(ink), LEAST_CLEAN_BLACK)))
    return tuple(_shape(ring, ink) for ring in kept)


def _rings(strength: Strength, least_clean: float) -> Iterator[_Ring]:
    if float((strength > INK).mean()) < LEAST_INK:
        return
    for candidate in chain(cluster_candidates(strength), ring_candidates(strength)):
        ellipse = traced(strength, candidate)
        if ellipse is None:
            continue
        outline = measured(strength, ellipse)
        if _is_seal(outline, least_clean):
            yield _Ring(outline, strength)


def _is_seal(outline: Outline, least_clean: float) -> bool:
    if outline.ellipse.flatness >= OVAL_FROM:
        least_clean = max(least_clean, LEAST_CLEAN_OVAL)
    poor = outline.strokes < EMBLEM_STROKES or outline.clean < EMBLEM_CLEAN
    is_emblem = outline.filled >= EMBLEM_FILLED and poor
    return outline.clean >= least_clean and LEAST_FILLED <= outline.filled <= MOST_FILLED and not is_emblem


def _apart(rings: Sequence[_Ring]) -> list[_Ring]:
    """The best of those that share a place."""
    kept: list[_Ring] = []
    for ring in sorted(rings, key=lambda each: -each.score):
        if not any(_same(ring.outline.ellipse, other.outline.ellipse) for other in kept):
            kept.append(ring)
    return kept


def _same(a: Ellipse, b: Ellipse) -> bool:
    apart = math.hypot(a.x - b.x, a.y - b.y)
    larger, smaller = max(a.radius, b.radius), min(a.radius, b.radius)
    return apart < NEAR * larger or (apart < larger and smaller < INSIDE * larger)


def _shape(ring: _Ring, ink: InkLayers) -> SealShape:
    ellipse = ring.outline.ellipse
    kind: SealKind = "oval" if ellipse.flatness >= OVAL_FROM else "round"
    long_first = ellipse.half_axes[0] >= ellipse.half_axes[1]
    axes = ellipse.half_axes if long_first else ellipse.half_axes[::-1]
    angle = (ellipse.angle_deg + (0 if long_first else 90)) % 180
    return SealShape(
        kind=kind,
        colour=_colour(ring, ink),
        centre=(ellipse.x / ink.scale, ellipse.y / ink.scale),
        half_axes=(axes[0] / ink.scale, axes[1] / ink.scale),
        angle_deg=angle,
        visible=ring.outline.visible,
        confidence=min(1.0, ring.outline.clean),
    )


def _colour(ring: _Ring, ink: InkLayers) -> SealColour:
    height, width = ring.strength.shape
    rows, columns = np.ogrid[:height, :width]
    ellipse = ring.outline.ellipse
    near = np.hypot(columns - ellipse.x, rows - ellipse.y) <= max(ellipse.half_axes)
    return colour_of(ink, near & (ring.strength > INK))
