"""Every scenario of DOMAIN 9, from a complete packet and from one that lacks something: the verdict and what is told."""

from dataclasses import dataclass
from typing import Final

import pytest

from extractors.evidence import Document, DocumentType
from tests.validators.cases import (
    AGENT,
    REP,
    WORKER,
    back,
    case,
    certificate,
    front,
    letter,
    license_,
    paper,
    sent,
    told,
    unknown,
)
from tests.validators.marks import marked, seal, signature
from validators.case import Account, CaseFile, Declared
from validators.finding import SEVERITY_RANK
from validators.policy import load_policy
from validators.run import judge

AGREEMENT: Final = marked(
    paper("termination_agreement"), seal(), signature("employee", "handwritten"), signature("legal_rep", "handwritten")
)
APPLICATION: Final = marked(paper("withdrawal_application"), seal(), signature("handler", "handwritten"))
STATEMENT: Final = marked(paper("personal_statement"), signature("applicant", "handwritten"))
SELF: Final = told("individual", uscc="", legal_rep_name="")


def files(*documents: Document, slot: str | None = None) -> tuple[CaseFile, ...]:
    """One file a document."""
    return tuple(sent(one, slot=slot, name=f"{number}-{one.type}-{slot}.jpg") for number, one in enumerate(documents))


def papers(*types: DocumentType) -> tuple[CaseFile, ...]:
    return files(*(paper(type_) for type_ in types))


def form(reason: str, detail: str = "", **more: str) -> Declared:
    return SELF.model_copy(update={"reason": reason, "reason_detail": detail, **more})


OWN: Final = files(front(WORKER), back(), slot="employee_id")
FIRM_PAPERS: Final = (*files(license_()), *files(front(REP), back(), slot="legal_rep_id"))
AGENTS: Final = (*files(front(AGENT), back(), slot="agent_id"), *files(letter()))
HEIR: Final = form("死亡", applicant_name=AGENT.name, applicant_id=AGENT.number)
HEIRS: Final = files(front(AGENT), back(), slot="heir_id")
HEIRS_BANK: Final = files(paper("bank_card", holder=AGENT.name))
RECORDS: Final = files(
    paper("contribution_record"), paper("contribution_record", region="远山市", employer_name=None, last_month="2023-01")
)
CORRECTION: Final = form("信息错误", corrected_item="姓名", old_value="李思函", new_value=WORKER.name)
WRONG_NAME: Final = files(paper("registration_proof", name="李思函"))


@dataclass(frozen=True)
class Story:
    """A packet under a scenario, its verdict, and reasons' codes that must be among what is told."""

    title: str
    scenario: str
    files: tuple[CaseFile, ...]
    outcome: str
    codes: frozenset[str] = frozenset()
    declared: Declared = SELF
    region: str = "default"

    def __str__(self) -> str:
        return self.title


def codes(*names: str) -> frozenset[str]:
    return frozenset(names)


E, I, C, D, M, S = (  # noqa: E741  the six scenarios, each by its first letter
    "employer_withdrawal",
    "individual_withdrawal",
    "registration_correction",
    "employer_deregistered",
    "migrant_worker_withdrawal",
    "social_insurance_closure",
)

