"""Where the names stand on papers other than licences, cards, certificates and letters, and what each must say (DOMAIN 4)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, NamedTuple

from extractors.evidence import DocumentType
from validators.case import Case, Sighting
from validators.check import CannotTell, DoesNotApply, Finds, Outcome, Passes
from validators.persons import Person
from validators.reasons import name_of
from validators.requirements import Requirement
from validators.values import read


class PersonFields(NamedTuple):
    """The fields that name a person; empty for what the paper does not say."""

    name: str
    number: str = ""


_AS_EMPLOYEE: Final = PersonFields("employee_name", "employee_id")
_AS_HOLDER: Final = PersonFields("name", "id_number")

PERSON_ON: Final[Mapping[str, PersonFields]] = MappingProxyType(
    {
        "resignation_letter": _AS_EMPLOYEE,
        "termination_agreement": _AS_EMPLOYEE,
        "withdrawal_application": _AS_EMPLOYEE,
        "ruling": PersonFields("employee_name"),
        "contribution_record": _AS_HOLDER,
        "exit_confirmation": _AS_HOLDER,
        "complaint_receipt": _AS_HOLDER,
        "personal_statement": _AS_HOLDER,
        "emigration_proof": _AS_HOLDER,
        "nationality_loss_proof": _AS_HOLDER,
        "death_certificate": _AS_HOLDER,
    }
)
"""Whom a paper is about: the person the application is for."""

FIRM_ON: Final[Mapping[str, str]] = MappingProxyType(
    {
        "termination_agreement": "employer_name",
        "withdrawal_application": "employer_name",
        "ruling": "employer_name",
        "registration_list": "employer_name",
        "deregistration_notice": "name",
        "revocation_decision": "name",
    }
)
"""Whose paper it is, or which firm it is about."""

MUST_SAY: Final[Mapping[DocumentType, tuple[str, ...]]] = MappingProxyType(
    {
        "termination_agreement": ("employee_name", "employer_name", "separation_date"),
        "withdrawal_application": ("employer_name",),
        "registration_proof": ("name",),
        "contribution_stop_proof": ("name", "stop_month"),
        "contribution_record": ("name", "id_number"),
        "ruling": ("employee_name", "employer_name"),
        "exit_confirmation": ("name", "exited_on"),
        "personal_statement": ("name",),
        "deregistration_notice": ("name",),
        "revocation_decision": ("name",),
        "nationality_loss_proof": ("name",),
        "death_certificate": ("name", "died_on"),
        "kinship_proof": ("name", "relative", "relation"),
    }
)
"""Without which a paper proves nothing."""

_FIRMS_NOTICES: Final = frozenset({"deregistration_notice", "revocation_decision"})


def called(kind: str, field: str) -> str:
    """What a field of a paper is called, by the catalogue's key: the name on most papers is a person's."""
    return "person_name" if field == "name" and kind not in _FIRMS_NOTICES else field


WRITTEN_BY_EMPLOYERS: Final = frozenset(
    {"termination_agreement", "withdrawal_application", "exit_confirmation", "personal_statement", "registration_list"}
)
"""Papers that people fill in themselves, so that a blank on them is theirs and no misreading of an office's print."""


def person_on(seen: Sighting) -> Person:
    """The person a paper names."""
    fields = PERSON_ON[seen.document.type]
    return Person(read(seen, fields.name), read(seen, fields.number) if fields.number else None)


def is_extra(case: Case, seen: Sighting, requirements: tuple[Requirement, ...]) -> bool:
    """Whether the case would do without the paper: nobody asked for it, or enough others serve for it."""
    return all(len(others) >= one.count for one, others in _served(case, seen, requirements))


def _served(
    case: Case, seen: Sighting, requirements: tuple[Requirement, ...]
) -> Iterator[tuple[Requirement, tuple[Sighting, ...]]]:
    for one in requirements:
        if seen.document.type in one.any_of and one.applies(case) != "no":
            yield one, tuple(other for kind in one.any_of for other in case.documents(kind) if other != seen)


def about_paper(outcome: Outcome, seen: Sighting, *, extra: bool) -> Outcome:
    """The outcome with the paper's name; a finding about a paper that the case would do without is a question."""
    if isinstance(outcome, Passes | DoesNotApply):
        return outcome
    words = {**outcome.words, "seen": name_of(seen.document.type)}
    if extra and isinstance(outcome, Finds):
        return CannotTell(outcome.reason, "extra", outcome.place, outcome.confidence, words, outcome.about)
    return replace(outcome, words=words)
