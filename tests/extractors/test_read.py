"""Pages of any shape give evidence: what is too small or too slender to show anything shows nothing."""

from collections.abc import Iterator

import numpy as np
import pytest

from extractors.files import RawPage
from extractors.read import FileReader, open_reader
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
