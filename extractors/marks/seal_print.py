"""Lines that OCR read off a seal: pieces of its ring, which are no text of the paper."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from extractors.evidence import Box, Seal, TextLine
from extractors.page.ink import InkLayers

COLOURED: Final = 0.8
"""Share of a line's ink that is coloured from which the seal wrote it; print under a seal has at most half."""


def not_of_seals(lines: Sequence[TextLine], seals: Sequence[Seal], ink: InkLayers) -> tuple[int, ...]:
    """The indices of the lines that are the paper's own: those within a coloured seal that consist of its ink are left out."""
    rings = [seal.box for seal in seals if seal.color in ("red", "blue")]
    return tuple(
        at for at, line in enumerate(lines) if not (_may_be_ring(line, rings) and _coloured_share(line.box, ink) >= COLOURED)
    )


def _may_be_ring(line: TextLine, rings: Sequence[Box]) -> bool:
    """Whether a line lies in a seal and could only be read in colour; a day is never a ring's, however faint its print is."""
    return not line.covered and not any(char.isdigit() for char in line.text) and _within(line.box, rings)


def _within(box: Box, rings: Sequence[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(ring[0] <= x <= ring[2] and ring[1] <= y <= ring[3] for ring in rings)


def _coloured_share(box: Box, ink: InkLayers) -> float:
    height, width = ink.red.shape
    part = np.s_[int(box[1] * height) : int(box[3] * height) + 1, int(box[0] * width) : int(box[2] * width) + 1]
    coloured = ink.red[part] | ink.blue[part]
    either = coloured | ink.dark[part]
    return float(coloured.sum() / either.sum()) if either.any() else 0.0
