"""From a rough circle to the outline of a seal: the rim is followed around, and what speaks for a seal is measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.marks.ellipse import RAYS, Ellipse, Sheet, cast, fitted
from extractors.marks.ink_strength import Strength

INK: Final = 0.5
"""Strength from which a pixel is ink."""
TOLERANCES: Final = (0.22, 0.12, 0.06, 0.045)
"""How far from the last outline (share of its radius) the rim's edge is looked for, round by round."""
NEAR_TOLERANCES: Final = (0.09, 0.06, 0.045)
"""The same where print lies close around a seal, which a wider look would take for its rim."""
LEAST_EDGED: Final = 0.5
"""Share of the rays on the page on which an edge must lie in the finer rounds: no ring with fewer is clean enough."""
CLEAR_SAMPLES: Final = 3
"""Samples beyond the rim's edge that must be free of ink: 1.5 % of the radius."""
FLATTEST: Final = 1.75
"""An invoice seal is 40 by 30 mm; seen askew it reaches 1.6."""
STAR: Final = (0.02, 0.12, 6)
"""From and to which share of the radius a star is all ink, and in how many samples that is looked at: its points reach 0.3."""
RIM: Final = (0.955, 1.01)
"""Where the rim lies, in shares of the radius to its outer edge: 1.0 to 1.2 mm of 20."""

_SAMPLES: Final = 84
_LOW, _HIGH = 0.72, 1.28
_LEAST_EDGES: Final = 20
_COARSE: Final = 0.1
"""In rounds of a wider tolerance the outermost edge is taken, then the one nearest to the outline."""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A ring as it was measured.

    ``seen``: for each ray, whether the rim lies there; ``on_page``: whether it could. ``clean`` is the share of the rays on the
    page that meet the rim and nothing beyond it; ``filled`` the share of the ring's inside that is ink, ``closed`` that of the
    band just inside the rim; ``strokes`` how often a circle through the text meets ink. ``centred``: its middle
    lies on the paper. ``starred``: so much of the very middle, which a star fills, is ink.
    """

    ellipse: Ellipse
    seen: NDArray[np.bool_]
    on_page: NDArray[np.bool_]
    clean: float
    filled: float
    closed: float
    strokes: float
    centred: bool
    starred: float

    @property
    def visible(self) -> float:
        """Share of the whole outline that is seen."""
        return float(self.seen.mean())

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the part of the outline that lies on the paper."""
        x, y = self.ellipse.reach(np.array([1.0]))
        here = self.on_page if self.on_page.any() else np.ones_like(self.on_page)
        return float(x[here].min()), float(y[here].min()), float(x[here].max()), float(y[here].max())


def traced(
    strength: Strength, start: Ellipse, tolerances: Sequence[float] = TOLERANCES, sheet: Sheet | None = None
) -> Ellipse | None:
    """Follow the rim from a rough circle; None where there is none, or too little of one on the page or the sheet."""
    ellipse: Ellipse | None = start
    for tolerance in tolerances:
        if ellipse is None:
            return None
        points, share = _rim_points(strength, ellipse, tolerance, sheet)
        enough = len(points) >= _LEAST_EDGES and (share >= LEAST_EDGED or tolerance > _COARSE)
        ellipse = fitted(points) if enough else None
    return ellipse if ellipse is not None and ellipse.flatness <= FLATTEST else None


def measured(strength: Strength, ellipse: Ellipse, sheet: Sheet | None = None) -> Outline:
    """Measure what lies on, inside and beyond an outline, as far as the page or the sheet reaches."""
    rays = cast(strength, ellipse, (0.30, 1.15, _SAMPLES), sheet)
    rim, beyond = rays.band(*RIM) > INK, rays.band(1.035, 1.12) > INK
    on_page = np.asarray(rays.on_page[:, (rays.u > RIM[0]) & (rays.u <= RIM[1])].all(axis=1), dtype=np.bool_)
    seen = np.asarray(rim.any(axis=1) & on_page, dtype=np.bool_)
    clear = beyond.mean(axis=1) < INK
    inside = rays.band(0.35, 0.90)[on_page] > INK
    middle = rays.band(0.60, 0.85) > INK
    changes = np.abs(np.diff(middle.astype(np.int8), axis=0)).sum(axis=0)
    return Outline(
        ellipse,
        seen,
        on_page,
        clean=float((seen & clear).sum() / max(1, on_page.sum())),
        filled=float(inside.mean()) if inside.size else 0.0,
        closed=float((rays.band(0.90, 0.955)[on_page] > INK).mean()) if on_page.any() else 0.0,
        strokes=float(np.median(changes)) / 2,
        centred=_holds(sheet, ellipse, strength.shape),
        starred=float((cast(strength, ellipse, STAR).ink > INK).mean()),
    )


def _holds(sheet: Sheet | None, ellipse: Ellipse, shape: tuple[int, ...]) -> bool:
    """Whether the middle of an outline lies on the page, and on the sheet."""
    row, column = round(ellipse.y), round(ellipse.x)
    on_page = 0 <= row < shape[0] and 0 <= column < shape[1]
    return on_page and (sheet is None or bool(sheet[row, column]))


def _rim_points(
    strength: Strength, ellipse: Ellipse, tolerance: float, sheet: Sheet | None
) -> tuple[NDArray[np.float32], float]:
    """Points (n×2) where ink ends going outwards, within a tolerance of the outline; and on which share of the sheet's rays."""
    rays = cast(strength, ellipse, (_LOW, _HIGH, _SAMPLES))
    ink = rays.ink > INK
    ends = ink[:, :-CLEAR_SAMPLES] & rays.on_page[:, :-CLEAR_SAMPLES]
    for step in range(1, CLEAR_SAMPLES + 1):
        ends &= ~ink[:, step : ink.shape[1] - CLEAR_SAMPLES + step]
    off = np.abs(rays.u[:-CLEAR_SAMPLES] - 1)
    ends &= off <= tolerance
    has = np.asarray(ends.any(axis=1), dtype=np.bool_)
    outermost = ends.shape[1] - 1 - np.argmax(ends[:, ::-1], axis=1)
    nearest = np.argmin(np.where(ends, off, np.inf), axis=1)
    index = outermost if tolerance > _COARSE else nearest
    rows = np.arange(RAYS)
    at = int(np.argmin(np.abs(rays.u - 1)))
    there = np.asarray(rays.on_page[:, at], dtype=np.bool_)
    if sheet is not None:
        x, y = rays.x[:, at].astype(np.int32), rays.y[:, at].astype(np.int32)
        on_sheet = there & sheet[np.clip(y, 0, sheet.shape[0] - 1), np.clip(x, 0, sheet.shape[1] - 1)]
        there = on_sheet if on_sheet.any() else there
    share = has[there].mean() if there.any() else 0.0
    return np.stack([rays.x[rows, index], rays.y[rows, index]], axis=1)[has], float(share)
