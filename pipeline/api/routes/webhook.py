"""Where a tenant's verdicts are sent."""

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from pipeline.api.access import CallerHere, GuardedRoute, ServiceHere
from pipeline.api.bodies import read_model
from pipeline.api.documenting import json_body, refusals
from pipeline.api.problems import ProblemError
from pipeline.api.shapes import WebhookSet, WebhookShown, WebhookWanted
from pipeline.delivery.addresses import AddressRefusedError, parse, resolve
from pipeline.packet import now
from pipeline.service import Service
from pipeline.store import deliveries
from pipeline.store.audit import Entry, record
from pipeline.store.database import Unit
from pipeline.store.keys import Caller

SUBJECT = "webhook"

router = APIRouter(prefix="/v1/webhook", route_class=GuardedRoute, tags=["delivery"])


@router.put(
    "",
    responses=refusals("malformed", "unsupported_media_type", "manifest_too_large", "invalid", "address"),
    response_model=WebhookSet,
    openapi_extra=json_body(WebhookWanted),
)
async def set_webhook(request: Request, service: ServiceHere, caller: CallerHere) -> WebhookSet:
    """Set where verdicts are sent. The secret they are signed with is new each time, and shown this once."""
    wanted = await read_model(request, WebhookWanted)
    return await run_in_threadpool(_set, service, caller, wanted.url)


def _set(service: Service, caller: Caller, url: str) -> WebhookSet:
    try:
        resolve(parse(url), service.settings.webhook_allow_private)
    except AddressRefusedError as error:
        raise ProblemError("address", str(error)) from error
    with service.database.unit() as unit:
        secret = deliveries.set_endpoint(unit, caller.tenant, url, now())
        _note(unit, caller, "webhook.set")
    return WebhookSet(url=url, secret=secret)


@router.get("", responses=refusals("not_found"))
def show_webhook(service: ServiceHere, caller: CallerHere) -> WebhookShown:
    """Show where verdicts are sent."""
    with service.database.reading() as unit:
        endpoint = deliveries.endpoint_of(unit, caller.tenant)
    if endpoint is None:
        raise ProblemError("not_found", "no webhook is set")
    return WebhookShown(url=endpoint.url)


@router.delete("", status_code=204, responses=refusals("not_found"))
def remove_webhook(service: ServiceHere, caller: CallerHere) -> Response:
    """Send verdicts nowhere from now on."""
    with service.database.unit() as unit:
        if not deliveries.remove_endpoint(unit, caller.tenant):
            raise ProblemError("not_found", "no webhook is set")
        _note(unit, caller, "webhook.removed")
    return Response(status_code=204)


def _note(unit: Unit, caller: Caller, action: str) -> None:
    record(unit, now(), Entry(caller.tenant, caller.key_id, action, SUBJECT))
