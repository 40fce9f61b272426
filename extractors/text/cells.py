"""Table cells whose text is broken over two lines, joined into one line each."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from extractors.evidence import TextLine
from extractors.text.fold import fold

_ALIGNED_EM: Final = 0.6
"""Two lines of one cell share their left edge or their middle within this many line heights."""
_CLOSE_EM: Final = 0.9
"""The gap between two lines of one cell is smaller than this, in line heights; a table's next row is further."""
_BESIDE_EM: Final = 0.4
"""The middle of a broken cell is level with the middle of its label's cell within this many line heights."""


def join_cells(lines: Sequence[TextLine], labels: Collection[str], aspect: float) -> tuple[TextLine, ...]:
    """The lines with broken labels (解除劳动 / 合同日期), then broken values beside a label, joined.

    ``labels`` are the known labels without spaces; ``aspect`` is the page's width over its height, as boxes are in fractions.
    """
    known = frozenset(label.rstrip(":") for label in labels)
    left = list(lines)
    for upper, lower in _pairs(left, aspect):
        if _bare(upper) + _bare(lower) in known:
            _replace(left, upper, lower)
    heads = [line for line in left if _bare(line) in known]
    for upper, lower in _pairs([line for line in left if _bare(line) not in known], aspect):
        if any(_beside(head, upper, lower) for head in heads):
            _replace(left, upper, lower)
    return tuple(left)


def _bare(line: TextLine) -> str:
    return re.sub(r"[\s:]", "", fold(line.text))


def _pairs(lines: Sequence[TextLine], aspect: float) -> list[tuple[TextLine, TextLine]]:
    """Lines right above each other and aligned."""
    return [(upper, lower) for upper in lines for lower in lines if _stacked(upper, lower, aspect)]


def _stacked(upper: TextLine, lower: TextLine, aspect: float) -> bool:
    a, b = upper.box, lower.box
    em = min(a[3] - a[1], b[3] - b[1])
    if not (a[1] < b[1] and -em / 2 < b[1] - a[3] < _CLOSE_EM * em):
        return False
    shift = min(abs(a[0] - b[0]), abs(a[0] + a[2] - b[0] - b[2]) / 2) * aspect
    return shift <= _ALIGNED_EM * em


def _beside(head: TextLine, upper: TextLine, lower: TextLine) -> bool:
    em = min(upper.box[3] - upper.box[1], lower.box[3] - lower.box[1])
    level = abs((upper.box[1] + lower.box[3]) / 2 - (head.box[1] + head.box[3]) / 2) <= _BESIDE_EM * em
    return level and head.box[2] < min(upper.box[0], lower.box[0])


def _replace(lines: list[TextLine], upper: TextLine, lower: TextLine) -> None:
    """Put the joined line in the place of its halves, if both are still there."""
    if upper not in lines or lower not in lines:
        return
    left, right = min(upper.box[0], lower.box[0]), max(upper.box[2], lower.box[2])
    top, bottom = upper.box[1], lower.box[3]
    colour = None
    if upper.covered or lower.covered:
        colour = (upper.colour_text or upper.text) + (lower.colour_text or lower.text)
    lines[lines.index(upper)] = TextLine(
        quad=((left, top), (right, top), (right, bottom), (left, bottom)),
        text=upper.text + lower.text,
        score=min(upper.score, lower.score),
        source=upper.source,
        colour_text=colour,
    )
    lines.remove(lower)
