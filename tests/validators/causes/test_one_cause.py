"""One cause is told once, with one thing to do; what is a defect of its own is told beside it."""

from dataclasses import dataclass

import pytest

from extractors.evidence import FileProblem
from tests.validators.cases import (
    AGENT,
    BLANK,
    OTHER_CODE,
    OTHER_FIRM,
    STRANGER,
    WORKER,
    back,
    case,
    certificate,
    front,
    letter,
    license_,
    other_paper,
    paper,
    sent,
    told,
    whole_case,
)
from tests.validators.marks import looked_at, marked
from tests.validators.pictures import BLURRED, PAGE_PLAIN, measured, pictured
from validators.case import Case, CaseFile, Declared
from validators.policy import load_policy
from validators.reasons import CATALOGUE, field_name
from validators.run import judge

LICENCE, CARD, CERTIFICATE = sent(license_()), sent(front(), back(), name="rep.jpg"), sent(certificate())
OTHERS_LICENCE = sent(license_(name=OTHER_FIRM, uscc=OTHER_CODE, legal_rep=STRANGER.name))
OWN, PROOF = sent(front(WORKER), back(), slot="employee_id"), sent(paper("registration_proof"))
EXPIRED = sent(front(), back(valid_until="2024-05-01", valid_from="2014-05-01"), name="rep.jpg")
OTHERS_CARD = sent(front(STRANGER), back(), slot="employee_id")
OTHERS_CERTIFICATE = certificate(employee_name=STRANGER.name, employee_id=STRANGER.number, separation_date="2024-04-30")
AGENTS_CARD = sent(front(AGENT), back(), slot="agent_id", name="agent.jpg")
LETTER = sent(letter())
STRANGERS_LETTER = sent(letter(agent_name=STRANGER.name, agent_id=STRANGER.number))
USUAL = told()
SLIP = "320199199501120081"
"""The worker's number with a check digit that does not fit."""


@dataclass(frozen=True)
class Story:
    """A packet with what is told of it: reasons' codes with their severity, and what each is told to stand for."""

    title: str
    files: tuple[CaseFile, ...]
    told: dict[str, str]
    because_of: tuple[str, ...] = ()
    declared: Declared = USUAL
    scenario: str = "employer_withdrawal"

    def __str__(self) -> str:
        return self.title

    @property
    def case(self) -> Case:
        return case(*self.files, declared=self.declared, scenario=self.scenario)


def blurred(*fields: str, **values: str) -> CaseFile:
    """A certificate on which some values cannot be read, on a page that is plain elsewhere."""
    unread = {name: measured("", BLURRED, 0.2, "illegible") for name in fields}
    return sent(certificate(**unread, **values), shown=(pictured(PAGE_PLAIN, lines=None),))


