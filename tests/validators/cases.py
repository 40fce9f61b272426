"""Builders of cases: papers as values, without files or pixels, and the table row that checks are tested by.

All people, firms and numbers are fictitious: county codes xx99, company codes from the zone PDY00001 to PDY99999.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from extractors.evidence import (
    Box,
    Document,
    DocumentType,
    FieldReading,
    FieldState,
    FileEvidence,
    FileFormat,
    FileProblem,
    PageEvidence,
    ProblemKind,
    Side,
    TextLine,
    Trait,
)
from tests.validators.marks import SEALED_BY, marked, seal
from validators.case import Case, CaseFile, Declared
from validators.check import AnyCheck, BoundCheck, CannotTell, Finds, Outcome, Passes
from validators.requirements import Requirement

TODAY: Final = date(2024, 6, 10)
FIRM: Final = SEALED_BY
CODE: Final = "91110105PDY00001XG"
OTHER_FIRM: Final = "云上市远山贸易有限公司"
OTHER_CODE: Final = "91440300PDY0123440"

Changes = str | FieldReading | None


@dataclass(frozen=True)
class Someone:
    """A person who does not exist."""

    name: str
    number: str
    birth: str
    sex: str


REP: Final = Someone("赵明远", "110199199003070113", "1990-03-07", "男")
AGENT: Final = Someone("孙晓芸", "440399198512240267", "1985-12-24", "女")
WORKER: Final = Someone("李思涵", "32019919950112008X", "1995-01-12", "女")
STRANGER: Final = Someone("周大川", "510199198807150135", "1988-07-15", "男")


def reading(value: str, confidence: float = 0.99, state: FieldState = "read", **more: bool) -> FieldReading:
    """A field's reading on page 1."""
    return FieldReading(value=value, confidence=confidence, page=1, box=(0.1, 0.1, 0.5, 0.2), state=state, **more)


BLANK: Final = reading("", state="blank")
ILLEGIBLE: Final = reading("", 0.3, state="illegible")


def document(type_: DocumentType, values: Mapping[str, Changes], changes: Mapping[str, Changes]) -> Document:
    """A document with some of its usual values changed; None takes one away."""
    fields = {
        name: value if isinstance(value, FieldReading) else reading(value)
        for name, value in {**values, **changes}.items()
        if value is not None
    }
    return Document(type=type_, pages=(1,), confidence=0.98, fields=fields)


def license_(**changes: Changes) -> Document:
    """The employer's licence."""
    usual = {
        "name": FIRM,
        "uscc": CODE,
        "type": "有限责任公司(自然人独资)",
        "legal_rep": REP.name,
        "established_on": "2015-03-02",
    }
    return document("business_license", usual, changes)


def front(who: Someone = REP, **changes: Changes) -> Document:
    """The portrait side of somebody's ID card."""
    usual = {"name": who.name, "id_number": who.number, "birth": who.birth, "sex": who.sex, "address": "样例省云上市山前区一号"}
    return document("id_card", usual, changes).model_copy(update={"side": "front"})


def back(**changes: Changes) -> Document:
    """An emblem side, in force, with the term that people between 26 and 45 get."""
    usual = {"authority": "云上市公安局山前分局", "valid_from": "2022-05-01", "valid_until": "2042-05-01"}
    return document("id_card", usual, changes).model_copy(update={"side": "back"})


def certificate(**changes: Changes) -> Document:
    """A certificate about the worker that states everything, under the firm's seal."""
    usual = {
        "employee_name": WORKER.name,
        "employee_id": WORKER.number,
        "employer_name": FIRM,
        "start_date": "2021-06-01",
        "separation_date": "2024-05-31",
        "issue_date": "2024-06-03",
        "position": "会计",
        "years_of_service": "3年",
        "reason": "个人原因辞职",
        "contract_term": "2021-06-01至2024-05-31",
    }
    return marked(document("termination_certificate", usual, changes), seal())


def letter(**changes: Changes) -> Document:
    """A letter that authorises the agent, under the firm's seal."""
    usual = {
        "principal": FIRM,
        "agent_name": AGENT.name,
        "agent_id": AGENT.number,
        "matter": "办理撤销用工备案有关事宜",
        "issue_date": "2024-06-01",
        "valid_until": "2024-12-31",
    }
    return marked(document("authorization_letter", usual, changes), seal())


def unknown(page: int = 1) -> Document:
    """A page nobody recognises."""
    return Document(type="unknown", pages=(page,), confidence=0.9)


def other_paper(title: str = "收入证明") -> Document:
    """A paper headed as one that nobody asks for."""
    return unknown().model_copy(update={"confidence": 0.95, "title": title, "traits": ("other_paper",)})


