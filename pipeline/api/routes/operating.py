"""What an operator's tools ask: does it live, can it work, how much waits, what does it offer."""

import threading
import time
from typing import Final

from fastapi import APIRouter, Request, Response
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from pipeline import metrics
from pipeline.api.access import GuardedRoute, ServiceHere
from pipeline.api.documenting import refusals
from pipeline.api.shapes import Health, Ready
from pipeline.packet import now
from pipeline.service import Service

READY_FOR_S: Final = 2.0
"""For how long an answer of ``/readyz`` holds: it is open, and must not be a way to keep the database busy."""

router = APIRouter(route_class=GuardedRoute, tags=["operating"])


@router.get("/healthz")
async def healthz() -> Health:
    """Whether the process lives. Needs no key."""
    return Health()


@router.get("/readyz", responses={503: {"model": Ready, "description": "something does not answer"}})
def readyz(request: Request, service: ServiceHere, response: Response) -> Ready:
    """Whether the database, the blobs and the broker answer. Needs no key."""
    readiness: Readiness = request.app.state.readiness
    ready = readiness.of(service)
    if ready.status != "ok":
        response.status_code = 503
    return ready


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}, **refusals()},
)
def show_metrics(service: ServiceHere) -> Response:
    """Return what this process counted and what waits, in Prometheus' text format."""
    return Response(metrics.exposition(service.database, now()), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})


@router.get("/openapi.json", responses=refusals(), response_model=dict[str, object])
async def openapi(request: Request) -> dict[str, object]:
    """Return this document."""
    document: dict[str, object] = request.app.openapi()
    return document


class Readiness:
    """Looks whether all that the service stands on answers, at most every few seconds."""

    def __init__(self) -> None:
        self._looking = threading.Lock()
        self._last: Ready | None = None
        self._looked_at = 0.0

    def of(self, service: Service) -> Ready:
        """Return what answers."""
        with self._looking:
            if self._last is None or time.monotonic() - self._looked_at >= READY_FOR_S:
                self._last = _look(service)
                self._looked_at = time.monotonic()
            return self._last


def _look(service: Service) -> Ready:
    database, blobs, broker = service.database.answers(), service.blobs.answers(), service.queue.answers()
    status = "ok" if database and blobs and broker else "unavailable"
    return Ready(status=status, database=database, blobs=blobs, broker=broker)
