"""The gate: no request gets past it without a key that is in force, whatever it asks for, and none that comes too often."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.api.access import CHALLENGE, OPEN_PATHS
from pipeline.api.problems import ProblemError
from pipeline.api.rate_limits import Allowance, RateLimits
from pipeline.api.refusals import refuse
from pipeline.service import Service
from pipeline.store.keys import PREFIX, Caller, caller_of

MAX_KEY_LENGTH: Final = 256


class Gate:
    """ASGI middleware. Puts the caller into the request's state."""

    def __init__(self, app: ASGIApp, service: Service, clock: Callable[[], datetime]) -> None:
        self._app = app
        self._service = service
        self._clock = clock
        self._limits = RateLimits(service.settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in OPEN_PATHS:
            await self._app(scope, receive, send)
            return
        try:
            caller, allowance = await run_in_threadpool(self._admit, Headers(scope=scope).get("authorization", ""))
        except Exception as error:
            answer = refuse(error, scope["state"].get("request_id"))
            if answer is None:
                raise
            await answer(scope, receive, send)
            return
        scope["state"]["caller"] = caller
        await self._app(scope, receive, _with(allowance.headers(), send))

    def _admit(self, authorization: str) -> tuple[Caller, Allowance]:
        scheme, _, key = authorization.partition(" ")
        key = key.strip()
        if scheme.lower() != "bearer" or not key.startswith(f"{PREFIX}_") or len(key) > MAX_KEY_LENGTH:
            raise ProblemError("unauthorized", headers=CHALLENGE)
        with self._service.database.reading() as unit:
            caller = caller_of(unit, key, self._clock())
        if caller is None:
            raise ProblemError("unauthorized", headers=CHALLENGE)
        allowance = self._limits.count(caller.key_id)
        if not allowance.admitted:
            raise ProblemError("rate_limited", headers=allowance.headers())
        return caller, allowance


def _with(headers: dict[str, str], send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(headers)
        await send(message)

    return sending
