"""The app: its routes behind the gate, every refusal a problem, every request on record."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from fastapi import APIRouter, FastAPI

from pipeline.api.documenting import openapi_of
from pipeline.api.gate import Gate
from pipeline.api.recording import Recording
from pipeline.api.refusals import handle_refusals
from pipeline.api.routes import deliveries, drafts, operating, packets, revisions, verdicts, webhook
from pipeline.api.routes.operating import Readiness
from pipeline.api.unread import CloseUnread
from pipeline.packet import now
from pipeline.service import Service
from pipeline.version import yushen_version

ROUTERS: Final[tuple[APIRouter, ...]] = (
    packets.router,
    drafts.router,
    revisions.router,
    verdicts.router,
    webhook.router,
    deliveries.router,
    operating.router,
)


def create_app(service: Service, clock: Callable[[], datetime] = now) -> FastAPI:
    """Return the API of a service. ``clock`` says when keys run out."""
    app = bare_app()
    app.state.service = service
    app.state.stopping = False
    app.state.readiness = Readiness()
    app.add_middleware(Gate, service=service, clock=clock)
    app.add_middleware(CloseUnread)
    app.add_middleware(Recording)
    return app


def bare_app() -> FastAPI:
    """Return the routes without a service behind them: enough to say what the API offers."""
    app = FastAPI(
        title="yushen", version=yushen_version(), docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False
    )
    for router in ROUTERS:
        app.router.routes.extend(router.routes)
    handle_refusals(app)
    app.openapi = _once(lambda: openapi_of(app))  # type: ignore[method-assign]  # how FastAPI's manual extends the document
    return app


def _once(make: Callable[[], dict[str, Any]]) -> Callable[[], dict[str, Any]]:
    made: list[dict[str, Any]] = []

    def get() -> dict[str, Any]:
        if not made:
            made.append(make())
        return made[0]

    return get
