"""The table of ``completeness``."""

import pytest

from tests.validators.cases import (
    AGENT,
    NOTHING_TOLD,
    REP,
    STRANGER,
    Row,
    answer,
    back,
    broken,
    case,
    certificate,
    front,
    letter,
    license_,
    other_paper,
    page,
    paper,
    sent,
    shaky,
    told,
    unknown,
    whole_case,
)
from tests.validators.pictures import PAGE_PLAIN, flaw, pictured
from validators.case import CaseFile
from validators.checks.completeness import CHECK
from validators.requirements import Missing, Requirement
from validators.variants import Variant

TWO_RECORDS = (Requirement(slot="contribution_record", any_of=("contribution_record",), count=2),)
RECORDS = sent(paper("contribution_record"))


def softly(how: Missing) -> tuple[Requirement, ...]:
    """A list is asked for, and it is no ground to send anybody back."""
    return (Requirement(slot="registration_list", any_of=("registration_list",), if_missing=how, title="登记清单"),)


VARIANTS = (Variant(name="died", title="死亡", words=("死亡",)), Variant(name="rest", title="其余"))
ONLY_OF_THE_DEAD = (Requirement(slot="death_certificate", any_of=("death_certificate",), variants=("died",), among=VARIANTS),)

BLANK_PAGE = pictured(PAGE_PLAIN, flaw("blank")).model_copy(update={"number": 3})
BLANK_IN_SLOT = sent(unknown(3), slot="termination_certificate", name="x.jpg", shown=(BLANK_PAGE,))


def named(name: str) -> CaseFile:
    """A file of no format of ours."""
    return broken("unsupported").model_copy(update={"name": name})


ROWS = (
    Row(
        "its title stands on a picture of several papers",
        case(sent(license_(), shown=(page(1, 1600, 2200, "营业执照", "员工 离职证明"),)), sent(front(), back(), name="2.jpg")),
        "doc.missing?",
    ),
    Row(
        "its name stands within a sentence",
        case(sent(license_(), shown=(page(1, 1600, 2200, "请上传离职证明等材料"),)), sent(front(), back(), name="2.jpg")),
        "doc.missing",
    ),
    Row("one of two records", case(RECORDS), "doc.missing/more", asked=TWO_RECORDS),
    Row(
        "both records",
        case(RECORDS, sent(paper("contribution_record", region="远山市", employer_name=None), name="2")),
        "ok",
        asked=TWO_RECORDS,
    ),
    Row("one record twice", case(RECORDS, RECORDS.model_copy(update={"name": "2"})), "doc.missing/more", asked=TWO_RECORDS),
    Row("a question", case(), "doc.missing/review", asked=softly("review")),
    Row("a note", case(), "doc.missing/info", asked=softly("info")),
    Row("something to bring", case(), "doc.missing/bring", asked=softly("bring")),
    Row("asked of this variant", case(declared=told(reason="死亡")), "doc.missing", asked=ONLY_OF_THE_DEAD),
    Row("not asked of this variant", case(), "n/a", asked=ONLY_OF_THE_DEAD),
    Row("everything", whole_case(), "ok"),
    Row("everything, by an agent", whole_case("agent"), "ok"),
    Row("nothing", case(), "doc.missing doc.missing/own"),
    Row("no certificate", case(sent(license_(), front())), "doc.missing"),
    Row("no licence", case(sent(front(), certificate())), "doc.missing/own"),
    Row("in one unnamed PDF", case(sent(license_(), front(), back(), certificate(), pages=4)), "ok"),
    Row(
        "in the wrong slots",
        case(sent(license_(), slot="legal_rep_id"), sent(front(), slot="business_license"), sent(certificate())),
        "ok",
    ),
    Row(
        "agent without letter",
        case(sent(license_(), front(), certificate(), front(AGENT)), declared=told("agent")),
        "doc.missing",
    ),
    Row(
        "agent without card",
        case(sent(license_(), front(), certificate(), letter()), declared=told("agent")),
        "doc.missing/own",
    ),
    Row(
        "agent by the look of it",
        case(sent(license_(), front(), certificate(), letter()), declared=NOTHING_TOLD),
        "doc.missing/own?",
    ),
    Row("no agent by the look of it", case(sent(license_(), front(), certificate()), declared=NOTHING_TOLD), "ok"),
    Row("an unnamed page might be it", case(sent(license_(), front()), sent(unknown(), name="x.jpg")), "doc.missing?"),
    Row("a page for something else", case(sent(license_(), front()), sent(unknown(), slot="employee_id")), "doc.missing"),
    Row(
        "a longer file for something else",
        case(sent(license_(), front()), sent(unknown(), slot="employee_id", pages=2)),
        "doc.missing?",
    ),
    Row(
        "its own file was not recognised",
        case(sent(license_(), front()), sent(unknown(), slot="termination_certificate")),
        "ok",
    ),
    Row(
        "the other paper was not recognised",
        case(sent(license_(), front()), sent(unknown(), slot="withdrawal_application")),
        "ok",
    ),
    Row("its own file did not open", case(sent(license_(), front()), broken("encrypted", "termination_certificate")), "ok"),
    Row("some file did not open", case(sent(license_(), front()), broken("encrypted")), "doc.missing?"),
    Row(
        "a blank page is not it",
        case(sent(license_(), front()), sent(unknown(3), name="x.jpg", shown=(BLANK_PAGE,))),
        "doc.missing",
    ),
    Row(
        "a PDF's blank page is not it",
        case(sent(license_(), front(), unknown(3), pages=3, shown=(page(1), page(2), BLANK_PAGE))),
        "doc.missing",
    ),
    Row(
        "a PDF's page that nobody knows may be it",
        case(sent(license_(), front(), unknown(3), pages=3, shown=(page(1), page(2), page(3)))),
        "doc.missing?",
    ),
    Row("its slot holds a blank page", case(sent(license_(), front()), BLANK_IN_SLOT), "ok"),
    Row("the film of a Live Photo is not it", case(sent(license_(), front()), named("IMG_0412.MOV")), "doc.missing"),
    Row("a draft may be it", case(sent(license_(), front()), named("离职证明.docx")), "doc.missing?"),
    Row("a paper headed as another is not it", case(sent(license_(), front()), sent(other_paper())), "doc.missing"),
    Row("a paper of doubtful type", case(sent(license_(), front()), sent(shaky(letter(), 0.6))), "doc.missing?"),
    Row("not needed for this reason", case(sent(license_(), front()), declared=told(reason="单位填错信息")), "doc.missing?"),
    Row(
        "cards nobody can tell apart",
        case(
            sent(license_(legal_rep=None), certificate(), name="1.pdf"),
            sent(front(STRANGER)),
            sent(front(REP), name="2.jpg"),
            declared=NOTHING_TOLD,
        ),
        "doc.missing/own?",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_completeness(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
