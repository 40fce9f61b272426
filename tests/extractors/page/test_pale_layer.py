"""Print is read through a watermark that lies across it."""

import cv2
import numpy as np

from extractors.evidence import Quad, TextLine
from extractors.page.pale_layer import with_lines_through, without_pale


def line(text: str, top: float, layer: str = "print", colour_text: str | None = None) -> TextLine:
    quad: Quad = ((0.1, top), (0.6, top), (0.6, top + 0.02), (0.1, top + 0.02))
    return TextLine.model_validate({"text": text, "score": 0.99, "quad": quad, "layer": layer, "colour_text": colour_text})


def test_pale_strokes_are_lifted_and_print_and_red_ink_stay() -> None:
    page = np.full((400, 600, 3), 255, dtype=np.uint8)
    cv2.line(page, (0, 0), (599, 399), (232, 228, 225), 6)
    cv2.putText(page, "PRINT", (200, 200), cv2.FONT_HERSHEY_SIMPLEX, 2, (30, 30, 30), 5)
    cv2.circle(page, (100, 300), 60, (40, 40, 210), 5)
    lifted = without_pale(page, 0.85)
    assert (lifted[10:60, 10:90] == 255).all()
    assert (lifted[150:210, 200:420].min(axis=2) < 60).sum() > 500
    assert (lifted[235:365, 35:165].min(axis=2) < 80).sum() > 500


def test_lines_lost_under_a_watermark_come_back_and_nothing_is_lost() -> None:
    first = (line("单位名称", 0.1), line("只在第一次", 0.5), line("仅供办理", 0.3, "watermark"))
    again = (line("单位名称:样例科技有限公司", 0.1), line("开具日期:2024-05-20", 0.7))
    texts = [(one.text, one.layer) for one in with_lines_through(first, again)]
    assert texts == [
        ("单位名称:样例科技有限公司", "print"),
        ("开具日期:2024-05-20", "print"),
        ("只在第一次", "print"),
        ("仅供办理", "watermark"),
    ]


def test_a_line_under_a_stamp_stays_whole() -> None:
    first = (line("单位:样例科技有限公司", 0.1, colour_text="单位:样例"), line("仅供办理", 0.3, "watermark"))
    assert [one.text for one in with_lines_through(first, (line("单位:样例", 0.1),))] == ["单位:样例科技有限公司", "仅供办理"]
