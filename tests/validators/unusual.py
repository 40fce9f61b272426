"""Whole packets for the tables of unusual ones, the papers that they are made of, and their verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tests.validators.cases import (
    AGENT,
    STRANGER,
    TODAY,
    WORKER,
    back,
    certificate,
    front,
    letter,
    license_,
    paper,
    sent,
    told,
)
from tests.validators.marks import looked_at, marked, signature
from validators.case import Case, CaseFile, Declared, DeclaredPerson
from validators.finding import SEVERITY_RANK, Severity
from validators.policy import load_policy
from validators.run import judge

E: Final = "employer_withdrawal"
I_: Final = "individual_withdrawal"
S: Final = "social_insurance_closure"
M: Final = "migrant_worker_withdrawal"

LICENCE: Final = sent(license_(), slot="business_license", name="licence.jpg")
REPS_CARD: Final = (
    sent(front(), slot="legal_rep_id", name="rep-front.jpg"),
    sent(back(), slot="legal_rep_id", name="rep-back.jpg"),
)
FIRM_PAPERS: Final = (LICENCE, *REPS_CARD)
CERTIFICATE: Final = sent(certificate(), slot="termination_certificate", name="certificate.jpg")
OWN: Final = (
    sent(front(WORKER), slot="employee_id", name="own-front.jpg"),
    sent(back(), slot="employee_id", name="own-back.jpg"),
)
PROOF: Final = sent(paper("registration_proof"), name="proof.jpg")
AGENTS_CARD: Final = (
    sent(front(AGENT), slot="agent_id", name="agent-front.jpg"),
    sent(back(), slot="agent_id", name="agent-back.jpg"),
)
BY_FIRM: Final = told()
BY_AGENT: Final = told("agent", agent_name=AGENT.name, agent_id=AGENT.number)
BY_WORKER: Final = told("individual", uscc="", legal_rep_name="")
WORKERS_AGENT: Final = BY_WORKER.model_copy(
    update={"applicant_role": "agent", "agent_name": AGENT.name, "agent_id": AGENT.number}
)
TWO_WORKERS: Final = BY_FIRM.model_copy(
    update={"employees": tuple(DeclaredPerson(name=one.name, id_number=one.number) for one in (WORKER, STRANGER))}
)
EXPIRED: Final = back(valid_from="2004-06-09", valid_until="2024-06-09")
OWN_LETTER: Final = marked(
    letter(principal=WORKER.name, matter="代为办理撤销灵活就业登记手续"), signature("principal", "handwritten")
)
OTHERS_CERTIFICATE: Final = certificate(employee_name=STRANGER.name, employee_id=STRANGER.number)
RECORDS: Final = (
    sent(paper("contribution_record"), name="record-1.jpg"),
    sent(paper("contribution_record", region="远山市", employer_name=None), name="record-2.jpg"),
)


def bare(one: CaseFile) -> CaseFile:
    """Looked at in colour, and not a trace of ink found."""
    return looked_at(one)


@dataclass(frozen=True)
class Packet:
    """A packet under a scenario, and the worst verdict that is right for it."""

    title: str
    scenario: str
    files: tuple[CaseFile, ...]
    worst: str
    declared: Declared = BY_FIRM

    def __str__(self) -> str:
        return self.title


def as_(declared: Declared, **changes: object) -> Declared:
    return declared.model_copy(update=changes)


DEAD: Final = (
    sent(paper("death_certificate", name=STRANGER.name, id_number=STRANGER.number), name="death.jpg"),
    sent(
        paper("kinship_proof", name=AGENT.name, id_number=AGENT.number, relative=STRANGER.name, relative_id=STRANGER.number),
        name="kin.jpg",
    ),
    sent(paper("bank_card", holder=AGENT.name), name="bank.jpg"),
)
OF_DEAD: Final = as_(
    BY_WORKER,
    employee_name=STRANGER.name,
    employee_id=STRANGER.number,
    employer_name="",
    separation_date="",
    reason="参保人死亡",
    applicant_name=AGENT.name,
    applicant_id=AGENT.number,
)


RANK: Final = {"accept": SEVERITY_RANK["info"], "review": SEVERITY_RANK["review"]}


def verdict(scenario: str, one: Case) -> Mapping[str, Severity]:
    """What is told, and how grave it is."""
    findings = judge(one.model_copy(update={"scenario": scenario, "submitted_on": TODAY}), load_policy(scenario))
    return {finding.code: finding.severity for finding in sorted(findings, key=lambda finding: SEVERITY_RANK[finding.severity])}


def worst(found: Mapping[str, Severity]) -> int:
    """The rank of the gravest finding; of a note where there is none."""
    return max((SEVERITY_RANK[severity] for severity in found.values()), default=SEVERITY_RANK["info"])
