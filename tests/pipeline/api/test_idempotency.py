"""A request sent twice does its work once."""

from concurrent.futures import ThreadPoolExecutor

import httpx
from fastapi.testclient import TestClient

from pipeline.service import Service
from tests.pipeline.api.callers import bearer, create, decide, key, parts, problem
from tests.pipeline.services import RecordingQueue

KEY = {"Idempotency-Key": '"8e03978e-40d5-43e8-bc93-6894a57f9324"'}


def count(client: TestClient) -> int:
    return len(client.get("/v1/packets").json()["packets"])


def test_the_same_request_gets_the_same_answer(client: TestClient, queue: RecordingQueue) -> None:
    first, again = (client.post("/v1/packets", files=parts({"a": b"1"}, {"packet_id": "7"}), headers=KEY) for _ in range(2))
    assert (first.status_code, first.content, first.headers["location"]) == (
        again.status_code,
        again.content,
        again.headers["location"],
    )
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    assert (count(client), len(queue.sent)) == (1, 1)


def test_another_request_under_the_same_key_is_refused(client: TestClient) -> None:
    client.post("/v1/packets", files=parts({"a": b"1"}), headers=KEY)
    for form in (parts({"a": b"2"}), parts({"b": b"1"}), parts({"a": b"1"}, {})):
        assert problem(client.post("/v1/packets", files=form, headers=KEY), 422) == "idempotency_mismatch"
    assert problem(client.post("/v1/packets", json={}, headers=KEY), 422) == "idempotency_mismatch"
    assert count(client) == 1


def test_a_refused_request_may_be_sent_again_corrected(client: TestClient) -> None:
    assert client.post("/v1/packets", json={"scenario": "nonsense"}, headers=KEY).status_code == 422
    assert client.post("/v1/packets", json={}, headers=KEY).status_code == 201


def test_each_tenant_has_its_own_keys(client: TestClient, service: Service) -> None:
    others = bearer(key(service, tenant="other"))
    answers = [client.post("/v1/packets", files=parts({"a": b"1"}), headers=KEY | who) for who in ({}, others)]
    assert answers[0].json()["id"] != answers[1].json()["id"]


def test_all_that_creates_is_done_once(client: TestClient, service: Service) -> None:
    draft = client.post("/v1/packets", json={}, headers={"Idempotency-Key": "1"}).json()["links"]["self"]
    for number, (path, form) in enumerate([("files", parts({"a": b"1"})), ("submit", None), ("revisions", parts({"a": b"2"}))]):
        answers = [client.post(f"{draft}/{path}", files=form, headers={"Idempotency-Key": f"k{number}"}) for _ in range(2)]
        assert answers[0].content == answers[1].content
        assert answers[1].headers.get("idempotent-replayed") == "true", path
        if path == "submit":
            decide(service, draft.rpartition("/")[2])
    assert client.get(draft).json()["revision"] == 2


def test_of_two_at_once_one_is_done(address: tuple[str, int], service: Service) -> None:
    host, port = address
    with httpx.Client(base_url=f"http://{host}:{port}", headers=bearer(key(service)), timeout=30) as client:

        def send(_: int) -> httpx.Response:
            return client.post("/v1/packets", files=parts({"a": b"1" * 100_000}), headers=KEY)

        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(send, range(8)))
        assert {answer.status_code for answer in answers} == {202}
        assert len({answer.content for answer in answers}) == 1
        assert sum("idempotent-replayed" not in answer.headers for answer in answers) == 1
        packet = answers[0].json()
        assert len(client.get("/v1/packets").json()["packets"]) == 1
        decide(service, packet["id"])
        with ThreadPoolExecutor(8) as pool:
            path = f"{packet['links']['self']}/revisions"
            revised = list(
                pool.map(lambda _: client.post(path, files=parts({"a": b"2"}), headers={"Idempotency-Key": "r"}), range(8))
            )
        assert {answer.json().get("revision") for answer in revised} == {2}


def test_keys_that_cannot_be_used(client: TestClient) -> None:
    for bad in ("", "x" * 256, "a b"):
        assert problem(client.post("/v1/packets", json={}, headers={"Idempotency-Key": bad}), 422) == "invalid"


def test_without_a_key_everything_is_new(client: TestClient) -> None:
    assert create(client, {"a": b"1"})["id"] != create(client, {"a": b"1"})["id"]
