"""What a pen wrote is told from print, and so is what stands on a ruled line."""

import cv2
import numpy as np
import pytest

from extractors.marks.fill_ins import is_by_pen, is_ruled
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
