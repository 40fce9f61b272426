"""The rules and cells of a digital original: those that a person sees, and none of a page without a table."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

from extractors.evidence import Box
from extractors.files import RawPage, open_file

WIDTH, HEIGHT = A4
LEFT, TOP, COLUMN, ROW = 72.0, 700.0, 100.0, 30.0

Draw = Callable[[Canvas], None]
Style = list[tuple[object, ...]]
GRID: Style = [("GRID", (0, 0), (-1, -1), 0.75, colors.black)]


def drawn(draw: Draw) -> RawPage:
    """One A4 page with a heading and what ``draw`` draws."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    canvas.setFont("STSong-Light", 12)
    canvas.drawString(LEFT, 760, "离职证明")
    draw(canvas)
    canvas.showPage()
    canvas.save()
    (page,) = open_file(written.getvalue()).pages
    assert page.text is not None
    return page


def table(rows: list[list[str]], style: Style) -> Draw:
    """A table with its upper left corner at ``LEFT``, ``TOP``."""

    def draw(canvas: Canvas) -> None:
        made = Table(rows, colWidths=COLUMN, rowHeights=ROW)
        commands: list[Any] = [("FONT", (0, 0), (-1, -1), "STSong-Light", 10), *style]
        made.setStyle(TableStyle(commands))
        _, high = made.wrapOn(canvas, WIDTH, HEIGHT)
        made.drawOn(canvas, LEFT, TOP - high)

    return draw


def box(column: int, row: int, columns: int = 1, rows: int = 1) -> Box:
    """Where a cell of such a table lies, in fractions of the page."""
    x0, y0 = LEFT + COLUMN * column, HEIGHT - TOP + ROW * row
    return (x0 / WIDTH, y0 / HEIGHT, (x0 + COLUMN * columns) / WIDTH, (y0 + ROW * rows) / HEIGHT)


NAMES = [["姓名", "张三"], ["部门", "销售"], ["日期", "五月"]]


@pytest.mark.parametrize(
    ("rows", "style", "expected"),
    [
        (NAMES, GRID, [box(column, row) for row in range(3) for column in range(2)]),
        (
            [["离职证明", "", ""], ["姓名", "张三", "照片"], ["部门", "销售", ""]],
            [*GRID, ("SPAN", (0, 0), (2, 0)), ("SPAN", (2, 1), (2, 2))],
            [box(0, 0, columns=3), box(0, 1), box(1, 1), box(2, 1, rows=2), box(0, 2), box(1, 2)],
        ),
        (NAMES, [("BOX", (0, 0), (-1, -1), 1, colors.black), ("LINEBELOW", (0, 0), (-1, 0), 1, colors.grey)],
         [box(0, 0, columns=2), box(0, 1, columns=2, rows=2)]),
    ],
    ids=["plain", "merged cells", "a frame and one rule"],
)  # fmt: skip
def test_cells_are_those_of_the_table(rows: list[list[str]], style: Style, expected: list[Box]) -> None:
    cells = drawn(table(rows, style)).cells
    assert len(cells) == len(expected)
    for cell, wanted in zip(cells, expected, strict=True):
        assert cell == pytest.approx(wanted, abs=0.002)


def test_text_lies_in_its_cell() -> None:
    page = drawn(table(NAMES, GRID))
    inside = {
        line.text: at
        for line in page.text or ()
        for at, (x0, y0, x1, y1) in enumerate(page.cells)
        if x0 <= line.box[0] and line.box[2] <= x1 and y0 <= line.box[1] and line.box[3] <= y1
    }
    assert inside == {"姓名": 0, "张三": 1, "部门": 2, "销售": 3, "日期": 4, "五月": 5}


def _covered(canvas: Canvas) -> None:
    table([["", ""], ["", ""]], GRID)(canvas)
    canvas.setFillColor(colors.white)
    canvas.rect(60, 600, 400, 120, stroke=0, fill=1)


def _clipped(canvas: Canvas) -> None:
    clip = canvas.beginPath()
    clip.rect(0, 0, 20, 20)
    canvas.clipPath(clip, stroke=0, fill=0)
    table([["", ""], ["", ""]], GRID)(canvas)


def _framed(canvas: Canvas) -> None:
    canvas.rect(40, 40, WIDTH - 80, HEIGHT - 80)


def _underlined(canvas: Canvas) -> None:
    for row in range(4):
        canvas.line(150, 600 - 40 * row, 300, 600 - 40 * row)


WHITE: Style = [("GRID", (0, 0), (-1, -1), 1, colors.white)]


@pytest.mark.parametrize(
    ("draw", "rules"),
    [
        (lambda canvas: None, 0),
        (table(NAMES, WHITE), 0),
        (_covered, 0),
        (_clipped, 0),
        (_framed, 4),
        (_underlined, 4),
    ],
    ids=["nothing", "white", "covered", "clipped", "a frame", "underlined"],
)
def test_a_page_without_a_table_has_no_cells(draw: Draw, rules: int) -> None:
    page = drawn(draw)
    assert (len(page.rules), page.cells) == (rules, ())


def test_rules_are_lines_without_an_extent_across() -> None:
    (rule, *_) = drawn(_underlined).rules
    left, top, right, bottom = rule
    assert top == bottom
    assert (left, right) == pytest.approx((150 / WIDTH, 300 / WIDTH), abs=0.002)
    assert rule == tuple(round(side, 4) for side in rule)
