"""Table cells whose text is broken over two lines, joined into one line each."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from extractors.evidence import TextLine
from extractors.text.fold import fold
from extractors.text.straight import Placed

_ALIGNED_EM: Final = 0.6
"""Two lines of one cell share their left edge or their middle within this many line heights."""
_CLOSE_EM: Final = 0.9
"""The gap between two lines of one cell is smaller than this, in line heights; a table's next row is further."""
_BESIDE_EM: Final = 0.4
"""The middle of a broken cell is level with the middle of its label's cell within this many line heights."""


def join_cells(placed: Sequence[Placed], labels: Collection[str]) -> tuple[Placed, ...]:
    """The lines with broken labels (解除劳动 / 合同日期), then broken values beside a label, joined.

    ``labels`` are the known labels without spaces.
    """
    known = frozenset(label.rstrip(":") for label in labels)
    left = list(placed) if known else []
    for upper, lower in _pairs(left):
        if _bare(upper) + _bare(lower) in known and not fold(upper.line.text).rstrip().endswith(":"):
            _replace(left, upper, lower)
    heads = [item for item in left if _bare(item) in known]
    for upper, lower in _pairs([item for item in left if _bare(item) not in known]):
        if any(_beside(head, upper, lower) for head in heads):
            _replace(left, upper, lower)
    return tuple(left) or tuple(placed)


def _bare(item: Placed) -> str:
    return re.sub(r"[\s:]", "", fold(item.line.text))


def _pairs(placed: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    """Lines right above each other and aligned."""
    return [(upper, lower) for upper in placed for lower in placed if _stacked(upper, lower)]


def _stacked(upper: Placed, lower: Placed) -> bool:
    em = min(upper.height, lower.height)
    if not (upper.top < lower.top and -em / 2 < lower.top - upper.bottom < _CLOSE_EM * em):
        return False
    return min(abs(upper.left - lower.left), abs(upper.middle[0] - lower.middle[0])) <= _ALIGNED_EM * em


def _beside(head: Placed, upper: Placed, lower: Placed) -> bool:
    em = min(upper.height, lower.height)
    level = abs((upper.top + lower.bottom) / 2 - head.middle[1]) <= _BESIDE_EM * em
    return level and head.right < min(upper.left, lower.left)


def _replace(placed: list[Placed], upper: Placed, lower: Placed) -> None:
    """Put the joined line in the place of its halves, if both are still there."""
    if upper not in placed or lower not in placed:
        return
    left, right = min(upper.left, lower.left), max(upper.right, lower.right)
    placed[placed.index(upper)] = Placed(_joined(upper.line, lower.line), left, upper.top, right, lower.bottom)
    placed.remove(lower)


def _joined(upper: TextLine, lower: TextLine) -> TextLine:
    a, b = upper.box, lower.box
    left, top, right, bottom = min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
    colour = None
    if upper.covered or lower.covered:
        colour = (upper.colour_text or upper.text) + (lower.colour_text or lower.text)
    return TextLine(
        quad=((left, top), (right, top), (right, bottom), (left, bottom)),
        text=upper.text + lower.text,
        score=min(upper.score, lower.score),
        source=upper.source,
        colour_text=colour,
    )
