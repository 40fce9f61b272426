"""Nobody gets anything without a key, nor with the wrong one, nor another tenant's packets. The table is made of the routes."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import product

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from pipeline.api.access import ALLOWED, OPEN_PATHS, GuardedRoute, Scopes
from pipeline.api.app import bare_app
from pipeline.service import Service
from pipeline.store.keys import NewKey, list_keys, make_key, revoke_key
from pipeline.store.tables import Scope
from tests.pipeline.api.callers import NOW, bearer, create, decide, key, parts, problem

SCOPES: tuple[Scope, ...] = ("portal", "reviewer", "operator")
NO_ID = "0" * 32


def routes() -> Iterator[tuple[str, str]]:
    for route in bare_app().routes:
        assert isinstance(route, APIRoute), "every route is one that the table guards"
        for method in route.methods or ():
            yield method, route.path


def filled(path: str, packet_id: str = NO_ID) -> str:
    return re.sub(r"\{[^}]*\}", packet_id, path)


GUARDED = sorted(route for route in routes() if route[1] not in OPEN_PATHS)
WRONG_SCOPE = [(method, path, scope) for method, path in GUARDED for scope in SCOPES if scope not in ALLOWED[method, path]]
OF_A_PACKET = [(method, path) for method, path in GUARDED if "{packet_id}" in path]


def test_the_table_has_every_route_and_no_other() -> None:
    assert set(ALLOWED) == set(GUARDED)


def test_only_two_paths_are_open(anyone: TestClient) -> None:
    assert {path for _, path in routes()} >= OPEN_PATHS
    assert anyone.get("/healthz").json() == {"status": "ok"}
    assert anyone.get("/readyz").json() == {"status": "ok", "database": True, "blobs": True, "broker": True}


NO_KEYS = (
    "",
    "Bearer",
    "Bearer x",
    f"Bearer ysk_{NO_ID}_x",
    "Basic dXNlcjpwYXNz",
    "Bearer ysk_\x00_x",
    "Bearer ysk_" + "é" * 9,
)
ASKED = [*GUARDED, ("GET", "/nowhere"), ("PATCH", "/v1/packets"), ("GET", "/docs"), ("OPTIONS", "/v1/packets")]


def test_without_a_key_in_force_nothing_is_told(anyone: TestClient) -> None:
    answers = []
    for authorization, (method, path) in product(NO_KEYS, ASKED):
        response = anyone.request(method, filled(path), headers={b"Authorization": authorization.encode("latin-1")})
        assert problem(response, 401) == "unauthorized", (method, path)
        assert response.headers["www-authenticate"].startswith("Bearer")
        answers.append({name: value for name, value in response.json().items() if name != "request_id"})
        assert "ratelimit" not in response.headers
    assert all(answer == answers[0] for answer in answers), "nothing depends on what was asked"


def test_a_key_that_ran_out_or_was_revoked_is_none(anyone: TestClient, service: Service) -> None:
    with service.database.unit() as unit:
        expired = make_key(unit, NewKey("default", "operator", "old", NOW - timedelta(seconds=1)), NOW)
        revoked = make_key(unit, NewKey("default", "operator", "bad"), NOW)
        revoke_key(unit, list_keys(unit)[-1].id, NOW)
        for row in list_keys(unit):
            revoke_key(unit, row.id, NOW)
    for secret in (expired, revoked):
        assert problem(anyone.get("/v1/packets", headers=bearer(secret)), 401) == "unauthorized"


def test_a_key_of_the_wrong_scope_is_refused(anyone: TestClient, service: Service) -> None:
    keys = {scope: bearer(key(service, scope)) for scope in SCOPES}
    assert WRONG_SCOPE
    for method, path, scope in WRONG_SCOPE:
        assert problem(anyone.request(method, filled(path), headers=keys[scope]), 403) == "forbidden", (method, path, scope)


def test_another_tenants_packet_does_not_exist(client: TestClient, service: Service) -> None:
    others = bearer(key(service, tenant="other"))
    drafted = client.post("/v1/packets", json={}).json()["id"]
    decided = create(client, {"a.png": b"a"})["id"]
    decide(service, decided)
    for packet_id in (drafted, decided):
        before = client.get(f"/v1/packets/{packet_id}").json()
        for method, path in OF_A_PACKET:
            form = parts({"b.png": b"b"}) if method == "POST" else None
            response = client.request(method, filled(path, packet_id), headers=others, files=form)
            assert problem(response, 404) == "not_found", (method, path)
        assert client.get(f"/v1/packets/{packet_id}").json() == before
    assert client.get("/v1/packets", headers=others).json() == {"packets": [], "next": None}


def test_another_tenants_webhook_and_deliveries_do_not_exist(client: TestClient, service: Service) -> None:
    service_url = "https://1.1.1.1/hook"
    assert client.put("/v1/webhook", json={"url": service_url}).status_code == 200
    packet_id = create(client, {"a.png": b"a"})["id"]
    decide(service, packet_id)
    others = bearer(key(service, tenant="other"))
    assert problem(client.get("/v1/webhook", headers=others), 404) == "not_found"
    assert problem(client.delete("/v1/webhook", headers=others), 404) == "not_found"
    assert client.get("/v1/deliveries", headers=others).json() == {"deliveries": []}
    assert client.get("/v1/webhook").json() == {"url": service_url}


def test_a_route_outside_the_table_does_not_start() -> None:
    with pytest.raises(LookupError):
        GuardedRoute("/v1/new", lambda: None, methods=["GET"])


def test_scopes_are_named_in_the_document(app: FastAPI) -> None:
    document = app.openapi()
    scopes: Scopes = frozenset(document["paths"]["/v1/webhook"]["put"]["x-scopes"])
    assert scopes == ALLOWED["PUT", "/v1/webhook"]
