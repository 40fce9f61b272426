"""Handing a revision in: stored as work first, then given to the queue."""

from datetime import datetime

from pipeline.service import Service
from pipeline.store import packets, readings
from pipeline.store.database import Unit
from pipeline.store.tables import Priority


def hand_in(unit: Unit, service: Service, revision_id: str, priority: Priority, now: datetime) -> list[str] | None:
    """Turn a draft into work, in the caller's transaction.

    Return the ids of the readings to wait for; None if it was handed in before.
    """
    if not packets.hand_in(unit, revision_id, now):
        return None
    sha256s = [file.sha256 for file in packets.files_of(unit, revision_id)]
    return readings.ask_for(unit, sha256s, service.evidence_keys.sheets, priority, now)


def push(service: Service, revision_id: str, reading_ids: list[str], priority: Priority) -> None:
    """Give the queue what ``hand_in`` returned, once the transaction is committed. With nothing to read, it can be judged."""
    for reading_id in reading_ids:
        service.queue.read(reading_id, priority)
    if not reading_ids:
        service.queue.judge(revision_id, priority)
