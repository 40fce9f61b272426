"""Ink as large as a seal is told where no seal is found; print, rules, headings and pens are not."""

import cv2
import numpy as np
import pytest

from extractors.evidence import TextLine, Trace
from extractors.marks.traces import find_traces
from extractors.ocr.engine import Image
from extractors.page.ink import split_inks
from samples.capture import Flat
from samples.impressions import Press
from samples.seals import company_seal
from tests.extractors.marks.stamped import A4_PX, DPI, NAME, stamped

EM, ROW = 36, 70
"""Pixels: print of 13 points at 200 dpi, and its rows."""
PEN = (150, 60, 40)
FAINT = Press(strength=0.35, worn=0.3)


def print_(*, rows: int = 20, ink: tuple[int, int, int] = (30, 30, 30)) -> tuple[Image, tuple[TextLine, ...]]:
    """An A4 page with rows of squares that stand for characters, and its lines."""
    page = np.full((*A4_PX, 3), 250, dtype=np.uint8)
    lines = []
    for row in range(rows):
        top = 250 + ROW * row
        for at in range(30):
            cv2.rectangle(page, (200 + EM * at, top), (226 + EM * at, top + 28), ink if row == 0 else (30, 30, 30), 2)
        lines.append(line(200, top - 4, 200 + EM * 30, top + 34, "样" * 30))
    return page, tuple(lines)


def line(left: float, top: float, right: float, bottom: float, text: str) -> TextLine:
    """A line in pixels of the page."""
    x0, y0, x1, y1 = left / A4_PX[1], top / A4_PX[0], right / A4_PX[1], bottom / A4_PX[0]
    return TextLine(quad=((x0, y0), (x1, y0), (x1, y1), (x0, y1)), text=text, score=0.95)


def large(page: Image, lines: tuple[TextLine, ...]) -> list[Trace]:
    """What is as large as a part of a seal."""
    return [trace for trace in find_traces(split_inks(page), lines) if max(trace.wide_em, trace.high_em) > 5]


def sealed(page: Image, press: Press = FAINT) -> Image:
    """The page under the firm's seal, its middle 130 mm from the left and 180 mm from the top."""
    return np.asarray(stamped(Flat(page, DPI), company_seal(NAME), (130.0, 180.0), press).flat.picture, dtype=np.uint8)


def as_copy(page: Image) -> Image:
    """The page as a copier shows it."""
    return np.asarray(cv2.cvtColor(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), dtype=np.uint8)


def test_print_alone_leaves_no_trace() -> None:
    assert find_traces(split_inks(print_()[0]), print_()[1]) == ()


def test_rules_and_the_cells_of_a_table_leave_no_trace() -> None:
    page, lines = print_()
    for at in range(6):
        cv2.line(page, (180, 1720 + 90 * at), (1500, 1720 + 90 * at), (40, 40, 40), 3)
        cv2.line(page, (180 + 264 * at, 1720), (180 + 264 * at, 2170), (40, 40, 40), 3)
    assert not large(page, lines)


def test_a_red_heading_accounts_for_its_own_ink() -> None:
    page, lines = print_(ink=(40, 40, 200))
    assert not large(page, lines)


def test_what_a_blue_pen_wrote_on_its_line_is_no_trace() -> None:
    page, lines = print_(rows=10)
    for at in range(3):
        cv2.putText(page, "WMS", (300 + 90 * at, 275 + ROW * 5), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 1.1, PEN, 3)
    assert not large(page, lines)


@pytest.mark.parametrize("copied", [False, True])
@pytest.mark.parametrize("rows", [8, 20])
def test_a_faint_seal_is_a_trace_as_large_as_a_seal(rows: int, *, copied: bool) -> None:
    page, lines = print_(rows=rows)
    page = as_copy(sealed(page)) if copied else sealed(page)
    largest = large(page, lines)[0]
    assert largest.color == ("black" if copied else "red")
    assert min(largest.wide_em, largest.high_em) > 5
    assert abs((largest.box[0] + largest.box[2]) / 2 - 130 / 210) < 0.05
    assert abs((largest.box[1] + largest.box[3]) / 2 - 180 / 297) < 0.05


def test_half_of_a_seal_is_a_trace() -> None:
    page, lines = print_(rows=8)
    half = sealed(page)
    half[: round(180 / 25.4 * DPI)] = page[: round(180 / 25.4 * DPI)]
    assert large(half, lines)


def test_a_copiers_dots_are_a_trace() -> None:
    page, lines = print_(rows=8)
    grey = as_copy(sealed(page))[..., 0].astype(np.float32)
    rows, columns = np.indices(grey.shape, dtype=np.float32)
    screen = 128 + 60 * (np.cos(2 * np.pi * (columns + rows) / 10) + np.cos(2 * np.pi * (columns - rows) / 10))
    dots = np.where(grey + 10 < np.clip(screen, 20, 245), 30, 250).astype(np.uint8)
    found = large(np.asarray(cv2.cvtColor(dots, cv2.COLOR_GRAY2BGR), dtype=np.uint8), lines)
    assert any(trace.in_dots for trace in found)


def test_a_trace_that_was_read_as_a_line_is_one_all_the_same() -> None:
    page, lines = print_(rows=8)
    box = (110 / 25.4 * DPI, 160 / 25.4 * DPI, 150 / 25.4 * DPI, 200 / 25.4 * DPI)
    assert large(as_copy(sealed(page)), (*lines, line(*box, "科技有限公司")))
