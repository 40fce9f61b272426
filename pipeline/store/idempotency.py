"""Requests that were answered before: the same key and the same content get the same answer, and nothing is done twice."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete

from pipeline.store.database import Unit
from pipeline.store.readings import changed
from pipeline.store.tables import IdempotencyRow


class Answered(NamedTuple):
    """An earlier request under the same key: what it held (a SHA-256) and what was answered."""

    fingerprint: str
    status: int
    body: bytes


def answered(unit: Unit, tenant: str, key: str) -> Answered | None:
    """Return what was answered under a key; None where it is new."""
    row = unit.session.get(IdempotencyRow, (tenant, key))
    return None if row is None else Answered(row.fingerprint, row.status, unit.vault.open(row.sealed_body))


def remember(unit: Unit, tenant: str, key: str, answer: Answered, now: datetime) -> None:
    """Keep an answer, in the transaction that did the work: of two at once, one fails on the primary key and is undone."""
    unit.session.add(
        IdempotencyRow(
            tenant=tenant,
            key=key,
            fingerprint=answer.fingerprint,
            status=answer.status,
            sealed_body=unit.vault.seal(answer.body),
            created_at=now,
        )
    )
    unit.session.flush()


def forget_before(unit: Unit, moment: datetime) -> int:
    """Forget answers from before a moment; return how many."""
    return changed(unit.session.execute(delete(IdempotencyRow).where(IdempotencyRow.created_at < moment)))
