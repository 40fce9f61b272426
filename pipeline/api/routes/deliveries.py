"""Verdicts on their way: dead letters are seen here, and sent again."""

from typing import Annotated

from fastapi import APIRouter, Query

from pipeline.api.access import CallerHere, GuardedRoute, ServiceHere
from pipeline.api.asked import DeliveryId
from pipeline.api.documenting import refusals
from pipeline.api.problems import ProblemError
from pipeline.api.shapes import DeliveryAgain, DeliveryList, DeliveryShown
from pipeline.packet import now
from pipeline.store import deliveries
from pipeline.store.audit import Entry, record
from pipeline.store.database import Unit
from pipeline.store.packets import MAX_PAGE
from pipeline.store.tables import DeliveryRow, DeliveryState, RevisionRow

router = APIRouter(prefix="/v1/deliveries", route_class=GuardedRoute, tags=["delivery"])


@router.get("", responses=refusals("invalid"))
def list_deliveries(
    service: ServiceHere,
    caller: CallerHere,
    state: DeliveryState | None = None,
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE)] = MAX_PAGE,
) -> DeliveryList:
    """List deliveries, newest first; `state=dead` are those that were given up."""
    with service.database.reading() as unit:
        rows = deliveries.list_deliveries(unit, caller.tenant, state, limit)
        return DeliveryList(deliveries=tuple(_show(unit, row) for row in rows))


@router.post("/{delivery_id}/send", status_code=202, responses=refusals("not_found", "invalid"))
def send_again(delivery_id: DeliveryId, service: ServiceHere, caller: CallerHere) -> DeliveryAgain:
    """Send a dead or a delivered verdict again: the same one, with a new round of attempts."""
    with service.database.unit() as unit:
        if not deliveries.send_again(unit, caller.tenant, delivery_id, now()):
            raise ProblemError("not_found", "there is no dead or delivered letter of this id")
        record(unit, now(), Entry(caller.tenant, caller.key_id, "delivery.sent_again", delivery_id))
    service.queue.deliver(delivery_id)
    return DeliveryAgain(id=delivery_id)


def _show(unit: Unit, row: DeliveryRow) -> DeliveryShown:
    revision = unit.session.get_one(RevisionRow, row.revision_id)
    return DeliveryShown(
        id=row.id,
        packet=revision.packet_id,
        revision=revision.number,
        state=row.state,
        attempts=row.attempts,
        last_error=row.last_error,
        created_at=row.created_at,
        delivered_at=row.delivered_at,
    )
