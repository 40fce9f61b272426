"""Delivering: a verdict to its tenant's endpoint, the same bytes at each attempt, until it arrives or is a dead letter."""

import json
from typing import Final, NamedTuple

import structlog

from pipeline import metrics
from pipeline.delivery.attempts import retry_at
from pipeline.delivery.send import Letter, Limits, Receipt, send
from pipeline.service import Service
from pipeline.store import deliveries, verdicts
from pipeline.store.database import Unit
from pipeline.store.deliveries import Endpoint
from pipeline.store.patience import patiently
from pipeline.store.tables import DeliveryRow, RevisionRow
from pipeline.work.desk import Desk

EVENT: Final = "verdict.decided"

_log = structlog.get_logger()


class _Claimed(NamedTuple):
    """A delivery that is ours for this attempt. No endpoint: the tenant took it away meanwhile."""

    attempts: int
    letter: Letter
    endpoint: Endpoint | None


def deliver(desk: Desk, delivery_id: str) -> None:
    """Try once to deliver a verdict, unless another worker does or it has arrived."""
    with desk.in_hand.holding(delivery_id) as is_free:
        claimed = _claim(desk, delivery_id) if is_free else None
        if claimed is None:
            return
        receipt = _send(desk.service, claimed, desk)
        patiently(lambda: _note(desk, delivery_id, claimed.attempts, receipt))


def body_of(delivery_id: str, revision: RevisionRow, verdict_json: bytes) -> bytes:
    """Return what is sent: the verdict is put in as it was written down, so that every attempt sends the same bytes."""
    envelope = {"delivery_id": delivery_id, "event": EVENT, "packet_id": revision.packet_id, "revision": revision.number}
    return json.dumps(envelope).encode()[:-1] + b', "verdict": ' + verdict_json + b"}"


def _claim(desk: Desk, delivery_id: str) -> _Claimed | None:
    with desk.service.database.unit() as unit:
        row = deliveries.claim(unit, delivery_id, desk.worker_id)
        return None if row is None else _load(unit, row)


def _load(unit: Unit, row: DeliveryRow) -> _Claimed | None:
    revision = unit.session.get(RevisionRow, row.revision_id)
    verdict_json = verdicts.json_of(unit, row.revision_id)
    if revision is None or verdict_json is None:  # deleted; the row goes with its revision
        return None
    letter = Letter(row.id, body_of(row.id, revision, verdict_json))
    return _Claimed(row.attempts, letter, deliveries.endpoint_of(unit, row.tenant))


def _send(service: Service, claimed: _Claimed, desk: Desk) -> Receipt:
    if claimed.endpoint is None:
        return Receipt(arrived=False, final=True, problem="no endpoint is set any more")
    settings = service.settings
    return send(
        claimed.letter, claimed.endpoint, desk.clock(), Limits(settings.webhook_timeout_s, settings.webhook_allow_private)
    )


def _note(desk: Desk, delivery_id: str, attempts: int, receipt: Receipt) -> None:
    at = desk.clock()
    with desk.service.database.unit() as unit:
        if receipt.arrived:
            deliveries.arrived(unit, delivery_id, at)
            metrics.delivery_tried("delivered")
            return
        is_last = receipt.final or attempts >= desk.service.settings.webhook_attempts
        deliveries.failed(unit, delivery_id, receipt.problem, None if is_last else retry_at(at, attempts, desk.jitter()))
    metrics.delivery_tried("dead" if is_last else "retried")
    _log.warning("a verdict was not delivered", delivery=delivery_id, attempts=attempts, reason=receipt.problem, dead=is_last)
