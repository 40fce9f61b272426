"""Builds sheets from strings, as an engine would read them: no pixels needed."""

from collections.abc import Sequence

from extractors.documents.reader import Sheet
from extractors.evidence import Quad, TextLine

WIDTH_PX, HEIGHT_PX = 1240, 1754
"""A4 at 150 dpi."""
EM_PX = 30
MARGIN_PX = 150
LEADING = 1.8
CELL_PX = 235
HEADING_EM_PX = 48


def text_line(
    left_px: float, middle_px: float, text: str, em_px: float = EM_PX, *, score: float = 0.98, colour_text: str | None = None
) -> TextLine:
    """A line of text whose left edge and middle are given in pixels of an A4 page."""
    width = sum(em_px if ord(char) > 0x2E7F else em_px / 2 for char in text)
    left, right = left_px / WIDTH_PX, (left_px + width) / WIDTH_PX
    top, bottom = (middle_px - em_px / 2) / HEIGHT_PX, (middle_px + em_px / 2) / HEIGHT_PX
    quad: Quad = ((left, top), (right, top), (right, bottom), (left, bottom))
    return TextLine(quad=quad, text=text, score=score, colour_text=colour_text)


def sheet(*rows: str, page: int = 1) -> Sheet:
    """A page of rows from top to bottom: ``# text`` is a heading, ``> text`` stands at the right, ``a | b`` are table cells.

    An empty string is an empty line.
    """
    lines: list[TextLine] = []
    y = 120.0
    for row in rows:
        lines += _row(row, y)
        y += (HEADING_EM_PX if row.startswith("#") else EM_PX) * LEADING
    return Sheet(page, WIDTH_PX, HEIGHT_PX, tuple(lines))


def with_lines(base: Sheet, lines: Sequence[TextLine]) -> Sheet:
    """The sheet with other lines."""
    return Sheet(base.page_number, base.width_px, base.height_px, tuple(lines))


def _row(row: str, y: float) -> list[TextLine]:
    if row.startswith("# "):
        return [text_line((WIDTH_PX - len(row[2:]) * HEADING_EM_PX) / 2, y, row[2:], HEADING_EM_PX)]
    if row.startswith("> "):
        width: float = sum(EM_PX if ord(char) > 0x2E7F else EM_PX / 2 for char in row[2:])
        return [text_line(WIDTH_PX - MARGIN_PX - width, y, row[2:])]
    cells = row.split(" | ")
    return [text_line(MARGIN_PX + CELL_PX * index, y, cell.strip()) for index, cell in enumerate(cells) if cell.strip()]
