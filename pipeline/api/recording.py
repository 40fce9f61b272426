"""Every request is numbered, timed, logged and counted; one that breaks is answered all the same."""

import re
import time
from typing import Final

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline import metrics
from pipeline.api.problems import ProblemError, answer_of
from pipeline.store.database import new_id

REQUEST_ID: Final = "X-Request-Id"
UNMATCHED: Final = "unmatched"
CLIENT_LEFT: Final = 499
"""Logged and counted where the client went away before there was an answer; nginx's number."""

_SOUND_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")

_log = structlog.get_logger()


class Recording:
    """ASGI middleware, the outermost: what goes wrong further in ends here."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(REQUEST_ID, "")
        exchange = _Exchange(send, given if _SOUND_ID.fullmatch(given) else new_id())
        scope.setdefault("state", {})["request_id"] = exchange.request_id
        with structlog.contextvars.bound_contextvars(request_id=exchange.request_id):
            try:
                await self._app(scope, receive, exchange.send)
            except ClientDisconnect:
                exchange.status = exchange.status or CLIENT_LEFT
            except Exception as error:  # the outermost boundary of a request
                _log.error("a request ended in a defect of ours", exc_info=error)
                await exchange.break_off(scope, receive, error)
            finally:
                _record(scope, exchange)


class _Exchange:
    """A request under way: its number, and the status it was answered with; 0 before that."""

    def __init__(self, send: Send, request_id: str) -> None:
        self.request_id = request_id
        self.status = 0
        self.started = self.answered = time.perf_counter()
        self._send = send

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.answered = time.perf_counter()
            MutableHeaders(scope=message)[REQUEST_ID] = self.request_id
        await self._send(message)

    async def break_off(self, scope: Scope, receive: Receive, error: Exception) -> None:
        """Answer that something broke; where an answer had begun, the connection ends instead."""
        if self.status:
            raise error
        await answer_of(ProblemError("internal"), self.request_id)(scope, receive, self.send)


def _record(scope: Scope, exchange: _Exchange) -> None:
    route = str(getattr(scope.get("route"), "path", UNMATCHED))
    caller = scope["state"].get("caller")
    took_s = exchange.answered - exchange.started
    method = scope["method"] if route != UNMATCHED else "any"
    metrics.request_answered(method, route, exchange.status, took_s)
    _log.info(
        "request",
        method=method,
        route=route,
        status=exchange.status,
        ms=round(took_s * 1000, 1),
        key=caller.key_id if caller else None,
    )
