"""Deleting a packet: its rows first, then the evidence and the files that no other packet holds. The audit log stays."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final, NamedTuple

import structlog

from pipeline.blobs.blobs import BlobsUnavailableError
from pipeline.service import Service
from pipeline.store import audit, contents, packets, readings
from pipeline.store.database import Unit

DELETED: Final = "packet.deleted"
"""What the audit log calls it."""

_log = structlog.get_logger()


class Doomed(NamedTuple):
    """A packet to delete, on whose word and why."""

    packet_id: str
    tenant: str
    actor: str
    reason: str = "on request"


def delete_packet(service: Service, tenant: str, packet_id: str, actor: str, now: datetime) -> bool:
    """Delete a packet with all its revisions, on the word of a key (its id); False where the tenant has no such packet.

    Once this returns its rows are gone, with them its verdicts and deliveries, and so are evidence and files that no other
    packet holds. Files in a store that is away at this moment are removed by the orphan sweep.
    """
    with service.database.unit() as unit:
        if packets.find(unit, tenant, packet_id) is None:
            return False
        let_go = delete_rows(unit, Doomed(packet_id, tenant, actor), now)
    remove_unheld(service, let_go)
    return True


def delete_rows(unit: Unit, doomed: Doomed, now: datetime) -> list[str]:
    """Delete what the database holds of a packet; return the contents that no packet holds now, for ``remove_unheld``."""
    revisions = len(packets.revisions_of(unit, doomed.packet_id))
    let_go = packets.delete_packet(unit, doomed.packet_id, now)
    readings.drop(unit, let_go)
    detail = f"{doomed.reason}; revisions: {revisions}, contents removed: {len(let_go)}"
    audit.record(unit, now, audit.Entry(doomed.tenant, doomed.actor, DELETED, doomed.packet_id, detail=detail))
    _log.info("a packet was deleted", packet=doomed.packet_id, reason=doomed.reason, contents=len(let_go))
    return let_go


def remove_unheld(service: Service, sha256s: Iterable[str]) -> int:
    """Remove evidence and files of those contents that no revision holds; return how many contents that were.

    Each is looked at again under its lock: another packet may have taken it up meanwhile.
    """
    removed = 0
    for sha256 in sha256s:
        try:
            with service.database.unit() as unit:
                contents.lock(unit, [sha256])
                if contents.held_by_nobody(unit, [sha256]):
                    readings.drop(unit, [sha256])
                    service.blobs.delete(sha256)
                    removed += 1
        except BlobsUnavailableError as error:
            _log.warning("a file stays until the orphan sweep finds it", reason=str(error))
    return removed
