"""Places that a pen filled in, or may have: in blue ink, or on a ruled line of a form."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import Box
from extractors.page.ink import InkLayers

BLUE_SHARE: Final = 0.15
"""Share of the ink at a value that is blue from which a pen wrote some of it: print on its row has none."""
RULE_LENGTH: Final = 0.9
RULE_SHARE: Final = 0.12
RULE_BELOW: Final = 0.25
"""A ruled line is longer than this many heights of the value, takes this share of its width, and lies this near below it."""
LEAST_PX: Final = 5
PAPER_FROM: Final = 225
"""Level (of the paper's 255) from which a pixel is paper: a hard pencil's stroke is 200, noise stays above."""
SPECK: Final = 0.08
"""Share of the height of a line below which what stands in a column of pixels is a speck."""
SIGN_WIDTH: Final = 1.05
BARE_WIDTH: Final = 0.6
"""Heights of a line: how wide a sign (年, 月, 日) is at most, and the paper between two of them at least."""
BASE: Final = 0.8
BASE_LENGTH: Final = 0.8
"""A rule runs below this share of a line's height, and is longer than so many of its heights: 一 stands higher."""


def is_by_pen(box: Box, ink: InkLayers) -> bool:
    """Whether much of the ink there is blue; ink that a blue seal left counts, too, and weighs the value down the same."""
    rows, columns = _part(box, ink, 0.0)
    blue, dark = ink.blue[rows, columns], ink.dark[rows, columns]
    inked = blue | dark
    return bool(inked.any() and blue.sum() >= BLUE_SHARE * inked.sum())


def is_ruled(box: Box, ink: InkLayers) -> bool:
    """Whether part of it stands on a line."""
    rows, columns = _part(box, ink, RULE_BELOW)
    dark = ink.dark[rows, columns].astype(np.uint8)
    tall = (box[3] - box[1]) * ink.dark.shape[0]
    if min(dark.shape) < LEAST_PX:
        return False
    lines = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, max(LEAST_PX, round(RULE_LENGTH * tall))), np.uint8))
    return bool(lines.any(axis=0).mean() >= RULE_SHARE)


def is_bare_between(box: Box, ink: InkLayers) -> bool:
    """Whether a place holds two signs and bare paper between them: no ink of any colour, however pale, but a rule below.

    Each sign is one block of ink. A third block is something that a pen or a seal put there, and so is a block too wide.
    """
    rows, columns = _part(box, ink, 0.0)
    marked = (ink.level[rows, columns].min(axis=2) < PAPER_FROM).astype(np.uint8)
    height = marked.shape[0]
    if min(marked.shape) < LEAST_PX:
        return False
    base = marked[round(BASE * height) :]
    rules = cv2.morphologyEx(base, cv2.MORPH_OPEN, np.ones((1, max(LEAST_PX, round(BASE_LENGTH * height))), np.uint8))
    base[rules > 0] = 0
    blocks = _blocks(marked.sum(axis=0) >= max(1.0, SPECK * height))
    if len(blocks) != len(("before", "after")):
        return False
    (start, end), (next_start, next_end) = blocks
    widest = max(end - start, next_end - next_start)
    return bool(widest <= SIGN_WIDTH * height and next_start - end >= BARE_WIDTH * height)


def _blocks(inked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The runs of inked columns, from and up to which."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inked, [False])).astype(np.int8)))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


def _part(box: Box, ink: InkLayers, below: float) -> tuple[slice, slice]:
    height, width = ink.dark.shape
    bottom = box[3] + below * (box[3] - box[1])
    return slice(int(box[1] * height), int(bottom * height) + 1), slice(int(box[0] * width), int(box[2] * width) + 1)
