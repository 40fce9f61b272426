"""Judging: everything at once, in order, never a bounce on shaky ground, never broken by a check."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from extractors.evidence import Document
from tests.validators.cases import (
    BLANK,
    ILLEGIBLE,
    OTHER_CODE,
    STRANGER,
    WORKER,
    back,
    broken,
    case,
    certificate,
    front,
    license_,
    reading,
    sent,
    told,
    unknown,
    whole_case,
)
from validators.case import Case
from validators.check import BoundCheck, Finds, Outcome
from validators.finding import Finding, Place
from validators.policy import Policy, load_policy
from validators.run import judge

EMPLOYER = load_policy("employer_withdrawal")
INDIVIDUAL = load_policy("individual_withdrawal")


def codes(findings: tuple[Finding, ...], severity: str) -> list[str]:
    """The codes of one severity, in the order they are told."""
    return [finding.code for finding in findings if finding.severity == severity]


def only(*checks: BoundCheck) -> Policy:
    """A policy of a few checks."""
    return replace(EMPLOYER, checks=checks)


def says(*outcomes: Outcome) -> BoundCheck:
    """A check that says always the same."""
    return BoundCheck("says", lambda case: outcomes)


def crashing(case: Case) -> tuple[Outcome, ...]:
    raise ValueError(f"about {case.declared.employee_name}")


def with_certificate(document: Document) -> Case:
    """The usual packet with another certificate."""
    return case(sent(license_()), sent(front(), back()), sent(document))


@pytest.mark.parametrize("role", ["legal_rep", "agent"])
def test_a_complete_packet_has_no_findings(role: str) -> None:
    assert judge(whole_case(role), EMPLOYER) == ()


def test_a_complete_packet_without_manifest_has_no_findings() -> None:
    whole = whole_case()
    files = tuple(file.model_copy(update={"slot": None, "name": f"{number}.jpg"}) for number, file in enumerate(whole.files))
    assert judge(case(*files, declared=told("").model_validate({})), EMPLOYER) == ()


def test_an_empty_packet_lacks_everything() -> None:
    assert codes(judge(case(), EMPLOYER), "bounce") == ["doc.missing", "doc.missing", "doc.missing"]


def test_all_defects_at_once() -> None:
    given = case(
        sent(license_()),
        sent(front(), back()),
        sent(certificate(issue_date=BLANK)),
        declared=told(uscc=OTHER_CODE, separation_date="2024-04-30"),
    )
    assert set(codes(judge(given, EMPLOYER), "bounce")) == {"date.missing", "match.uscc", "match.separation_date"}


def test_papers_before_photos_before_typing() -> None:
    defective = case(sent(license_()), sent(front()), sent(certificate(issue_date=BLANK)), declared=told(reason="其他"))
    assert codes(judge(defective, EMPLOYER), "bounce") == ["date.missing", "doc.side_missing", "scenario.reason_unspecific"]


def test_bounces_before_reviews_before_notes() -> None:
    defective = case(sent(license_()), sent(front()), sent(certificate(employee_id=None, position=None)))
    assert [finding.severity for finding in judge(defective, EMPLOYER)] == ["bounce", "review", "info"]


def test_a_finding_has_its_place() -> None:
    found = judge(with_certificate(certificate(issue_date="2024-06-11")), EMPLOYER)
    assert [(one.code, one.document, one.file, one.page, one.bbox) for one in found] == [
        ("date.future", "termination_certificate", "termination_certificate.jpg", 1, (0.1, 0.1, 0.5, 0.2))
    ]


@pytest.mark.parametrize(("confidence", "severity"), [(0.90, "bounce"), (0.89, "review")])
def test_shaky_readings_do_not_bounce(confidence: float, severity: str) -> None:
    (found,) = judge(with_certificate(certificate(separation_date=reading("2024-05-30", confidence))), EMPLOYER)
    assert (found.code, found.severity, found.confidence) == ("match.separation_date", severity, confidence)
    assert (
        found.message
        == {
            "bounce": "填写的解除日期是2024年5月31日，离职证明上是2024年5月30日，请对照材料改正",
            "review": "填写的解除日期没能与离职证明对上，工作人员会核对，您先不用操作",
        }[severity]
    )
    assert bool(found.fix) is (severity == "bounce")


def test_a_crashing_check_goes_to_a_person_and_stops_nothing() -> None:
    told_of: list[tuple[str, str]] = []
    late = says(Finds("date.overdue", words={"here": "", "there": "", "limit": "30"}))
    found = judge(whole_case(), only(BoundCheck("bad", crashing), late), lambda name, error: told_of.append((name, str(error))))
    assert codes(found, "review") == ["system.failed"]
    assert codes(found, "info") == ["date.overdue"]
    assert "bad" in found[0].detail
    assert "ValueError" in found[0].detail
    assert told_of == [("bad", f"about {WORKER.name}")]


def test_a_crash_in_the_middle_tells_no_values() -> None:
    def half(case: Case) -> tuple[Outcome, ...]:
        def steps() -> Iterator[Outcome]:
            yield Finds("file.empty")
            raise KeyError(case.declared.employee_id)

        return tuple(steps())

    (found,) = judge(whole_case(), only(BoundCheck("half", half)))
    assert found.code == "system.failed"
    assert WORKER.number not in found.model_dump_json()


def test_a_reason_nobody_wrote_is_a_crash() -> None:
    assert codes(judge(whole_case(), only(says(Finds("file.strange")))), "review") == ["system.failed"]


def test_the_same_is_told_once() -> None:
    twice = says(
        Finds("file.empty", Place(file="a")), Finds("file.empty", Place(file="a")), Finds("file.empty", Place(file="b"))
    )
    assert [finding.file for finding in judge(case(), only(twice))] == ["a", "b"]


def test_the_wrong_paper_says_more_than_the_missing_one() -> None:
    swapped = case(sent(license_()), sent(front(), back()), sent(license_(), slot="termination_certificate", sha256="other"))
    assert codes(judge(swapped, EMPLOYER), "bounce") == ["doc.wrong_type"]


@pytest.mark.parametrize(
    ("title", "given"),
    [
        ("unread certificate", case(sent(license_()), sent(front(), back()), sent(unknown(), slot="termination_certificate"))),
        ("unread page", case(sent(license_()), sent(front(), back()), sent(unknown(), name="x.jpg"))),
        ("illegible name", case(sent(license_(name=ILLEGIBLE)), sent(front(), back()), sent(certificate()))),
        ("one character", case(sent(license_()), sent(front(name="赵明运"), back()), sent(certificate()))),
        ("no date seen", with_certificate(certificate(issue_date=None))),
        ("wrong data", case(sent(license_()), sent(front(), back()), declared=told(reason="信息错误"))),
        ("closed", case(sent(front(), back()), declared=told(reason="单位注销"))),
    ],
)
def test_doubt_is_a_review(title: str, given: Case) -> None:
    found = judge(given, EMPLOYER)
    assert codes(found, "review"), title
    assert not codes(found, "bounce"), title


@pytest.mark.parametrize(
    ("title", "given"),
    [
        (
            "proof not recognised",
            case(sent(front(WORKER), back()), sent(unknown(), slot="registration_proof"), sent(certificate())),
        ),
        (
            "proof and ruling not recognised",
            case(sent(front(WORKER), back()), sent(unknown(), name="1.pdf"), sent(unknown(), name="2.pdf")),
        ),
        (
            "employer refuses",
            case(
                sent(front(WORKER), back()),
                sent(unknown(), slot="registration_proof"),
                declared=told("individual", reason="其他", reason_detail="公司拒绝开具证明"),
            ),
        ),
    ],
)
def test_an_individual_with_papers_nobody_recognises_is_a_review(title: str, given: Case) -> None:
    found = judge(given, INDIVIDUAL)
    assert codes(found, "review"), title
    assert not codes(found, "bounce"), title


def test_an_individual_who_brings_another_persons_card_bounces() -> None:
    given = case(
        sent(front(STRANGER), back(), slot="employee_id"), sent(unknown(), slot="registration_proof"), sent(certificate())
    )
    (wrong,) = (one for one in judge(given, INDIVIDUAL) if one.severity == "bounce")
    assert (wrong.code, wrong.because_of) == ("match.person_name", ("match.person_id", "match.person_name"))


def test_a_region_may_be_stricter() -> None:
    late = with_certificate(certificate(separation_date="2024-05-01", contract_term=None))
    late = late.model_copy(update={"declared": told(separation_date="2024-05-01")})
    assert codes(judge(late, EMPLOYER), "info") == ["date.overdue"]
    assert codes(judge(late, load_policy("employer_withdrawal", "example")), "review") == ["date.overdue"]


def test_a_file_that_does_not_open_is_told_once() -> None:
    given = case(sent(license_()), sent(front(), back()), broken("encrypted", "termination_certificate"))
    assert codes(judge(given, EMPLOYER), "bounce") == ["file.encrypted"]
