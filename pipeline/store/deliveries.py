"""Verdicts on their way to the tenant's endpoint: one delivery for a revision, tried until it arrives or is given up."""

import base64
import secrets
from collections.abc import Collection
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import or_, select, update

from pipeline.store.database import Unit, new_id
from pipeline.store.readings import changed
from pipeline.store.tables import DeliveryRow, DeliveryState, EndpointRow, WorkerRow

SECRET_BYTES: Final = 32
SECRET_PREFIX: Final = "whsec_"
"""Secrets are written as Standard Webhooks has them, so that its libraries take them: the prefix, then base64."""


class Endpoint(NamedTuple):
    """Where a tenant wants verdicts sent, and the secret they are signed with."""

    url: str
    secret: str


def set_endpoint(unit: Unit, tenant: str, url: str, now: datetime) -> str:
    """Set a tenant's endpoint and return its new secret, for the only time."""
    secret = SECRET_PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()
    unit.session.merge(EndpointRow(tenant=tenant, url=url, sealed_secret=unit.vault.seal(secret.encode()), created_at=now))
    return secret


def endpoint_of(unit: Unit, tenant: str) -> Endpoint | None:
    """Return a tenant's endpoint; None where it has none."""
    row = unit.session.get(EndpointRow, tenant)
    return None if row is None else Endpoint(row.url, unit.vault.open(row.sealed_secret).decode())


def remove_endpoint(unit: Unit, tenant: str) -> bool:
    """Remove a tenant's endpoint; False where there is none."""
    row = unit.session.get(EndpointRow, tenant)
    if row is not None:
        unit.session.delete(row)
        unit.session.flush()
    return row is not None


def plan(unit: Unit, revision_id: str, tenant: str, now: datetime) -> str | None:
    """Plan the delivery of a verdict, in the transaction that decides it; None where the tenant has no endpoint."""
    if unit.session.get(EndpointRow, tenant) is None:
        return None
    row = DeliveryRow(
        id=new_id(), revision_id=revision_id, tenant=tenant, state="waiting", created_at=now, push_at=now, attempts=0
    )
    unit.session.add(row)
    unit.session.flush()
    return row.id


def claim(unit: Unit, delivery_id: str, worker_id: str) -> DeliveryRow | None:
    """Take a waiting delivery; None where another has it or it has arrived."""
    taken = unit.session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.id == delivery_id, DeliveryRow.state == "waiting")
        .values(state="sending", worker_id=worker_id, attempts=DeliveryRow.attempts + 1)
    )
    return unit.session.get(DeliveryRow, delivery_id, populate_existing=True) if changed(taken) else None


def arrived(unit: Unit, delivery_id: str, now: datetime) -> None:
    """Note that the tenant has the verdict."""
    unit.session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.id == delivery_id)
        .values(state="delivered", delivered_at=now, worker_id=None, push_at=None, last_error=None)
    )


def failed(unit: Unit, delivery_id: str, error: str, retry_at: datetime | None) -> None:
    """Note a failed attempt: tried again at a moment, or a dead letter where there is none."""
    state: DeliveryState = "dead" if retry_at is None else "waiting"
    unit.session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.id == delivery_id, DeliveryRow.state == "sending")
        .values(state=state, worker_id=None, push_at=retry_at, last_error=error[:512])
    )


def send_again(unit: Unit, tenant: str, delivery_id: str, now: datetime) -> bool:
    """Give a dead or delivered letter another round; False where the tenant has none such. The verdict in it is the same."""
    result = unit.session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.id == delivery_id, DeliveryRow.tenant == tenant, DeliveryRow.state.in_(("dead", "delivered")))
        .values(state="waiting", attempts=0, push_at=now)
    )
    return changed(result) > 0


def list_deliveries(unit: Unit, tenant: str, state: DeliveryState | None, limit: int) -> list[DeliveryRow]:
    """Return a tenant's deliveries, newest first."""
    query = select(DeliveryRow).where(DeliveryRow.tenant == tenant)
    if state is not None:
        query = query.where(DeliveryRow.state == state)
    return list(unit.session.scalars(query.order_by(DeliveryRow.created_at.desc(), DeliveryRow.id).limit(limit)))


def due(unit: Unit, now: datetime, until: datetime, limit: int) -> list[str]:
    """Return deliveries that wait to be sent, and let them alone until a moment: their messages are under way."""
    rows = unit.session.scalars(
        select(DeliveryRow)
        .where(DeliveryRow.state == "waiting", DeliveryRow.push_at <= now)
        .order_by(DeliveryRow.push_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    ).all()
    for row in rows:
        row.push_at = until
    return [row.id for row in rows]


def free_from_the_dead(unit: Unit, alive_since: datetime, now: datetime) -> int:
    """Take deliveries from workers not seen since a moment; return how many. The receiver may get such a one twice."""
    alive = select(WorkerRow.id).where(WorkerRow.seen_at >= alive_since)
    freed = unit.session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.state == "sending", or_(DeliveryRow.worker_id.is_(None), DeliveryRow.worker_id.not_in(alive)))
        .values(state="waiting", worker_id=None, push_at=now)
    )
    return changed(freed)


def give_back_all_but(unit: Unit, worker_id: str, in_hand: Collection[str], now: datetime) -> int:
    """Let others take what a worker claimed and has not in hand (any more); return how many."""
    freed = unit.session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.state == "sending", DeliveryRow.worker_id == worker_id, DeliveryRow.id.not_in(in_hand))
        .values(state="waiting", worker_id=None, push_at=now)
    )
    return changed(freed)
