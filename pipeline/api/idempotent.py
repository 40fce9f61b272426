"""``Idempotency-Key``: the same request sent twice does its work once (draft-ietf-httpapi-idempotency-key-header)."""

import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Annotated, Final, NamedTuple

from fastapi import Header
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy.exc import IntegrityError
from starlette.responses import Response

from pipeline.api.problems import ProblemError
from pipeline.service import Service
from pipeline.store import idempotency
from pipeline.store.database import Unit
from pipeline.store.idempotency import Answered

REPLAYED: Final = "Idempotent-Replayed"

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[!-~]{1,255}$",
        description="A string that is new for a new request. Sent again with the same content, it gets the same answer.",
        examples=["8e03978e-40d5-43e8-bc93-6894a57f9324"],
    ),
]


class Asked(NamedTuple):
    """Who asks for something to be done, under which key (None: none), with what content (a SHA-256)."""

    tenant: str
    key: str | None
    fingerprint: str


class Done(NamedTuple):
    """What was done. ``then`` is called once it is committed, where it was not done before."""

    status: int
    body: BaseModel
    then: Callable[[], None] = lambda: None


Work = Callable[[Unit], Done]


def fingerprint(what: str, parts: Iterable[str]) -> str:
    """Return the SHA-256 of what a request asks for and holds."""
    return hashlib.sha256(json.dumps([what, *parts]).encode()).hexdigest()


def do_once(service: Service, asked: Asked, prepare: Callable[[], Work], now: datetime) -> Response:
    """Do work in one transaction and answer. Of two at once with the same key the second gets the first one's answer.

    ``prepare`` is called outside the transaction, where the request is new, and returns what is done inside.

    Raises:
        ProblemError: the key was used for something else, or the work is refused.
    """
    answer = _earlier_answer(service, asked)
    if answer is not None:
        return answer
    try:
        done, body = _do(service, asked, prepare(), now)
    except (IntegrityError, ProblemError):  # perhaps only because the same request was done a moment ago
        answer = _earlier_answer(service, asked)
        if answer is None:
            raise
        return answer
    done.then()
    return _answer(done.status, body, replayed=False)


def _do(service: Service, asked: Asked, work: Work, now: datetime) -> tuple[Done, bytes]:
    with service.database.unit() as unit:
        done = work(unit)
        body = done.body.model_dump_json().encode()
        if asked.key is not None:
            idempotency.remember(unit, asked.tenant, asked.key, Answered(asked.fingerprint, done.status, body), now)
    return done, body


def _earlier_answer(service: Service, asked: Asked) -> Response | None:
    if asked.key is None:
        return None
    with service.database.reading() as unit:
        earlier = idempotency.answered(unit, asked.tenant, asked.key)
    if earlier is None:
        return None
    if earlier.fingerprint != asked.fingerprint:
        raise ProblemError("idempotency_mismatch")
    return _answer(earlier.status, earlier.body, replayed=True)


def _answer(status: int, body: bytes, replayed: bool) -> Response:
    headers = {REPLAYED: "true"} if replayed else {}
    place = json.loads(body).get("links", {}).get("self")
    if place:
        headers["Location"] = place
    return Response(body, status, headers, media_type=JSONResponse.media_type)
