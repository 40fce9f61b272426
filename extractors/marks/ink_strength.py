"""How strongly each pixel is inked in a colour: soft maps that keep faint seals, which a threshold would lose."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import SealColour
from extractors.ocr.engine import Image
from extractors.page.ink import InkLayers

Strength = NDArray[np.float32]
"""Height × width at the working size, 0 (bare paper) to 1 (full ink)."""

SURE_LEADS: Final = (7.0, 27.0)
"""By how many levels (0..255) a colour must lead the others to count at all, and from where on it is ink beyond doubt."""
FAINT_LEADS: Final = (3.0, 13.0)
"""The same for a second look at pages on which nothing was found: the faintest of the real seals lead by 12 to 20 in their
strokes and 8 at their edges, bare paper by 1 to 2."""
GOLD_WEIGHT: Final = 0.5
"""How much of the lead of green over blue is taken off: the golden titles of licences hid the seal from the vote."""
LEAST_COLOUR: Final = 0.25
"""Share of its darkness by which an ink's channels differ at least: coloured seals measured 0.4 to 0.9, black copies on
yellow paper in warm light up to 0.15."""
DARKEST_PAPER: Final = 60.0
FULL_DARK: Final = 120.0
"""How far below the paper (levels) dark ink begins to count, and counts in full."""
DARKEST_TONE: Final = 78.0
PRINT_EDGE_PX: Final = 5
"""Print on a copy is darker than this level (0..255); its edges, as wide as this, are as grey as a seal."""
LIGHTEST_TONE: Final = 12.0
FULL_TONE: Final = 36.0
"""The same for faint copies on grey pages: a red seal of little ink is 25 to 60 levels darker than the paper there."""
GROUND_CELL: Final = 8
GROUND_WINDOW: Final = 15
"""The paper's own tint is the median over windows of ``GROUND_WINDOW`` pixels of a picture ``GROUND_CELL`` times smaller: 120
pixels across, wider than a seal's strokes and narrower than the light's changes."""
DEEPEST_GROUND: Final = 3.0
"""By how much the paper's lead may fall below the page's usual one: between golden strokes it seems to, and seemed inked."""
_SOFTEN: Final = 0.8
"""Blur (sigma in pixels) against the blocks of JPEG chroma."""


Leads = tuple[float, float]
"""The leads in levels at which strength is 0 and 1."""


def red_strength(ink: InkLayers, leads: Leads = SURE_LEADS) -> Strength:
    """Where red leads both other colours; gold and brown, whose green leads their blue, count for less."""
    return _graded(_red_lead(ink), leads)


def cool_strength(ink: InkLayers, leads: Leads = SURE_LEADS) -> Strength:
    """Where blue, violet or green leads: the colours of seals that are not red."""
    return _graded(_cool_lead(ink), leads)


def coloured_strength(ink: InkLayers, leads: Leads) -> Strength:
    """Where any colour leads."""
    return _graded(np.maximum(_red_lead(ink), _cool_lead(ink)), leads)


def _red_lead(ink: InkLayers) -> Strength:
    blue, green, red = _channels(ink)
    return np.asarray(red - np.maximum(blue, green) - GOLD_WEIGHT * np.maximum(green - blue, 0), dtype=np.float32)


def _cool_lead(ink: InkLayers) -> Strength:
    blue, green, red = _channels(ink)
    lead = np.maximum(np.maximum(blue - red, np.minimum(red, blue) - green), green - np.maximum(red, blue))
    return np.asarray(lead, dtype=np.float32)


def dark_strength(ink: InkLayers) -> Strength:
    """Where the page is much darker than its paper, in all colours."""
    brightest = _brightest(ink)
    return np.asarray(np.clip((255.0 - DARKEST_PAPER - brightest) / (FULL_DARK - DARKEST_PAPER), 0, 1), dtype=np.float32)


def half_tone_strength(ink: InkLayers) -> Strength:
    """Where a grey page is darker than its paper and brighter than its print: coloured ink as copiers show it."""
    brightest = cv2.GaussianBlur(_brightest(ink), (0, 0), _SOFTEN)
    print_ = cv2.dilate((brightest < DARKEST_TONE).astype(np.uint8), np.ones((PRINT_EDGE_PX, PRINT_EDGE_PX), np.uint8))
    tone = np.clip((255.0 - LIGHTEST_TONE - brightest) / (FULL_TONE - LIGHTEST_TONE), 0, 1)
    return np.asarray(np.where(print_ > 0, 0, tone), dtype=np.float32)


def colour_of(level: Image, inked: NDArray[np.bool_]) -> SealColour:
    """The colour of some inked pixels (h×w) of a levelled picture, by the medians of their channels."""
    blue, green, red = np.median(255.0 - level[inked].astype(np.float32), axis=0) if inked.any() else (0.0, 0.0, 0.0)
    most, spread = max(blue, green, red), max(blue, green, red) - min(blue, green, red)
    if spread < max(SURE_LEADS[0], LEAST_COLOUR * most):
        return "black"
    absorbed_least = int(np.argmin((blue, green, red)))
    if absorbed_least == 1:
        return "other"
    return "red" if absorbed_least == 2 else "blue"  # noqa: PLR2004  the third channel


def _brightest(ink: InkLayers) -> Strength:
    """The brightest channel of each pixel. Numpy reduces an axis of three ten times as slowly as it compares two planes."""
    blue, green, red = _channels(ink)
    return np.asarray(np.maximum(np.maximum(blue, green), red), dtype=np.float32)


def _channels(ink: InkLayers) -> tuple[Strength, Strength, Strength]:
    blue, green, red = (np.asarray(plane, dtype=np.float32) for plane in cv2.split(ink.level))
    return blue, green, red


def _graded(lead: Strength, leads: Leads) -> Strength:
    """A lead in levels, over that of the paper around it, as strength."""
    soft = cv2.GaussianBlur(lead, (0, 0), _SOFTEN)
    small = cv2.resize(lead, None, fx=1 / GROUND_CELL, fy=1 / GROUND_CELL, interpolation=cv2.INTER_AREA)
    shifted = np.clip(small + 128, 0, 255).astype(np.uint8)
    ground = cv2.medianBlur(shifted, GROUND_WINDOW).astype(np.float32) - 128
    ground = np.maximum(ground, float(np.median(ground)) - DEEPEST_GROUND)
    everywhere = cv2.resize(ground, (lead.shape[1], lead.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.clip((soft - everywhere - leads[0]) / (leads[1] - leads[0]), 0, 1), dtype=np.float32)
