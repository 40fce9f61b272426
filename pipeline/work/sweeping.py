"""The sweep: the database is the truth, and whatever a broker or a worker lost is found there and handed out again."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

import structlog

from pipeline.service import Service
from pipeline.store import deliveries, packets, readiness, readings, restarts, workers
from pipeline.store.database import Unit
from pipeline.store.tables import Priority
from pipeline.work.desk import Desk

MAX_PUSHED: Final = 500
"""Messages of a kind that one sweep sends; the next one goes on."""
UNDER_WAY_S: Final = 60
"""Seconds after which a delivery's message counts as lost."""

_log = structlog.get_logger()


class _Lost(NamedTuple):
    """What is to be handed out again."""

    readings: list[tuple[str, Priority]]
    revisions: list[tuple[str, Priority]]
    deliveries: list[str]


def sweep(desk: Desk, now: datetime) -> None:
    """Free what dead workers held, and what this one no longer has in hand; push again whatever is due."""
    service = desk.service
    alive_since = now - timedelta(seconds=service.settings.worker_dead_after_s)
    with service.database.unit() as unit:
        give_back(unit, desk, desk.in_hand.ids(), now)
        freed = readings.free_from_the_dead(unit, alive_since, now) + deliveries.free_from_the_dead(unit, alive_since, now)
        workers.forget_the_dead(unit, alive_since)
    if freed:
        _log.warning("work of workers that died is free again", count=freed)
    _push_lost(service, now)


def take_over(desk: Desk, now: datetime) -> None:
    """Free and push everything there is: the process before this one took its queue with it, and there is no other."""
    with desk.service.database.unit() as unit:
        nobody_since = now + timedelta(days=1)
        readings.free_from_the_dead(unit, nobody_since, now)
        deliveries.free_from_the_dead(unit, nobody_since, now)
        restarts.push_all(unit, now)


def give_back(unit: Unit, desk: Desk, but: frozenset[str], now: datetime) -> None:
    """Let others take what this worker claimed, except what is named."""
    readings.give_back_all_but(unit, desk.worker_id, but, now)
    deliveries.give_back_all_but(unit, desk.worker_id, but, now)


def _push_lost(service: Service, now: datetime) -> None:
    with service.database.unit() as unit:
        lost = _find_lost(unit, service, now)
    for reading_id, priority in lost.readings:
        service.queue.read(reading_id, priority)
    for revision_id, priority in lost.revisions:
        service.queue.judge(revision_id, priority)
    for delivery_id in lost.deliveries:
        service.queue.deliver(delivery_id)


def _find_lost(unit: Unit, service: Service, now: datetime) -> _Lost:
    waiting = readings.due(unit, now, MAX_PUSHED)
    to_judge: list[tuple[str, Priority]] = []
    for revision_id, priority in packets.due(unit, now, MAX_PUSHED):
        missing = readiness.unasked(unit, revision_id, service.evidence_keys.sheets)
        waiting += [(id_, priority) for id_ in readings.ask_for(unit, missing, service.evidence_keys.sheets, priority, now)]
        if not missing and readiness.is_ready(unit, revision_id, service.evidence_keys.sheets):
            to_judge.append((revision_id, priority))
    return _Lost(waiting, to_judge, deliveries.due(unit, now, now + timedelta(seconds=UNDER_WAY_S), MAX_PUSHED))
