"""Traces of coloured ink: what is left to say about a page on which no seal was found."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from extractors.evidence import Box, TextLine
from extractors.marks.ink_strength import FAINT_LEADS, cool_strength, red_strength
from extractors.page.ink import InkLayers

_INK: Final = 0.5
_MARGIN: Final = 0.06
"""Seals reach beyond the text by about their radius (0.07 of an A4 page's height)."""


def coloured_share(ink: InkLayers, lines: Sequence[TextLine]) -> float:
    """Return the share (0..1) of the part around the text that is inked in a seal's colour; the desk beside it is left out."""
    height, width = ink.red.shape
    left, top, right, bottom = _around(lines)
    part = np.s_[round(top * height) : round(bottom * height), round(left * width) : round(right * width)]
    strength = np.maximum(red_strength(ink, FAINT_LEADS)[part], cool_strength(ink, FAINT_LEADS)[part])
    return float((strength > _INK).mean()) if strength.size else 0.0


def _around(lines: Sequence[TextLine]) -> Box:
    """The box around all lines with a margin; the whole page where there are none."""
    if not lines:
        return (0.0, 0.0, 1.0, 1.0)
    boxes = [line.box for line in lines]
    return (
        max(0.0, min(box[0] for box in boxes) - _MARGIN),
        max(0.0, min(box[1] for box in boxes) - _MARGIN),
        min(1.0, max(box[2] for box in boxes) + _MARGIN),
        min(1.0, max(box[3] for box in boxes) + _MARGIN),
    )
