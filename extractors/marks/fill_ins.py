"""Places that a pen filled in, or may have: in blue ink, or on a ruled line of a form."""

from typing import Final

import cv2
import numpy as np

from extractors.evidence import Box
from extractors.page.ink import InkLayers

BLUE_SHARE: Final = 0.15
"""Share of the ink at a value that is blue from which a pen wrote some of it: print on its row has none."""
RULE_LENGTH: Final = 0.9
RULE_SHARE: Final = 0.12
RULE_BELOW: Final = 0.25
"""A ruled line is longer than this many heights of the value, takes this share of its width, and lies this near below it."""
LEAST_PX: Final = 5


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


def _part(box: Box, ink: InkLayers, below: float) -> tuple[slice, slice]:
    height, width = ink.dark.shape
    bottom = box[3] + below * (box[3] - box[1])
    return slice(int(box[1] * height), int(bottom * height) + 1), slice(int(box[0] * width), int(box[2] * width) + 1)
