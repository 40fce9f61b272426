"""The OpenAPI document: what each route may refuse with, what a packet looks like on the wire, and how to show a key."""

from collections.abc import Mapping
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from pipeline.api.access import ALLOWED, OPEN_PATHS
from pipeline.api.problems import KINDS, MEDIA_TYPE, TYPE_PREFIX, ProblemDetails
from pipeline.api.shapes import WebhookWanted
from pipeline.packet import Manifest
from pipeline.version import yushen_version

Json = dict[str, Any]
Responses = dict[int | str, Json]

_EVERYWHERE: Final = ("unauthorized", "forbidden", "rate_limited", "internal", "unavailable")
_UPLOADS: Final = (
    "malformed",
    "request_timeout",
    "file_too_large",
    "packet_too_large",
    "too_many_files",
    "manifest_too_large",
    "unsupported_media_type",
    "invalid",
    "manifest",
    "file_name",
    "file_twice",
    "policy",
    "idempotency_mismatch",
)
_SCHEMAS: Final = "#/components/schemas/"
_FASTAPIS_OWN: Final = ("HTTPValidationError", "ValidationError")

MANIFEST_EXAMPLE: Final[Json] = {
    "packet_id": "2024-000123",
    "scenario": "employer_withdrawal",
    "submitted_at": "2024-06-10T10:00:00+08:00",
    "declared": {
        "employer_name": "云杉示例有限公司",
        "uscc": "91110105PDY00001XG",
        "applicant_role": "legal_rep",
        "separation_date": "2024-05-30T16:00:00.000Z",
    },
    "files": [{"name": "yyzz.jpg", "slot": "business_license"}, {"name": "id.pdf", "slot": "legal_rep_id"}],
    "extra": {"counter": "7"},
}


REFUSED_EXAMPLE: Final[Mapping[str, Json]] = {
    "manifest": {
        "detail": "manifest: declared: there is no key 'employe_id' (did you mean employee_id?); "
        "what is not to be judged goes under `extra`",
        "errors": [{"where": "declared", "message": "there is no key 'employe_id' (did you mean employee_id?)"}],
    },
    "policy": {"detail": "there is no region 'five_slot' (did you mean five_slots?)"},
}
"""What refusals of these kinds say besides."""


def refusals(*codes: str) -> Responses:
    """Return what a route may refuse with, by status; what every guarded route may is added."""
    return _documented((*codes, *_EVERYWHERE))


def upload_refusals(*codes: str) -> Responses:
    """Return what a route that receives files may refuse with."""
    return refusals(*codes, *_UPLOADS)


def _documented(codes: tuple[str, ...]) -> Responses:
    by_status: Responses = {}
    for code in dict.fromkeys(codes):
        kind = KINDS[code]
        response = by_status.setdefault(kind.status, {"description": kind.title, "content": {MEDIA_TYPE: _problem_schema()}})
        response["content"][MEDIA_TYPE]["examples"][code] = {
            "summary": kind.title,
            "value": {
                "type": TYPE_PREFIX + code,
                "title": kind.title,
                "status": kind.status,
                "code": code,
                "advice": kind.advice,
                **REFUSED_EXAMPLE.get(code, {}),
            },
        }
    return by_status


def _problem_schema() -> Json:
    return {"schema": {"$ref": _SCHEMAS + ProblemDetails.__name__}, "examples": {}}


def packet_body(with_json: bool = False) -> Json:
    """Return the request body of a route that receives files; ``with_json`` where a manifest alone will do as well."""
    manifest = {"$ref": _SCHEMAS + Manifest.__name__}
    file = {"type": "string", "format": "binary"}
    form = {
        "type": "object",
        "properties": {"manifest": manifest, "files": {"type": "array", "items": file}},
        "additionalProperties": False,
    }
    encoding = {"manifest": {"contentType": "application/json"}, "files": {"contentType": "application/octet-stream"}}
    content: Json = {"multipart/form-data": {"schema": form, "encoding": encoding}}
    if with_json:
        content["application/json"] = {"schema": manifest, "example": MANIFEST_EXAMPLE}
    return {"requestBody": {"required": True, "content": content}}


def json_body(model: type[WebhookWanted]) -> Json:
    """Return the request body of a route that reads JSON on its own."""
    content = {"application/json": {"schema": {"$ref": _SCHEMAS + model.__name__}}}
    return {"requestBody": {"required": True, "content": content}}


def openapi_of(app: FastAPI) -> Json:
    """Return the OpenAPI document of the app."""
    document = get_openapi(
        title="yushen 预审",
        version=yushen_version(),
        summary="Packets of evidence in, verdicts out.",
        description="Every refusal is problem details (RFC 9457) with a stable `code`. Fields are added, never renamed.",
        routes=app.routes,
    )
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name in _FASTAPIS_OWN:
        schemas.pop(name, None)
    schemas.update(_schemas_of_raw_bodies())
    components["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer", "description": "A key of `yushen keys`."}}
    document["security"] = [{"key": []}]
    for path, operations in document["paths"].items():
        _say_who_may(path, operations)
    return document


def _schemas_of_raw_bodies() -> Mapping[str, Json]:
    models = [(model, "validation") for model in (Manifest, ProblemDetails, WebhookWanted)]
    _, definitions = models_json_schema(models, ref_template=_SCHEMAS + "{model}")  # type: ignore[arg-type]  # any models
    schemas: Mapping[str, Json] = definitions["$defs"]
    return schemas


def _say_who_may(path: str, operations: Mapping[str, Json]) -> None:
    for method, operation in operations.items():
        if path in OPEN_PATHS:
            operation["security"] = []
        else:
            operation["x-scopes"] = sorted(_scopes(method.upper(), path))


def _scopes(method: str, path: str) -> frozenset[str]:
    return next(scopes for (verb, route), scopes in ALLOWED.items() if verb == method and route.replace(":path", "") == path)
