"""The table of ``originals``."""

import pytest

from extractors.evidence import Origin, PageEvidence
from tests.validators.cases import Row, answer, case, certificate, front, license_, sent, unknown
from tests.validators.pictures import PAGE_PLAIN, flaw, pictured
from validators.case import CaseFile
from validators.checks.originals import CHECK

GREY = pictured().model_copy(update={"is_grey": True})
DRAWN = PAGE_PLAIN.model_copy(update={"noise": 0.0})
AROUND_LINES = (0.0, 0.0, 0.5, 0.5)


def of_colour(share: float) -> PageEvidence:
    """A photo of a paper with so much colour among its print."""
    return pictured().model_copy(update={"colour_among_print": share})


def made_with(program: str) -> CaseFile:
    file = sent(front(), shown=(pictured(),))
    origin = Origin(camera="Apple iPhone 15", programs=(program,))
    return file.model_copy(update={"evidence": file.evidence.model_copy(update={"origin": origin})})


ROWS = (
    Row("nothing sent", case(), "n/a"),
    Row("an original", case(sent(front(), shown=(pictured(),))), "ok"),
    Row("a copied card", case(sent(front(), shown=(GREY,))), "image.monochrome"),
    Row("a photo of a copied card", case(sent(front(), shown=(of_colour(0.001),))), "image.monochrome"),
    Row("a photo of a copied licence", case(sent(license_(), shown=(of_colour(0.0),))), "image.monochrome"),
    Row("a photo of a pale original", case(sent(license_(), shown=(of_colour(0.008),))), "ok"),
    Row("a photo of a certificate in black print", case(sent(certificate(), shown=(of_colour(0.0),))), "ok"),
    Row("a copied certificate", case(sent(certificate(), shown=(GREY,))), "ok"),
    Row("a grey page nobody knows", case(sent(unknown(), shown=(GREY,))), "n/a"),
    Row("a photographed screen", case(sent(front(), shown=(pictured(PAGE_PLAIN, flaw("screen")),))), "image.recaptured"),
    Row("a hint of a grid", case(sent(front(), shown=(pictured(PAGE_PLAIN, flaw("screen", strength=0.1)),))), "ok"),
    Row("a screenshot", case(sent(front(), shown=(pictured(PAGE_PLAIN, flaw("screen_bars")),))), "image.recaptured/screenshot"),
    Row(
        "words on a patch",
        case(sent(front(), shown=(pictured(PAGE_PLAIN, flaw("pasted", AROUND_LINES)),))),
        "image.edited/patch",
    ),
    Row(
        "words on a page that was drawn, not taken",
        case(sent(front(), shown=(pictured(DRAWN, flaw("pasted", AROUND_LINES)),))),
        "ok",
    ),
    Row("saved by a retoucher", case(made_with("Adobe Photoshop 25.1")), "image.edited/program"),
    Row("saved by a phone", case(made_with("17.4.1")), "ok"),
    Row("a patch without words", case(sent(front(), shown=(pictured(PAGE_PLAIN, flaw("pasted", (0.8, 0.8, 1, 1))),))), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_originals(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
