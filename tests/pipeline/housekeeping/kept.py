"""What a service keeps, to see that it is there or gone."""

import hashlib
import os
import tempfile
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from pipeline.service import Service
from pipeline.store import packets, readings
from pipeline.store.packets import Filters
from pipeline.store.tables import AuditRow, ReadingRow
from tests.pipeline.store.rows import NOON, TENANT, read, sha


def put(service: Service, *words: str, at: datetime = NOON) -> None:
    """Store the contents that words stand for, with evidence of each, as if at a moment."""
    for word in words:
        with tempfile.NamedTemporaryFile() as file:
            file.write(word.encode())
            file.flush()
            service.blobs.put(sha(word), Path(file.name))
        (path,) = (service.settings.data_dir / "blobs").rglob(sha(word))
        os.utime(path, (at.timestamp(), at.timestamp()))
        with service.database.unit() as unit:
            for reading in readings.ask_for(unit, [sha(word)], service.evidence_keys.sheets, "live", at):
                readings.finish(unit, reading, read(word), service.evidence_keys.documents)


def contents_left(service: Service) -> tuple[set[str], set[str]]:
    """Return the hashes of stored files, and of contents with evidence."""
    with service.database.reading() as unit:
        read = set(unit.session.scalars(select(ReadingRow.sha256)))
    return {blob.sha256 for blob in service.blobs.list()}, read


def packets_left(service: Service, tenant: str = TENANT) -> set[str]:
    """Return the ids of a tenant's packets."""
    with service.database.reading() as unit:
        return {stored.packet.id for stored in packets.list_packets(unit, tenant, Filters(), 200)}


def audited(service: Service) -> list[tuple[str, str, str]]:
    """Return actor, action and detail of everything in the audit log, in order."""
    with service.database.reading() as unit:
        rows = unit.session.scalars(select(AuditRow).order_by(AuditRow.id))
        return [(row.actor, row.action, row.detail) for row in rows]


def shas(*words: str) -> set[str]:
    """Return the hashes of contents."""
    return {hashlib.sha256(word.encode()).hexdigest() for word in words}
