"""Which finding goes before which, and what turns a bounce into a question (DOMAIN 8.1, and the precedence under 8.2)."""

import pytest

from extractors.evidence import Document, FileProblem
from tests.validators.cases import (
    FIRM,
    OTHER_CODE,
    OTHER_FIRM,
    WORKER,
    back,
    case,
    certificate,
    front,
    license_,
    page,
    paper,
    reading,
    sent,
    told,
    unknown,
    whole_case,
)
from tests.validators.marks import looked_at, marked, seal
from tests.validators.pictures import BLURRED, PAGE_PLAIN, measured, pictured
from validators.case import Case, CaseFile
from validators.finding import Finding
from validators.policy import load_policy
from validators.run import judge

EMPLOYER, INDIVIDUAL = load_policy("employer_withdrawal"), load_policy("individual_withdrawal")
LICENCE, CARD = sent(license_()), sent(front(), back())


def found(given: Case) -> dict[str, str]:
    """The worst severity of each code."""
    return {finding.code: finding.severity for finding in reversed(judge(given, EMPLOYER))}


def with_(file: CaseFile, licence: CaseFile = LICENCE, **form: str) -> Case:
    return case(licence, CARD, file, declared=told(**form))


@pytest.mark.parametrize(
    ("title", "given"),
    [
        ("typed", case(declared=told(reason="单位注销"))),
        ("typed, with papers that are wrong", with_(sent(certificate(employer_name=OTHER_FIRM)), reason="单位被吊销")),
        ("by the notice", case(LICENCE, CARD, sent(paper("deregistration_notice")))),
    ],
)
def test_a7_and_a8_the_counter_goes_first_and_nothing_is_sent_back(title: str, given: Case) -> None:
    findings = judge(given, EMPLOYER)
    assert findings[0].code == "scenario.offline_only", title
    assert {finding.severity for finding in findings} <= {"review", "info"}, title


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("X21 a branch", f"{FIRM}云上分公司"),
        ("X23 a dispatch company", "云上市远山劳务派遣有限公司"),
    ],
)
def test_x21_and_x23_suppress_x19_and_x24(title: str, name: str) -> None:
    """The seal is that of the firm on the paper, so only the relation of the two firms is asked about."""
    given = with_(sent(marked(certificate(employer_name=name), seal(name))))
    assert found(given) == {"match.employer_name": "review"}, title


def test_x22_a_change_of_name_suppresses_x19() -> None:
    notice = sent(unknown(), shown=(page(1, 1600, 2200, "名称变更核准通知书"),), name="x.jpg")
    given = case(LICENCE, CARD, sent(marked(certificate(employer_name=OTHER_FIRM), seal(OTHER_FIRM))), notice)
    assert found(given)["match.employer_name"] == "review"


@pytest.mark.parametrize(
    ("title", "licence", "codes"),
    [
        ("X16 another code", license_(uscc=OTHER_CODE), {"match.uscc": "bounce"}),
        ("X17 the same code, another name", license_(name=OTHER_FIRM), {"match.employer_name": "review"}),
        ("X18 another code and another name", license_(name=OTHER_FIRM, uscc=OTHER_CODE), {"match.employer_name": "bounce"}),
    ],
)
def test_x16_and_x17_decide_before_x18(title: str, licence: Document, codes: dict[str, str]) -> None:
    given = case(sent(licence), CARD, sent(certificate()))
    assert codes.items() <= found(given).items(), title


def test_x05_equal_makes_a_differing_character_a_question() -> None:
    given = case(
        sent(front(WORKER, name="李思汉"), back()),
        sent(paper("registration_proof")),
        sent(certificate()),
        declared=told("individual"),
    )
    assert {(one.code, one.severity) for one in judge(given, INDIVIDUAL)} >= {("match.person_name", "review")}
    assert not [one for one in judge(given, INDIVIDUAL) if one.severity == "bounce"]


def blurred_certificate(**changes: str) -> CaseFile:
    """A certificate on which one value cannot be read, and others can."""
    paper_ = certificate(employee_name=measured("", BLURRED, 0.2, "illegible"), **changes)
    return sent(paper_, shown=(pictured(PAGE_PLAIN, lines=None),))


def test_d01_on_a_page_goes_before_comparisons_with_it() -> None:
    assert found(with_(sent(certificate(employer_name=OTHER_FIRM))))["match.employer_name"] == "bounce"
    (unclear,) = judge(with_(blurred_certificate(employer_name=OTHER_FIRM)), EMPLOYER)
    assert (unclear.code, unclear.severity) == ("image.blurry", "bounce")
    assert "match.employer_name" in unclear.because_of


def test_d01_on_one_page_leaves_the_other_pages_alone() -> None:
    given = with_(blurred_certificate(), sent(license_(uscc=OTHER_CODE)))
    assert found(given)["match.uscc"] == "bounce"


def test_what_is_missing_on_a_page_that_lacks_a_font_is_a_question() -> None:
    certified = certificate(employer_name=OTHER_FIRM, separation_date=reading("", state="blank"))
    undrawn = FileProblem(kind="font_missing", detail="细节", page=1)
    assert set(found(with_(sent(certified))).values()) == {"bounce"}
    assert set(found(with_(sent(certified, problems=(undrawn,)))).values()) == {"review"}


def test_d09_suppresses_what_else_is_said_of_seals() -> None:
    given = with_(looked_at(sent(marked(certificate()))))
    assert {code: severity for code, severity in found(given).items() if code.startswith("seal.")} == {"seal.missing": "bounce"}


@pytest.mark.parametrize(("confidence", "severity"), [(0.90, "bounce"), (0.89, "review")])
def test_8_1_every_value_compared_must_be_sure(confidence: float, severity: str) -> None:
    given = with_(sent(certificate(separation_date=reading("2024-05-30", confidence))))
    assert found(given)["match.separation_date"] == severity


def test_8_1_what_no_misreading_explains_needs_no_sure_reading() -> None:
    given = case(sent(license_(uscc=reading(OTHER_CODE, 0.6))), CARD, sent(certificate()))
    assert found(given)["match.uscc"] == "bounce"


@pytest.mark.parametrize(
    ("title", "given"),
    [
        ("a person's name", with_(sent(certificate(employee_name="李思汉")))),
        ("a number", with_(sent(certificate(employee_id="320199199501120088", employee_name=None)))),
        ("a firm's name", with_(sent(certificate(employer_name="样例市晨光科枝有限公司")))),
    ],
)
def test_8_1_one_differing_character_bounces_nobody(title: str, given: Case) -> None:
    assert "bounce" not in {one.severity for one in judge(given, EMPLOYER) if one.code.startswith("match.")}, title


def test_everything_is_told_at_once_and_in_the_order_to_mend_it() -> None:
    given = case(
        sent(license_()),
        sent(front()),
        sent(certificate(employer_name=OTHER_FIRM)),
        declared=told(reason="其他"),
    )
    bounces: list[Finding] = [one for one in judge(given, EMPLOYER) if one.severity == "bounce"]
    assert [one.code for one in bounces] == ["match.employer_name", "doc.side_missing", "scenario.reason_unspecific"]


def test_the_usual_case_has_nothing() -> None:
    assert found(whole_case()) == {}
