"""Pages of any shape give evidence: what is too small or too slender to show anything shows nothing."""

from collections.abc import Iterator
from typing import Literal

import numpy as np
import pytest

from extractors.evidence import TextLine
from extractors.files import RawPage
from extractors.read import LEAST_SIDE_PX, FileReader, open_reader
from extractors.recognise import documents_on

SHAPES = [
    (16, 16),
    (33, 33),
    (1, 1),
    (1, 4000),
    (4000, 1),
    (2, 9000),
    (3, 3),
    (15, 15),
    (32, 32),
    (40, 800),
    (800, 40),
    (33, 600),
    (60, 60),
]


@pytest.fixture(scope="module")
def reader() -> Iterator[FileReader]:
    opened = open_reader("blank")
    yield opened
    opened.close()


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: "x".join(map(str, shape)))
@pytest.mark.parametrize("ink", ["white", "black", "noise", "red"])
def test_a_page_of_any_shape_is_one_unknown_document(reader: FileReader, shape: tuple[int, int], ink: str) -> None:
    image = np.full((*shape, 3), {"white": 255, "black": 0}.get(ink, 250), np.uint8)
    if ink == "noise":
        image = np.random.default_rng(1).integers(0, 256, image.shape, dtype=np.uint8)
    if ink == "red":
        image[:, ::2] = (40, 40, 210)
    page, documents = documents_on(reader.read_page(RawPage(number=1, image=image, text=None, dpi=None)))
    assert (page.height_px, page.width_px) == shape
    assert [document.type for document in documents] == ["unknown"]
    if min(shape) < LEAST_SIDE_PX:
        assert [flaw.kind for flaw in page.flaws] == ["blank"]


def test_a_digital_page_none_of_whose_text_shows_is_blank(reader: FileReader) -> None:
    image = np.full((2339, 1653, 3), 255, np.uint8)
    page, _ = documents_on(reader.read_page(RawPage(number=1, image=image, text=(), dpi=200)))
    assert [flaw.kind for flaw in page.flaws] == ["blank"]


def test_a_digital_original_keeps_its_cells_and_reads_no_watermark_as_print(reader: FileReader) -> None:
    """The watermark's lines stay on the page, for whoever asks what it says."""

    def line(text: str, layer: Literal["print", "watermark"]) -> TextLine:
        quad = ((0.1, 0.1), (0.5, 0.1), (0.5, 0.12), (0.1, 0.12))
        return TextLine(quad=quad, text=text, score=1.0, source="pdf_text", layer=layer)

    lines = (line("姓名", "print"), line("仅供社保业务使用", "watermark"))
    image = np.full((2339, 1653, 3), 255, np.uint8)
    rules, cells = ((0.1, 0.1, 0.5, 0.1),), ((0.1, 0.1, 0.3, 0.2), (0.3, 0.1, 0.5, 0.2))
    sheet = reader.read_page(RawPage(number=1, image=image, text=lines, dpi=200.0, rules=rules, cells=cells))
    assert (sheet.page.lines, sheet.print_lines, sheet.page.printed) == (lines, (0,), lines[:1])
    assert (sheet.page.rules, sheet.page.cells) == (rules, cells)
