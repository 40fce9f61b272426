"""What a pen wrote is told from print, and so is what stands on a ruled line."""

import cv2
import numpy as np
import pytest

from extractors.marks.fill_ins import is_bare_between, is_by_pen, is_ruled
from extractors.ocr.engine import Image
from extractors.page.ink import split_inks

BLUE, BLACK = (128, 44, 28), (30, 30, 30)
BOX = (0.3, 0.40, 0.7, 0.43)


@pytest.mark.parametrize("ruled", [False, True], ids=["bare", "on a line"])
@pytest.mark.parametrize("ink", [BLACK, BLUE], ids=["print", "blue"])
def test_blue_ink_is_a_pens_and_a_line_below_is_seen(ink: tuple[int, int, int], *, ruled: bool) -> None:
    page = np.full((1400, 1000, 3), 248, np.uint8)
    for row in (400, 500, 700):
        cv2.putText(page, "printed words of the form", (150, row), cv2.FONT_HERSHEY_SIMPLEX, 1.2, BLACK, 3)
    cv2.putText(page, "2024 - 9 - 11", (310, 600), cv2.FONT_HERSHEY_SIMPLEX, 1.2, ink, 4)
    if ruled:
        cv2.line(page, (300, 606), (700, 606), BLACK, 2)
    layers = split_inks(page)
    assert (is_by_pen(BOX, layers), is_ruled(BOX, layers)) == (ink == BLUE, ruled)


PAPER = np.clip(np.random.default_rng(2).normal(246, 2, (1400, 1000, 3)), 0, 255).astype(np.uint8)
BETWEEN = (0.3, 0.405, 0.5, 0.43)


def form(*, ruled: bool = False) -> Image:
    """Print, and two signs of a form with room for a number between them, on a rule or not."""
    page = PAPER.copy()
    for row in (400, 500, 700):
        cv2.putText(page, "printed words of the form", (150, row), cv2.FONT_HERSHEY_SIMPLEX, 1.2, BLACK, 3)
    for left in (305, 470):
        cv2.rectangle(page, (left, 572), (left + 22, 597), BLACK, 3)
    if ruled:
        cv2.line(page, (335, 599), (465, 599), BLACK, 2)
    return page


@pytest.mark.parametrize("ruled", [False, True], ids=["bare", "on a line"])
def test_between_two_signs_nothing_was_written(*, ruled: bool) -> None:
    assert is_bare_between(BETWEEN, split_inks(form(ruled=ruled)))


@pytest.mark.parametrize("ink", [BLACK, BLUE, (60, 60, 220), (190, 190, 190)], ids=["black", "blue", "red", "pencil"])
@pytest.mark.parametrize("ruled", [False, True], ids=["bare", "on a line"])
@pytest.mark.parametrize("at", [345, 400, 440])
def test_a_digit_between_two_signs_is_seen(ink: tuple[int, int, int], at: int, *, ruled: bool) -> None:
    page = form(ruled=ruled)
    cv2.putText(page, "1", (at, 597), cv2.FONT_HERSHEY_SIMPLEX, 1.0, ink, 2)
    assert not is_bare_between(BETWEEN, split_inks(page))


def test_a_stroke_for_the_first_day_is_no_rule() -> None:
    page = form()
    cv2.line(page, (370, 585), (425, 583), BLUE, 3)
    assert not is_bare_between(BETWEEN, split_inks(page))


def test_a_rim_of_a_seal_across_a_sign_leaves_it_open_what_it_hides() -> None:
    page = form()
    cv2.line(page, (330, 560), (350, 620), (60, 60, 220), 9)
    assert not is_bare_between(BETWEEN, split_inks(page))


def test_signs_without_room_between_them_say_nothing() -> None:
    assert not is_bare_between((0.3, 0.405, 0.33, 0.43), split_inks(form()))
