"""What each of the papers beside certificate and authorisation says. None leaves a place empty, '' leaves it out."""

from dataclasses import dataclass
from typing import Literal

from samples.papers.paper import DateFact, TextFact


@dataclass(frozen=True, slots=True)
class ResignationFacts:
    """A letter by which somebody gives notice."""

    employee_name: TextFact
    employer_name: TextFact
    separation_date: DateFact
    issue_date: DateFact
    employee_id: TextFact = ""
    reason: TextFact = ""


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """An agreement to end a contract, begun on ``start_date``."""

    employer_name: TextFact
    employee_name: TextFact
    employee_id: TextFact
    separation_date: DateFact
    issue_date: DateFact
    reason: TextFact = ""
    start_date: DateFact = ""
    legal_rep: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawalFacts:
    """An application to withdraw a registration."""

    employer_name: TextFact
    uscc: TextFact
    employee_name: TextFact
    employee_id: TextFact
    registration_id: TextFact
    reason: TextFact
    issue_date: DateFact
    handler: str = ""


@dataclass(frozen=True, slots=True)
class AccountEndsFacts:
    """An employer's application to end its social insurance account."""

    employer_name: TextFact
    uscc: TextFact
    legal_rep: TextFact
    reason: TextFact
    issue_date: DateFact


@dataclass(frozen=True, slots=True)
class RegistrationFacts:
    """A registration as employed."""

    name: TextFact
    id_number: TextFact
    registration_id: TextFact
    employment_type: TextFact
    registered_on: DateFact
    authority: TextFact
    region: TextFact = ""
    sex: Literal["男", "女"] = "男"


@dataclass(frozen=True, slots=True)
class StopFacts:
    """Contributions that ended, or did not. ``stop_month`` is YYYY-MM."""

    name: TextFact
    id_number: TextFact
    employer_name: TextFact
    insurance: TextFact
    stop_month: TextFact
    status: TextFact
    issue_date: DateFact
    authority: TextFact


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """Contributions from a month to a month (YYYY-MM)."""

    name: TextFact
    id_number: TextFact
    employer_name: TextFact
    region: TextFact
    first_month: TextFact
    last_month: TextFact
    status: TextFact
    issue_date: DateFact
    authority: TextFact


@dataclass(frozen=True, slots=True)
class RulingFacts:
    """What a board or a court settled. ``kind``: 裁决书, 调解书 or 判决书."""

    kind: Literal["裁决书", "调解书", "判决书"]
    case_number: TextFact
    employee_name: TextFact
    employer_name: TextFact
    separation_date: DateFact
    issue_date: DateFact
    authority: TextFact
    employee_id: str = ""
    sex: Literal["男", "女"] = "男"
    legal_rep: str = ""


@dataclass(frozen=True, slots=True)
class ExitFacts:
    """Somebody left a building site."""

    name: TextFact
    id_number: TextFact
    employer_name: TextFact
    project: TextFact
    entered_on: DateFact
    exited_on: DateFact
    wages_settled: TextFact
    issue_date: DateFact


@dataclass(frozen=True, slots=True)
class ComplaintFacts:
    """The labour inspection took a complaint."""

    name: TextFact
    id_number: TextFact
    employer_name: TextFact
    issue_date: DateFact
    authority: TextFact


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What somebody declares."""

    name: TextFact
    id_number: TextFact
    subject: TextFact
    issue_date: DateFact
