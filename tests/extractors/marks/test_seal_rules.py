"""Rules in a seal's own ink are told from its strokes; the rims of other seals lie where those were found."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.evidence import SealColour
from extractors.marks.seal_outlines import across
from extractors.marks.seal_rules import rules_across
from extractors.marks.seal_shape import SealShape
from samples.fonts import faces_of
from samples.impressions import Press, draw
from samples.seals import SealDesign, company_seal, office_seal, special_seal
from tests.extractors.marks.stamped import NAME
from tests.fonts import need_fonts

RADIUS = 220.0
SIDE = 493


@pytest.fixture(autouse=True)
def fonts() -> None:
    need_fonts()


def inked(design: SealDesign, turn: float) -> NDArray[np.float32]:
    """A seal's ink on the square that the reader cuts out, its rim at ``RADIUS``."""
    image = draw(design, faces_of("song")[0], np.random.default_rng(4), Press(turn_deg=turn))
    ink = image[..., 3].astype(np.float32) / 255 * (1 - image[..., :3].min(axis=2).astype(np.float32) / 255)
    rows, columns = np.nonzero(ink > 0.5)
    top, bottom, left, right = rows.min(), rows.max(), columns.min(), columns.max()
    scale = 2 * RADIUS / (bottom - top)
    part = cv2.resize(ink[top : bottom + 1, left : right + 1], None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    whole = np.zeros((SIDE, SIDE), dtype=np.float32)
    y, x = (SIDE - part.shape[0]) // 2, (SIDE - part.shape[1]) // 2
    whole[y : y + part.shape[0], x : x + part.shape[1]] = part
    return np.asarray(np.clip(whole / whole.max(), 0, 1))


SEALS = [company_seal(NAME, "3301990012345"), special_seal(NAME, "合同专用章"), office_seal("样例市公安局晨光分局")]


@pytest.mark.parametrize("design", SEALS)
@pytest.mark.parametrize("turn", [0.0, 17.0, 90.0, 163.0])
def test_nothing_of_a_seal_is_a_rule(design: SealDesign, turn: float) -> None:
    assert not rules_across(inked(design, turn), RADIUS).any()


@pytest.mark.parametrize("turn", [0.0, 40.0])
@pytest.mark.parametrize(("start", "end"), [((0, 150), (492, 160)), ((330, 0), (322, 492)), ((0, 390), (250, 400))])
def test_a_rule_across_a_seal_is_found_where_it_lies(turn: float, start: tuple[int, int], end: tuple[int, int]) -> None:
    line = np.zeros((SIDE, SIDE), dtype=np.uint8)
    cv2.line(line, start, end, (1.0,), 5)
    found = rules_across(np.maximum(inked(SEALS[0], turn), line.astype(np.float32)), RADIUS) > 0
    near = cv2.dilate(line, np.ones((13, 13), np.uint8)) > 0
    assert (found & (line > 0)).sum() > 0.8 * line.sum()
    assert not (found & ~near).any()


def seal(colour: SealColour, x: float) -> SealShape:
    return SealShape("round", colour, (x, 0.0), (100.0, 100.0), 0.0, (x - 100, -100, x + 100, 100), 1.0, 1.0)


def test_seals_in_the_same_ink_that_reach_into_one_lie_across_it() -> None:
    one, near, far, blue = seal("red", 0), seal("red", 150), seal("red", 210), seal("blue", 50)
    assert across(one, (one, near, far, blue)) == (near,)
