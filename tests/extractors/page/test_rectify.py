"""What is cut out of a page and laid flat is found again where it was, whichever way it was turned."""

import cv2
import numpy as np
import pytest

from extractors.evidence import Box, PageEvidence
from extractors.page.orientation import Turn
from extractors.page.rectify import View, flat_view
from extractors.placed_back import Placement
from extractors.sheets import SheetEvidence, ViewEvidence

TRAPEZE = np.array([(300.0, 200.0), (1100.0, 260.0), (1060.0, 760.0), (340.0, 700.0)])
MARK = (640, 420)


def placed(view: View) -> Placement:
    """Where a view lies on its page."""
    matrix = [float(value) for value in view.fractions_to_page.ravel()]
    sheet = SheetEvidence(page=PageEvidence(number=1, width_px=1, height_px=1), print_lines=())
    return Placement(ViewEvidence.model_validate({"to_page": matrix, "region": [], "sheet": sheet}))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_mark_seen_in_a_view_lies_where_it_was(turn: Turn) -> None:
    page = np.full((1000, 1400, 3), 240, np.uint8)
    cv2.circle(page, MARK, 12, (20, 20, 20), -1)
    view = flat_view(page, TRAPEZE).turned(turn)
    rows, columns = np.nonzero(view.image[:, :, 0] < 100)
    height, width = view.image.shape[:2]
    seen: Box = (columns.min() / width, rows.min() / height, (columns.max() + 1) / width, (rows.max() + 1) / height)
    left, top, right, bottom = placed(view).box(seen)
    assert ((left + right) / 2 * 1400, (top + bottom) / 2 * 1000) == pytest.approx(MARK, abs=1.5)
    assert (right - left) * 1400 == pytest.approx(25, abs=4)


def test_the_paper_fills_its_view_upright() -> None:
    page = np.full((1000, 1400, 3), 60, np.uint8)
    cv2.fillConvexPoly(page, TRAPEZE.astype(np.int32), (240, 240, 240))
    view = flat_view(page, TRAPEZE).image
    assert (view > 200).all(axis=2).mean() > 0.88
    assert 1.4 < view.shape[1] / view.shape[0] < 1.7


@pytest.mark.parametrize(("size", "wider"), [(200, 2.0), (700, 1.4), (1500, 1.0)])
def test_small_parts_are_enlarged_at_most_twofold(size: int, wider: float) -> None:
    corners = np.array([(50.0, 50.0), (50.0 + size, 50.0), (50.0 + size, 250.0), (50.0, 250.0)])
    view = flat_view(np.zeros((400, 1700, 3), np.uint8), corners)
    assert view.image.shape[1] == pytest.approx(size * wider * 1.05, rel=0.06)
