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


def fingerprint(what: str, parts: Iterable[str]) -> str:
    """Return the SHA-256 of what a request asks for and holds."""
    return hashlib.sha256(json.dumps([what, *parts]).encode()).hexdigest()


def earlier_answer(service: Service, asked: Asked) -> Response | None:
    """Return the answer that the same request got; None where it is new.

    Raises:
        ProblemError: the key was used for something else.
    """
    if asked.key is None:
        return None
    with service.database.reading() as unit:
        earlier = idempotency.answered(unit, asked.tenant, asked.key)
    if earlier is None:
        return None
    if earlier.fingerprint != asked.fingerprint:
        raise ProblemError("idempotency_mismatch")
    return _answer(earlier.status, earlier.body, replayed=True)


def do_once(service: Service, asked: Asked, work: Callable[[Unit], Done], now: datetime) -> Response:
    """Do work in one transaction and answer; of two at once with the same key the second gets the first one's answer.

    Raises:
        ProblemError: the key was used for something else, or the work refuses.
    """
    answer = earlier_answer(service, asked)
    if answer is not None:
        return answer
    try:
        with service.database.unit() as unit:
            done = work(unit)
            body = done.body.model_dump_json().encode()
            if asked.key is not None:
                idempotency.remember(unit, asked.tenant, asked.key, Answered(asked.fingerprint, done.status, body), now)
    except IntegrityError:
        answer = earlier_answer(service, asked)
        if answer is None:
            raise
        return answer
    done.then()
    return _answer(done.status, body, replayed=False)


def _answer(status: int, body: bytes, replayed: bool) -> Response:
    headers = {REPLAYED: "true"} if replayed else {}
    place = json.loads(body).get("links", {}).get("self")
    if place:
        headers["Location"] = place
    return Response(body, status, headers, media_type=JSONResponse.media_type)
