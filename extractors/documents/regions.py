"""A page that carries several papers, cut at their headings: one below the other, or side by side."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.documents.reader import Sheet
from extractors.documents.title import Title
from extractors.text.rows import Row, rows_of
from extractors.text.straight import Placed


def split_at(sheet: Sheet, rows: Sequence[Row], titles: Sequence[Title]) -> tuple[tuple[Title, tuple[Row, ...]], ...]:
    """Each title with the rows that belong to it. What stands above the first belongs to the first."""
    if len(titles) < 2:  # noqa: PLR2004 - one heading, one paper
        return tuple((title, tuple(rows)) for title in titles)
    if _abreast(titles):
        return _columns(sheet, rows, sorted(titles, key=lambda title: title.left))
    starts = [0.0, *(title.top - 1 for title in titles[1:]), float("inf")]
    return tuple(
        (title, tuple(row for row in rows if starts[index] <= row.placed[0].middle[1] < starts[index + 1]))
        for index, title in enumerate(titles)
    )


def _abreast(titles: Sequence[Title]) -> bool:
    first, second = titles[0], titles[1]
    return first.right < second.left or second.right < first.left


def _columns(sheet: Sheet, rows: Sequence[Row], titles: Sequence[Title]) -> tuple[tuple[Title, tuple[Row, ...]], ...]:
    placed = [item for row in rows for item in row.placed]
    borders = [_border(placed, left, right) for left, right in pairwise(titles)]
    edges = [float("-inf"), *borders, float("inf")]
    columns = []
    for title, left, right in zip(titles, edges, edges[1:], strict=False):
        lines = [item.line for item in placed if left <= item.middle[0] < right]
        columns.append((title, rows_of(lines, sheet.width_px, sheet.height_px)))
    return tuple(columns)


def _border(placed: Sequence[Placed], left: Title, right: Title) -> float:
    """The middle of the widest empty strip between the middles of two headings."""
    start, end = (left.left + left.right) / 2, (right.left + right.right) / 2
    best, reach = (0.0, (left.right + right.left) / 2), start
    for item in sorted(placed, key=lambda other: other.left):
        if item.left >= end:
            break
        if reach < item.left and item.left - reach > best[0]:
            best = (item.left - reach, (item.left + reach) / 2)
        reach = max(reach, item.right) if item.right > start else reach
    return best[1]
