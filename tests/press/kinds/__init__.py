"""The kinds of papers that the press composes, their wording beside them."""

from typing import Final

from extractors.evidence import DocumentType
from tests.press.choices import Weighted
from tests.press.kinds.authorization_letter import AUTHORIZATION_BY_FIRM, AUTHORIZATION_BY_PERSON
from tests.press.kinds.employment_papers import EXIT_CONFIRMATION, RESIGNATION_LETTER, TERMINATION_AGREEMENT
from tests.press.kinds.firm_papers import DEREGISTRATION_NOTICE, LIQUIDATION_STATEMENT, REVOCATION_DECISION
from tests.press.kinds.insurance_papers import CONTRIBUTION_RECORD, CONTRIBUTION_STOP_PROOF
from tests.press.kinds.kind import Kind
from tests.press.kinds.labour_disputes import COMPLAINT_RECEIPT, RULING_OF_ARBITRATION, RULING_OF_COURT
from tests.press.kinds.personal_papers import (
    DEATH_CERTIFICATES,
    EMIGRATION_PROOF,
    KINSHIP_PROOF,
    NATIONALITY_LOSS_PROOFS,
    PERSONAL_STATEMENT,
)
from tests.press.kinds.police_certificate import POLICE_CERTIFICATES
from tests.press.kinds.registration_papers import REGISTRATION_LIST, REGISTRATION_PROOF, WITHDRAWAL_APPLICATION
from tests.press.kinds.termination_certificate import TERMINATION_CERTIFICATE

__all__ = ["KINDS", "kinds_of"]

_WEIGHED: Final[tuple[tuple[Kind, float], ...]] = (
    (TERMINATION_CERTIFICATE, 40),
    (AUTHORIZATION_BY_FIRM, 18),
    (AUTHORIZATION_BY_PERSON, 7),
    (RESIGNATION_LETTER, 3),
    (TERMINATION_AGREEMENT, 3),
    (WITHDRAWAL_APPLICATION, 4),
    (REGISTRATION_PROOF, 3),
    (CONTRIBUTION_STOP_PROOF, 2),
    (CONTRIBUTION_RECORD, 2),
    (RULING_OF_ARBITRATION, 1),
    (RULING_OF_COURT, 1),
    (EXIT_CONFIRMATION, 2),
    (COMPLAINT_RECEIPT, 1.5),
    (PERSONAL_STATEMENT, 1.5),
    *((kind, 0.5) for kind in POLICE_CERTIFICATES),
    (DEREGISTRATION_NOTICE, 1.5),
    (REVOCATION_DECISION, 1.5),
    (LIQUIDATION_STATEMENT, 1.5),
    (REGISTRATION_LIST, 1.5),
    (EMIGRATION_PROOF, 1),
    *((kind, 0.5) for kind in NATIONALITY_LOSS_PROOFS),
    *((kind, 0.4) for kind in DEATH_CERTIFICATES),
    (KINSHIP_PROOF, 1),
)
KINDS: Final = Weighted(*_WEIGHED)


def kinds_of(type_: DocumentType) -> Weighted[Kind]:
    """The kinds of one type of document."""
    return Weighted(*[(kind, weight) for kind, weight in _WEIGHED if kind.type == type_])
