"""Print is read through a watermark that lies across it, as long as the two differ in tone or in colour."""

from typing import Final

import cv2
import numpy as np
import pytest

from extractors.evidence import Legibility, Quad, TextLine
from extractors.ocr.engine import Image
from extractors.page.pale_layer import PaleLayer, pale_layer, with_lines_through, without_pale

WIDTH, HEIGHT = 600, 400
INK: Final = (30, 30, 30)
PLAIN = Legibility(height_px=40, edge=0.05, contrast=0.85, paper=1.0, noise=0.0)


def line(
    text: str, top: float, layer: str = "print", *, colour_text: str | None = None, score: float = 0.99, left: float = 0.1
) -> TextLine:
    quad: Quad = ((left, top), (0.6, top), (0.6, top + 0.02), (left, top + 0.02))
    return TextLine.model_validate(
        {"text": text, "score": score, "quad": quad, "layer": layer, "colour_text": colour_text, "legibility": PLAIN}
    )


def page_under(mark: tuple[int, int, int]) -> tuple[Image, tuple[TextLine, ...]]:
    """White paper with print in the middle and a mark (BGR) above it, and both as lines."""
    page = np.full((HEIGHT, WIDTH, 3), 255, dtype=np.uint8)
    cv2.putText(page, "MARKED", (60, 80), cv2.FONT_HERSHEY_SIMPLEX, 2, mark, 5)
    cv2.putText(page, "PRINT", (200, 200), cv2.FONT_HERSHEY_SIMPLEX, 2, INK, 5)
    places = (("MARKED", "watermark", (60, 35, 330, 85)), ("PRINT", "print", (200, 155, 400, 205)))
    return page, tuple(
        TextLine.model_validate({"text": text, "score": 0.9, "quad": _quad(place), "layer": layer, "legibility": PLAIN})
        for text, layer, place in places
    )


def _quad(place: tuple[int, int, int, int]) -> Quad:
    left, top, right, bottom = (at / side for at, side in zip(place, (WIDTH, HEIGHT, WIDTH, HEIGHT), strict=True))
    return ((left, top), (right, top), (right, bottom), (left, bottom))


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param((232, 228, 225), id="pale"),
        pytest.param((120, 120, 120), id="dark grey, half of the print's contrast"),
        pytest.param((90, 90, 90), id="nearly as dark as the print"),
        pytest.param((210, 70, 40), id="blue"),
        pytest.param((60, 60, 215), id="red"),
        pytest.param((70, 150, 30), id="green"),
    ],
)
def test_a_mark_is_lifted_and_the_print_stays(mark: tuple[int, int, int]) -> None:
    page, lines = page_under(mark)
    layer = pale_layer(page, lines)
    assert layer is not None
    lifted = without_pale(page, layer, lines)
    assert (lifted[20:100] == 255).all()
    assert (lifted[150:210, 200:420] == page[150:210, 200:420]).all(), "to the palest edge of a stroke"


def test_a_mark_in_the_very_ink_of_the_print_is_not_lifted() -> None:
    assert pale_layer(*page_under((40, 40, 40))) is None


def test_a_page_without_a_mark_has_no_layer() -> None:
    page, lines = page_under(INK)
    assert pale_layer(page, [one for one in lines if one.layer == "print"]) is None


def test_thin_print_as_pale_as_the_mark_stays_wherever_the_mark_is_not() -> None:
    page, lines = page_under((120, 120, 120))
    cv2.putText(page, "thin print", (200, 300), cv2.FONT_HERSHEY_SIMPLEX, 1, (125, 125, 125), 1)
    thin = [
        lines[1].model_copy(update={"text": "thin", "quad": _quad((left, 275, left + 30, 310))}) for left in range(200, 360, 30)
    ]
    layer = pale_layer(page, (*lines, *thin))
    assert layer is not None
    lifted = without_pale(page, layer, lines)
    assert (lifted[30:90, 60:330] == 255).all()
    assert (lifted[270:310, 200:380].min(axis=2) < 140).sum() > 100


def test_red_ink_stays_where_a_grey_mark_is_lifted() -> None:
    page, _ = page_under((232, 228, 225))
    cv2.circle(page, (100, 300), 60, (40, 40, 210), 5)
    lifted = without_pale(page, PaleLayer(179.0), ())
    assert (lifted[235:365, 35:165].min(axis=2) < 80).sum() > 500


def test_lines_lost_under_a_watermark_come_back_and_nothing_is_lost() -> None:
    first = (line("单位名称", 0.1), line("只在第一次", 0.5), line("仅供办理", 0.3, "watermark"))
    again = (line("单位名称:样例科技有限公司", 0.1, left=0.02), line("开具日期:2024-05-20", 0.7))
    first = (first[0].model_copy(update={"quad": line("", 0.1, left=0.45).quad}), *first[1:])
    texts = [(one.text, one.layer) for one in with_lines_through(first, again)]
    assert texts == [
        ("单位名称:样例科技有限公司", "print"),
        ("开具日期:2024-05-20", "print"),
        ("只在第一次", "print"),
        ("仅供办理", "watermark"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "mark_at", "kept"),
    [
        pytest.param(1.0, 0.75, 0.3, "出生", id="beside the mark, read worse without it"),
        pytest.param(0.7, 0.99, 0.3, "出4", id="read better without it"),
        pytest.param(1.0, 0.75, 0.1, "出4", id="under the mark, however surely"),
    ],
)
def test_what_no_mark_crosses_stays_as_it_was_read(before: float, after: float, mark_at: float, kept: str) -> None:
    first = (line("出生", 0.1, score=before), line("仅供办理", mark_at, "watermark"))
    again = (line("出4", 0.1, score=after),)
    assert [one.text for one in with_lines_through(first, again)] == [kept, "仅供办理"]


def test_a_line_under_a_stamp_stays_whole() -> None:
    first = (line("单位:样例科技有限公司", 0.1, colour_text="单位:样例", score=0.9), line("仅供办理", 0.3, "watermark"))
    assert [one.text for one in with_lines_through(first, (line("单位:样例", 0.1),))] == ["单位:样例科技有限公司", "仅供办理"]
