"""On a grey copy a stamp's tone is taken away and the print below it stays; print alone is left as it is."""

import cv2
import numpy as np
import pytest

from extractors.ocr.engine import Image
from extractors.page.half_tones import half_tones, is_grey, without_half_tones
from extractors.page.ink import split_inks

PRINT, STAMP = 30, 130


def copy(*, paper: int = 250, stamp: bool = True, rule: bool = False) -> Image:
    """A grey sheet with a bar of print, and a ring across it."""
    sheet = np.full((900, 640), 255, np.uint8)
    for x in range(90, 560, 40):
        cv2.rectangle(sheet, (x, 440), (x + 24, 464), (PRINT,), 3)
    if rule:
        cv2.line(sheet, (60, 700), (580, 700), (STAMP,), 4)
    if stamp:
        ring = np.full_like(sheet, 255)
        cv2.circle(ring, (320, 450), 90, (STAMP,), 9)
        sheet = np.minimum(sheet, ring)
    soft = cv2.GaussianBlur(sheet, (0, 0), 0.8).astype(np.float32) * (paper / 255.0)
    return np.asarray(cv2.cvtColor(soft.astype(np.uint8), cv2.COLOR_GRAY2BGR), dtype=np.uint8)


@pytest.mark.parametrize("paper", [250, 215, 170])
def test_the_stamp_becomes_paper_and_print_under_it_stays(paper: int) -> None:
    page = copy(paper=paper)
    tones = half_tones(split_inks(page))
    plain = without_half_tones(page, tones)
    assert plain[361, 320, 0] > 0.9 * paper
    print_ = page[..., 0] < 0.2 * paper
    assert print_.sum() > 1000
    assert (plain[..., 0] < 0.5 * paper)[print_].all()


def test_print_and_rules_alone_are_no_stamp() -> None:
    page = copy(stamp=False, rule=True)
    assert not half_tones(split_inks(page)).any()


def test_thin_print_that_is_pale_and_the_desk_around_a_sheet_are_no_stamp() -> None:
    page = copy(stamp=False)
    for y in range(520, 640, 34):
        for x in range(90, 560, 30):
            cv2.rectangle(page, (x, y), (x + 22, y + 22), (STAMP,) * 3, 1)
    desk = np.full((1000, 740, 3), 120, np.uint8)
    desk[50:950, 50:690] = page
    assert not half_tones(split_inks(page)).any()
    assert not half_tones(split_inks(desk)).any()


def test_a_page_with_a_coloured_stamp_is_not_grey() -> None:
    page = copy()
    assert is_grey(page)
    cv2.circle(page, (320, 450), 90, (60, 50, 215), 9)
    assert not is_grey(page)
