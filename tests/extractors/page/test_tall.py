"""Tall pages are looked at in tiles, and cut where one picture ends and another begins."""

import cv2
import numpy as np
import pytest

from extractors.ocr.blank import BlankEngine
from extractors.ocr.engine import Image, PixelQuad
from extractors.page.tall import cuts, detect

WIDTH = 720
WHITE, GREY, DARK = (255, 255, 255), (237, 237, 237), (30, 30, 30)
RNG = np.random.default_rng(5)


class FindsBars(BlankEngine):
    """Finds black bars, as a detector finds lines: only where they are not too small in what it is shown."""

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """The upright boxes around all dark patches that stay 4 px high on 1280 px."""
        dark = (image.min(axis=2) < 100).astype(np.uint8)
        _, _, stats, _ = cv2.connectedComponentsWithStats(dark)
        boxes = [(float(x), float(y), float(x + w), float(y + h)) for x, y, w, h, _ in stats[1:]]
        least = 4 * max(image.shape[:2]) / 1280
        return tuple(((x, y), (r, y), (r, b), (x, b)) for x, y, r, b in boxes if b - y >= least)


@pytest.mark.parametrize("height", [700, 1400, 1441, 2000, 3055, 7200, 12000])
def test_every_line_is_found_once_wherever_it_stands_and_however_tall_the_page(height: int) -> None:
    page = np.full((height, WIDTH, 3), 255, np.uint8)
    tops = list(range(9, height - 20, 37))
    for top in tops:
        page[top : top + 8, 60:600] = 0
    quads = detect(FindsBars(), page)
    assert sorted(round(quad[0][1]) for quad in quads) == tops
    assert {(round(quad[0][0]), round(quad[2][0])) for quad in quads} == {(60, 600)}


def sheet(height: int, ground: tuple[int, int, int] = WHITE, rows: int = 12) -> Image:
    """A paper with a title and rows of print, and wide margins."""
    page = np.full((height, WIDTH, 3), ground, np.uint8)
    for at in range(rows):
        top = 110 + at * (height - 220) // rows
        cv2.putText(page, "8639 2057 4183 9620 5713", (70, top), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (40, 40, 40), 2)
    return page


def photo(height: int, width: int = WIDTH) -> Image:
    """A picture of a card on a desk: grain, and light from one side."""
    light = np.linspace(90, 170, width)[None, :, None] * np.ones((height, 1, 3))
    picture = np.clip(light + RNG.normal(0, 6, light.shape), 0, 255).astype(np.uint8)
    cv2.rectangle(picture, (width // 8, height // 6), (width * 7 // 8, height * 5 // 6), (225, 230, 228), -1)
    return picture


def bare(height: int, ground: tuple[int, int, int]) -> Image:
    return np.full((height, WIDTH, 3), ground, np.uint8)


def in_chat(picture: Image) -> Image:
    """A picture that takes three fifths of a chat's width."""
    shown = cv2.resize(picture, (WIDTH * 3 // 5, picture.shape[0] * 3 // 5))
    strip = bare(shown.shape[0] + 60, GREY)
    strip[30:-30, WIDTH // 3 : WIDTH // 3 + shown.shape[1]] = shown
    return strip


def table(height: int) -> Image:
    """A sheet with a grey-headed table and rules nearly as wide as the page."""
    page = sheet(height, rows=26)
    page[400:470, 40:680] = np.minimum(page[400:470, 40:680], 215)
    for top in range(470, height - 200, 70):
        page[top : top + 2, 40:680] = 30
    return page


@pytest.mark.parametrize(
    ("parts", "firm"),
    [
        pytest.param(
            [sheet(1018), bare(60, GREY), photo(540), bare(60, GREY), photo(540)], [True, True], id="on a grey ground"
        ),
        pytest.param([photo(540), sheet(1018)], [True], id="without a gap"),
        pytest.param([in_chat(photo(540)), in_chat(sheet(1018)), in_chat(photo(540))], [True, True], id="in a chat"),
        pytest.param([sheet(1018), sheet(1018), sheet(1018)], [False, False], id="white on white"),
        pytest.param([table(1600)], [], id="one sheet with a table"),
        pytest.param([photo(1700)], [], id="one photo"),
    ],
)
def test_where_a_page_may_be_cut(parts: list[Image], firm: list[bool]) -> None:
    page = np.vstack(parts)
    found = cuts(page)
    assert [cut.firm for cut in found] == firm
    ends = np.cumsum([len(part) for part in parts if len(part) > 60])[:-1]
    for cut, end in zip(found, ends, strict=True):
        assert cut.at * len(page) == pytest.approx(end, abs=180)