INDIVIDUAL = "individual_withdrawal"
ONE_CAUSE = (
    Story("another firm's licence", (OTHERS_LICENCE, CARD, CERTIFICATE), {"match.employer_name": "bounce"}, ("match.uscc",)),
    Story(
        "another firm's licence, and nothing typed",
        (sent(license_(name=OTHER_FIRM, uscc=OTHER_CODE)), CARD, CERTIFICATE, LETTER, AGENTS_CARD),
        {"match.employer_name": "bounce"},
        (),
        Declared(applicant_role="agent"),
    ),
    Story(
        "another firm typed, with its code",
        (LICENCE, CARD, CERTIFICATE),
        {"match.employer_name": "bounce"},
        ("match.uscc",),
        told(employer_name=OTHER_FIRM, uscc=OTHER_CODE),
    ),
    Story(
        "another person's card, where the form and the certificate agree",
        (OTHERS_CARD, CERTIFICATE, PROOF),
        {"match.person_name": "bounce"},
        ("match.person_id", "match.registration"),
        told("individual"),
        INDIVIDUAL,
    ),
    Story(
        "another person typed, where all papers agree",
        (OWN, CERTIFICATE, PROOF),
        {"match.person_name": "bounce"},
        ("match.person_id",),
        told("individual", employee_name=STRANGER.name, employee_id=STRANGER.number),
        INDIVIDUAL,
    ),
    Story(
        "another person's certificate, with another last day",
        (LICENCE, CARD, sent(OTHERS_CERTIFICATE)),
        {"match.person_name": "bounce"},
        ("match.person_id", "match.separation_date"),
    ),
    Story(
        "another firm's certificate, which nobody sealed",
        (LICENCE, CARD, looked_at(sent(marked(certificate(employer_name=OTHER_FIRM))))),
        {"match.employer_name": "bounce"},
        ("seal.missing",),
    ),
    Story(
        "a letter for another agent than the one typed, whose card is there",
        (LICENCE, CARD, CERTIFICATE, AGENTS_CARD, STRANGERS_LETTER),
        {"match.agent": "bounce"},
        (),
        told("agent"),
    ),
    Story(
        "another person's card as the agent's",
        (LICENCE, CARD, CERTIFICATE, LETTER, sent(front(STRANGER), back(), slot="agent_id", name="agent.jpg")),
        {"match.agent": "bounce"},
        ("match.applicant",),
        told("agent"),
    ),
    Story(
        "another agent typed",
        (LICENCE, CARD, CERTIFICATE, LETTER, AGENTS_CARD),
        {"match.agent": "bounce"},
        ("match.applicant",),
        told("agent", agent_name=STRANGER.name, agent_id=STRANGER.number),
    ),
    Story(
        "the licence of before a change of representative",
        (sent(license_(legal_rep=STRANGER.name)), sent(front(), back(), slot="legal_rep_id"), CERTIFICATE),
        {"match.legal_rep": "bounce"},
    ),
    Story(
        "one bad digit, typed",
        (OWN, CERTIFICATE, PROOF),
        {"field.bad_checksum": "bounce"},
        ("match.person_id",),
        told("individual", employee_id=SLIP),
        INDIVIDUAL,
    ),
    Story(
        "one bad digit, typed, and no card",
        (LICENCE, CARD, CERTIFICATE),
        {"field.bad_checksum": "bounce"},
        ("match.person_id",),
        told(employee_id=SLIP),
    ),
    Story("three values that a blurred photo hides", (LICENCE, CARD, blurred("employee_name", "employee_id", "employer_name")),
          {"image.blurry": "bounce"}, ("field.illegible",)),
    Story(
        "a blurred photo of what may be another firm's certificate",
        (LICENCE, CARD, blurred("employee_name", employer_name=OTHER_FIRM)),
        {"image.blurry": "bounce"},
        ("field.illegible", "match.employer_name"),
    ),
    Story(
        "an agent without a letter, and no role typed",
        (LICENCE, CARD, CERTIFICATE, AGENTS_CARD),
        {"doc.missing": "review"},
        ("scenario.authorization_required",),
        told("", agent_name=AGENT.name, agent_id=AGENT.number),
    ),
    Story(
        "a last day that is still to come, and the one typed",
        (LICENCE, CARD, sent(certificate(separation_date="2025-05-31", contract_term=None, years_of_service=None))),
        {"date.future": "bounce"},
        ("match.separation_date",),
    ),
    Story(
        "another paper in the certificate's slot",
        (LICENCE, CARD, sent(other_paper(), slot="termination_certificate")),
        {"doc.wrong_type": "bounce"},
        ("doc.missing",),
    ),
)  # fmt: skip
OF_THEIR_OWN = (
    Story(
        "a wrong licence and an undated certificate",
        (OTHERS_LICENCE, CARD, sent(certificate(issue_date=BLANK))),
        {"match.employer_name": "bounce", "date.missing": "bounce"},
    ),
    Story(
        "an unsealed certificate and another day typed",
        (LICENCE, CARD, looked_at(sent(marked(certificate())))),
        {"seal.missing": "bounce", "match.separation_date": "bounce"},
        (),
        told(separation_date="2024-04-30"),
    ),
    Story(
        "two places left empty on one certificate",
        (LICENCE, CARD, sent(certificate(issue_date=BLANK, separation_date=BLANK))),
        {"date.missing": "bounce", "field.missing": "bounce"},
    ),
    Story("a licence and a certificate lacking", (CARD,), {"doc.missing": "bounce"}),
    Story(
        "the worker's number slipped on the certificate, and another code typed",
        (LICENCE, CARD, sent(certificate(employee_id=STRANGER.number))),
        {"match.person_id": "bounce", "match.uscc": "bounce"},
        (),
        told(uscc=OTHER_CODE),
    ),
    Story(
        "an expired card and an unsealed certificate",
        (LICENCE, EXPIRED, looked_at(sent(marked(certificate())))),
        {"field.expired": "bounce", "seal.missing": "bounce"},
    ),
    Story(
        "a photo that hides a name, of a page that surely has no date",
        (LICENCE, CARD, blurred("employee_name", separation_date="2024-05-31"), sent(front(WORKER), name="w.jpg")),
        {"image.blurry": "bounce"},
    ),
    Story(
        "another person's certificate and the code of another firm typed",
        (LICENCE, CARD, sent(OTHERS_CERTIFICATE)),
        {"match.person_name": "bounce", "match.uscc": "bounce"},
        (),
        told(uscc=OTHER_CODE),
    ),
)  # fmt: skip


def found(story: Story) -> dict[str, str]:
    return {one.code: one.severity for one in judge(story.case, load_policy(story.scenario)) if one.severity != "info"}


