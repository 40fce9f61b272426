"""Seals are found wherever they lie, whatever their shape and colour; red things that are no seals are not."""

import math
import random

import cv2
import numpy as np
import pytest

from extractors.evidence import Box
from extractors.marks.seal_shape import SealShape
from extractors.marks.seal_shapes import find_seal_shapes
from extractors.page.ink import split_inks
from samples.capture import Flat, Picture, Shot, photo, press
from samples.facts import draw_facts
from samples.impressions import Press, thumbprint
from samples.marks.resembling import RESEMBLING
from samples.papers.paper import Point
from samples.seal_canvas import PX_PER_MM
from samples.seals import SealDesign, company_seal, invoice_seal, name_seal, office_seal, row_seal, special_seal
from tests.extractors.marks.stamped import DPI, NAME, overlap, sheet, stamped
from tests.fonts import need_fonts

BLUE = (36, 58, 160)
MIDDLE: Point = (120.0, 200.0)
CASES: dict[str, tuple[SealDesign, Press, Point, str, str]] = {
    "a company's": (company_seal(NAME, "3301990012345"), Press(), MIDDLE, "round", "red"),
    "upside down": (company_seal(NAME), Press(turn_deg=170.0), MIDDLE, "round", "red"),
    "blue": (company_seal(NAME), Press(ink=BLUE), MIDDLE, "round", "blue"),
    "faint": (company_seal(NAME), Press(strength=0.25), MIDDLE, "round", "red"),
    "worn": (company_seal(NAME), Press(worn=0.2), MIDDLE, "round", "red"),
    "for one purpose": (special_seal(NAME, "人事专用章", star=False), Press(), MIDDLE, "round", "red"),
    "for invoices": (invoice_seal(NAME, "91330199PDY000271C"), Press(turn_deg=65.0), MIDDLE, "oval", "red"),
    "half on the page": (company_seal(NAME), Press(), (197.0, 150.0), "round", "red"),
    "a strip at the edge": (company_seal(NAME), Press(), (216.0, 150.0), "cross_page", "red"),
    "a person's": (name_seal("王小芳"), Press(turn_deg=8.0), MIDDLE, "square", "red"),
    "a person's in a row": (row_seal("王小芳"), Press(turn_deg=-6.0), MIDDLE, "rectangular", "red"),
}


@pytest.fixture(autouse=True)
def _fonts() -> None:
    need_fonts()


def seen(picture: Picture) -> list[tuple[SealShape, Box]]:
    """What is found on a picture, with its box in fractions."""
    height, width = picture.shape[:2]
    shapes = find_seal_shapes(split_inks(picture))
    return [
        (each, (each.extent[0] / width, each.extent[1] / height, each.extent[2] / width, each.extent[3] / height))
        for each in shapes
    ]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lines", [0, 30], ids=["bare", "over print"])
def test_one_seal_is_found_where_it_lies(name: str, lines: int) -> None:
    design, how, middle, kind, colour = CASES[name]
    page = stamped(sheet(lines=lines), design, middle, how)
    ((shape, box),) = seen(page.flat.picture)
    assert (shape.kind, shape.colour) == (kind, colour)
    assert overlap(box, page.box) > 0.75


def test_two_seals_over_each_other_are_two() -> None:
    first = stamped(sheet(lines=30), company_seal(NAME), (90.0, 200.0))
    second = stamped(first.flat, company_seal("宁波青禾贸易有限公司"), (115.0, 210.0), seed=2)
    boxes = [box for _, box in seen(second.flat.picture)]
    assert len(boxes) == 2
    assert all(max(overlap(box, each) for box in boxes) > 0.75 for each in (first.box, second.box))


def test_a_name_seal_that_touches_a_company_seal_is_found() -> None:
    first = stamped(sheet(), company_seal(NAME), (90.0, 200.0))
    second = stamped(first.flat, name_seal("王小芳"), (118.0, 205.0), seed=2)
    assert sorted(shape.kind for shape, _ in seen(second.flat.picture)) == ["round", "square"]


