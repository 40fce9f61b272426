"""What each comparing check compares, side by side: what was typed, and what stands on which paper.

A side is a tuple of places of which one is enough. A place is ``declared.<name>`` (typed), ``<document type>.<field>`` (read),
a document type alone, or ``<holder>_id.<field>``: on the ID card of the legal representative, agent, employee or heir.
"""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Final

from validators.cards import sort_cards
from validators.case import Case
from validators.paper_fields import FIRM_ON, PERSON_ON
from validators.papers import ENDING_TYPES
from validators.requirements import HOLDER_OF_SLOT, Requirement
from validators.values import read

Side = tuple[str, ...]

_TYPED: Final = "declared."

_LAST_DAY: Final[Side] = tuple(f"{kind}.separation_date" for kind in ("termination_certificate", *ENDING_TYPES))
_EMPLOYER: Final[Side] = ("business_license.name", "declared.employer_name")
_EMPLOYEE: Final[Side] = ("employee_id.name", "declared.employee_name")
_EMPLOYEE_NUMBER: Final[Side] = ("employee_id.id_number", "declared.employee_id")

SIDES: Final[Mapping[str, tuple[Side, ...]]] = MappingProxyType(
    {
        "agent_identity": (
            ("authorization_letter.agent_name",),
            ("authorization_letter.agent_id",),
            ("agent_id.name", "declared.agent_name"),
            ("agent_id.id_number", "declared.agent_id"),
        ),
        "applicant_known": (("declared.applicant_name", "declared.applicant_id"),),
        "authorization_period": (("authorization_letter.valid_until",),),
        "bank_payee": (("declared.payee_name",), ("declared.payee_account",), ("bank_card",)),
        "certificate_employer": (("termination_certificate.employer_name",), _EMPLOYER),
        "certificate_person": (
            ("termination_certificate.employee_name",),
            ("termination_certificate.employee_id",),
            _EMPLOYEE,
            _EMPLOYEE_NUMBER,
        ),
        "certificates_agree": (("termination_certificate",),),
        "contribution_stop": (("contribution_stop_proof", "contribution_record"), _EMPLOYEE, _EMPLOYEE_NUMBER),
        "correction_link": (("police_certificate.old_value",), ("police_certificate.new_value",)),
        "proof_person": (
            ("household_register.id_number", "police_certificate.id_number"),
            ("declared.employee_id", "employee_id.id_number"),
        ),
        "correction_proven": (("household_register", "police_certificate"), ("declared.new_value", "employee_id.name")),
        "date_order": (
            ("termination_certificate.separation_date",),
            ("termination_certificate.start_date", "termination_certificate.issue_date"),
        ),
        "declared_agent": (
            ("declared.agent_name",),
            ("declared.agent_id",),
            ("agent_id.name",),
            ("agent_id.id_number",),
        ),
        "deregistration_date": (
            ("deregistration_notice.deregistered_on",),
            (*_LAST_DAY, "declared.separation_date"),
        ),
        "double_insurance": (("contribution_record",),),
        "future_dates": (_LAST_DAY, ("termination_certificate.issue_date",)),
        "kinship": (("kinship_proof",),),
        "legal_representative": (
            ("business_license.legal_rep",),
            ("legal_rep_id.name",),
            ("declared.legal_rep_name",),
        ),
        "license_qr": (("business_license.uscc",),),
        "license_term": (("business_license.term_until",),),
        "listed_workers": (("declared.employees",),),
        "overdue": (_LAST_DAY,),
        "paper_employer": (FIRM_ON, (*_EMPLOYER, "business_license.uscc", "declared.uscc")),
        "paper_person": (PERSON_ON, _EMPLOYEE, _EMPLOYEE_NUMBER),
        "principal": (("authorization_letter.principal",), (*_EMPLOYER, "employee_id.name")),
        "reason_conflict": (("declared.reason",), ("termination_certificate.reason",)),
        "reason_unspecific": (("declared.reason",),),
        "registered_elsewhere": (("declared.registered_in", "registration_proof.region", "registration_proof.authority"),),
        "registration": (
            ("registration_proof.registration_id",),
            ("declared.registration_id", "withdrawal_application.registration_id"),
        ),
        "stop_month": (("contribution_stop_proof.stop_month",), (*_LAST_DAY, "declared.separation_date")),
        "typed_employer": (
            ("declared.employer_name",),
            ("declared.uscc",),
            ("business_license.name",),
            ("business_license.uscc", "business_license.registration_number"),
        ),
        "typed_numbers": (("declared.employee_id", "declared.agent_id"),),
        "typed_person": (
            ("declared.employee_name",),
            ("declared.employee_id",),
            ("employee_id.name",),
            ("employee_id.id_number",),
        ),
        "typed_separation": (("declared.separation_date",), _LAST_DAY),
    }
)
"""By check. A check that is not here looks at one paper, or at the files themselves."""


class SidesThere:
    """What a case has to compare. Looked up once, when the first check asks."""

    def __init__(self, case: Case, requirements: tuple[Requirement, ...]) -> None:
        self._case = case
        self._requirements = requirements

    def lacking(self, check: str) -> tuple[str, ...]:
        """Return the sides of a check that are not there, each with all places that would have done, parted by ``|``."""
        return tuple("|".join(side) for side in SIDES.get(check, ()) if not self._places.intersection(side))

    @cached_property
    def _places(self) -> frozenset[str]:
        typed = {f"{_TYPED}{name}" for name, value in self._case.declared if value}
        seen = [(str(one.document.type), one) for one in self._case.documents()]
        cards = sort_cards(self._case, self._requirements)
        seen += [(slot, one) for slot, holder in HOLDER_OF_SLOT.items() for one in cards.of[holder].fronts]
        fields = {f"{kind}.{name}" for kind, one in seen for name in one.document.fields if read(one, name)}
        return frozenset(typed | {kind for kind, _ in seen} | fields)


def typed_nowhere(check: str, not_there: tuple[str, ...]) -> tuple[str, ...]:
    """Return what nobody typed although a paper that it would be compared with is there.

    >>> typed_nowhere("typed_separation", ("declared.separation_date",))
    ('separation_date',)
    """
    on_papers = ["|".join(side) for side in SIDES.get(check, ()) if not any(place.startswith(_TYPED) for place in side)]
    if not any(side not in not_there for side in on_papers):
        return ()
    return tuple(side.removeprefix(_TYPED) for side in not_there if side.startswith(_TYPED) and "|" not in side)
