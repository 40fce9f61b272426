"""Verdicts: exactly one for a revision, whoever comes to it first."""

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from pipeline.store.database import Unit
from pipeline.store.readings import changed
from pipeline.store.tables import RevisionRow, VerdictRow
from pipeline.verdict import Verdict


def decide(unit: Unit, revision_id: str, verdict: Verdict) -> bool:
    """Give a queued revision its verdict; False where it has one, or is gone: then this one counts for nothing."""
    decided = unit.session.execute(
        update(RevisionRow)
        .where(RevisionRow.id == revision_id, RevisionRow.state == "queued")
        .values(state="decided", decided_at=verdict.decided_at, outcome=verdict.outcome, push_at=None)
    )
    if not changed(decided):
        return False
    row = VerdictRow(
        revision_id=revision_id,
        outcome=verdict.outcome,
        policy_version=verdict.policy_version,
        sealed_verdict=unit.vault.seal(verdict.model_dump_json().encode()),
        decided_at=verdict.decided_at,
    )
    try:
        with unit.session.begin_nested():
            unit.session.add(row)
    except IntegrityError:
        return False
    return True


def verdict_of(unit: Unit, revision_id: str) -> Verdict | None:
    """Return a revision's verdict; None while there is none."""
    sealed = unit.session.scalar(select(VerdictRow.sealed_verdict).where(VerdictRow.revision_id == revision_id))
    return None if sealed is None else Verdict.model_validate_json(unit.vault.open(sealed))


def json_of(unit: Unit, revision_id: str) -> bytes | None:
    """Return a revision's verdict as it was written down, byte for byte; None while there is none."""
    sealed = unit.session.scalar(select(VerdictRow.sealed_verdict).where(VerdictRow.revision_id == revision_id))
    return None if sealed is None else unit.vault.open(sealed)
