"""A sheet is told from the desk where its edges show, and nothing is claimed where they do not."""

import cv2
import numpy as np
import pytest

from extractors.ocr.engine import Image
from extractors.page.paper import sheet_mask

SHEET = np.array([(120, 90), (820, 60), (850, 1090), (100, 1110)], dtype=np.int32)


def on_a_desk(desk: tuple[int, int, int]) -> Image:
    """A printed sheet, a little askew, on a desk of one colour."""
    picture = np.full((1200, 900, 3), desk, np.uint8)
    cv2.fillConvexPoly(picture, SHEET, (235, 238, 240))
    for row in range(150, 1040, 40):
        for column in range(180, 760, 24):
            cv2.rectangle(picture, (column, row), (column + 14, row + 16), (40, 40, 40), 2)
    return picture


@pytest.mark.parametrize("desk", [(70, 105, 150), (96, 98, 104), (60, 92, 72)], ids=["wood", "grey", "cloth"])
def test_the_mask_covers_the_sheet_and_not_the_desk(desk: tuple[int, int, int]) -> None:
    mask = sheet_mask(on_a_desk(desk), (600, 450))
    assert mask is not None
    truth = np.zeros((600, 450), np.uint8)
    cv2.fillConvexPoly(truth, SHEET // 2, (1.0,))
    assert (mask & (truth > 0)).sum() / (mask | (truth > 0)).sum() > 0.96


@pytest.mark.parametrize("desk", [(235, 238, 240), (222, 226, 230)], ids=["the sheet's own white", "nearly white"])
def test_a_sheet_on_white_is_not_told_from_it(desk: tuple[int, int, int]) -> None:
    assert sheet_mask(on_a_desk(desk), (600, 450)) is None


def test_a_scan_has_no_edges() -> None:
    page = np.full((1200, 850, 3), 252, np.uint8)
    page[200:220, 100:700] = 30
    assert sheet_mask(page, (600, 425)) is None