@pytest.mark.parametrize(("away_mm", "turn", "way"), [(14, -13.0, 45), (16, 29.0, 315), (20, -20.0, 0)])
def test_a_name_seal_over_the_rim_of_a_company_seal_is_found(away_mm: float, turn: float, way: int) -> None:
    first = stamped(sheet(), company_seal(NAME), MIDDLE)
    middle = (MIDDLE[0] + away_mm * math.cos(math.radians(way)), MIDDLE[1] + away_mm * math.sin(math.radians(way)))
    second = stamped(first.flat, name_seal("王小芳"), middle, Press(turn_deg=turn), seed=5)
    assert sorted(shape.kind for shape, _ in seen(second.flat.picture)) == ["round", "square"]


def test_a_photocopied_seal_is_black() -> None:
    page = stamped(sheet(lines=30), company_seal(NAME), MIDDLE)
    grey = cv2.cvtColor(cv2.cvtColor(page.flat.picture, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    ((shape, box),) = seen(np.asarray(grey, dtype=np.uint8))
    assert shape.colour == "black"
    assert overlap(box, page.box) > 0.75


def test_a_strip_at_the_edge_of_a_photographed_sheet_is_a_strip() -> None:
    page = stamped(sheet(lines=30), company_seal(NAME), (217.0, 150.0))
    taken = photo(page.flat, np.random.default_rng(3), Shot(3.0, 0.9, 2)).picture
    assert [shape.kind for shape, _ in seen(taken)] == ["cross_page"]


def test_a_seal_in_the_shade_is_no_strip() -> None:
    page = stamped(sheet(lines=30), company_seal(NAME), (160.0, 200.0))
    light = np.ones(page.flat.picture.shape[:2], dtype=np.float32)
    light[:, 800:] = 0.7
    shaded = page.flat.picture * cv2.GaussianBlur(light, (0, 0), 15)[..., None]
    assert [shape.kind for shape, _ in seen(shaded.astype(np.uint8))] == ["round"]


@pytest.mark.parametrize("name", RESEMBLING)
def test_what_only_resembles_a_seal_is_none(name: str) -> None:
    facts = draw_facts(random.Random(5), "employer_withdrawal", "agent")
    page = RESEMBLING[name](sheet(lines=30), facts, random.Random(5))
    assert seen(page.picture) == []


def test_a_thumbprint_is_no_seal() -> None:
    page = press(sheet(lines=12), thumbprint(np.random.default_rng(4)), (120.0, 220.0), PX_PER_MM)
    assert seen(page.picture) == []


def test_a_table_on_a_grey_copy_holds_no_name_seals() -> None:
    page = sheet(lines=30).picture
    for row in range(8):
        cv2.rectangle(page, (190, 190 + row * 150), (700, 340 + row * 150), (40, 40, 40), 3)
    assert seen(Flat(page, 200.0).picture) == []


def test_a_name_seal_that_a_thumb_touches_is_found() -> None:
    page = stamped(sheet(), name_seal("王小芳"), MIDDLE)
    touched = press(page.flat, thumbprint(np.random.default_rng(4)), (MIDDLE[0] + 12.0, MIDDLE[1] - 9.0), PX_PER_MM)
    found = [(shape.kind, overlap(box, page.box)) for shape, box in seen(touched.picture)]
    assert [kind for kind, _ in found] == ["square"]
    assert found[0][1] > 0.75


def test_ruled_lines_of_red_stationery_make_no_name_seal_of_a_ring_they_cross() -> None:
    flat = sheet()
    for y in range(200, 2200, 78):
        cv2.line(flat.picture, (100, y), (1550, y + 6), (60, 50, 200), 3)
    page = stamped(flat, company_seal(NAME), MIDDLE)
    assert [shape.kind for shape, _ in seen(page.flat.picture)] == ["round"]


def test_the_cells_of_a_red_table_are_no_name_seals() -> None:
    flat = sheet()
    for row in range(4):
        for column in range(4):
            left, top = 300 + 160 * column, 400 + 130 * row
            cv2.rectangle(flat.picture, (left, top), (left + 160, top + 130), (40, 40, 200), 4)
            cv2.putText(flat.picture, "8B", (left + 30, top + 95), cv2.FONT_HERSHEY_DUPLEX, 2.0, (40, 40, 200), 8)
    assert seen(flat.picture) == []


@pytest.mark.parametrize("turn", [0.0, 6.0, -8.0])
def test_a_name_seal_on_red_stationery_is_found(turn: float) -> None:
    flat = sheet()
    for y in range(200, 2200, 78):
        cv2.line(flat.picture, (100, y), (1550, y + 30), (60, 50, 200), 3)
    page = stamped(flat, name_seal("彭昊峰"), MIDDLE, Press(turn_deg=turn))
    ((shape, box),) = seen(page.flat.picture)
    assert shape.kind == "square"
    assert overlap(box, page.box) > 0.8


@pytest.mark.parametrize("middle", [(84.0, 80.0), (88.0, 70.0), (76.0, 84.0)])
def test_a_small_red_table_that_a_seal_reaches_into_is_no_name_seal(middle: tuple[float, float]) -> None:
    flat = sheet()
    for row in range(5):
        cv2.line(flat.picture, (300, 300 + 65 * row), (620, 300 + 65 * row), (40, 40, 200), 5)
    for column in range(3):
        cv2.line(flat.picture, (300 + 160 * column, 300), (300 + 160 * column, 560), (40, 40, 200), 5)
    page = stamped(flat, company_seal(NAME), middle)
    assert [shape.kind for shape, _ in seen(page.flat.picture)] == ["round"]


def test_the_rim_is_the_seal_not_the_emblem_within() -> None:
    page = stamped(sheet(lines=30), office_seal("样例市公安局晨光分局"), MIDDLE, Press(worn=0.15))
    ((_, box),) = seen(page.flat.picture)
    assert overlap(box, page.box) > 0.75


@pytest.mark.parametrize("seed", [1, 2])
def test_a_loop_of_red_pen_does_not_draw_the_outline_to_itself(seed: int) -> None:
    page = stamped(sheet(), company_seal(NAME), MIDDLE, seed=seed)
    x, y = (round(middle * DPI / 25.4) for middle in MIDDLE)
    cv2.ellipse(page.flat.picture, (x, y - 80), (190, 95), 8, 0, 360, (40, 40, 200), 5)
    boxes = [box for _, box in seen(page.flat.picture)]
    assert max(overlap(page.box, box) for box in boxes) > 0.95


def test_a_faint_seal_is_found_beside_a_clear_one() -> None:
    clear = stamped(sheet(lines=30), company_seal(NAME), (60.0, 230.0))
    faint = stamped(clear.flat, company_seal("宁波青禾贸易有限公司"), (150.0, 120.0), Press(strength=0.2), seed=2)
    boxes = [box for _, box in seen(faint.flat.picture)]
    assert len(boxes) == 2
    assert max(overlap(faint.box, box) for box in boxes) > 0.75


def test_a_photocopied_seal_between_lines_of_print_is_found_where_it_lies() -> None:
    page = stamped(sheet(lines=30), company_seal(NAME), MIDDLE)
    for row in range(6):
        cv2.putText(page.flat.picture, "8888 8888", (80, 1250 + 125 * row), cv2.FONT_HERSHEY_DUPLEX, 3.0, (30, 30, 30), 10)
    grey = cv2.cvtColor(cv2.cvtColor(page.flat.picture, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    boxes = [box for _, box in seen(np.asarray(grey, dtype=np.uint8))]
    assert max(overlap(page.box, box) for box in boxes) > 0.75


def test_a_crimson_disc_is_no_seal() -> None:
    page = stamped(sheet(), company_seal(NAME), (60.0, 230.0))
    cv2.circle(page.flat.picture, (1640, 700), 160, (46, 26, 158), -1)
    assert len(seen(page.flat.picture)) == 1


@pytest.mark.parametrize("around_mm", [6.0, 16.0, 40.0])
@pytest.mark.parametrize("turn", [0.0, 100.0])
def test_a_seal_that_was_cropped_out_of_its_page_is_found(around_mm: float, turn: float) -> None:
    page = stamped(sheet(lines=30), company_seal(NAME, "3301990012345"), MIDDLE, Press(turn_deg=turn))
    reach = (20.0 + around_mm) * page.flat.dpi / 25.4
    x, y = (middle * page.flat.dpi / 25.4 for middle in MIDDLE)
    part = page.flat.picture[round(y - reach) : round(y + reach), round(x - reach) : round(x + reach)]
    ((shape, box),) = seen(np.ascontiguousarray(part))
    share = 20.0 / (20.0 + around_mm) / 2
    assert shape.kind == "round"
    assert overlap(box, (0.5 - share, 0.5 - share, 0.5 + share, 0.5 + share)) > 0.85
