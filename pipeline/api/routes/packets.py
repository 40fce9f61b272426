"""Packets: taken in, listed, shown, deleted."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import AwareDatetime
from starlette.concurrency import run_in_threadpool

from pipeline.api import looking_up, taking_in
from pipeline.api.access import CallerHere, GuardedRoute, ServiceHere
from pipeline.api.asked import Cursor, PacketId, PriorityAsked, Text, cursor_of, place_of
from pipeline.api.bodies import is_json, read_body
from pipeline.api.documenting import packet_body, refusals, upload_refusals
from pipeline.api.idempotent import Asked, IdempotencyKey, Work, do_once, fingerprint
from pipeline.api.problems import ProblemError
from pipeline.api.shapes import PacketCreated, PacketPage, PacketShown
from pipeline.api.shelving import contents_of, shelve
from pipeline.api.taking_in import Desk
from pipeline.api.uploads import Upload, received
from pipeline.housekeeping.deletion import delete_packet
from pipeline.manifest import parse_manifest
from pipeline.packet import now
from pipeline.store import packets
from pipeline.store.packets import MAX_PAGE, Filters
from pipeline.store.tables import RevisionState
from pipeline.verdict import Outcome

DEFAULT_PAGE = 50

router = APIRouter(prefix="/v1/packets", route_class=GuardedRoute, tags=["packets"])


@router.post(
    "",
    status_code=202,
    response_model=PacketCreated,
    responses={201: {"model": PacketCreated, "description": "a draft was begun"}, **upload_refusals("no_files")},
    openapi_extra=packet_body(with_json=True),
)
async def create_packet(
    request: Request,
    service: ServiceHere,
    caller: CallerHere,
    key: IdempotencyKey = None,
    priority: PriorityAsked = "live",
) -> Response:
    """Take in a packet.

    `multipart/form-data`: the manifest (optional) as part `manifest`, each file as a part `files` with its file name. It is
    handed in at once (202). `application/json`: the manifest alone begins a draft (201), to add files to and to submit.
    """
    desk = Desk(service, caller, now(), priority)
    if is_json(request):
        body = await read_body(request)
        return await run_in_threadpool(_begin, desk, key, body)
    async with received(request, service.settings) as upload:
        return await run_in_threadpool(_create, desk, key, upload)


def _begin(desk: Desk, key: str | None, body: bytes) -> Response:
    manifest = parse_manifest(body, "the manifest")
    asked = Asked(desk.caller.tenant, key, fingerprint("begin", (desk.priority, body.hex())))
    return do_once(desk.service, asked, lambda: lambda unit: taking_in.begin(unit, desk, manifest), desk.now)


def _create(desk: Desk, key: str | None, upload: Upload) -> Response:
    asked = Asked(desk.caller.tenant, key, fingerprint("create", (desk.priority, *upload.identity())))

    def prepare() -> Work:
        plan = taking_in.plan_packet(desk, upload.manifest, contents_of(upload.files))
        brought = shelve(desk.service.blobs, upload.files)
        return lambda unit: taking_in.create(unit, desk, plan, brought)

    return do_once(desk.service, asked, prepare, desk.now)


@router.get("", responses=refusals("invalid"))
def list_packets(  # noqa: PLR0913, PLR0917  each filter is a parameter of the query
    service: ServiceHere,
    caller: CallerHere,
    state: RevisionState | None = None,
    outcome: Outcome | None = None,
    scenario: Text = None,
    packet_id: Text = None,
    since: Annotated[AwareDatetime | None, Query(description="Begun at or after this moment.")] = None,
    until: Annotated[AwareDatetime | None, Query(description="Begun before this moment.")] = None,
    cursor: Cursor = None,
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE)] = DEFAULT_PAGE,
) -> PacketPage:
    """List packets by their latest revision, newest first."""
    filters = Filters(state, outcome, scenario, packet_id, _storable(since), _storable(until), place_of(cursor))
    with service.database.reading() as unit:
        page = packets.list_packets(unit, caller.tenant, filters, limit)
    last = cursor_of(page[-1]) if len(page) == limit else None
    return PacketPage(packets=tuple(looking_up.listed(stored) for stored in page), next=last)


@router.get("/{packet_id}", responses=refusals("not_found", "invalid"))
def show_packet(packet_id: PacketId, service: ServiceHere, caller: CallerHere) -> PacketShown:
    """Show a packet with all its revisions, what was mended in the latest one, and what was not."""
    with service.database.reading() as unit:
        return looking_up.show(unit, looking_up.packet(unit, caller.tenant, packet_id))


@router.delete("/{packet_id}", status_code=204, responses=refusals("not_found", "invalid"))
def remove_packet(packet_id: PacketId, service: ServiceHere, caller: CallerHere) -> Response:
    """Delete a packet: its files, what was read off them, its verdicts. The audit log stays."""
    if not delete_packet(service, caller.tenant, packet_id, caller.key_id, now()):
        raise ProblemError("not_found")
    return Response(status_code=204)


def _storable(moment: datetime | None) -> datetime | None:
    """A moment at the edge of the calendar is outside it in another time zone."""
    try:
        return None if moment is None else moment.astimezone(now().tzinfo)
    except OverflowError:
        raise ProblemError("invalid", "a moment is outside the calendar") from None
