"""Boxes before options are seen where no line shows them, ticked or not, and glyphs and cells are none."""

import cv2
import numpy as np
import pytest

from extractors.evidence import TextLine
from extractors.ocr.engine import Image
from extractors.page.tick_boxes import with_boxes

WIDE, HIGH, EM = 1000, 700, 36
LEFT = 300


def paper() -> Image:
    return np.full((HIGH, WIDE, 3), 240, dtype=np.uint8)


def line(text: str, y: int, left: int = LEFT) -> TextLine:
    """A line of characters an em wide from a place on, its middle so high."""
    right, top, bottom = (left + EM * len(text)) / WIDE, (y - EM / 2) / HIGH, (y + EM / 2) / HIGH
    return TextLine(quad=((left / WIDE, top), (right, top), (right, bottom), (left / WIDE, bottom)), text=text, score=0.98)


def draw_box(page: Image, y: int, *, ticked: bool = False, left: int = LEFT - 40, side: int = 28) -> None:
    corner = (left, y - side // 2)
    cv2.rectangle(page, corner, (left + side, y + side // 2), (40, 40, 40), 2)
    if ticked:
        strokes = np.array([(left + 5, y), (left + 12, y + 9), (left + 30, y - 18)], dtype=np.int32)
        cv2.polylines(page, [strokes], False, (110, 40, 30), 4)


def texts(page: Image, *lines: TextLine) -> list[str]:
    return [one.text for one in with_boxes(lines, page)]


@pytest.mark.parametrize("ticked", [True, False])
def test_a_box_that_no_line_shows_is_put_before_its_option(ticked: bool) -> None:
    page = paper()
    draw_box(page, 200, ticked=ticked)
    option, other = line("协商一致解除", 200), line("□合同期满终止", 300, LEFT - 40)
    told = with_boxes((option, other), page)
    assert [one.text for one in told] == [("☑" if ticked else "□") + "协商一致解除", "□合同期满终止"]
    assert told[0].box[0] < option.box[0]
    assert told[0].places is not None
    assert len(told[0].places) == len(told[0].text)


def test_the_quad_of_a_line_may_hold_its_box() -> None:
    page = paper()
    draw_box(page, 200, ticked=True)
    base = line("协商一致解除", 200)
    first = LEFT - 42
    quad = tuple((first / WIDE if x == base.quad[0][0] else x, y) for x, y in base.quad)
    wide = base.quad[1][0] * WIDE - first
    places = tuple(round(1000 * (LEFT + EM * (at + 0.5) - first) / wide) for at in range(len(base.text)))
    whole = base.model_copy(update={"quad": quad, "places": places})
    assert texts(page, whole, line("□其他", 400, LEFT)) == ["☑协商一致解除", "□其他"]


def test_a_page_that_asks_for_no_ticks_is_left_alone() -> None:
    page = paper()
    draw_box(page, 200, ticked=True)
    assert texts(page, line("协商一致解除", 200), line("特此证明", 300)) == ["协商一致解除", "特此证明"]


def test_a_frame_around_a_cell_and_strokes_of_glyphs_are_no_boxes() -> None:
    page = paper()
    cv2.rectangle(page, (LEFT - 90, 150), (LEFT + 400, 250), (40, 40, 40), 3)
    cv2.rectangle(page, (LEFT - 40, 386), (LEFT - 12, 414), (40, 40, 40), 2)
    cv2.line(page, (LEFT - 50, 380), (LEFT - 50, 420), (40, 40, 40), 6)  # the strokes before it: a glyph such as 加
    cv2.line(page, (LEFT - 44, 380), (LEFT - 44, 420), (40, 40, 40), 6)
    assert texts(page, line("协商一致解除", 200), line("一致解除", 400), line("□其他", 600)) == [
        "协商一致解除",
        "一致解除",
        "□其他",
    ]
