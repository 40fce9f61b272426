"""Every refusal is a problem, whatever it comes from, and says nothing of what is inside."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from psycopg import sql
from structlog.testing import capture_logs

from pipeline.blobs.blobs import BlobsUnavailableError
from pipeline.service import Service
from tests.pipeline.api.callers import bearer, create, key, parts, problem
from tests.pipeline.services import POSTGRESQL


def test_paths_and_methods_that_are_not(client: TestClient) -> None:
    assert problem(client.get("/nowhere"), 404) == "not_found"
    assert problem(client.get("/v1/packets/"), 404) == "not_found"
    response = client.put("/v1/packets")
    assert problem(response, 405) == "method_not_allowed"
    assert response.headers["allow"] == "GET, POST"


def test_a_defect_of_ours_says_nothing(client: TestClient, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("张三 secret")

    monkeypatch.setattr("pipeline.api.looking_up.listed", broken)
    create(client, {"a": b"1"})
    with capture_logs() as logs:
        response = client.get("/v1/packets")
    assert problem(response, 500) == "internal"
    assert "secret" not in response.text
    assert [one["status"] for one in logs if one["event"] == "request"] == [500]


def test_a_database_that_is_away_is_no_defect(app: FastAPI, service: Service) -> None:
    secret = key(service)
    with TestClient(app, headers=bearer(secret), raise_server_exceptions=False) as client, away(service):
        response = client.get("/v1/packets")
        assert problem(response, 503) == "unavailable"
        assert int(response.headers["retry-after"]) > 0
        ready = client.get("/readyz")
        assert (ready.status_code, ready.json()["database"]) == (503, False)


@contextmanager
def away(service: Service) -> Iterator[None]:
    """Take a service's database away for a while."""
    service.database.engine.dispose()
    name = service.database.engine.url.database or ""
    if service.database.engine.dialect.name == "sqlite":
        Path(name).rename(f"{name}.away")
        Path(name).mkdir()
        yield
        return
    forbid = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
    with psycopg.connect(POSTGRESQL, autocommit=True) as server:
        server.execute(forbid.format(sql.Identifier(name), sql.Literal(False)))
        try:
            yield
        finally:
            server.execute(forbid.format(sql.Identifier(name), sql.Literal(True)))


def test_a_store_that_is_away_is_no_defect(client: TestClient, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise BlobsUnavailableError("no")

    monkeypatch.setattr(service.blobs, "put", away)
    assert problem(client.post("/v1/packets", files=parts({"a": b"1"})), 503) == "unavailable"
    assert client.get("/v1/packets").json()["packets"] == []


def test_requests_are_numbered_and_logged_without_what_they_hold(client: TestClient) -> None:
    with capture_logs() as logs:
        response = client.get("/v1/packets?packet_id=110105199001011234", headers={"X-Request-Id": "mine-1"})
    assert response.headers["x-request-id"] == "mine-1"
    [logged] = [one for one in logs if one["event"] == "request"]
    assert (logged["method"], logged["route"], logged["status"]) == ("GET", "/v1/packets", 200)
    assert "110105199001011234" not in str(logged)
    assert client.get("/v1/packets", headers={"X-Request-Id": "bad id\t"}).headers["x-request-id"] != "bad id\t"
