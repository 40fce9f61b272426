"""The table of ``seal_present``."""

import pytest

from extractors.evidence import Folio
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
from tests.validators.marks import looked_at, marked, seal, signature
from tests.validators.pictures import PAGE_PLAIN, flaw, pictured
from validators.checks.seal_present import CHECK

ONE_OF = asked("termination_certificate", "termination_agreement")
SHOP = license_(type="个体工商户", name="样例市晨光小吃店")

ROWS = (
    Row("sealed", case(looked_at(sent(marked(certificate(), seal())))), "ok"),
    Row("no paper to be sealed", case(sent(license_())), "n/a"),
    Row("not a trace of ink", case(looked_at(sent(marked(certificate())))), "seal.missing"),
    Row("letter without one", case(looked_at(sent(marked(letter())))), "seal.missing"),
    Row("traces of colour", case(looked_at(sent(marked(certificate())), 0.002)), "seal.missing?"),
    Row("colours not measured", case(sent(marked(certificate()))), "seal.missing?"),
    Row("grey copy without one", case(looked_at(sent(marked(certificate())), is_grey=True)), "seal.missing?"),
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
        "seal.missing?",
        asked=ONE_OF,
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
