"""Which problem an exception is. What is not listed here is a defect of ours: a 500 that says nothing, and a log line."""

from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from pipeline.api.problems import RETRY_AFTER_S, InvalidValue, ProblemError, answer_of
from pipeline.blobs.blobs import BlobsUnavailableError
from pipeline.errors import ManifestError, PolicyUnavailableError, YushenError
from pipeline.store.database import DatabaseError

_BY_STATUS: Final = {404: "not_found", 405: "method_not_allowed"}
NOT_IN_THIS_WAY: Final = 405
_AWAY: Final = {"Retry-After": str(RETRY_AFTER_S)}


def problem_of(error: Exception) -> ProblemError | None:
    """Return the problem that an exception is; None for a defect of ours."""
    if isinstance(error, ProblemError):
        return error
    if isinstance(error, HTTPException):
        return ProblemError(_BY_STATUS.get(error.status_code, "malformed"), headers=error.headers)
    if isinstance(error, ManifestError):
        return ProblemError("manifest", str(error).partition(": correct packet.json")[0])
    if isinstance(error, PolicyUnavailableError):
        return ProblemError("policy", str(error).removesuffix(f": {PolicyUnavailableError.advice}"))
    return ProblemError("unavailable", headers=_AWAY) if is_away(error) else None


def is_away(error: Exception) -> bool:
    """Whether something that we stand on does not answer at the moment."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return isinstance(error, OperationalError | InterfaceError | PoolTimeoutError | DatabaseError | BlobsUnavailableError)


def refuse(error: Exception, request_id: str | None) -> Response | None:
    """Return the answer to a request that ended in an exception; None for a defect of ours."""
    problem = problem_of(error)
    return None if problem is None else answer_of(problem, request_id, _problems_in(error))


def _problems_in(error: Exception) -> list[InvalidValue] | None:
    problems = error.problems if isinstance(error, ManifestError) else ()
    return [InvalidValue(where=place, message=what) for place, what in problems] or None


def handle_refusals(app: FastAPI) -> None:
    """Have the app answer all known exceptions with problem details."""

    async def known(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException) and error.status_code == NOT_IN_THIS_WAY:
            error.headers = {"Allow": ", ".join(_methods(request))}
        answer = refuse(error, request.state.request_id)
        if answer is None:
            raise error
        return answer

    async def invalid(request: Request, error: Exception) -> Response:
        return answer_of(ProblemError("invalid"), request.state.request_id, _invalid_values(error))

    for kind in (HTTPException, YushenError, SQLAlchemyError):
        app.add_exception_handler(kind, known)
    app.add_exception_handler(RequestValidationError, invalid)


def _methods(request: Request) -> list[str]:
    """All methods of a path; a router names those of the first route it meets."""
    routes = (route for route in request.app.routes if isinstance(route, Route))
    methods = (route.methods or set() for route in routes if route.path_regex.match(request.scope["path"]))
    return sorted(set().union(*methods))


def _invalid_values(error: Exception) -> list[InvalidValue]:
    problems = error.errors() if isinstance(error, RequestValidationError) else ()
    return [InvalidValue(where=".".join(str(part) for part in one["loc"]), message=one["msg"]) for one in problems]
