"""Rings in a map of ink: each is followed from where edges speak for one, and kept if enough of it is seen."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.marks.ellipse import Ellipse, Sheet
from extractors.marks.ink_strength import Strength
from extractors.marks.print_aside import without_print, without_rules
from extractors.marks.seal_centres import CLOSE_RADII, ring_candidates
from extractors.marks.seal_clusters import cluster_candidates
from extractors.marks.seal_outline import INK, NEAR_TOLERANCES, TOLERANCES, Outline, measured, traced

LEAST_INK: Final = 0.0004
"""Share of the page that must be inked in a colour for rings to be looked for: a faint 40 mm seal on A4 measures 0.002."""
LEAST_CLEAN_OVAL: Final = 0.85
LEAST_CLEAN_INVOICE: Final = 0.78
INVOICE_FLATNESS: Final = (1.22, 1.45)
"""So much for ovals: chance draws ellipses through text and emblems, up to 0.7. Those with the proportions of an invoice seal
(40 by 30 mm, and what perspective makes of it) may be more worn.
"""
AGAIN: Final = 0.12
"""A candidate this near (in radii) to a ring that was found whole leads to it."""
LEAST_OPEN: Final = 0.5
"""Share of a ring's outline that no other seal hides, at least."""
WHOLE_CLEAN: Final = 0.9
"""A ring this clean lies whole on the paper."""
LEAST_ON_SHEET: Final = 0.26
LEAST_CLEAN_ON_SHEET: Final = 0.8
"""Share of a ring's outline that lies on the sheet where the rest was cut off, and how clean that part is at least; faint ink
must show so much on a page, too.
"""
MOST_FILLED: Final = 0.55
"""Rings filled with more ink than this are emblems, discs and prints of thumbs: the fullest real seal measured 0.51."""
DISC_CLOSED: Final = 0.95
"""So are rings inked like this just inside the rim, and in no strokes further in: the seals of small pictures run into one."""
EMBLEM_FILLED: Final = 0.44
EMBLEM_STROKES: Final = 6.0
"""The national emblem: this full, and yet a circle around its middle meets ink less often (2 to 5 times) than one in text."""
EMBLEM_CLEAN: Final = 0.8
"""So is a full ring whose outline is less clean than this."""
LEAST_FILLED: Final = 0.015
LEAST_STARRED: Final = 0.7
"""Rings hold at least so much ink as text, or, where it is too faint to show, in the very middle a star's."""
INSIDE: Final = 0.85
"""A ring whose radius is a smaller share than this of that of a seal it lies within belongs to that seal."""
NEAR: Final = 0.35
"""Two outlines whose centres are nearer than this share of the larger radius are one seal."""
SAME_MIDDLE: Final = 0.15
EMBLEM: Final = (0.3, 0.75)
"""An emblem's ring has about the middle of the seal's rim, and this share of its radius."""
OVAL_FROM: Final = 1.2
"""A ratio of axes from which a seal is oval (an invoice seal has 1.33, a round one photographed askew up to 1.15)."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A map of ink that rings are looked for on, and how clean one must be there.

    ``among_print``: print is in it, too; ``hidden``: where other seals lie, whose ink was taken out of it;
    ``not_red``: crimson things show on it, which a map of red ink shows better; ``squares``: name seals are looked for, too.
    """

    strength: Strength
    least_clean: float
    among_print: bool = False
    hidden: Sheet | None = None
    not_red: bool = False
    squares: bool = True

    def candidates(self) -> Iterator[Ellipse]:
        """Circles and ellipses that the ink speaks for, ruled lines aside; among print first those without its glyphs, which
        outnumber any rim, and then those with them: a rim may be in as small pieces.
        """
        bare = without_rules(self.strength)
        yield from cluster_candidates(bare)
        if self.among_print:
            yield from ring_candidates(without_print(bare))
        yield from ring_candidates(bare)

    @property
    def whole_page(self) -> bool:
        """Whether all ink of a colour shows, and no print: only so can one seal be nearly all there is to see."""
        return not self.among_print and self.hidden is None

    def close_candidates(self) -> Iterator[Ellipse]:
        """Circles that take much of the picture: their rims run level for longer than any rule that could be left out."""
        yield from ring_candidates(self.strength, CLOSE_RADII)


