"""When work that waits is handed to the queue once more: soon at first, for a message may be lost, then ever more rarely."""

from datetime import datetime, timedelta
from typing import Final, TypeVar

from sqlalchemy import ColumnElement, select

from pipeline.store.database import Unit
from pipeline.store.tables import Priority, ReadingRow, RevisionRow

Waiting = TypeVar("Waiting", ReadingRow, RevisionRow)

FIRST_PUSH_S: Final = 30
MAX_PUSH_S: Final[dict[Priority, int]] = {"live": 120, "backlog": 3600}
"""An applicant waits for a live packet: a message of it that is lost again and again costs two minutes each time."""


def next_push(now: datetime, pushes: int, priority: Priority) -> datetime:
    """Return when to push again after ``pushes`` times: 30 s, 1 min, 2 min … at most what the priority allows.

    A message that only waits in a long queue is doubled a few times, not every half minute; a doubled one does no work, since
    whoever comes second finds the row claimed or done.
    """
    return now + timedelta(seconds=min(MAX_PUSH_S[priority], FIRST_PUSH_S * 2 ** min(pushes, 10)))


def push_due(
    unit: Unit, table: type[Waiting], waits: ColumnElement[bool], now: datetime, limit: int
) -> list[tuple[str, Priority]]:
    """Return rows that wait and whose message may be lost, counted as pushed once more; other sweeps pass them over."""
    rows = unit.session.scalars(
        select(table)
        .where(waits, table.push_at <= now)
        .order_by(table.push_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    ).all()
    for row in rows:
        row.push_at, row.pushes = next_push(now, row.pushes, row.priority), row.pushes + 1
    return [(row.id, row.priority) for row in rows]
