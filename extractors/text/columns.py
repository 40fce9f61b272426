"""Columns of a list: what stands below a heading, row by row."""

import re
from collections.abc import Sequence

from extractors.text.fold import fold
from extractors.text.rows import Row
from extractors.text.straight import Placed

Cells = tuple[Placed, ...]


def column_below(rows: Sequence[Row], heading: re.Pattern[str]) -> Cells:
    """The cells under the first heading that matches, one a row, down to the first row with none."""
    for index, row in enumerate(rows):
        if len(row.placed) < 2:  # noqa: PLR2004 - the heading of a list has neighbours
            continue
        head = next((item for item in row.placed if heading.fullmatch(_bare(item))), None)
        if head is not None:
            return tuple(_under(head, row.placed, rows[index + 1 :]))
    return ()


def _under(head: Placed, heads: Sequence[Placed], rows: Sequence[Row]) -> list[Placed]:
    """Each row's line whose middle is nearer to this heading than to any other."""
    found: list[Placed] = []
    for row in rows:
        own = [item for item in row.placed if _nearest(item, heads) is head and _over(head, item)]
        if own:
            found.append(own[0])
        elif found:
            break
    return found


def _nearest(item: Placed, heads: Sequence[Placed]) -> Placed:
    return min(heads, key=lambda head: abs(head.middle[0] - item.middle[0]))


def _over(head: Placed, item: Placed) -> bool:
    """Whether a cell stands under its heading, not beside the list: they share some of their width."""
    return min(head.right, item.right) + head.height > max(head.left, item.left)


def _bare(item: Placed) -> str:
    return re.sub(r"\s", "", fold(item.line.text))
