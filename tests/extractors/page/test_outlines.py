"""Sheets and cards are found on whatever they lie, to the pixel, and a page that fills its picture asks for no closer look."""

import random

import cv2
import numpy as np
import pytest

from extractors.ocr.engine import Image, PixelQuad
from extractors.page.inside import Real
from extractors.page.outlines import find_outlines
from extractors.page.regions import regions_worth_a_look
from samples.desk_photos import Scene, desk_photo
from tests.fonts import need_fonts

UNIT = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], dtype=np.float32)
CARD = np.array([(500.0, 320.0), (1180.0, 300.0), (1215.0, 760.0), (470.0, 745.0)])
SHEET = np.array([(160.0, 90.0), (1060.0, 60.0), (1110.0, 1310.0), (120.0, 1330.0)])


def on_a_desk(corners: Real, desk: tuple[int, int, int] = (70, 105, 150)) -> tuple[Image, list[PixelQuad]]:
    """A printed paper on a desk, and where its lines stand."""
    noise = np.random.default_rng(1)
    picture = np.full((1400, 1600, 3), desk, np.uint8)
    cv2.fillConvexPoly(picture, corners.astype(np.int32), (228, 232, 234), cv2.LINE_AA)
    matrix = cv2.getPerspectiveTransform(UNIT, corners.astype(np.float32))
    lines: list[PixelQuad] = []
    for row in np.arange(0.12, 0.9, 0.16):
        box = np.array([[(0.1, row), (0.7, row), (0.7, row + 0.06), (0.1, row + 0.06)]], dtype=np.float32)
        quad = cv2.perspectiveTransform(box, matrix)[0]
        for share in np.arange(0.0, 1.0, 0.08):
            a, b = quad[0] + share * (quad[1] - quad[0]), quad[3] + (share + 0.05) * (quad[2] - quad[3])
            cv2.rectangle(picture, a.astype(int).tolist(), b.astype(int).tolist(), (40, 40, 40), 2)
        points = [(float(x), float(y)) for x, y in quad]
        lines.append((points[0], points[1], points[2], points[3]))
    noisy = picture + noise.normal(0, 2.0, picture.shape)
    return noisy.clip(0, 255).astype(np.uint8), lines


def error(found: Real, truth: Real) -> float:
    """How far the worst corner is off, as a share of the paper's width."""
    return float(np.abs(found - truth).max() / np.linalg.norm(truth[1] - truth[0]))


@pytest.mark.parametrize(
    "desk", [(70, 105, 150), (96, 98, 104), (60, 92, 72), (238, 242, 244)], ids=["wood", "grey", "cloth", "white"]
)
@pytest.mark.parametrize("corners", [CARD, SHEET], ids=["card", "sheet"])
def test_corners_lie_within_a_hundredth(corners: Real, desk: tuple[int, int, int]) -> None:
    picture, lines = on_a_desk(corners, desk)
    assert error(find_outlines(picture, lines)[0].corners, corners) < 0.01


@pytest.mark.parametrize("corner", range(4))
def test_a_hand_may_hide_a_corner(corner: int) -> None:
    picture, lines = on_a_desk(CARD)
    cv2.circle(picture, CARD[corner].astype(int).tolist(), 60, (110, 140, 200), -1, cv2.LINE_AA)
    assert error(find_outlines(picture, lines)[0].corners, CARD) < 0.01


@pytest.mark.parametrize("ground", ["wood", "plain", "white", "heap", "checked"])
def test_a_card_is_found_on_every_ground(ground: str) -> None:
    need_fonts()
    shot = desk_photo(Scene(("front",), 0.3, ground, megapixels=2.0), random.Random(f"outline/{ground}"))
    found = find_outlines(shot.picture, _print_of(shot.corners[0]))
    assert min(error(outline.corners, shot.corners[0]) for outline in found) < 0.01


def test_both_sides_are_two_regions() -> None:
    need_fonts()
    shot = desk_photo(Scene(("front", "back"), 0.12, "wood", megapixels=2.0), random.Random("both"))
    regions = regions_worth_a_look(shot.picture, [quad for corners in shot.corners for quad in _print_of(corners)])
    assert len(regions) == 2
    for corners in shot.corners:
        assert min(error(region, corners) for region in regions) < 0.02


def test_a_sheet_that_fills_its_picture_needs_no_closer_look() -> None:
    picture, lines = on_a_desk(np.array([(30.0, 20.0), (1575.0, 25.0), (1580.0, 1385.0), (25.0, 1380.0)]))
    assert regions_worth_a_look(picture, lines) == ()


def test_nothing_is_found_on_an_empty_page() -> None:
    blank = np.full((1200, 900, 3), 252, np.uint8)
    assert find_outlines(blank) == ()
    assert regions_worth_a_look(blank, []) == ()


def _print_of(corners: Real) -> list[PixelQuad]:
    """Where lines stand on a card whose corners are given."""
    matrix = cv2.getPerspectiveTransform(UNIT, corners.astype(np.float32))
    rows = np.array([[(0.1, y), (0.6, y), (0.6, y + 0.06), (0.1, y + 0.06)] for y in (0.15, 0.4, 0.6, 0.85)], dtype=np.float32)
    quads: list[PixelQuad] = []
    for quad in cv2.perspectiveTransform(rows, matrix):
        points = [(float(x), float(y)) for x, y in quad]
        quads.append((points[0], points[1], points[2], points[3]))
    return quads
