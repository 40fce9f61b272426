"""Small JSON bodies, read up to a limit and no further."""

from typing import Final, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError

from pipeline.api.problems import ProblemError
from pipeline.manifest import MAX_MANIFEST_BYTES

JSON: Final = "application/json"

Model = TypeVar("Model", bound=BaseModel)


def is_json(request: Request) -> bool:
    """Whether a request says that it holds JSON."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower() == JSON


async def read_body(request: Request) -> bytes:
    """Return a JSON request's body.

    Raises:
        ProblemError: it says it is something else, or is larger than a mebibyte.
    """
    if not is_json(request):
        raise ProblemError("unsupported_media_type")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_MANIFEST_BYTES:
            raise ProblemError("manifest_too_large")
    return bytes(body)


async def read_model(request: Request, model: type[Model]) -> Model:
    """Return a JSON request's body as a model.

    Raises:
        ProblemError: as ``read_body``, or it does not fit the model.
    """
    try:
        return model.model_validate_json(await read_body(request))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ProblemError("invalid", f"{place}: {first['msg']}" if place else first["msg"]) from None
