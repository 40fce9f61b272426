"""Pages in every turn are set upright, also such whose centre, which the classifier looks at, is nearly empty."""

import random

import pytest

from extractors.files import open_file
from extractors.ocr.registry import default_engine, open_engine
from extractors.ocr.weights import open_models
from extractors.page.orientation import OrientationClassifier, Turn, turned
from extractors.page.upright import upright_turn
from samples.marks.page import draw_page
from tests.fonts import need_fonts

pytestmark = pytest.mark.models

NEARLY_EMPTY = "marks/49/241"
"""The classifier is sure that this page is upside down, whichever way it lies."""
FULL = "marks/49/7"


@pytest.mark.parametrize("lies", [0, 90, 180, 270])
@pytest.mark.parametrize("seed", [NEARLY_EMPTY, FULL])
def test_page_in_any_turn_is_set_upright(seed: str, lies: Turn) -> None:
    need_fonts()
    page = next(iter(open_file(draw_page(random.Random(seed)).jpeg).pages)).image
    engine = open_engine(default_engine(), None, 2)
    try:
        assert upright_turn(turned(page, lies), OrientationClassifier(open_models(None)), engine) == (360 - lies) % 360
    finally:
        engine.close()
