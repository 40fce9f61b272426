"""Verdicts are told at once, or as soon as they are there."""

import threading
import time

from fastapi.testclient import TestClient

from pipeline.service import Service
from tests.pipeline.api.callers import create, decide, finding, parts, problem


def test_until_there_is_a_verdict(client: TestClient, service: Service) -> None:
    created = create(client, {"a": b"1"})
    waiting = client.get(created["links"]["verdict"])
    assert (waiting.status_code, waiting.json()) == (202, {"revision": 1, "state": "queued"})
    assert int(waiting.headers["retry-after"]) > 0
    verdict = decide(service, created["id"], [finding("seal.missing")])
    told = client.get(created["links"]["verdict"])
    assert (told.status_code, told.content) == (200, verdict.model_dump_json().encode())


def test_each_revision_has_its_own(client: TestClient, service: Service) -> None:
    created = create(client, {"a": b"1"})
    decide(service, created["id"], [finding("seal.missing")])
    client.post(f"{created['links']['self']}/revisions", files=parts({"a": b"2"}))
    assert client.get(created["links"]["verdict"]).json() == {"revision": 2, "state": "queued"}
    assert client.get(created["links"]["verdict"], params={"revision": 1}).json()["outcome"] == "bounce"
    assert problem(client.get(created["links"]["verdict"], params={"revision": 3}), 404) == "not_found"


def test_who_waits_is_told_at_once(client: TestClient, service: Service) -> None:
    created = create(client, {"a": b"1"})
    later = threading.Timer(0.3, decide, (service, created["id"]))
    later.start()
    started = time.monotonic()
    assert client.get(created["links"]["verdict"], params={"wait": 20}).status_code == 200
    assert 0.2 < time.monotonic() - started < 5
    later.join()


def test_who_waits_in_vain_is_told_so(client: TestClient) -> None:
    created = create(client, {"a": b"1"})
    started = time.monotonic()
    assert client.get(created["links"]["verdict"], params={"wait": 0.3}).status_code == 202
    assert 0.3 <= time.monotonic() - started < 5


def test_questions_that_make_no_sense(client: TestClient) -> None:
    created = create(client, {"a": b"1"})
    for query in ("wait=61", "wait=-1", "wait=nan", "revision=0", "revision=99999999999"):
        assert problem(client.get(f"{created['links']['verdict']}?{query}"), 422) == "invalid", query
