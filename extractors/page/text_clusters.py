"""Where lines of text stand together: what is left to tell a card by whose edges cannot be seen."""

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import PixelQuad
from extractors.page.inside import Real

GAP_EM: Final = 4.4
"""Lines no further apart than this many of their heights stand together: on a card the number lies 3 heights below the
address, and the text of a card beside or below it begins 6 heights away."""
MARGIN_EM: Final = 2.2
"""A card's edge lies about two heights of its lines beside its text."""


def text_clusters(quads: Sequence[PixelQuad]) -> tuple[tuple[Real, int], ...]:
    """Return the corners (4×2 pixels, clockwise from the upper left) around every group of lines, and how many lines it has."""
    if not quads:
        return ()
    corners = np.array(quads, dtype=np.float64)
    group = _groups(corners)
    return tuple((_around(corners[group == each]), int((group == each).sum())) for each in np.unique(group))


def _groups(corners: Real) -> NDArray[np.intp]:
    """The number of each line's group."""
    low, high = corners.min(axis=1), corners.max(axis=1)
    gap = np.maximum(low[:, None], low[None]) - np.minimum(high[:, None], high[None])
    apart = np.maximum(gap, 0.0).max(axis=2)
    em = np.maximum(_heights(corners)[:, None], _heights(corners)[None])
    near = apart <= GAP_EM * em
    group = np.arange(len(corners))
    for _ in range(len(corners)):
        lowest = np.where(near, group[None], len(corners)).min(axis=1)
        if (lowest == group).all():
            break
        group = lowest
    return group


def _heights(corners: Real) -> Real:
    sides = np.hypot(*np.moveaxis(np.roll(corners, -1, axis=1) - corners, 2, 0))
    return np.asarray(np.minimum(sides[:, 0] + sides[:, 2], sides[:, 1] + sides[:, 3]) / 2)


def _around(corners: Real) -> Real:
    """The rectangle around some lines, lying as most of their length does, with a margin."""
    runs = corners[:, 1] - corners[:, 0]
    angle = float(np.arctan2(runs[:, 1].sum(), runs[:, 0].sum()))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    laid = corners.reshape(-1, 2) @ turn
    margin = MARGIN_EM * float(np.median(_heights(corners)))
    (left, top), (right, bottom) = laid.min(axis=0) - margin, laid.max(axis=0) + margin
    return np.asarray(np.array([(left, top), (right, top), (right, bottom), (left, bottom)]) @ turn.T)


def area_of(corners: Real) -> float:
    """In square pixels."""
    return float(cv2.contourArea(corners.astype(np.float32)))
