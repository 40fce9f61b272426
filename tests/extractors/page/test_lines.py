"""Lines under red ink are read twice, and what the two readings say is kept."""

from collections.abc import Sequence

import cv2
import numpy as np
import pytest
from PIL import Image as Pictures
from PIL import ImageDraw, ImageFont

from extractors.evidence import TextLine
from extractors.ocr.blank import BlankEngine
from extractors.ocr.engine import Image, PixelQuad, Reading
from extractors.ocr.registry import open_engine
from extractors.page.ink import split_inks
from extractors.page.lines import PageReader, in_reading_order
from samples.fonts import faces_of
from tests.fonts import need_fonts

SCREEN: PixelQuad = ((60, 280), (360, 280), (360, 320), (60, 320))


class InkReader(BlankEngine):
    """Reads a crop as ``dark`` where it holds no red, as ``colour`` where it does."""

    def __init__(self, dark: Reading, colour: Reading) -> None:
        self._dark, self._colour = dark, colour

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        return (SCREEN,)

    def recognise(self, crops: Sequence[Image]) -> tuple[Reading, ...]:
        return tuple(self._colour if self._is_red(crop) else self._dark for crop in crops)

    @staticmethod
    def _is_red(crop: Image) -> bool:
        return bool((crop[:, :, 2].astype(int) - crop[:, :, 0] > 60).any())


def sheet(*, stamp: bool) -> Image:
    page = np.full((600, 420, 3), 255, np.uint8)
    cv2.rectangle(page, (70, 292), (350, 308), (30, 30, 30), -1)
    if stamp:
        ring = np.full_like(page, 255)
        cv2.circle(ring, (210, 300), 80, (60, 50, 215), 12)
        page = np.minimum(page, ring)
    return page


@pytest.mark.parametrize(
    ("dark", "colour", "text", "colour_text", "agree"),
    [
        (Reading("2024年5月31日", 0.99), Reading("2024年5月3日", 0.96), "2024年5月31日", "2024年5月3日", False),
        (Reading("2024年5月31日", 0.99), Reading("2024年 5月31日", 0.97), "2024年5月31日", "2024年 5月31日", True),
        (Reading("", 0.0), Reading("财务专用章", 0.93), "财务专用章", None, True),
    ],
)
def test_a_line_under_a_stamp(dark: Reading, colour: Reading, text: str, colour_text: str | None, agree: bool) -> None:
    line = PageReader(InkReader(dark, colour), split_inks(sheet(stamp=True))).lines()[0]
    assert (line.text, line.colour_text, line.readings_agree) == (text, colour_text, agree)


def test_a_line_without_a_stamp_is_read_once() -> None:
    line = PageReader(InkReader(Reading("离职证明", 0.99), Reading("never", 1.0)), split_inks(sheet(stamp=False))).lines()[0]
    assert (line.text, line.covered) == ("离职证明", False)
    assert line.box == pytest.approx((60 / 420, 280 / 600, 360 / 420, 320 / 600))


def test_what_is_seen_again_lies_where_it_was() -> None:
    reader = PageReader(InkReader(Reading("9111", 0.99), Reading("", 0.0)), split_inks(sheet(stamp=False)))
    again = reader.look_again((0.0, 0.0, 1.0, 1.0))[0]
    assert again.box[3] <= 0.5
    assert reader.read_strip((0.1, 0.4, 0.9, 0.6)) is not None
    assert reader.look_again((0.5, 0.5, 0.5, 0.5)) == ()


def test_rows_are_read_from_the_left_even_when_slightly_askew() -> None:
    def at(text: str, x: float, y: float) -> TextLine:
        return TextLine(quad=((x, y), (x + 0.1, y), (x + 0.1, y + 0.02), (x, y + 0.02)), text=text, score=1.0)

    lines = [at("丙", 0.1, 0.30), at("乙", 0.6, 0.10), at("甲", 0.1, 0.105), at("丁", 0.6, 0.296)]
    assert "".join(line.text for line in in_reading_order(lines)) == "甲乙丙丁"


def test_print_under_a_photocopied_stamp_is_read() -> None:
    need_fonts()
    face = faces_of("song")[0]
    sheet = Pictures.new("RGB", (1000, 1400), "white")
    font = ImageFont.truetype(str(face.path), 26, index=face.index)
    ImageDraw.Draw(sheet).text((250, 600), "法定代表人（签字）：", fill=(25, 25, 25), font=font)
    stamp = np.full((1400, 1000, 3), 255, np.uint8)
    for radius in range(20, 190, 17):
        cv2.circle(stamp, (430, 640), radius, (115, 115, 115), 8)
    copied = np.minimum(np.asarray(sheet, dtype=np.uint8), stamp)
    lines = PageReader(open_engine("openvino", None, 2), split_inks(copied)).lines()
    line = max(lines, key=lambda each: len(each.text))
    assert line.text.startswith("法定代表人")
    assert not line.readings_agree
