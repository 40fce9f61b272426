"""The audit log: who did what, when, to what, under which policy. Rows are added and never changed."""

from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import select

from pipeline.store.database import Unit
from pipeline.store.tables import AuditRow

SYSTEM: Final = "system"
"""The actor of what happens on its own."""
MAX_DETAIL: Final = 1024
"""Characters of an entry's detail that are kept."""


class Entry(NamedTuple):
    """What happened. ``actor`` is a key's id or ``SYSTEM``; ``detail`` holds no personal data."""

    tenant: str
    actor: str
    action: str
    subject: str
    policy_version: str = ""
    detail: str = ""


def record(unit: Unit, at: datetime, entry: Entry) -> None:
    """Add an entry to the log, in the same transaction as what it tells of."""
    unit.session.add(AuditRow(at=at, **entry._replace(detail=entry.detail[:MAX_DETAIL])._asdict()))


def entries_of(unit: Unit, tenant: str, subject: str) -> list[AuditRow]:
    """Return what was done to a subject of a tenant, oldest first."""
    query = select(AuditRow).where(AuditRow.tenant == tenant, AuditRow.subject == subject).order_by(AuditRow.id)
    return list(unit.session.scalars(query))
