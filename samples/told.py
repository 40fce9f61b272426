"""What the papers beside certificate and authorisation say in a story; a paper that is not in it is None."""

from dataclasses import dataclass
from typing import Final

from samples.papers.civil_facts import (
    AccountFacts,
    DeathFacts,
    DeregistrationFacts,
    EmigrationFacts,
    HouseholdFacts,
    KinshipFacts,
    LiquidationFacts,
    ListFacts,
    NationalityLossFacts,
    PoliceFacts,
    RevocationFacts,
)
from samples.papers.evidence_facts import (
    AccountEndsFacts,
    AgreementFacts,
    ComplaintFacts,
    ExitFacts,
    RecordFacts,
    RegistrationFacts,
    RulingFacts,
    StatementFacts,
    StopFacts,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One story's papers by their kind."""

    registration: RegistrationFacts | None = None
    police: PoliceFacts | None = None
    household: HouseholdFacts | None = None
    deregistration: DeregistrationFacts | None = None
    revocation: RevocationFacts | None = None
    liquidation: LiquidationFacts | None = None
    listed: ListFacts | None = None
    left_site: ExitFacts | None = None
    stopped: StopFacts | None = None
    records: tuple[RecordFacts, ...] = ()
    statement: StatementFacts | None = None
    emigration: EmigrationFacts | None = None
    nationality_loss: NationalityLossFacts | None = None
    death: DeathFacts | None = None
    kinship: KinshipFacts | None = None
    account: AccountFacts | None = None
    account_ends: AccountEndsFacts | None = None
    agreement: AgreementFacts | None = None
    ruling: RulingFacts | None = None
    complaint: ComplaintFacts | None = None


NOTHING_MORE: Final = Told()
"""A story that has no papers beside certificate and authorisation."""
