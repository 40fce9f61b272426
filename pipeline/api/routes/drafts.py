"""Step by step: files are added to a draft and taken out again, then it is handed in."""

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from pipeline.api import looking_up, taking_in
from pipeline.api.access import CallerHere, GuardedRoute, ServiceHere
from pipeline.api.asked import FileName, PacketId, Slot
from pipeline.api.documenting import packet_body, refusals, upload_refusals
from pipeline.api.idempotent import Asked, IdempotencyKey, Work, do_once, fingerprint
from pipeline.api.problems import ProblemError
from pipeline.api.shapes import PacketCreated
from pipeline.api.shelving import contents_of, shelve
from pipeline.api.taking_in import Desk
from pipeline.api.uploads import Upload, received
from pipeline.manifest import fold_name
from pipeline.packet import SLOTS, now

router = APIRouter(prefix="/v1/packets/{packet_id}", route_class=GuardedRoute, tags=["step by step"])


@router.post(
    "/files",
    status_code=201,
    response_model=PacketCreated,
    responses=upload_refusals("not_found", "not_a_draft", "no_files"),
    openapi_extra=packet_body(),
)
async def add_files(  # noqa: PLR0913, PLR0917  what FastAPI hands over is a parameter
    packet_id: PacketId,
    request: Request,
    service: ServiceHere,
    caller: CallerHere,
    slot: Slot = None,
    key: IdempotencyKey = None,
) -> Response:
    """Add files to a draft. The manifest was given when it was begun."""
    if slot is not None and slot not in SLOTS:
        raise ProblemError("invalid", "slot is none of those that packet.json knows")
    desk = Desk(service, caller, now())
    await run_in_threadpool(_require_there, desk, packet_id)
    async with received(request, service.settings) as upload:
        return await run_in_threadpool(_add, desk, key, packet_id, upload, slot)


def _add(desk: Desk, key: str | None, packet_id: str, upload: Upload, slot: str | None) -> Response:
    if upload.manifest is not None:
        raise ProblemError("invalid", "a draft has its manifest", advice="send files alone")
    if not upload.files:
        raise ProblemError("no_files", advice="send at least one")
    asked = Asked(desk.caller.tenant, key, fingerprint("add", (packet_id, slot or "", *upload.identity())))

    def prepare() -> Work:
        with desk.service.database.reading() as unit:
            taking_in.plan_addition(unit, desk, packet_id, contents_of(upload.files), slot)
        brought = shelve(desk.service.blobs, upload.files)
        return lambda unit: taking_in.add_files(unit, desk, packet_id, brought, slot)

    return do_once(desk.service, asked, prepare, desk.now)


def _require_there(desk: Desk, packet_id: str) -> None:
    """Refuse before anything is received."""
    with desk.service.database.reading() as unit:
        looking_up.packet(unit, desk.caller.tenant, packet_id)


@router.delete("/files/{name:path}", status_code=204, responses=refusals("not_found", "not_a_draft", "invalid"))
def remove_file(packet_id: PacketId, name: FileName, service: ServiceHere, caller: CallerHere) -> Response:
    """Take a file out of a draft."""
    with service.database.unit() as unit:
        taking_in.remove_file(unit, Desk(service, caller, now()), packet_id, fold_name(name))
    return Response(status_code=204)


@router.post(
    "/submit",
    status_code=202,
    response_model=PacketCreated,
    responses=refusals("not_found", "not_a_draft", "no_files", "files_lacking", "invalid", "policy", "idempotency_mismatch"),
)
def submit(packet_id: PacketId, service: ServiceHere, caller: CallerHere, key: IdempotencyKey = None) -> Response:
    """Hand a draft in."""
    desk = Desk(service, caller, now())
    asked = Asked(caller.tenant, key, fingerprint("submit", (packet_id,)))
    return do_once(service, asked, lambda: lambda unit: taking_in.submit(unit, desk, packet_id), desk.now)
