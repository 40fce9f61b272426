"""Every mark goes to the paper it lies on; what belongs to a card's own print is no mark."""

import pytest

from extractors.evidence import Box, Document, Seal, SealColour, Signature
from extractors.marks.assign import with_marks

UPPER: Box = (0.1, 0.05, 0.9, 0.45)
LOWER: Box = (0.1, 0.55, 0.9, 0.95)


def document(box: Box | None = None, type_: str = "termination_certificate") -> Document:
    return Document.model_validate({"type": type_, "pages": (1,), "confidence": 1.0, "box": box})


def seal(box: Box, colour: SealColour = "red") -> Seal:
    return Seal(kind="round", text="", center_text="", color=colour, visible=1.0, page=1, box=box, confidence=0.9)


@pytest.mark.parametrize(
    ("box", "owner"),
    [((0.4, 0.2, 0.6, 0.35), 0), ((0.4, 0.7, 0.6, 0.85), 1), ((0.4, 0.4, 0.6, 0.52), 0), ((0.92, 0.6, 0.99, 0.7), 1)],
)
def test_a_seal_belongs_to_the_paper_that_holds_most_of_it(box: Box, owner: int) -> None:
    papers = with_marks([document(UPPER), document(LOWER)], [seal(box)], [])
    assert [len(paper.seals) for paper in papers] == [int(index == owner) for index in range(2)]


def test_a_signature_belongs_to_its_paper_too() -> None:
    mark = Signature(role="employee", state="handwritten", page=1, box=(0.5, 0.8, 0.7, 0.84), confidence=0.9)
    upper, lower = with_marks([document(UPPER), document(LOWER)], [], [mark])
    assert (upper.signatures, lower.signatures) == ((), (mark,))


def test_who_applies_to_leave_is_the_employee() -> None:
    mark = Signature(role="applicant", state="handwritten", page=1, box=(0.5, 0.8, 0.7, 0.84), confidence=0.9)
    (letter,) = with_marks([document(type_="resignation_letter")], [], [mark])
    (statement,) = with_marks([document(type_="personal_statement")], [], [mark])
    assert (letter.signatures[0].role, statement.signatures[0].role) == ("employee", "applicant")


@pytest.mark.parametrize(
    ("mark", "kept"),
    [
        (seal((0.06, 0.08, 0.22, 0.36)), False),
        (seal((0.5, 0.3, 0.98, 0.98)), True),
        (seal((0.65, 0.1, 0.95, 0.6), "black"), False),
    ],
    ids=["the emblem", "a company's seal on a copy", "a face in the portrait"],
)
def test_the_emblem_and_the_portrait_of_a_card_are_no_seals(mark: Seal, *, kept: bool) -> None:
    (card,) = with_marks([document(type_="id_card")], [mark], [])
    assert bool(card.seals) is kept


def test_a_page_without_papers_has_none_to_give_to() -> None:
    assert with_marks([], [seal((0.4, 0.2, 0.6, 0.35))], []) == ()
