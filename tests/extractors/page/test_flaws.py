"""What hides print is found where it lies; what only looks like it is not."""

import cv2
import numpy as np
import pytest

from extractors.evidence import Flaw, TextLine
from extractors.ocr.engine import Image
from extractors.page.flaws import BLOWN_FROM, find_flaws
from extractors.page.ink import split_inks
from extractors.page.look import look_at
from extractors.page.screen import find_pasted, find_screen
from samples.degrade import covered, glaring
from samples.spoil import rephotographed
from tests.extractors.page.prints import HEIGHT, WIDTH, line_at, page_of_print

SPOT = (300.0, 590.0, 560.0, 640.0)
"""In the third line."""
RNG = np.random.default_rng(3)


def flaws(image: Image, lines: tuple[TextLine, ...]) -> dict[str, Flaw]:
    """The flaws of a page by kind, the strongest of each."""
    ink = split_inks(image)
    found = sorted(find_flaws(look_at(ink, lines), ink, lines), key=lambda flaw: flaw.strength)
    return {flaw.kind: flaw for flaw in found}


def holds(flaw: Flaw, spot: tuple[float, float, float, float]) -> bool:
    """Whether a flaw lies over a place in pixels."""
    left, top, right, bottom = (flaw.box[at] * side for at, side in enumerate((WIDTH, HEIGHT, WIDTH, HEIGHT)))
    return left < spot[2] and right > spot[0] and top < spot[3] and bottom > spot[1]


def test_a_plain_page_has_no_flaws() -> None:
    assert flaws(*page_of_print()) == {}


def test_glare_lies_where_the_lamp_is_mirrored() -> None:
    image, lines = page_of_print()
    assert holds(flaws(glaring(image, 0.9, SPOT, RNG), lines)["glare"], SPOT)


def test_paper_in_bright_light_hides_nothing_that_stands_on_it() -> None:
    image, lines = page_of_print()
    light = np.ones(image.shape[:2], np.float32)
    light[HEIGHT // 2 :] = 1.35
    bright = np.clip(image * light[..., None], 0, 255).astype(np.uint8)
    assert bright.min(axis=2)[HEIGHT // 2 :].max() >= BLOWN_FROM, "the paper is blown out"
    assert "glare" not in flaws(bright, lines)
    assert holds(flaws(glaring(image, 0.9, SPOT, RNG), lines)["glare"], SPOT)


def test_white_paper_does_not_glare() -> None:
    image, lines = page_of_print(paper=(255, 255, 255))
    assert "glare" not in flaws(image, lines)


def test_a_white_picture_on_a_grey_page_is_drawn_and_no_lamp() -> None:
    image, lines = page_of_print(paper=(237, 237, 237))
    drawn = image.copy()
    cv2.rectangle(drawn, (int(SPOT[0]), int(SPOT[1])), (int(SPOT[2]), int(SPOT[3])), (255, 255, 255), -1)
    cv2.ellipse(drawn, (300, 820), (70, 45), 0, 0, 360, (255, 255, 255), -1)
    assert "glare" not in flaws(drawn, lines)
    assert holds(flaws(glaring(image, 0.9, SPOT, RNG), lines)["glare"], SPOT)


def test_a_finger_covers_and_a_portrait_does_not() -> None:
    image, lines = page_of_print()
    assert holds(flaws(covered(image, 0.5, SPOT, RNG), lines)["covered"], SPOT)
    portrait = image.copy()
    cv2.ellipse(portrait, (600, 560), (70, 60), 0, 0, 360, (122, 156, 206), -1)
    assert "covered" not in flaws(portrait, lines)


def test_a_wooden_desk_around_the_sheet_covers_nothing() -> None:
    image, lines = page_of_print()
    desk = image.copy()
    desk[:, :60] = desk[:, -40:] = (90, 130, 170)
    assert "covered" not in flaws(desk, lines)


def test_lines_that_end_at_the_frame_are_cut_off() -> None:
    image, lines = page_of_print()
    found = flaws(image, (*lines, line_at(700, 900, WIDTH, 940)))
    assert found["cut_off"].box[2] == pytest.approx(1.0)


def test_a_shadow_has_an_edge_and_a_slope_of_light_has_none() -> None:
    image, lines = page_of_print()
    shadowed = image.astype(np.float32)
    shadowed[:, 450:] *= 0.5
    slope = image * np.linspace(1.0, 0.5, WIDTH, dtype=np.float32)[None, :, None]
    assert "shadow" in flaws(shadowed.astype(np.uint8), lines)
    assert "shadow" not in flaws(slope.astype(np.uint8), lines)


def test_blank_pages_are_blank() -> None:
    image, _ = page_of_print()
    blank = np.full_like(image, 240)
    cv2.circle(blank, (200, 300), 2, (90, 90, 90), -1)
    assert set(flaws(blank, ())) == {"blank"}
    assert "blank" not in flaws(image, ())


def test_pale_print_is_no_plain_emptiness_and_noise_is() -> None:
    image, _ = page_of_print()
    for contrast in (0.25, 0.15, 0.08):
        pale = (255 - (255 - image.astype(np.float32)) * contrast).astype(np.uint8)
        assert flaws(pale, ())["blank"].strength < 0.9
    for noise in (0, 4, 10):
        grain = np.clip(np.random.default_rng(4).normal(200, noise, image.shape), 0, 255).astype(np.uint8)
        assert flaws(grain, ())["blank"].strength == 1.0
    assert "blank" not in flaws(np.zeros_like(image), ())


def test_a_photographed_screen_shows_its_grid() -> None:
    image, lines = page_of_print()
    assert not list(find_screen(image, lines))
    assert [flaw.kind for flaw in find_screen(rephotographed(image, RNG), lines)] == ["screen"]


@pytest.mark.parametrize(("clock", "kinds"), [("10:32", ["screen_bars"]), ("第10:32条", [])])
def test_a_screenshot_shows_the_phones_clock(clock: str, kinds: list[str]) -> None:
    tall = np.full((2000, WIDTH, 3), 240, dtype=np.uint8)
    bar = TextLine(quad=((0.1, 0.01), (0.2, 0.01), (0.2, 0.03), (0.1, 0.03)), text=clock, score=0.9)
    assert [flaw.kind for flaw in find_screen(tall, (bar,))] == kinds


def test_a_painted_patch_has_no_noise() -> None:
    image, _ = page_of_print()
    noisy = np.clip(image + np.random.default_rng(4).normal(0, 3, image.shape), 0, 255).astype(np.uint8)
    assert not list(find_pasted(noisy))
    noisy[560:680, 200:600] = 210
    (patch,) = find_pasted(noisy)
    assert holds(patch, (200, 560, 600, 680))
