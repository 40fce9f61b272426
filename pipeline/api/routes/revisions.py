"""A packet is handed in anew, mended."""

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from pipeline.api import looking_up, taking_in
from pipeline.api.access import CallerHere, GuardedRoute, ServiceHere
from pipeline.api.asked import PacketId, PriorityAsked
from pipeline.api.documenting import packet_body, upload_refusals
from pipeline.api.idempotent import Asked, IdempotencyKey, Work, do_once, fingerprint
from pipeline.api.shapes import PacketCreated
from pipeline.api.shelving import contents_of, shelve
from pipeline.api.taking_in import Desk
from pipeline.api.uploads import Upload, received
from pipeline.packet import now

router = APIRouter(prefix="/v1/packets/{packet_id}", route_class=GuardedRoute, tags=["packets"])


@router.post(
    "/revisions",
    status_code=202,
    response_model=PacketCreated,
    responses=upload_refusals("not_found", "undecided", "no_files"),
    openapi_extra=packet_body(),
)
async def create_revision(  # noqa: PLR0913, PLR0917  what FastAPI hands over is a parameter
    packet_id: PacketId,
    request: Request,
    service: ServiceHere,
    caller: CallerHere,
    key: IdempotencyKey = None,
    priority: PriorityAsked = "live",
) -> Response:
    """Hand a packet in anew, once the last revision is decided.

    Send what was mended: files that the manifest lists and that are not sent are taken over from the revision before, and
    what the manifest leaves out is as it was. The answer names files that were sent back before.
    """
    desk = Desk(service, caller, now(), priority)
    await run_in_threadpool(_require_there, desk, packet_id)
    async with received(request, service.settings) as upload:
        return await run_in_threadpool(_revise, desk, key, packet_id, upload)


def _revise(desk: Desk, key: str | None, packet_id: str, upload: Upload) -> Response:
    asked = Asked(desk.caller.tenant, key, fingerprint("revise", (packet_id, desk.priority, *upload.identity())))

    def prepare() -> Work:
        with desk.service.database.reading() as unit:
            taking_in.plan_revision(unit, desk, packet_id, upload.manifest, contents_of(upload.files))
        brought = shelve(desk.service.blobs, upload.files)
        return lambda unit: taking_in.revise(unit, desk, packet_id, upload.manifest, brought)

    return do_once(desk.service, asked, prepare, desk.now)


def _require_there(desk: Desk, packet_id: str) -> None:
    """Refuse before anything is received."""
    with desk.service.database.reading() as unit:
        looking_up.packet(unit, desk.caller.tenant, packet_id)
