"""What a policy asks for: which documents, of whom, and from whom."""

from typing import Final, Literal

from pydantic import Field

from extractors.evidence import DOCUMENT_TYPES, DocumentType, Frozen, Side
from validators.case import Case
from validators.variants import Name, Variant, variant_of

Holder = Literal["legal_rep", "agent", "employee", "heir"]
"""Whose ID card it is."""

Slot = Literal[DocumentType, "legal_rep_id", "agent_id", "employee_id", "heir_id"]
"""What an applicant may say a file is."""

HOLDER_OF_SLOT: Final[dict[str, Holder]] = {
    "legal_rep_id": "legal_rep",
    "agent_id": "agent",
    "employee_id": "employee",
    "heir_id": "heir",
}

Applies = Literal["yes", "perhaps", "no"]

Missing = Literal["bounce", "review", "info", "bring"]
"""What it means that a paper is not there: sent back, a question for a person, a note, or a thing to bring to the counter."""


class Requirement(Frozen):
    """One thing asked for: ``count`` documents of ``any_of``, all its ``sides``, and for an ID card its ``holder``.

    ``roles``: the applicant roles that must bring it; ``variants``: the cases of the scenario in which it is asked for; empty
    means everybody. ``excused_by``: words in the declared reason after which a person decides whether it is needed.
    ``if_missing``: how grave it is that it is not there. ``title`` is what the applicant reads where the slot's own name will
    not do, ``title_en`` the same in English. ``among``: all variants of the scenario, filled in by the policy.
    """

    slot: Slot
    any_of: tuple[DocumentType, ...]
    sides: tuple[Side, ...] = ()
    count: int = Field(default=1, ge=1)
    roles: tuple[str, ...] = ()
    variants: tuple[Name, ...] = ()
    excused_by: tuple[str, ...] = ()
    if_missing: Missing = "bounce"
    title: str = ""
    title_en: str = ""
    among: tuple[Variant, ...] = ()

    @property
    def holder(self) -> Holder | None:
        """Whose ID card is wanted; None where it is no ID card."""
        return HOLDER_OF_SLOT.get(self.slot)

    def applies(self, case: Case) -> Applies:
        """Whether this case must bring it. An agent that shows but is not declared is a perhaps."""
        if not self._meets_variant(case) or (self.roles == ("agent",) and is_own_agent(case)):
            return "no"
        if not self.roles or case.declared.applicant_role in self.roles:
            return "yes"
        if case.declared.applicant_role or "agent" not in self.roles:
            return "no"
        return "perhaps" if acts_by_agent(case) else "no"

    def _meets_variant(self, case: Case) -> bool:
        chosen = variant_of(case, self.among) if self.variants else None
        return not self.variants or (chosen is not None and chosen.name in self.variants)

    def excused(self, case: Case) -> bool:
        """Whether the declared reason may make it unnecessary."""
        told = case.declared.reason + case.declared.reason_detail
        return any(word in told for word in self.excused_by)

    def takes(self, slot: str | None) -> bool:
        """Whether a file in this slot was meant for it."""
        whose = HOLDER_OF_SLOT.get(slot or "")
        return slot == self.slot or (type_of_slot(slot) in self.any_of and whose in (None, self.holder))


def is_own_agent(case: Case) -> bool:
    """Whether the agent typed is the representative or the worker: nobody authorises themselves."""
    told = case.declared
    same_number = bool(told.agent_id and told.agent_id == told.employee_id)
    return same_number or (bool(told.agent_name) and told.agent_name in (told.legal_rep_name, told.employee_name))


def acts_by_agent(case: Case) -> bool:
    """Whether anything in the packet speaks of an agent. Who acts for himself is none."""
    declared = case.declared
    named = declared.agent_name not in ("", declared.legal_rep_name, declared.employee_name, declared.applicant_name)
    slots = {file.slot for file in case.files}
    return (
        named or bool(slots & {"agent_id", "authorization_letter"}) or any(True for _ in case.documents("authorization_letter"))
    )


def type_of_slot(slot: str | None) -> str | None:
    """The document type a slot asks for; None for no slot, or one we do not know."""
    if slot in HOLDER_OF_SLOT:
        return "id_card"
    return slot if slot in DOCUMENT_TYPES and slot != "unknown" else None
