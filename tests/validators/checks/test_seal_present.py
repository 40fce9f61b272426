"""The table of ``seal_present``."""

import pytest

from extractors.evidence import Box, Folio, TextLine, Trace
from tests.validators.cases import (
    Row,
    answer,
    asked,
    case,
    certificate,
    letter,
    license_,
    page,
    paper,
    sent,
    unknown,
    with_traits,
)
from tests.validators.marks import looked_at, marked, seal, signature, trace
from tests.validators.pictures import PAGE_PLAIN, flaw, pictured
from validators.case import Case
from validators.checks.seal_present import CHECK

ONE_OF = asked("termination_certificate", "termination_agreement")
SHOP = license_(type="个体工商户", name="样例市晨光小吃店")
TALL, USUAL = (0.3, 0.1, 0.7, 0.16), (0.1, 0.3, 0.9, 0.33)
HEADED = tuple(
    TextLine(quad=((box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3])), text="样例", score=1)
    for box in (TALL, USUAL, USUAL, USUAL, USUAL, USUAL)
)


def unsealed(*traces: Trace, lines: tuple[TextLine, ...] = (), box: Box | None = None, **measured: bool) -> Case:
    """A certificate on which no seal was found."""
    paper_ = marked(certificate()).model_copy(update={"box": box})
    shown = page().model_copy(update={"lines": lines})
    return case(looked_at(sent(paper_, shown=(shown,)), *traces, **measured))


ROWS = (
    Row("sealed", case(looked_at(sent(marked(certificate(), seal())))), "ok"),
    Row("no paper to be sealed", case(sent(license_())), "n/a"),
    Row("not a trace of ink", case(looked_at(sent(marked(certificate())))), "seal.missing"),
    Row("letter without one", case(looked_at(sent(marked(letter())))), "seal.missing"),
    Row("a trace of red as large as a seal", unsealed(trace()), "seal.missing?"),
    Row("an arc of one", unsealed(trace(wide=8, high=3, squares=12)), "seal.missing?"),
    Row("a thumb", unsealed(trace(wide=4, high=5, squares=16)), "seal.missing"),
    Row("a pen's blue words", unsealed(trace("blue", wide=9, high=2, squares=15)), "seal.missing"),
    Row("colour that print accounts for", unsealed(), "seal.missing"),
    Row("a letterhead's emblem", unsealed(trace(top=0.02), lines=HEADED), "seal.missing"),
    Row("a seal's trace below the heading", unsealed(trace(), lines=HEADED), "seal.missing?"),
    Row("ink on another paper of the page", unsealed(trace(), box=(0.0, 0.0, 1.0, 0.4)), "seal.missing"),
    Row("a black trace on a coloured page", unsealed(trace("black")), "seal.missing?"),
    Row("a pen's black words on a coloured page", unsealed(trace("black", wide=9, high=3, squares=20)), "seal.missing"),
    Row("a grey trace on a copy", unsealed(trace("black", wide=8, high=3, squares=6), is_grey=True), "seal.missing?"),
    Row(
        "a trace in a copier's dots on a coloured page",
        unsealed(trace("black", wide=7, high=6, squares=6).model_copy(update={"in_dots": True})),
        "seal.missing?",
    ),
    Row("a clean page without colour", unsealed(is_grey=True), "seal.missing"),
    Row("a clean page in two levels", unsealed(is_grey=True, is_two_level=True), "seal.missing?"),
    Row("colours not measured", case(sent(marked(certificate()))), "seal.missing?"),
    Row("too coarse to say", case(looked_at(sent(marked(certificate()), shown=(page(1, 500, 700),)))), "seal.missing?"),
    Row(
        "a finger on the page",
        case(looked_at(sent(marked(certificate()), shown=(pictured(PAGE_PLAIN, flaw("covered")),)))),
        "seal.missing?",
    ),
    Row(
        "by its number not the last page",
        case(looked_at(sent(marked(certificate()), shown=(page().model_copy(update={"folio": Folio(number=1, count=2)}),)))),
        "seal.missing?",
    ),
    Row(
        "a stamped page that nobody knows beside it",
        case(looked_at(sent(marked(certificate()))), sent(marked(unknown(), seal()), name="page2.jpg")),
        "seal.missing?",
    ),
    Row(
        "a page that nobody knows beside it, not stamped",
        case(looked_at(sent(marked(certificate()))), sent(unknown(), name="page2.jpg")),
        "seal.missing",
    ),
    Row("black", case(looked_at(sent(marked(certificate(), seal(color="black"))))), "seal.monochrome"),
    Row("blue", case(looked_at(sent(marked(certificate(), seal(color="blue"))))), "ok"),
    Row("a person's name seal alone", case(sent(marked(certificate(), seal(kind="square", text="王小芳印")))), "seal.missing?"),
    Row(
        "a square nobody can read on a page without colour",
        case(looked_at(sent(marked(certificate(), seal(kind="square", text="", color="black"))), is_grey=True)),
        "seal.missing?",
    ),
    Row("a square nobody can read", case(sent(marked(letter(), seal(kind="square", text="")))), "seal.missing?"),
    Row("a firm's square seal", case(looked_at(sent(marked(certificate(), seal(kind="square"))))), "ok"),
    Row("only across the edge", case(looked_at(sent(marked(certificate(), seal(kind="cross_page"))))), "seal.misplaced/strip"),
    Row("electronic", case(looked_at(sent(marked(certificate(), seal(kind="electronic", color="other"))))), "ok"),
    Row("electronic, broken", case(looked_at(sent(marked(certificate(), seal(kind="electronic", confidence=0))))), "ok"),
    Row(
        "an agreement without one", case(looked_at(sent(marked(paper("termination_agreement"))))), "seal.missing", asked=ONE_OF
    ),
    Row(
        "an agreement without one, and a certificate",
        case(sent(certificate()), looked_at(sent(marked(paper("termination_agreement"))))),
        "ok",
        asked=ONE_OF,
    ),
    Row("a sealed stub of the employer's", case(sent(with_traits(certificate(), "counterfoil"))), "ok"),
    Row(
        "a black copy of one",
        case(sent(with_traits(marked(certificate(), seal(color="black")), "counterfoil"))),
        "seal.monochrome",
    ),
    Row("a stub", case(looked_at(sent(with_traits(marked(certificate()), "counterfoil")))), "n/a"),
    Row("individual business, nothing", case(sent(SHOP), looked_at(sent(marked(certificate())))), "seal.missing?"),
    Row(
        "individual business, signed",
        case(sent(SHOP), looked_at(sent(marked(certificate(), signature("legal_rep", "handwritten"))))),
        "ok",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_seal_present(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
