"""Nobody is sent back, or waits, for a file that nothing needs; a file that is needed is never called an extra."""

import pytest

from extractors.evidence import Document, FileProblem, PageEvidence
from tests.validators.cases import (
    WORKER,
    back,
    broken,
    case,
    certificate,
    front,
    lacking,
    license_,
    other_paper,
    sent,
    told,
    unknown,
    whole_case,
)
from tests.validators.pictures import BLURRED, PAGE_BLURRED, PAGE_PLAIN, flaw, measured, pictured
from validators.case import Case, CaseFile, Declared
from validators.finding import SEVERITY_RANK, Finding
from validators.policy import load_policy
from validators.run import judge

EMPLOYER = load_policy("employer_withdrawal")
COMPLETE = whole_case().files
BLANK = pictured(PAGE_PLAIN, flaw("blank"))


def unopened(name: str, slot: str | None = None) -> CaseFile:
    """A file of no format of ours."""
    return broken("unsupported", slot).model_copy(update={"name": name})


def worst(findings: tuple[Finding, ...]) -> str:
    return max((one.severity for one in findings), key=SEVERITY_RANK.__getitem__, default="info")


def bounces(given: Case) -> list[str]:
    return [one.code for one in judge(given, EMPLOYER) if one.severity == "bounce"]


EXTRAS = {
    "the film of a Live Photo": unopened("IMG_0412.MOV"),
    "its edits": unopened("IMG_0412.AAE"),
    "a draft": unopened("离职证明（Word原件）.docx"),
    "a text note": unopened("新建文本文档.txt"),
    "an empty file": broken("empty"),
    "a locked copy": broken("encrypted"),
    "a contract of 35 pages": broken("too_many_pages"),
    "a picture that broke off": broken("corrupt"),
    "a picture of billions of pixels": broken("pixel_bomb"),
    "a film of 200 MB": broken("too_large"),
    "what failed in our hands": broken("unreadable"),
    "empty paper": sent(unknown(), name="blank.jpg", shown=(BLANK,)),
    "a blurred photo of nothing known": sent(unknown(), name="x.jpg", shown=(pictured(PAGE_BLURRED),)),
    "a payslip": sent(other_paper("工资条"), name="x.jpg"),
    "a locked copy in a slot that is filled": broken("encrypted", "business_license"),
    "a draft in the certificate's slot": unopened("离职证明.docx", "termination_certificate"),
    "the licence once more, as WebP": sent(license_(), name="2.webp", format="webp"),
    "a blurred photo of the certificate": sent(
        certificate(employee_name=measured("", BLURRED, state="illegible")), name="2.jpg"
    ),
    "a thumbnail": sent(unknown(), name="t.jpg", shown=(pictured().model_copy(update={"width_px": 120, "height_px": 90}),)),
}


@pytest.mark.parametrize("extra", EXTRAS.values(), ids=EXTRAS.keys())
def test_an_extra_beside_a_complete_packet_is_a_remark(extra: CaseFile) -> None:
    findings = judge(case(*COMPLETE, extra), EMPLOYER)
    assert worst(findings) == "info"
    assert not any("请" in one.message or "人工" in one.message for one in findings if one.file == extra.name)


def test_several_extras_at_once_are_remarks() -> None:
    extras = [extra.model_copy(update={"name": f"{at}-{extra.name}"}) for at, extra in enumerate(EXTRAS.values())]
    assert worst(judge(case(*extras, *COMPLETE), EMPLOYER)) == "info"


