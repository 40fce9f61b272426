"""A card that takes little of a photo is read once more by itself, and what is seen there lies on the page as it is shown."""

import cv2
import numpy as np
import pytest

from extractors.closer_look import unclear_regions
from extractors.documents.joined_pages import OnPage
from extractors.evidence import Document, FieldReading, PageEvidence, TextLine
from extractors.ocr.engine import Image
from extractors.page.inside import Real
from extractors.page.rectify import flat_view
from extractors.placed_back import Placement
from extractors.recognise import bettered
from extractors.sheets import ViewEvidence

WIDTH, HEIGHT = 1600, 1200
CARD = np.array([(500.0, 320.0), (1180.0, 320.0), (1180.0, 750.0), (500.0, 750.0)])
BACK = {"authority": "某市公安局", "valid_from": "2020-01-01", "valid_until": "2040-01-01"}


def photo() -> Image:
    picture = np.full((HEIGHT, WIDTH, 3), (70, 105, 150), np.uint8)
    cv2.fillConvexPoly(picture, CARD.astype(np.int32), (232, 232, 232))
    return picture


def line(top: int, score: float) -> TextLine:
    """A line on the card, in fractions of the page."""
    left, right, upper, lower = 560 / WIDTH, 1000 / WIDTH, top / HEIGHT, (top + 30) / HEIGHT
    return TextLine(quad=((left, upper), (right, upper), (right, lower), (left, lower)), text="有效期限", score=score)


def page(documents: tuple[Document, ...], score: float = 0.99) -> OnPage:
    lines = tuple(line(top, score) for top in (380, 460, 540, 620))
    return PageEvidence(number=1, width_px=WIDTH, height_px=HEIGHT, lines=lines), documents


def back(values: dict[str, str], top: float, bottom: float, confidence: float = 0.97) -> Document:
    """An emblem side that is all of its page, its values between two heights (0..1)."""
    fields = {
        name: FieldReading(value=value, confidence=confidence, page=1, box=(0.4, top, 0.6, bottom))
        for name, value in values.items()
    }
    return Document(type="id_card", side="back", pages=(1,), confidence=0.97, fields=fields)


def view_of(region: Real) -> tuple[Placement, OnPage]:
    """The whole emblem side, read in the lower half of the view of a region."""
    view = flat_view(photo(), region)
    height, width = view.image.shape[:2]
    seen = TextLine(quad=((0.1, 0.5), (0.9, 0.5), (0.9, 0.6), (0.1, 0.6)), text="有效期限", score=1.0)
    sheet = PageEvidence(number=1, width_px=width, height_px=height, lines=(seen,))
    corners = (region / (WIDTH, HEIGHT)).tolist()
    matrix = [float(value) for value in view.fractions_to_page.ravel()]
    placed = {"to_page": matrix, "region": corners, "sheet": {"page": sheet, "print_lines": [0]}}
    return Placement(ViewEvidence.model_validate(placed)), (sheet, (back(BACK, 0.5, 1.0),))


def look_closer(before: OnPage) -> OnPage:
    """What was seen on the photo, bettered by closer looks at what is unclear of it."""
    for region in unclear_regions(photo(), before):
        placement, closer = view_of(region)
        before = bettered(before, placement, closer)
    return before


UNKNOWN = Document(type="unknown", pages=(1,), confidence=0.5)


@pytest.mark.parametrize(
    ("before", "better"),
    [
        pytest.param((UNKNOWN,), True, id="nothing was recognised"),
        pytest.param((back({"authority": "某市公安局"}, 0.4, 0.5),), True, id="values are missing"),
        pytest.param((back(BACK, 0.4, 0.5, 0.7),), True, id="values are unsure"),
        pytest.param((back(BACK, 0.4, 0.5),), False, id="all was read"),
    ],
)
def test_what_is_read_closer_lies_on_the_card(before: tuple[Document, ...], better: bool) -> None:
    seen, documents = look_closer(page(before))
    assert len(seen.lines) == (1 if better else 4)
    assert [document.fields.keys() for document in documents] == [BACK.keys()]
    box = documents[0].fields["authority"].box
    assert box is not None
    if better:
        # The lower half of the card, 535..750 of 1200 pixels down.
        assert (box[1] * HEIGHT, box[3] * HEIGHT) == pytest.approx((535, 760), abs=8)


def test_a_paragraph_of_a_paper_is_not_read_as_a_paper() -> None:
    contract = {
        name: FieldReading(value="甲", confidence=0.6, page=1, box=(0.3, y, 0.6, y + 0.02))
        for name, y in (("a", 0.02), ("b", 0.08), ("c", 0.45), ("d", 0.9))
    }
    whole = Document(type="termination_certificate", pages=(1,), confidence=0.97, fields=contract)
    assert look_closer(page((whole,)))[1] == (whole,)


def test_nothing_lies_outside_the_page() -> None:
    corners = np.array([(-20.0, -20.0), (400.0, -10.0), (410.0, 300.0), (-10.0, 310.0)])
    placement, _ = view_of(corners)
    assert placement.box((0.0, 0.0, 1.0, 1.0))[:2] == (0.0, 0.0)
