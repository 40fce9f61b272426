"""Seals as they are pressed: their size, their colour, every character of their text."""

import numpy as np
import pytest

from samples.fonts import faces_of
from samples.impressions import draw
from samples.seal_canvas import PX_PER_MM
from samples.seals import SealDesign, company_seal, invoice_seal, name_seal, special_seal
from tests.fonts import need_fonts

NAME = "杭州云杉科技有限公司"
DESIGNS = {
    "company": company_seal(NAME),
    "with code": company_seal(NAME, "3301990012345", 42.0),
    "long name": company_seal("浙江省杭州市云栖区云杉智能装备制造集团股份有限公司", "3301990012345"),
    "special": special_seal(NAME, "人事专用章"),
    "invoice": invoice_seal(NAME, "91330199PDY000271C"),
    "two characters": name_seal("王芳"),
    "five characters": name_seal("艾力·玉素甫"),
}


@pytest.fixture(autouse=True)
def _fonts() -> None:
    need_fonts()


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
def test_a_seal_is_red_and_as_large_as_it_was_cut(design: SealDesign) -> None:
    image = draw(design, faces_of("song")[0], np.random.default_rng(1))
    rows, columns = np.nonzero(image[..., 3] > 60)
    assert np.ptp(columns) / PX_PER_MM == pytest.approx(design.width_mm, rel=0.12)
    slack = 0.35 if design.kind in ("square", "rectangular") else 0.12
    assert np.ptp(rows) / PX_PER_MM == pytest.approx(design.height_mm, rel=slack)
    red, green, blue = image[0, 0, :3].astype(int)
    assert red > 2 * max(green, blue)


def test_every_character_leaves_ink() -> None:
    face, plain = faces_of("song")[0], company_seal(NAME[:-1])
    amounts = [int(draw(design, face, np.random.default_rng(2))[..., 3].sum()) for design in (plain, company_seal(NAME))]
    assert amounts[1] > amounts[0]


def test_no_two_impressions_are_the_same() -> None:
    face, design = faces_of("song")[0], company_seal(NAME)
    first, second = (draw(design, face, np.random.default_rng(seed)) for seed in (3, 4))
    assert not np.array_equal(first, second)
