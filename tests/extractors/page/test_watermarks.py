"""A watermark is told from print by how pale it is, and its pieces are cut off print."""

import pytest

from extractors.evidence import Legibility, TextLine
from extractors.page.watermarks import watermarks_apart

PRINT, PALE, GREY = 0.62, 0.03, 0.3
SIZE = (1000, 1400)


def line(text: str, contrast: float | None, top: float, left: float = 0.1, right: float = 0.5) -> TextLine:
    measured = None
    if contrast is not None:
        measured = Legibility(height_px=30, edge=0.05, contrast=contrast, paper=0.99, noise=0.01, blown=0.0, blocks=0.0)
    middles = tuple(round(1000 * (at + 0.5) / len(text)) for at in range(len(text)))
    quad = ((left, top), (right, top), (right, top + 0.02), (left, top + 0.02))
    return TextLine(quad=quad, text=text, score=0.99, places=middles, legibility=measured)


BODY = tuple(
    line(text, PRINT, 0.1 + at / 20)
    for at, text in enumerate(("名称样例科技", "类型有限责任公司", "法定代表人王芳", "经营范围"))
)


def layers(*lines: TextLine) -> dict[str, str]:
    return {one.text: one.layer for one in watermarks_apart((*BODY, *lines), SIZE)}


@pytest.mark.parametrize("said", ["SCJDGL", "人力资源部", "仅供撤销登记使用"])
def test_what_is_far_paler_than_the_print_is_a_watermark_whatever_it_says(said: str) -> None:
    assert layers(line(said, PALE, 0.5))[said] == "watermark"


def test_grey_print_is_print() -> None:
    assert set(layers(line("提示：在此粘贴复印件", GREY, 0.5)).values()) == {"print"}


def test_its_piece_at_a_lines_end_is_cut_off() -> None:
    seen = watermarks_apart((*BODY, line("SCJDGL", PALE, 0.5), line("2022年05月08日DGL", PRINT, 0.6, 0.2, 0.8)), SIZE)
    date, piece = (one for one in seen if one.text in ("2022年05月08日", "DGL"))
    assert (date.layer, piece.layer) == ("print", "watermark")
    assert date.box[0] == pytest.approx(0.2)
    assert date.box[2] == pytest.approx(piece.box[0])
    assert 0.67 < date.box[2] < 0.71
    assert date.places is not None
    assert len(date.places) == len(date.text)


def test_letters_that_the_watermark_does_not_say_stay() -> None:
    assert "样例ABC" in layers(line("SCJDGL", PALE, 0.5), line("样例ABC", PRINT, 0.6))


def test_a_page_of_few_lines_has_no_usual_contrast() -> None:
    lines = (line("样例科技有限公司", PRINT, 0.1), line("SCJDGL", PALE, 0.5))
    assert {one.layer for one in watermarks_apart(lines, SIZE)} == {"print"}


def test_the_watermark_may_outnumber_the_print() -> None:
    many = tuple(line("SCJDGL", PALE, 0.4 + at / 50) for at in range(14))
    seen = watermarks_apart((*BODY, *many), SIZE)
    assert [one.layer for one in seen] == ["print"] * len(BODY) + ["watermark"] * len(many)
