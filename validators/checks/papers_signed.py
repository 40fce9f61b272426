"""Papers that nobody signed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from extractors.evidence import Signature, SignatureRole
from validators.case import Case, Sighting
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.paper_fields import about_paper, is_beside, is_extra
from validators.reasons import name_of

SURE: Final = 0.90
"""Confidence (DOMAIN 8.1) below which a place may hold a signature that was not seen."""
_SIGNED: Final = frozenset({"handwritten", "name_seal", "thumbprint"})


class Signer(NamedTuple):
    """Who signs a paper: any of the roles, what they are called, and whether the paper is void without."""

    roles: frozenset[SignatureRole]
    called: str
    needed: bool


_EMPLOYEE: Final = frozenset[SignatureRole]({"employee", "applicant"})
SIGNERS: Final[Mapping[str, tuple[Signer, ...]]] = MappingProxyType(
    {
        "termination_agreement": (
            Signer(_EMPLOYEE, "signer_employee", needed=True),
            Signer(frozenset({"legal_rep", "agent", "handler", "principal"}), "signer_employer", needed=False),
        ),
        "withdrawal_application": (Signer(frozenset({"handler", "agent", "legal_rep"}), "signer_handler", needed=False),),
        "personal_statement": (Signer(_EMPLOYEE, "signer_applicant", needed=True),),
        "exit_confirmation": (Signer(_EMPLOYEE, "signer_employee", needed=False),),
    }
)
"""An agreement is void without the worker; for the firm its seal speaks, its representative may sign besides (DOMAIN 3.2)."""


def run(case: Case, limits: Limits) -> Outcomes:
    """Agreements, applications and statements are signed by those who make them

    An agreement needs both: the worker's signature, and the firm's seal, beside which its representative often signs. An empty
    place of the worker is sent back, one of the firm's people or of a handler goes to a person. Where no place asks for a
    signature, none is missed, nor on a paper that others serve for. Source: DOMAIN 3.2, 4, 9 A1; CONTRACT 3.
    """
    for kind, signers in SIGNERS.items():
        for seen in case.documents(kind):
            if is_beside(case, seen, limits.requirements):
                continue
            extra = is_extra(case, seen, limits.requirements)
            yield from (about_paper(_judge(seen, signer), seen, extra=extra) for signer in signers)


def _judge(seen: Sighting, signer: Signer) -> Outcome:
    places = [mark for mark in seen.document.signatures if mark.role in signer.roles]
    if not places:
        return DoesNotApply()
    if any(mark.state in _SIGNED for mark in places):
        return Passes()
    return _unsigned(seen, signer, max(places, key=lambda mark: mark.confidence))


def _unsigned(seen: Sighting, signer: Signer, mark: Signature) -> Outcome:
    place = Place(document=seen.document.type, file=seen.file.name, page=mark.page, bbox=mark.box)
    words = {"signer": name_of(signer.called), "here": mark.label}
    if mark.state != "blank" or mark.confidence < SURE:
        return Finds("signature.unclear/paper", place, mark.confidence, words)
    reason = "signature.missing/paper" if signer.needed else "signature.missing/optional"
    return Finds(reason, place, mark.confidence, words)


CHECK = Check(
    run, Limits, rules=(), reasons=("signature.missing/paper", "signature.missing/optional", "signature.unclear/paper")
)