@dataclass(frozen=True, slots=True, eq=False)
class Ring:
    """An outline, and the map it was found on."""

    outline: Outline
    look: Look

    @property
    def score(self) -> float:
        """How clean it is, 0..1."""
        return self.outline.clean


def find_rings(look: Look, sheet: Sheet | None) -> Iterator[Ring]:
    """Yield the rings on a map; several of them may be one seal's (see ``apart``)."""
    if float((look.strength > INK).mean()) < LEAST_INK:
        return
    seen = False
    for ring in _followed(look, look.candidates(), sheet):
        seen = True
        yield ring
    if not seen and look.whole_page:
        yield from _followed(look, look.close_candidates(), sheet)


def _followed(look: Look, candidates: Iterable[Ellipse], sheet: Sheet | None) -> Iterator[Ring]:
    """The rings that candidates lead to."""
    found: list[Ellipse] = []
    for candidate in candidates:
        if any(_beside(candidate, ellipse) for ellipse in found):
            continue
        outline = _traced(look, candidate, sheet)
        least_there = LEAST_ON_SHEET if look.hidden is not None else 0.0
        if outline is not None and _is_seal(outline, look.least_clean) and outline.on_page.mean() >= least_there:
            if outline.clean >= WHOLE_CLEAN:
                found.append(outline.ellipse)
            yield Ring(outline, look)


def settled(ring: Ring, sheet: Sheet | None) -> Ring:
    """The ring, or a cleaner one nearby: a loop of red pen or a table that meets the rim draws the outline to itself."""
    ellipse = ring.outline.ellipse
    if ring.score >= WHOLE_CLEAN:
        return ring
    away = MOVED * ellipse.radius
    turns = [2 * math.pi * way / WAYS for way in range(WAYS)]
    moved = [replace(ellipse, x=ellipse.x + away * math.cos(turn), y=ellipse.y + away * math.sin(turn)) for turn in turns]
    near = [each for start in moved if (each := traced(ring.look.strength, start, NEAR_TOLERANCES, sheet)) is not None]
    outlines = [_outline(ring.look, each, sheet) for each in near]
    best = max((each for each in outlines if _is_seal(each, ring.score)), key=lambda each: each.clean, default=ring.outline)
    return Ring(best, ring.look) if best.clean > ring.score + LEAST_CLEANER else ring


WAYS: Final = 8
MOVED: Final = 0.07
"""An outline is tried anew from so many sides, moved by this share of its radius."""
LEAST_CLEANER: Final = 0.03


def _beside(candidate: Ellipse, found: Ellipse) -> bool:
    """Whether a candidate leads to a ring that was found whole."""
    apart = math.hypot(candidate.x - found.x, candidate.y - found.y)
    return apart < AGAIN * found.radius and abs(candidate.radius - found.radius) < 2 * AGAIN * found.radius


def _traced(look: Look, candidate: Ellipse, sheet: Sheet | None) -> Outline | None:
    """The outline that a candidate leads to; among print also the one that lies nearest to it."""
    ways = (TOLERANCES, NEAR_TOLERANCES) if look.among_print else (TOLERANCES,)
    ellipses = [ellipse for way in ways if (ellipse := traced(look.strength, candidate, way, sheet)) is not None]
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
    is_disc = outline.filled > MOST_FILLED or (outline.closed >= DISC_CLOSED and outline.strokes < EMBLEM_STROKES)
    starred = outline.clean >= WHOLE_CLEAN and outline.starred >= LEAST_STARRED
    holds = outline.filled >= LEAST_FILLED or starred
    return outline.clean >= least_clean and holds and not is_disc and not is_emblem


def apart(rings: Sequence[Ring]) -> list[Ring]:
    """The best of those that share a place, and of a ring within a ring the outer one: it is an emblem's."""
    kept: list[Ring] = []
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
