"""The table of ``originals``."""

import pytest

from tests.validators.cases import Row, answer, case, certificate, front, sent, unknown
from tests.validators.pictures import PAGE_PLAIN, flaw, pictured
from validators.checks.originals import CHECK

GREY = pictured().model_copy(update={"is_grey": True})
DRAWN = PAGE_PLAIN.model_copy(update={"noise": 0.0})
AROUND_LINES = (0.0, 0.0, 0.5, 0.5)

ROWS = (
    Row("nothing sent", case(), "n/a"),
    Row("an original", case(sent(front(), shown=(pictured(),))), "ok"),
    Row("a copied card", case(sent(front(), shown=(GREY,))), "image.monochrome"),
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
    Row("a patch without words", case(sent(front(), shown=(pictured(PAGE_PLAIN, flaw("pasted", (0.8, 0.8, 1, 1))),))), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_originals(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