def with_traits(document_: Document, *traits: Trait) -> Document:
    """The document with traits."""
    return document_.model_copy(update={"traits": traits})


def lacking(document_: Document, *fields: str) -> Document:
    """The document, surely without some values: nothing on it could be them."""
    kept = {name: field for name, field in document_.fields.items() if name not in fields}
    return document_.model_copy(update={"fields": kept, "lacks": fields})


def shaky(document_: Document, confidence: float) -> Document:
    """The document, its type less certain."""
    return document_.model_copy(update={"confidence": confidence})


def on_page(document_: Document, number: int) -> Document:
    """The document on another page of its file."""
    return document_.model_copy(update={"pages": (number,)})


def in_box(document_: Document, box: Box) -> Document:
    """The document on a part of its page."""
    return document_.model_copy(update={"box": box})


def page(number: int = 1, width_px: int = 1600, height_px: int = 2200, *texts: str, digital: bool = False) -> PageEvidence:
    """A page with some lines."""
    corner = (0.1, 0.1)
    lines = tuple(
        TextLine(quad=(corner, corner, corner, corner), text=text, score=1, source="pdf_text" if digital else "ocr")
        for text in texts
    )
    return PageEvidence(number=number, width_px=width_px, height_px=height_px, lines=lines)


def sent(
    *documents: Document,
    slot: str | None = None,
    name: str = "",
    pages: int = 1,
    shown: tuple[PageEvidence, ...] = (),
    **evidence: object,
) -> CaseFile:
    """A file with documents. Its name is the slot's or the first document's; its content its own unless ``sha256`` is given."""
    name = name or f"{slot or (documents[0].type + str(documents[0].side or '') if documents else 'file')}.jpg"
    values: dict[str, object] = {
        "sha256": name,
        "size_bytes": 500_000,
        "format": "jpeg",
        "page_count": pages,
        "pages": shown or tuple(page(number) for number in range(1, pages + 1)),
        "documents": documents,
        **evidence,
    }
    return CaseFile(name=name, slot=slot, evidence=FileEvidence.model_validate(values))


def broken(kind: ProblemKind, slot: str | None = None, format_: FileFormat | None = None, page_: int | None = None) -> CaseFile:
    """A file that could not be read."""
    problem = FileProblem(kind=kind, detail="细节", page=page_)
    return sent(slot=slot, name=f"{kind}.jpg", pages=0, format=format_, problems=(problem,))


def told(role: str = "legal_rep", **changes: str) -> Declared:
    """What the form says about the usual case."""
    usual = {
        "employer_name": FIRM,
        "uscc": CODE,
        "legal_rep_name": REP.name,
        "employee_name": WORKER.name,
        "employee_id": WORKER.number,
        "applicant_role": role,
        "reason": "员工离职",
        "separation_date": "2024-05-31",
    }
    if role == "agent":
        usual |= {"agent_name": AGENT.name, "agent_id": AGENT.number}
    return Declared.model_validate({**usual, **changes})


NOTHING_TOLD: Final = Declared()


def case(*files: CaseFile, declared: Declared | None = None, scenario: str = "employer_withdrawal") -> Case:
    """A case submitted today."""
    form = told() if declared is None else declared
    return Case(packet_id="p-1", scenario=scenario, submitted_on=TODAY, declared=form, files=files)


def whole_case(role: str = "legal_rep") -> Case:
    """A complete packet for the withdrawal by an employer."""
    files = [
        sent(license_(), slot="business_license"),
        sent(front(), back(), slot="legal_rep_id"),
        sent(certificate(), slot="termination_certificate"),
    ]
    if role == "agent":
        files += [sent(front(AGENT), slot="agent_id", name="a1.jpg"), sent(back(), slot="agent_id", name="a2.jpg")]
        files += [sent(letter(), slot="authorization_letter")]
    return case(*files, declared=told(role))


BOTH_SIDES: Final[tuple[Side, ...]] = ("front", "back")
ASKED: Final = (
    Requirement(slot="business_license", any_of=("business_license",)),
    Requirement(slot="legal_rep_id", any_of=("id_card",), sides=BOTH_SIDES),
    Requirement(
        slot="termination_certificate", any_of=("termination_certificate", "withdrawal_application"), excused_by=("填错",)
    ),
    Requirement(slot="agent_id", any_of=("id_card",), sides=BOTH_SIDES, roles=("agent",)),
    Requirement(slot="authorization_letter", any_of=("authorization_letter",), roles=("agent",)),
)
ASKED_OF_WORKER: Final = (Requirement(slot="employee_id", any_of=("id_card",), sides=BOTH_SIDES),)


