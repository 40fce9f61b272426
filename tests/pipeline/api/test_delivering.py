"""Where verdicts are sent, and what became of them."""

from fastapi.testclient import TestClient

from pipeline.service import Service
from pipeline.store import deliveries, packets
from pipeline.store.audit import entries_of
from tests.pipeline.api.callers import NOW, TENANT, create, decide, problem
from tests.pipeline.services import RecordingQueue, Sent

URL = "https://1.1.1.1/verdicts?for=us"


def test_a_webhook_is_set_shown_and_removed(client: TestClient, service: Service) -> None:
    assert problem(client.get("/v1/webhook"), 404) == "not_found"
    secrets = [client.put("/v1/webhook", json={"url": URL}).json()["secret"] for _ in range(2)]
    assert secrets[0] != secrets[1]
    assert all(secret.startswith("whsec_") for secret in secrets)
    assert client.get("/v1/webhook").json() == {"url": URL}
    assert client.delete("/v1/webhook").status_code == 204
    assert problem(client.delete("/v1/webhook"), 404) == "not_found"
    with service.database.reading() as unit:
        actions = [entry.action for entry in entries_of(unit, TENANT, "webhook")]
    assert actions == ["webhook.set", "webhook.set", "webhook.removed"]


REFUSED = [
    ("http://127.0.0.1/x", "address"),
    ("http://10.0.0.1/x", "address"),
    ("http://[::1]/x", "address"),
    ("http://169.254.169.254/latest", "address"),
    ("ftp://1.1.1.1/x", "address"),
    ("https://user:pass@1.1.1.1/", "address"),
    ("not an address", "address"),
    ("", "invalid"),
    ("https://1.1.1.1/" + "x" * 2048, "invalid"),
]


def test_addresses_that_are_refused(client: TestClient) -> None:
    for url, code in REFUSED:
        assert problem(client.put("/v1/webhook", json={"url": url}), 422) == code, url


def test_bodies_that_are_refused(client: TestClient) -> None:
    assert problem(client.put("/v1/webhook", json={"url": URL, "more": 1}), 422) == "invalid"
    assert problem(client.put("/v1/webhook", content=b"{", headers={"Content-Type": "application/json"}), 422) == "invalid"
    assert problem(client.put("/v1/webhook", data={"url": URL}), 415) == "unsupported_media_type"


def test_dead_letters_are_seen_and_sent_again(client: TestClient, service: Service, queue: RecordingQueue) -> None:
    client.put("/v1/webhook", json={"url": URL})
    packet_id = create(client, {"a": b"1"})["id"]
    decide(service, packet_id)
    with service.database.unit() as unit:
        delivery_id = deliveries.plan(unit, packets.revisions_of(unit, packet_id)[0].id, TENANT, NOW)
        assert delivery_id
        assert deliveries.claim(unit, delivery_id, "worker")
        deliveries.failed(unit, delivery_id, "status 500", None)
    assert client.get("/v1/deliveries", params={"state": "delivered"}).json() == {"deliveries": []}
    [dead] = client.get("/v1/deliveries", params={"state": "dead"}).json()["deliveries"]
    assert (dead["id"], dead["packet"], dead["revision"], dead["attempts"]) == (delivery_id, packet_id, 1, 1)
    assert dead["last_error"] == "status 500"
    assert client.post(f"/v1/deliveries/{delivery_id}/send").status_code == 202
    assert queue.sent[-1] == Sent("deliver", delivery_id)
    assert problem(client.post(f"/v1/deliveries/{delivery_id}/send"), 404) == "not_found"