STORIES = (
    Story("A1 certificate", E, (*FIRM_PAPERS, *files(certificate())), "accept", declared=told()),
    Story("A1 agreement", E, (*FIRM_PAPERS, *files(AGREEMENT)), "accept", declared=told()),
    Story("A1 application", E, (*FIRM_PAPERS, *files(APPLICATION)), "accept", declared=told()),
    Story("A1 none of them", E, FIRM_PAPERS, "bounce", codes("doc.missing"), told()),
    Story(
        "A1 an agreement the worker did not sign",
        E,
        (*FIRM_PAPERS, *files(marked(AGREEMENT, seal(), signature("employee", "blank")))),
        "bounce",
        codes("signature.missing"),
        told(),
    ),
    Story("A2 agent", E, (*FIRM_PAPERS, *AGENTS, *files(certificate())), "accept", declared=told("agent")),
    Story("A2 no letter, no card", E, (*FIRM_PAPERS, *files(certificate())), "bounce", codes("doc.missing"), told("agent")),
    Story("A7 in the usual scenario", E, FIRM_PAPERS, "review", codes("scenario.offline_only"), told(reason="单位注销")),
    Story("A4 certificate", I, (*OWN, *papers("registration_proof"), *files(certificate())), "accept"),
    Story("A4 stop proof", I, (*OWN, *papers("registration_proof", "contribution_stop_proof")), "accept"),
    Story("A4 ruling", I, (*OWN, *papers("registration_proof", "ruling")), "accept"),
    Story("A4 none of them", I, (*OWN, *papers("registration_proof")), "bounce", codes("doc.missing")),
    Story("A4 no registration", I, (*OWN, *files(certificate())), "bounce", codes("doc.missing")),
    Story(
        "A4 an employer who is no more, and its deregistration",
        I,
        (*OWN, *papers("registration_proof", "deregistration_notice")),
        "accept",
        declared=form("单位已注销"),
    ),
    Story(
        "A4 its deregistration, whatever reason is given",
        I,
        (*OWN, *papers("registration_proof", "deregistration_notice")),
        "accept",
    ),
    Story(
        "A4 an employer who is no more and cannot be reached, and its deregistration",
        I,
        (*OWN, *papers("registration_proof", "deregistration_notice")),
        "accept",
        declared=form("其他", "公司失联，后来查到已被注销"),
    ),
    Story(
        "A4 an employer who is no more, a certificate from before",
        I,
        (*OWN, *papers("registration_proof"), *files(certificate())),
        "review",
        codes("scenario.reason_conflict"),
        form("公司已注销"),
    ),
    Story(
        "A4 an employer who is no more, nothing to show",
        I,
        (*OWN, *papers("registration_proof")),
        "bounce",
        codes("doc.missing"),
        form("单位已注销"),
    ),
    Story(
        "A4 the deregistration of another firm",
        I,
        (*OWN, *papers("registration_proof"), *files(paper("deregistration_notice", name="远山市大河贸易有限公司", uscc=None))),
        "bounce",
        codes("match.employer_name"),
        form("单位已注销"),
    ),
    Story(
        "A4 struck off before the employment ended",
        I,
        (*OWN, *papers("registration_proof"), *files(paper("deregistration_notice", deregistered_on="2023-01-05"))),
        "review",
        codes("date.out_of_order"),
        form("单位已注销"),
    ),
    Story(
        "A4 an employer whose licence was revoked",
        I,
        (*OWN, *papers("registration_proof")),
        "review",
        codes("doc.missing"),
        form("其他", "公司被吊销营业执照"),
    ),
    Story(
        "A7 remains for the counter where the firm applies",
        E,
        (*FIRM_PAPERS, *papers("deregistration_notice")),
        "review",
        codes("scenario.offline_only"),
        told(),
    ),
    Story(
        "A3 never had an employer",
        I,
        (*OWN, *papers("registration_proof"), *files(STATEMENT)),
        "review",
        codes("scenario.advice"),
        form("自由职业", "从未有单位"),
    ),
    Story(
        "A5 refuses, nothing to show",
        I,
        (*OWN, *papers("registration_proof")),
        "review",
        codes("scenario.advice"),
        form("其他", "公司拒绝开具离职证明"),
    ),
    Story(
        "A5 refuses, a complaint was made",
        I,
        (*OWN, *papers("registration_proof", "complaint_receipt")),
        "review",
        codes("scenario.advice"),
        form("其他", "公司拒绝开具离职证明"),
    ),
    Story(
        "A5 refuses, but there is a ruling",
        I,
        (*OWN, *papers("registration_proof", "ruling")),
        "accept",
        declared=form("其他", "公司拒绝开具离职证明"),
    ),
    Story("A6 police", C, (*OWN, *WRONG_NAME, *papers("police_certificate")), "accept", declared=CORRECTION),
    Story("A6 register", C, (*OWN, *WRONG_NAME, *papers("household_register")), "accept", declared=CORRECTION),
    Story("A6 neither", C, (*OWN, *WRONG_NAME), "bounce", codes("doc.missing"), CORRECTION),
    Story(
        "A6 proves something else",
        C,
        (*OWN, *WRONG_NAME, *files(paper("police_certificate", new_value="周大川"))),
        "bounce",
        codes("field.unproven_change"),
        CORRECTION,
    ),
    Story(
        "A6 unclear",
        C,
        (*OWN, *WRONG_NAME, *files(paper("police_certificate", old_value=None))),
        "review",
        codes("field.unproven_change"),
        CORRECTION,
    ),
    Story(
        "A7 everything",
        D,
        papers("deregistration_notice", "liquidation_statement", "registration_list"),
        "review",
        codes("scenario.offline_only"),
        told(reason="单位注销"),
    ),
    Story("A7 nothing", D, (), "review", codes("scenario.offline_only", "doc.missing"), told(reason="单位注销")),
    Story("A8 revoked", D, papers("revocation_decision"), "review", codes("scenario.offline_only"), told(reason="吊销")),
    Story("A9 confirmation", M, (*OWN, *papers("exit_confirmation")), "accept"),
    Story("A9 certificate", M, (*OWN, *files(certificate())), "accept"),
    Story("A9 neither", M, OWN, "bounce", codes("doc.missing")),
    Story(
        "A9 unpaid",
        M,
        (*OWN, *files(paper("exit_confirmation", wages_settled="未结清"))),
        "review",
        codes("scenario.advice"),
    ),
    Story(
        "A9 the project's seal",
        M,
        (*OWN, *files(marked(paper("exit_confirmation"), seal(center_text="项目专用章")))),
        "review",
        codes("seal.wrong_kind"),
    ),
    Story(
        "A9 on the wrong platform",
        I,
        (*OWN, *papers("registration_proof"), *files(certificate())),
        "bounce",
        codes("scenario.wrong_platform"),
        form("员工离职", platform="全国建筑工人管理服务信息平台"),
    ),
    Story("A11 both records", S, (*OWN, *RECORDS, *papers("bank_card")), "accept", declared=form("重复参保")),
    Story(
        "A11 one record",
        S,
        (*OWN, *papers("contribution_record", "bank_card")),
        "bounce",
        codes("doc.missing"),
        form("重复参保"),
    ),
    Story(
        "A11 no overlap",
        S,
        (
            *OWN,
            *files(paper("contribution_record"), paper("contribution_record", first_month="2010-01", last_month="2011-01")),
            *papers("bank_card"),
        ),
        "review",
        codes("scenario.reason_conflict"),
        form("重复参保"),
    ),
    Story(
        "A11 another payee",
        S,
        (*OWN, *RECORDS, *files(paper("bank_card", holder="周大川"))),
        "bounce",
        codes("match.bank_account"),
        form("重复参保"),
    ),
    Story("A12 left", S, (*OWN, *files(certificate())), "review", codes("scenario.advice"), form("离职")),
    Story("A12 left, nothing to show", S, OWN, "review", codes("scenario.advice"), form("离职")),
    Story(
        "A13 no longer a national",
        S,
        (*OWN, *papers("emigration_proof", "nationality_loss_proof", "bank_card")),
        "accept",
        declared=form("出国定居"),
    ),
    Story(
        "A13 still a national",
        S,
        (*OWN, *papers("emigration_proof", "bank_card")),
        "review",
        codes("scenario.advice"),
        form("出国定居"),
    ),
    Story(
        "A14 heir",
        S,
        (*HEIRS, *papers("death_certificate", "kinship_proof"), *HEIRS_BANK),
        "accept",
        declared=HEIR,
    ),
    Story(
        "A14 by the register",
        S,
        (*HEIRS, *papers("death_certificate", "household_register"), *HEIRS_BANK),
        "accept",
        declared=HEIR,
    ),
    Story("A14 no kinship", S, (*HEIRS, *papers("death_certificate"), *HEIRS_BANK), "bounce", codes("doc.missing"), HEIR),
    Story(
        "A14 quarrel", S, (*HEIRS, *papers("death_certificate")), "review", codes("scenario.advice"), form("死亡", "继承纠纷")
    ),
    Story(
        "A15 of age",
        S,
        (*OWN, *files(STATEMENT), *papers("bank_card")),
        "review",
        codes("scenario.advice"),
        form("达到退休年龄，缴费不足15年"),
    ),
    Story(
        "A16 a firm's account",
        S,
        (*FIRM_PAPERS, *files(APPLICATION)),
        "review",
        codes("scenario.advice"),
        told(reason="单位参保登记注销"),
    ),
    Story(
        "A16 a firm's account without arrears, as the portal says",
        S,
        (*FIRM_PAPERS, *files(APPLICATION)),
        "accept",
        declared=told(reason="单位参保登记注销").model_copy(update={"account": Account(told="欠费：无", arrears=False)}),
    ),
    Story(
        "A11 complete, but fees are owed",
        S,
        (*OWN, *RECORDS, *papers("bank_card")),
        "review",
        codes("scenario.advice"),
        form("重复参保").model_copy(update={"account": Account(told="欠费：有", arrears=True)}),
    ),
    Story(
        "A11 complete, and nothing is open",
        S,
        (*OWN, *RECORDS, *papers("bank_card")),
        "accept",
        declared=form("重复参保").model_copy(
            update={"account": Account(told="正常", status="正常", arrears=False, unfinished=False, verified=True)}
        ),
    ),
    Story("no reason given", S, OWN, "review", codes("scenario.reason_unspecific"), form("")),
    Story(
        "nobody recognises the kinship", S, (*HEIRS, *papers("death_certificate"), *files(unknown())), "review", declared=HEIR
    ),
)


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_story(story: Story) -> None:
    given = case(*story.files, declared=story.declared, scenario=story.scenario)
    findings = judge(given, load_policy(story.scenario, story.region))
    outcome = max((one.severity for one in findings), key=SEVERITY_RANK.__getitem__, default="info")
    told_ = [(one.severity, one.code, one.message) for one in findings]
    assert {"info": "accept"}.get(outcome, outcome) == story.outcome, told_
    assert story.codes <= {one.code for one in findings}, told_
