"""Where a person's name begins and ends within the words around it."""

import math
import re
from collections.abc import Iterator
from typing import Final

from extractors.documents.kinds.surnames import has_surname
from extractors.documents.reading.characters import Reals
from extractors.documents.reading.tagger import Tagged
from extractors.text.fold import HAN_CLASS
from extractors.text.passage import Span

_BEYOND: Final = 2
"""Characters by which a name may begin or end elsewhere than the tags have it."""
_USUAL: Final = range(2, 5)
"""Characters of a Chinese name."""
_SURNAME: Final = 1.5
"""How much (in log odds) speaks for a name that begins with a surname."""
_LEAST: Final = 0.02
"""No tag is surer than this leaves it: one sure character does not outweigh all others."""
_PLAIN: Final = re.compile(rf"[{HAN_CLASS}]+")


def best_name(tagged: Tagged, likely: Reals, span: Span) -> Span:
    """The span of a name, as its characters' tags have it and as names are; foreign ones and those with a dot stay.

    A name of two to four characters that begins with a surname is likelier than one that does not, and what is tagged as part
    of it is likelier part of it than what is not.
    """
    offsets = tagged.characters.offsets
    first, last = (int(at) for at in offsets.searchsorted(span))
    text = "".join(tagged.part.body.text[at] for at in offsets[first:last])
    if not _PLAIN.fullmatch(text):
        return span
    scored = [(_score(tagged, likely, one, (first, last)), one) for one in _around(tagged, first, last)]
    best = max(scored, default=None)
    return span if best is None else (int(offsets[best[1][0]]), int(offsets[best[1][1] - 1]) + 1)


def _around(tagged: Tagged, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Names that begin and end near where the tags have it, without a gap or a line's end in them."""
    count, joints = len(tagged.characters.offsets), tagged.characters.joints
    for start in range(max(0, first - _BEYOND), min(last, first + _BEYOND) + 1):
        for end in range(max(start, last - _BEYOND), min(count, last + _BEYOND) + 1):
            text = "".join(tagged.part.body.text[at] for at in tagged.characters.offsets[start:end])
            spaced = any(joints[at] > 1 for at in range(start + 1, end))
            if len(text) in _USUAL and _PLAIN.fullmatch(text) and not spaced:
                yield start, end


def _score(tagged: Tagged, likely: Reals, name: tuple[int, int], tags: tuple[int, int]) -> float:
    start, end = min(name[0], tags[0]), max(name[1], tags[1])
    total = 0.0
    for at in range(start, end):
        share = min(max(float(likely[at]), _LEAST), 1 - _LEAST)
        total += math.log(share if name[0] <= at < name[1] else 1 - share)
    text = "".join(tagged.part.body.text[at] for at in tagged.characters.offsets[name[0] : name[1]])
    return total + (_SURNAME if has_surname(text) else 0.0)
