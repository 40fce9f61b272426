"""Stretches of a paper whose characters are likely one field's."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.documents.reading.characters import Reals
from extractors.documents.reading.tagger import Tagged
from extractors.text.passage import Span

LIKELY: Final = 0.5
"""How likely (0..1) a character must be a field's to begin or go on with its value."""
BRIDGED: Final = 2
"""Characters of a value that may be less likely so, where those on both sides are: 〇 in a date, a misread glyph in a name."""


def stretches(tagged: Tagged, likely: Reals) -> Iterator[Span]:
    """The spans whose characters are likely a field's, short gaps in them bridged."""
    offsets = tagged.characters.offsets
    inside = _bridged(likely >= LIKELY)
    for holds, group in groupby(range(len(offsets)), key=lambda at: bool(inside[at])):
        if holds:
            places = list(group)
            yield int(offsets[places[0]]), int(offsets[places[-1]]) + 1


def _bridged(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    filled = inside.copy()
    for holds, group in groupby(range(len(inside)), key=lambda at: bool(inside[at])):
        places = list(group)
        if not holds and len(places) <= BRIDGED and places[0] > 0 and places[-1] + 1 < len(inside):
            filled[places] = True
    return filled
