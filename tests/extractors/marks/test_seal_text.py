"""The text of a seal is read off the page whichever way it was pressed."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from extractors.evidence import Seal
from extractors.marks.seal_shapes import find_seal_shapes
from extractors.marks.seals import read_seals
from extractors.ocr.engine import OcrEngine
from extractors.ocr.registry import open_engine
from extractors.page.ink import split_inks
from samples.impressions import Press
from samples.seals import SealDesign, company_seal, invoice_seal, name_seal, row_seal, special_seal
from tests.extractors.marks.stamped import NAME, sheet, stamped
from tests.fonts import need_fonts

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def engine() -> OcrEngine:
    need_fonts()
    return open_engine("openvino", None, 2)


def read(engine: OcrEngine, design: SealDesign, how: Press = Press(), *, lines: int = 0) -> Seal:  # noqa: B008  frozen
    page = stamped(sheet(lines=lines), design, (120.0, 200.0), how)
    ink = split_inks(page.flat.picture)
    (seal,) = read_seals(find_seal_shapes(ink), ink, engine, 1)
    return seal


@pytest.mark.parametrize("turn", [0.0, 40.0, 93.0, -120.0, 178.0])
def test_the_ring_is_read_from_where_it_begins(engine: OcrEngine, turn: float) -> None:
    seal = read(engine, company_seal(NAME, "3301990012345"), Press(turn_deg=turn))
    assert seal.text == NAME
    assert seal.text_confidence > 0.9


@pytest.mark.parametrize("set_in_mm", [0.8, 1.6, 2.4])
@pytest.mark.parametrize("code", ["", "3301990012345"])
def test_a_ring_is_read_whole_however_far_it_lies_from_the_rim(engine: OcrEngine, set_in_mm: float, code: str) -> None:
    assert read(engine, replace(company_seal(NAME, code), set_in_mm=set_in_mm)).text == NAME


def test_print_across_a_seal_does_not_get_into_its_text(engine: OcrEngine) -> None:
    assert read(engine, company_seal(NAME), lines=30).text == NAME


def test_print_across_a_photocopied_seal_is_told_by_its_tone(engine: OcrEngine) -> None:
    page = stamped(sheet(lines=30), company_seal(NAME, "3301990012345"), (120.0, 200.0), Press(strength=0.6))
    grey = cv2.cvtColor(cv2.cvtColor(page.flat.picture, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    ink = split_inks(np.asarray(grey, dtype=np.uint8))
    (seal,) = read_seals(find_seal_shapes(ink), ink, engine, 1)
    assert (seal.color, seal.text) == ("black", NAME)


def test_a_code_is_as_sure_as_its_digits(engine: OcrEngine) -> None:
    seal = read(engine, company_seal(NAME, "3301990012345"))
    assert seal.code == "3301990012345"
    assert seal.code_confidence > 0.9
    assert read(engine, company_seal(NAME)).code_confidence == 0.0


def test_the_purpose_stands_apart_from_the_name(engine: OcrEngine) -> None:
    seal = read(engine, special_seal(NAME, "财务专用章"), Press(turn_deg=25.0))
    assert (seal.text, seal.center_text) == (NAME, "财务专用章")


def test_an_invoice_seal_has_its_purpose_and_number(engine: OcrEngine) -> None:
    seal = read(engine, invoice_seal(NAME, "91330199PDY000271C"))
    assert seal.text == NAME
    assert seal.center_text.endswith("发票专用章")


def test_names_are_read_from_the_right(engine: OcrEngine) -> None:
    assert read(engine, name_seal("王小芳")).text == "王小芳印"
    assert read(engine, name_seal("王小芳"), lines=30).text.endswith("印")
    assert read(engine, row_seal("王小芳")).text == "王小芳"


def test_a_seal_pressed_to_nothing_reads_as_nothing_sure(engine: OcrEngine) -> None:
    seal = read(engine, company_seal(NAME), Press(strength=0.5, worn=0.3))
    assert seal.text != NAME or seal.text_confidence < 0.9


@pytest.mark.parametrize("turn", [0.0, 60.0])
def test_red_rules_across_a_seal_do_not_get_into_its_text(engine: OcrEngine, turn: float) -> None:
    page = stamped(sheet(), company_seal(NAME), (120.0, 200.0), Press(turn_deg=turn))
    for row in range(12):
        y = 1350 + 62 * row
        cv2.line(page.flat.picture, (150, y), (1500, y + 8), (40, 40, 200), 4)
    ink = split_inks(page.flat.picture)
    seals = read_seals(find_seal_shapes(ink), ink, engine, 1)
    assert [seal.text for seal in seals] == [NAME]
