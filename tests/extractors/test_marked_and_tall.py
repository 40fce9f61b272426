"""Real pages: a card under a purpose mark, and papers below one another on a tall picture, each read as it stands."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from extractors.evidence import Document, PageEvidence
from extractors.files import RawPage
from extractors.ocr.engine import Image
from extractors.read import FileReader, open_reader
from extractors.recognise import documents_on
from tests.extractors.page.purpose_marks import PURPOSE, Mark, with_mark
from tests.fonts import need_fonts

pytestmark = pytest.mark.models

PACKET = Path(__file__).parents[2] / "samples" / "packets" / "c05-reissued"
FRONT = {
    "name": "李森", "sex": "男", "ethnicity": "汉", "birth": "1994-11-01", "address": "河北省石家庄市槐林区上塘村4组28号",
    "id_number": "130199199411018975",
}  # fmt: skip
DARK = (60, 60, 60)


@pytest.fixture(scope="module")
def reader() -> Iterator[FileReader]:
    need_fonts()
    opened = open_reader()
    yield opened
    opened.close()


def picture(name: str, width: int = 1093) -> Image:
    image = cv2.imdecode(np.fromfile(PACKET / name, np.uint8), cv2.IMREAD_COLOR)
    assert image is not None
    return np.asarray(cv2.resize(image, (width, image.shape[0] * width // image.shape[1])), dtype=np.uint8)


def read(reader: FileReader, image: Image) -> tuple[PageEvidence, tuple[Document, ...]]:
    return documents_on(reader.read_page(RawPage(number=1, image=image)))


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param(Mark(ink=DARK, cover=0.6), id="tiled, dark, out of the picture"),
        pytest.param(Mark(degrees=30, size=0.06, cover=0.45, step=None), id="once, over the address"),
        pytest.param(Mark(degrees=-25, ink=(220, 30, 30), cover=0.6), id="red, falling"),
    ],
)
def test_a_card_is_read_under_a_mark_and_so_is_the_mark(reader: FileReader, mark: Mark) -> None:
    page, (card,) = read(reader, with_mark(picture("法人身份证正面.jpg"), mark))
    assert {name: field.value for name, field in card.fields.items()} == FRONT
    assert "cut_off" not in {flaw.kind for flaw in page.flaws}
    said = [line for line in page.lines if line.layer == "watermark"]
    assert any(line.text in PURPOSE for line in said)


def test_papers_on_a_tall_picture_are_read_one_by_one(reader: FileReader) -> None:
    parts = [picture(name, 1080) for name in ("法人身份证正面.jpg", "法人身份证反面.jpg", "离职证明.jpg")]
    gap = np.full((90, 1080, 3), 236, np.uint8)
    page, documents = read(reader, np.vstack([parts[0], gap, parts[1], gap, parts[2], gap]))
    assert [(one.type, one.side) for one in documents] == [
        ("id_card", "front"),
        ("id_card", "back"),
        ("termination_certificate", None),
    ]
    front, back, certificate = ({name: field.value for name, field in one.fields.items()} for one in documents)
    assert front == FRONT
    assert (back["authority"], back["valid_until"]) == ("石家庄市公安局槐林分局", "2028-12-18")
    assert (certificate["employee_name"], certificate["separation_date"]) == ("杨嘉宏", "2023-08-07")
    assert [len(one.seals) for one in documents] == [0, 0, 1]
    assert "glare" not in {flaw.kind for flaw in page.flaws}
