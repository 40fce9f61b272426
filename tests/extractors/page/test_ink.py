"""Red ink is found on paper of any tint, and taking it away leaves the dark text below."""

import cv2
import numpy as np
import pytest

from extractors.ocr.engine import Image
from extractors.page.ink import red_ink, without_red

WHITE, YELLOWED, GREY, WARM = (255, 255, 255), (190, 225, 235), (175, 175, 175), (160, 205, 245)
RED_INK = (60, 50, 215)


def stamped(paper: tuple[int, int, int], *, light: float = 1.0) -> Image:
    """A sheet with a black bar, and a red ring across it."""
    sheet = np.full((600, 420, 3), paper, np.uint8)
    cv2.rectangle(sheet, (60, 290), (360, 310), (30, 30, 30), -1)
    ring = np.full_like(sheet, 255)
    cv2.circle(ring, (210, 300), 80, RED_INK, 9)
    return np.clip(sheet * (ring / 255.0) * light, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("paper", [WHITE, YELLOWED, GREY, WARM])
@pytest.mark.parametrize("light", [1.0, 0.6])
def test_the_ring_is_red_and_the_bar_is_not(paper: tuple[int, int, int], light: float) -> None:
    red = red_ink(stamped(paper, light=light))
    assert red[220, 210]
    assert not red[300, 210]
    assert not red[100, 100]
    assert red.mean() < 0.05


@pytest.mark.parametrize("paper", [WHITE, YELLOWED, GREY, WARM])
def test_without_red_the_bar_stays_and_the_ring_fades(paper: tuple[int, int, int]) -> None:
    sheet = stamped(paper)
    plain = without_red(sheet, red_ink(sheet)).astype(int).sum(axis=2)
    bar, ring, bare = plain[300, 131], plain[220, 210], plain[100, 100]
    assert bar < bare / 3
    assert ring > bare * 0.75


def test_a_page_without_red_is_left_as_it_is() -> None:
    sheet = np.full((200, 200, 3), 240, np.uint8)
    sheet[80:90, 20:180] = 20
    red = red_ink(sheet)
    assert not red.any()
    assert np.array_equal(without_red(sheet, red), sheet)


def test_a_red_desk_beside_the_sheet_is_no_ink_and_a_seal_on_it_is() -> None:
    desk = np.full((1000, 800, 3), (40, 50, 150), dtype=np.uint8)
    desk[120:880, 110:690] = 240
    cv2.circle(desk, (500, 700), 60, (60, 50, 210), 8)
    red = red_ink(desk)
    assert red[640, 500]
    assert not red[:100].any()