@pytest.mark.parametrize("slot", ["termination_certificate", None])
@pytest.mark.parametrize(
    ("file", "code"),
    [
        (unopened("离职证明.docx"), "file.unsupported_format"),
        (broken("empty"), "file.empty"),
        (broken("encrypted"), "file.encrypted"),
        (broken("corrupt"), "file.corrupt"),
        (broken("too_many_pages"), "file.too_many_pages"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_what_may_be_the_paper_that_is_lacking_is_sent_back_for_what_is_wrong_with_it(
    file: CaseFile, code: str, slot: str | None
) -> None:
    assert bounces(case(*COMPLETE[:2], file.model_copy(update={"slot": slot}))) == [code]


def test_who_sends_a_draft_is_told_what_to_do_with_it() -> None:
    (found,) = judge(case(*COMPLETE[:2], unopened("离职证明.docx", "termination_certificate")), EMPLOYER)
    assert found.message == "Word等文档不能用，请另存为PDF后上传"


def test_what_is_lacking_is_not_on_a_film() -> None:
    assert bounces(case(*COMPLETE[:2], unopened("IMG_0412.MOV"))) == ["doc.missing"]


def test_a_film_where_the_certificate_should_be_is_sent_back_for_being_one() -> None:
    assert bounces(case(*COMPLETE[:2], unopened("证明.mov", "termination_certificate"))) == ["file.unsupported_format"]


def test_a_blank_page_leaves_what_is_missing_certain() -> None:
    licence = sent(
        license_(), unknown(2), slot="business_license", pages=2, shown=(pictured(), BLANK.model_copy(update={"number": 2}))
    )
    assert bounces(case(licence, COMPLETE[1])) == ["doc.missing"]
    unknown_page = pictured().model_copy(update={"number": 2})
    licence = sent(license_(), unknown(2), slot="business_license", pages=2, shown=(pictured(), unknown_page))
    assert bounces(case(licence, COMPLETE[1])) == []


def test_a_blank_page_leaves_certain_what_a_paper_does_not_say() -> None:
    dateless = lacking(certificate(), "issue_date")
    shown = (pictured(), BLANK.model_copy(update={"number": 2}))
    given = case(*COMPLETE[:2], sent(dateless, unknown(2), slot="termination_certificate", pages=2, shown=shown))
    assert bounces(given) == ["date.missing"]


@pytest.mark.parametrize(
    ("shown", "code", "word"),
    [(BLANK, "image.blank", "空白页"), (pictured(PAGE_BLURRED), "image.blurry", "重拍")],
)
def test_a_bad_picture_in_a_slot_says_what_was_expected_and_what_to_do(shown: PageEvidence, code: str, word: str) -> None:
    bad = sent(unknown(), slot="termination_certificate", name="x.jpg", shown=(shown,))
    (found,) = judge(case(*COMPLETE[:2], bad), EMPLOYER)
    assert (found.code, found.severity) == (code, "bounce")
    assert "离职证明" in found.message
    assert word in found.message


def test_a_picture_that_nobody_recognises_in_a_slot_says_what_was_expected() -> None:
    (found,) = judge(case(*COMPLETE[:2], sent(unknown(), slot="termination_certificate", name="x.jpg")), EMPLOYER)
    assert (found.code, found.severity, found.message) == (
        "doc.unrecognized",
        "review",
        "这里应传离职证明，没认出上传的文件，工作人员会核对，您先不用操作",
    )


@pytest.mark.parametrize(("paper", "seen"), [(other_paper(), "收入证明"), (license_(), "营业执照")], ids=["headed", "known"])
def test_another_paper_in_a_slot_is_sent_back_and_named(paper: Document, seen: str) -> None:
    wrong = sent(paper, slot="termination_certificate", name="x.jpg")
    (found,) = judge(case(*COMPLETE[:2], wrong), EMPLOYER)
    assert (found.code, found.severity, found.message) == (
        "doc.wrong_type",
        "bounce",
        f"这里应传离职证明，传的却是{seen}，请换成离职证明",
    )


def test_a_paper_served_by_a_bad_file_alone_is_needed() -> None:
    webp = sent(license_(), slot="business_license", name="1.webp", format="webp")
    assert bounces(case(webp, *COMPLETE[1:])) == ["file.unsupported_format"]
    twice = webp.model_copy(update={"name": "2.webp"})
    assert bounces(case(webp, twice, *COMPLETE[1:])) == ["file.unsupported_format"] * 2


def test_one_side_of_a_card_is_needed_though_the_other_is_there() -> None:
    back_only = sent(back(), slot="legal_rep_id", name="2.webp", format="webp")
    given = case(COMPLETE[0], COMPLETE[2], sent(front(), slot="legal_rep_id"), back_only)
    assert bounces(given) == ["file.unsupported_format"]


def test_an_agents_paper_is_needed_though_nobody_said_that_an_agent_acts() -> None:
    form = Declared.model_validate({**told().model_dump(), "applicant_role": "", "agent_name": "孙晓芸"})
    assert bounces(case(*COMPLETE, broken("encrypted", "authorization_letter"), declared=form)) == ["file.encrypted"]


def test_a_script_that_nobody_needs_goes_to_a_person_and_asks_nothing_of_the_applicant() -> None:
    scripted = sent(unknown(), name="x.pdf", format="pdf", problems=(FileProblem(kind="active_content", detail="JavaScript"),))
    findings = [one for one in judge(case(*COMPLETE, scripted), EMPLOYER) if one.code == "file.active_content"]
    assert [(one.severity, one.message) for one in findings] == [
        ("review", "多传的文件里带有程序或附件，工作人员会核对，您先不用操作")
    ]


def test_the_workers_own_card_that_nobody_asked_for_may_be_unreadable() -> None:
    blurred = sent(front(WORKER, name=measured(WORKER.name, BLURRED)), slot="employee_id", shown=(pictured(),))
    assert worst(judge(case(*COMPLETE, blurred), EMPLOYER)) == "info"