@pytest.mark.parametrize("story", ONE_CAUSE, ids=str)
def test_one_cause_is_one_finding(story: Story) -> None:
    findings = [one for one in judge(story.case, load_policy(story.scenario)) if one.severity != "info"]
    assert [(one.code, one.severity) for one in findings] == list(story.told.items())
    assert set(story.because_of) <= set(findings[0].because_of)


@pytest.mark.parametrize("story", OF_THEIR_OWN, ids=str)
def test_defects_of_their_own_are_told_side_by_side(story: Story) -> None:
    assert found(story) == story.told


def test_two_papers_that_are_lacking_are_both_told() -> None:
    missing = judge(case(CARD), load_policy("employer_withdrawal"))
    assert len([one for one in missing if one.code == "doc.missing"]) == 2


def message(story: Story) -> str:
    (one,) = (one for one in judge(story.case, load_policy(story.scenario)) if one.severity == "bounce")
    return one.message


BY_TITLE = {story.title: story for story in ONE_CAUSE}


@pytest.mark.parametrize(
    ("title", "says", "never"),
    [
        ("another firm's licence", "营业执照", "改正"),
        ("another firm's licence, and nothing typed", "营业执照", "离职证明"),
        ("another firm typed, with its code", "填写", "重新上传"),
        ("another person's card, where the form and the certificate agree", "请上传本人身份证", "填写"),
        ("another person typed, where all papers agree", "填写的姓名", "离职证明"),
        ("a letter for another agent than the one typed, whose card is there", "委托书", "填写"),
        ("the licence of before a change of representative", "请上传最新的营业执照", "更正"),
        ("one bad digit, typed, and no card", "填写", "离职证明"),
    ],
)
def test_the_side_that_stands_alone_is_the_one_to_mend(title: str, says: str, never: str) -> None:
    assert says in message(BY_TITLE[title])
    assert never not in message(BY_TITLE[title])


TWO = ("employee_name", "employer_name")
FEW = ("employee_name", "employee_id", "employer_name")
MANY = (*FEW, "separation_date", "issue_date", "start_date")


@pytest.mark.parametrize(
    ("fields", "shown", "in_english"),
    [
        (TWO, "员工姓名、单位名称拍得", ", "),
        (FEW, "员工姓名、单位名称、身份证号拍得", " and more "),
        (MANY, "员工姓名等拍得", " and more "),
    ],
)
def test_the_values_that_a_photo_hides_are_one_finding(fields: tuple[str, ...], shown: str, in_english: str) -> None:
    given = case(LICENCE, CARD, blurred(*fields))
    (one,) = judge(given, load_policy("employer_withdrawal"))
    assert shown in one.message
    assert len(one.message) <= CATALOGUE.lengths.message
    assert all(field_name("termination_certificate", field) in one.detail for field in fields if field in FEW)
    (same,) = judge(given, load_policy("employer_withdrawal"), language="en")
    assert in_english in same.message
    assert same.message.isascii()


def test_a_bounce_in_its_own_right_does_not_follow_from_a_question() -> None:
    """A certificate that may be another person's, by one character, and that surely bears no date."""
    given = case(LICENCE, CARD, sent(certificate(employee_name="李思汉", employee_id=None, issue_date=BLANK)))
    severities = {one.code: one.severity for one in judge(given, load_policy("employer_withdrawal"))}
    assert (severities["match.person_name"], severities["date.missing"]) == ("review", "bounce")


def test_on_a_page_without_its_fonts_all_is_one_question() -> None:
    """The one cause that takes bounces along although it is a question."""
    undrawn = FileProblem(kind="font_missing", detail="细节", page=1)
    given = case(LICENCE, CARD, sent(certificate(employer_name=OTHER_FIRM, issue_date=BLANK), problems=(undrawn,)))
    (one,) = judge(given, load_policy("employer_withdrawal"))
    assert (one.code, one.severity) == ("file.font_missing", "review")
    assert {"match.employer_name", "date.missing"} <= set(one.because_of)


def test_a_page_without_a_heading_is_one_question() -> None:
    """What it lacks of the paper that it may be is asked with it; what surely differs is still sent back."""
    unread = measured("", BLURRED, 0.2, "illegible")
    unsure = certificate(employee_name=unread, separation_date=unread).model_copy(update={"title": "", "confidence": 0.75})
    given = case(LICENCE, CARD, sent(unsure))
    (one,) = judge(given, load_policy("employer_withdrawal"))
    assert (one.code, one.severity) == ("doc.unrecognized", "review")
    assert "field.illegible" in one.because_of


def test_the_usual_case_has_no_cause() -> None:
    assert not judge(whole_case(), load_policy("employer_withdrawal"))
