"""The table of ``legible_pages``."""

import pytest

from extractors.evidence import PageEvidence
from tests.validators.cases import (
    ASKED_OF_WORKER,
    WORKER,
    Row,
    answer,
    back,
    case,
    certificate,
    front,
    license_,
    sent,
    unknown,
    whole_case,
)
from tests.validators.pictures import (
    BLURRED,
    PAGE_BLOWN,
    PAGE_BLURRED,
    PAGE_DARK,
    PAGE_FAINT,
    PAGE_PLAIN,
    PAGE_THUMBNAIL,
    flaw,
    pictured,
)
from validators.case import Case, CaseFile
from validators.checks.legible_pages import CHECK
from validators.requirements import Requirement

CARD_WORDS = ("姓名赵", "性别男", "住址样例省")
FULL_OF_PRINT = ("会议纪要：本次会议讨论了下一季度的工作安排", "各部门按照要求提交计划，逾期不予受理")


def in_slot(shown: PageEvidence, slot: str | None = "legal_rep_id") -> Case:
    """A page nobody recognised where the card is asked for; the rest is there."""
    return case(sent(license_()), sent(certificate()), sent(unknown(), slot=slot, name="x.jpg", shown=(shown,)))


BACK = pictured(PAGE_PLAIN, flaw("blank")).model_copy(update={"number": 2})
OPTIONAL = (Requirement(slot="registration_list", any_of=("registration_list",), if_missing="info"),)


def empty(slot: str, pages: int = 1) -> CaseFile:
    """Nothing but empty paper."""
    shown = tuple(BACK.model_copy(update={"number": number}) for number in range(1, pages + 1))
    return sent(*(unknown(page.number) for page in shown), slot=slot, name="blank.pdf", pages=pages, shown=shown)


ROWS = (
    Row("everything recognised", whole_case(), "n/a"),
    Row("plain, another paper", in_slot(pictured(texts=FULL_OF_PRINT)), "ok"),
    Row("blurred", in_slot(pictured(PAGE_BLURRED)), "image.blurry/page"),
    Row("blurred, in no slot", in_slot(pictured(PAGE_BLURRED), None), "image.blurry/page"),
    Row("blurred but read", in_slot(pictured(PAGE_BLURRED, texts=FULL_OF_PRINT)), "ok"),
    Row("all lines blurred", in_slot(pictured(PAGE_PLAIN, lines=BLURRED)), "image.blurry/page"),
    Row("a thumbnail", in_slot(pictured(PAGE_THUMBNAIL)), "image.text_too_small/page"),
    Row("dark", in_slot(pictured(PAGE_DARK)), "image.too_dark/page"),
    Row("blown out", in_slot(pictured(PAGE_BLOWN)), "image.overexposed/page"),
    Row("faint", in_slot(pictured(PAGE_FAINT)), "image.faint/page"),
    Row("a card under glare", in_slot(pictured(PAGE_PLAIN, flaw("glare"), texts=CARD_WORDS)), "image.glare/page?"),
    Row("something under glare", in_slot(pictured(PAGE_PLAIN, flaw("glare"), texts=("发票",))), "image.glare/page?"),
    Row("a card and a finger", in_slot(pictured(PAGE_PLAIN, flaw("covered"), texts=CARD_WORDS)), "image.occluded/page?"),
    Row("half a card", in_slot(pictured(PAGE_PLAIN, flaw("cut_off"), texts=CARD_WORDS)), "image.cut_off/page?"),
    Row("faint glare", in_slot(pictured(PAGE_PLAIN, flaw("glare", strength=0.2), texts=CARD_WORDS)), "ok"),
    Row("blank", in_slot(pictured(PAGE_PLAIN, flaw("blank"))), "image.blank"),
    Row("blank, in no slot", in_slot(pictured(PAGE_PLAIN, flaw("blank")), None), "image.blank/extra"),
    Row("blank, in a slot that is filled", case(*whole_case().files, empty("legal_rep_id")), "image.blank/extra"),
    Row("blank, two pages in its slot", case(sent(license_()), empty("legal_rep_id", pages=2)), "image.blank"),
    Row("an empty back of a sheet", case(sent(license_(), unknown(2), pages=2, shown=(pictured(), BACK))), "n/a"),
    Row("in a slot whose paper nobody is sent back for", case(empty("registration_list")), "image.blank/extra", asked=OPTIONAL),
    Row(
        "an extra nobody needs",
        case(sent(front(WORKER), back(), slot="employee_id"), sent(unknown(), shown=(pictured(PAGE_BLURRED),))),
        "ok",
        asked=ASKED_OF_WORKER,
    ),
    Row("a digital page", in_slot(pictured().model_copy(update={"legibility": None})), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_legible_pages(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
