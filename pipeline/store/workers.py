"""Working processes: each says now and then that it lives."""

from datetime import datetime

from sqlalchemy import delete, select, update

from pipeline.store.database import Unit, new_id
from pipeline.store.readings import changed
from pipeline.store.tables import WorkerRow


def sign_on(unit: Unit, host: str, now: datetime) -> str:
    """Enter a new worker and return its id."""
    row = WorkerRow(id=new_id(), host=host, started_at=now, seen_at=now)
    unit.session.add(row)
    return row.id


def seen(unit: Unit, worker_id: str, host: str, now: datetime) -> None:
    """Note that a worker lives; one that was forgotten meanwhile is entered again."""
    result = unit.session.execute(update(WorkerRow).where(WorkerRow.id == worker_id).values(seen_at=now))
    if not changed(result):
        unit.session.add(WorkerRow(id=worker_id, host=host, started_at=now, seen_at=now))


def sign_off(unit: Unit, worker_id: str) -> None:
    """Remove a worker that stops in good order."""
    unit.session.execute(delete(WorkerRow).where(WorkerRow.id == worker_id))


def forget_the_dead(unit: Unit, seen_before: datetime) -> None:
    """Remove workers not seen since a moment."""
    unit.session.execute(delete(WorkerRow).where(WorkerRow.seen_at < seen_before))


def living(unit: Unit, alive_since: datetime) -> int:
    """Return how many workers were seen since a moment."""
    return len(unit.session.scalars(select(WorkerRow.id).where(WorkerRow.seen_at >= alive_since)).all())
