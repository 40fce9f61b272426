"""Certificates from the future."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from validators.case import Case
from validators.check import NO_WORDS, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import certificates, endings
from validators.reasons import name_of
from validators.values import Value, read

_ISSUED: Final = "issue_date"
_DATED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "resignation_letter": _ISSUED,
        "termination_agreement": _ISSUED,
        "withdrawal_application": _ISSUED,
        "contribution_stop_proof": _ISSUED,
        "contribution_record": _ISSUED,
        "ruling": _ISSUED,
        "exit_confirmation": "exited_on",
        "complaint_receipt": _ISSUED,
        "personal_statement": _ISSUED,
        "police_certificate": _ISSUED,
        "deregistration_notice": "deregistered_on",
        "revocation_decision": _ISSUED,
        "liquidation_statement": _ISSUED,
        "registration_list": _ISSUED,
        "emigration_proof": _ISSUED,
        "nationality_loss_proof": _ISSUED,
        "death_certificate": "died_on",
        "kinship_proof": _ISSUED,
    }
)
"""The date of each paper that is no certificate, letter, licence or card."""


def run(case: Case, limits: Limits) -> Outcomes:
    """The certificate is issued, and the employment ended, by the day of submission

    The day itself is fine. An agreement or ruling ends it too; that any other paper is dated later goes to a person.
    Source: DOMAIN 8.2 X26, X27, 7.
    """
    for seen in certificates(case):
        yield _judge(case, read(seen, "issue_date"), "date.future/issue")
    for seen in endings(case):
        yield _judge(case, read(seen, "separation_date"), "date.future/separation")
    for seen in case.documents():
        field = _DATED.get(seen.document.type)
        if field:
            words = {"seen": name_of(seen.document.type), "field": name_of(field)}
            yield _judge(case, read(seen, field), "date.future/paper", words)


def _judge(case: Case, value: Value | None, reason: str, words: Mapping[str, str] = NO_WORDS) -> Outcome:
    if value is None or value.day is None:
        return DoesNotApply()
    if value.day <= case.submitted_on:
        return Passes()
    told = {**words, "here": value.text, "there": case.submitted_on.isoformat()}
    return Finds(reason, value.place, value.confidence, told)


CHECK = Check(run, Limits, rules=("X26", "X27"), reasons=("date.future/issue", "date.future/separation", "date.future/paper"))
