"""The verdict of a revision, at once or as soon as there is one."""

import asyncio
import time
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from pipeline.api import looking_up
from pipeline.api.access import CallerHere, GuardedRoute, ServiceHere
from pipeline.api.asked import PacketId
from pipeline.api.documenting import refusals
from pipeline.api.problems import ProblemError
from pipeline.api.shapes import NotDecided
from pipeline.service import Service
from pipeline.store import packets
from pipeline.store.verdicts import verdict_of
from pipeline.verdict import Verdict

MAX_WAIT_S: Final = 60
FIRST_LOOK_S: Final = 0.1
MAX_LOOK_S: Final = 1.0
"""Pauses between two looks: short at first, for a small packet takes a second."""
RETRY_AFTER_S: Final = 2

router = APIRouter(prefix="/v1/packets/{packet_id}", route_class=GuardedRoute, tags=["packets"])


@router.get(
    "/verdict",
    response_model=Verdict,
    responses={202: {"model": NotDecided, "description": "there is no verdict yet"}, **refusals("not_found", "invalid")},
)
async def show_verdict(  # noqa: PLR0913, PLR0917  what FastAPI hands over is a parameter
    packet_id: PacketId,
    request: Request,
    service: ServiceHere,
    caller: CallerHere,
    revision: Annotated[int | None, Query(ge=1, le=2**31 - 1, description="Default: the latest.")] = None,
    wait: Annotated[float, Query(ge=0, le=MAX_WAIT_S, description="Seconds to wait for a verdict.")] = 0,
) -> Response:
    """Return a revision's verdict; 202 while there is none."""
    deadline = time.monotonic() + wait
    pause = FIRST_LOOK_S
    while True:
        found = await run_in_threadpool(_look, service, caller.tenant, packet_id, revision)
        left = deadline - time.monotonic()
        if isinstance(found, Verdict) or left <= 0 or request.app.state.stopping or await request.is_disconnected():
            return _answer(found)
        await asyncio.sleep(min(pause, left))
        pause = min(MAX_LOOK_S, pause * 1.5)


def _look(service: Service, tenant: str, packet_id: str, number: int | None) -> Verdict | NotDecided:
    with service.database.reading() as unit:
        latest = looking_up.packet(unit, tenant, packet_id).revision
        revisions = (latest,) if number is None else packets.revisions_of(unit, packet_id)
        wanted = next((one for one in revisions if number in (None, one.number)), None)
        if wanted is None:
            raise ProblemError("not_found", "there is no such revision")
        return verdict_of(unit, wanted.id) or NotDecided(revision=wanted.number, state=wanted.state)


def _answer(found: Verdict | NotDecided) -> Response:
    body = found.model_dump_json()
    if isinstance(found, Verdict):
        return Response(body, media_type=JSONResponse.media_type)
    return Response(body, 202, {"Retry-After": str(RETRY_AFTER_S)}, media_type=JSONResponse.media_type)
