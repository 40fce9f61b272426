"""Everything the API refuses with, as problem details (RFC 9457). Codes are published: never renamed, never dropped."""

import json
from collections.abc import Mapping
from typing import Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from pipeline.errors import YushenError

MEDIA_TYPE: Final = "application/problem+json"
TYPE_PREFIX: Final = "urn:yushen:problem:"
RETRY_AFTER_S: Final = 5


class Kind(NamedTuple):
    """A kind of problem: its HTTP status, what it is, and what the caller can do."""

    status: int
    title: str
    advice: str


KINDS: Final[Mapping[str, Kind]] = {
    "malformed": Kind(400, "The request cannot be read", "send well-formed multipart/form-data or JSON in UTF-8"),
    "unauthorized": Kind(401, "A key is needed", "send Authorization: Bearer with a key that is in force"),
    "forbidden": Kind(403, "This key may not do that", "use a key of a scope that may"),
    "not_found": Kind(404, "There is nothing here", "check the address"),
    "method_not_allowed": Kind(405, "Not in this way", "use a method that the Allow header names"),
    "request_timeout": Kind(408, "The request came too slowly", "send it again"),
    "not_a_draft": Kind(409, "This revision was handed in", "begin a new revision"),
    "no_files": Kind(409, "There are no files to judge", "add the files first"),
    "files_lacking": Kind(409, "Listed files are not there yet", "add them, or leave them out of the manifest"),
    "undecided": Kind(409, "The last revision is not decided yet", "wait for its verdict"),
    "file_too_large": Kind(413, "A file is too large", "send a smaller one"),
    "packet_too_large": Kind(413, "The packet is too large", "send less at once"),
    "too_many_files": Kind(413, "There are too many files", "send fewer"),
    "manifest_too_large": Kind(413, "The manifest is too large", "it may take a mebibyte"),
    "unsupported_media_type": Kind(415, "Not in this format", "send multipart/form-data, or JSON where it is documented"),
    "invalid": Kind(422, "A value cannot be used", "correct what is named"),
    "manifest": Kind(422, "The manifest cannot be used", "correct it (its schema: `yushen schema packet`)"),
    "file_name": Kind(422, "A file's name cannot be used", "send a relative path of at most 255 bytes in UTF-8"),
    "file_twice": Kind(422, "Two files have one name", "give each file a name of its own"),
    "policy": Kind(422, "There is no policy for that", "name another scenario or region"),
    "address": Kind(422, "Verdicts cannot be sent there", "name a public https address"),
    "idempotency_mismatch": Kind(422, "The key was used for something else", "use a new Idempotency-Key for a new request"),
    "rate_limited": Kind(429, "Too many requests", "wait as long as Retry-After says"),
    "internal": Kind(500, "A defect of ours", "report it with the request id"),
    "unavailable": Kind(503, "The service cannot work at the moment", "send the request again later"),
}


class ProblemError(YushenError):
    """A request that is refused. ``code`` is a key of ``KINDS``; ``detail`` names what was wrong and repeats no content."""

    def __init__(self, code: str, detail: str = "", headers: Mapping[str, str] | None = None, advice: str = "") -> None:
        self.kind_code = code
        self.kind = KINDS[code]
        self.detail = detail
        self.headers = dict(headers or {})
        self.own_advice = advice or self.kind.advice
        super().__init__(detail or self.kind.title, self.own_advice)


class InvalidValue(BaseModel):
    """Where a value is wrong, and how. The value itself is not repeated."""

    where: str
    message: str


class ProblemDetails(BaseModel):
    """ProblemError details, RFC 9457. ``code`` is stable and meant for programs, ``advice`` for people."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": TYPE_PREFIX + "not_a_draft",
                "title": KINDS["not_a_draft"].title,
                "status": 409,
                "code": "not_a_draft",
                "advice": KINDS["not_a_draft"].advice,
                "request_id": "5f0c5b7e0f7a4f7e8a3b8a3f0d1c2b4e",
            }
        }
    )

    type: str = Field(description="a URN that names the kind of problem")
    title: str
    status: int = Field(ge=400, le=599)
    code: str
    advice: str
    detail: str | None = None
    request_id: str | None = None
    errors: list[InvalidValue] | None = None


def answer_of(problem: ProblemError, request_id: str | None, errors: list[InvalidValue] | None = None) -> Response:
    """Return the answer that tells of a problem."""
    details = ProblemDetails(
        type=TYPE_PREFIX + problem.kind_code,
        title=problem.kind.title,
        status=problem.kind.status,
        code=problem.kind_code,
        advice=problem.own_advice,
        detail=problem.detail or None,
        request_id=request_id,
        errors=errors,
    )
    body = json.dumps(details.model_dump(exclude_none=True), ensure_ascii=False).encode()
    return Response(body, problem.kind.status, media_type=MEDIA_TYPE, headers=problem.headers)