@dataclass(frozen=True)
class Row:
    """One line of a check's table: what the case is, and the answer.

    The answer lists the reasons given, doubts with a question mark; ``ok`` where the check only passes, ``n/a`` where it does
    not apply.
    """

    title: str
    case: Case
    answer: str
    limits: Mapping[str, object] = field(default_factory=dict)
    asked: tuple[Requirement, ...] = ASKED

    def __str__(self) -> str:
        return self.title

    def bound(self, check: AnyCheck) -> BoundCheck:
        """The check with the row's limits."""
        return check.bind({**self.limits, "requirements": self.asked})


def answer(check: AnyCheck, row: Row) -> str:
    """What the check says about the row's case, in the words of :class:`Row`."""
    outcomes = row.bound(check).judge(row.case)
    given = dict.fromkeys(said for said in map(_said, outcomes) if said)
    return " ".join(sorted(given)) or ("ok" if any(isinstance(one, Passes) for one in outcomes) else "n/a")


def _said(outcome: Outcome) -> str:
    if isinstance(outcome, Finds):
        return outcome.reason
    return f"{outcome.reason}?" if isinstance(outcome, CannotTell) else ""


_PAPERS: Final[Mapping[DocumentType, Mapping[str, str]]] = {
    "termination_agreement": {
        "employer_name": FIRM,
        "employee_name": WORKER.name,
        "employee_id": WORKER.number,
        "separation_date": "2024-05-31",
        "issue_date": "2024-05-30",
    },
    "withdrawal_application": {"employer_name": FIRM, "uscc": CODE, "registration_id": "1101992024000123"},
    "registration_proof": {
        "name": WORKER.name,
        "id_number": WORKER.number,
        "registration_id": "1101992024000123",
        "region": "样例省云上市",
        "authority": "云上市公共就业服务中心",
    },
    "contribution_stop_proof": {"name": WORKER.name, "id_number": WORKER.number, "stop_month": "2024-06", "status": "停保"},
    "contribution_record": {
        "name": WORKER.name,
        "id_number": WORKER.number,
        "employer_name": FIRM,
        "first_month": "2021-06",
        "last_month": "2024-05",
    },
    "ruling": {
        "employee_name": WORKER.name,
        "employer_name": FIRM,
        "separation_date": "2024-05-31",
        "issue_date": "2024-06-03",
    },
    "exit_confirmation": {
        "name": WORKER.name,
        "id_number": WORKER.number,
        "employer_name": FIRM,
        "exited_on": "2024-05-31",
        "wages_settled": "已结清",
    },
    "complaint_receipt": {"name": WORKER.name, "id_number": WORKER.number, "employer_name": FIRM, "issue_date": "2024-06-01"},
    "personal_statement": {"name": WORKER.name, "id_number": WORKER.number, "issue_date": "2024-06-01"},
    "police_certificate": {"name": "李思涵", "old_value": "李思函", "new_value": "李思涵", "changed": "姓名"},
    "household_register": {"name": WORKER.name, "id_number": WORKER.number, "sex": WORKER.sex, "birth": WORKER.birth},
    "deregistration_notice": {"name": FIRM, "uscc": CODE, "deregistered_on": "2024-06-05"},
    "revocation_decision": {"name": FIRM, "uscc": CODE, "issue_date": "2024-06-05"},
    "liquidation_statement": {"name": FIRM, "issue_date": "2024-06-05"},
    "registration_list": {"employer_name": FIRM, "people": WORKER.name, "issue_date": "2024-06-05"},
    "emigration_proof": {"name": WORKER.name, "country": "样例国", "issue_date": "2024-05-01"},
    "nationality_loss_proof": {"name": WORKER.name, "id_number": WORKER.number, "issue_date": "2024-05-01"},
    "death_certificate": {"name": WORKER.name, "id_number": WORKER.number, "died_on": "2024-05-20"},
    "kinship_proof": {
        "name": WORKER.name,
        "id_number": WORKER.number,
        "relative": AGENT.name,
        "relative_id": AGENT.number,
        "relation": "父女",
    },
    "bank_card": {"holder": WORKER.name, "account_number": "6200000000000000018", "bank": "样例银行"},
}
"""What the other papers say in the usual case."""
_SEALED: Final = frozenset({"termination_agreement", "withdrawal_application", "exit_confirmation"})


def paper(type_: DocumentType, **changes: Changes) -> Document:
    """Any other paper, as it is in the usual case; those of the firm under its seal."""
    plain = document(type_, _PAPERS[type_], changes)
    return marked(plain, seal()) if type_ in _SEALED else plain


def asked(*types: DocumentType, count: int = 1) -> tuple[Requirement, ...]:
    """That one of some types is asked for, and the worker's card."""
    return (*ASKED_OF_WORKER, Requirement(slot=types[0], any_of=types, count=count))
