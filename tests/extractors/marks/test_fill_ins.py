"""What a pen wrote is marked, and neither it nor anything on a ruled line is sure enough to send a paper back."""

import cv2
import numpy as np
import pytest

from extractors.evidence import Document, DocumentType, FieldReading
from extractors.marks.fill_ins import with_fill_ins
from extractors.page.ink import split_inks

BLUE, BLACK = (128, 44, 28), (30, 30, 30)
BOX = (0.3, 0.40, 0.7, 0.43)


def paper(ink: tuple[int, int, int], *, ruled: bool, of: DocumentType = "termination_certificate") -> Document:
    """A paper whose day stands in an ink, on a line or not, as it is after the look at its ink."""
    page = np.full((1400, 1000, 3), 248, np.uint8)
    for row in (400, 500, 700):
        cv2.putText(page, "printed words of the form", (150, row), cv2.FONT_HERSHEY_SIMPLEX, 1.2, BLACK, 3)
    cv2.putText(page, "2024 - 9 - 11", (310, 600), cv2.FONT_HERSHEY_SIMPLEX, 1.2, ink, 4)
    if ruled:
        cv2.line(page, (300, 606), (700, 606), BLACK, 2)
    day = FieldReading(value="2024-09-11", confidence=0.99, page=1, box=BOX)
    document = Document(type=of, pages=(1,), confidence=1.0, fields={"separation_date": day})
    (marked,) = with_fill_ins([document], split_inks(page))
    return marked


@pytest.mark.parametrize(
    ("ink", "ruled", "handwritten", "sure"),
    [(BLACK, False, False, True), (BLACK, True, False, False), (BLUE, False, True, False), (BLUE, True, True, False)],
    ids=["print", "black on a line", "blue", "blue on a line"],
)
def test_only_print_on_bare_paper_is_sure(ink: tuple[int, int, int], *, ruled: bool, handwritten: bool, sure: bool) -> None:
    day = paper(ink, ruled=ruled).fields["separation_date"]
    assert day.value == "2024-09-11"
    assert day.handwritten is handwritten
    assert (day.confidence >= 0.9) is sure


def test_a_cards_blue_print_is_no_pens() -> None:
    day = paper(BLUE, ruled=True, of="id_card").fields["separation_date"]
    assert (day.handwritten, day.confidence) == (False, 0.99)
