"""Who may do what. One table; a route that is not in it does not start."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Annotated, Any, Final

from fastapi import Depends, Request
from fastapi.routing import APIRoute
from starlette.responses import Response

from pipeline.api.problems import ProblemError
from pipeline.service import Service
from pipeline.store.keys import Caller
from pipeline.store.tables import Scope

Scopes = frozenset[Scope]

OPERATORS: Final[Scopes] = frozenset({"operator"})
PORTALS: Final[Scopes] = frozenset({"portal", "operator"})
ALL: Final[Scopes] = frozenset({"portal", "reviewer", "operator"})

OPEN_PATHS: Final = frozenset({"/healthz", "/readyz"})
"""What is answered without a key: whether the process lives, and whether it can work."""

ALLOWED: Final[Mapping[tuple[str, str], Scopes]] = {
    ("POST", "/v1/packets"): PORTALS,
    ("GET", "/v1/packets"): ALL,
    ("GET", "/v1/packets/{packet_id}"): ALL,
    ("DELETE", "/v1/packets/{packet_id}"): PORTALS,
    ("POST", "/v1/packets/{packet_id}/files"): PORTALS,
    ("DELETE", "/v1/packets/{packet_id}/files/{name:path}"): PORTALS,
    ("POST", "/v1/packets/{packet_id}/submit"): PORTALS,
    ("POST", "/v1/packets/{packet_id}/revisions"): PORTALS,
    ("GET", "/v1/packets/{packet_id}/verdict"): ALL,
    ("PUT", "/v1/webhook"): OPERATORS,
    ("GET", "/v1/webhook"): OPERATORS,
    ("DELETE", "/v1/webhook"): OPERATORS,
    ("GET", "/v1/deliveries"): OPERATORS,
    ("POST", "/v1/deliveries/{delivery_id}/send"): OPERATORS,
    ("GET", "/metrics"): OPERATORS,
    ("GET", "/openapi.json"): ALL,
}
"""Method and path → scopes. A tenant's operators do all that its portals may, and set up where verdicts go."""


class GuardedRoute(APIRoute):
    """A route that asks the table before anything else, even before it reads the request's body."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler behind its guard.

        Raises:
            LookupError: the route is not in the table.
        """
        handler = super().get_route_handler()
        if self.path in OPEN_PATHS:
            return handler
        for method in self.methods or ():
            if (method, self.path) not in ALLOWED:
                raise LookupError(f"{method} {self.path} is not in the table of who may do what")

        async def guarded(request: Request) -> Response:
            if caller_of(request).scope not in ALLOWED[request.method, self.path]:
                raise ProblemError("forbidden")
            return await handler(request)

        return guarded


def caller_of(request: Request) -> Caller:
    """Return whom a request comes from; the gate let it in.

    Raises:
        ProblemError: nobody.
    """
    caller = request.scope["state"].get("caller")
    if not isinstance(caller, Caller):
        raise ProblemError("unauthorized", headers=CHALLENGE)
    return caller


async def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


async def _caller(request: Request) -> Caller:
    return caller_of(request)


CHALLENGE: Final = {"WWW-Authenticate": 'Bearer realm="yushen"'}
ServiceHere = Annotated[Service, Depends(_service)]
CallerHere = Annotated[Caller, Depends(_caller)]
