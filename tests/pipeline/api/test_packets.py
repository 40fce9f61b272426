"""Packets are taken in, listed, shown and deleted."""

from datetime import timedelta

from fastapi.testclient import TestClient

from pipeline.packet import now
from pipeline.service import Service
from pipeline.store.audit import entries_of
from pipeline.store.tables import ReadingRow
from tests.pipeline.api.callers import TENANT, create, decide, finding, problem
from tests.pipeline.services import RecordingQueue

MANIFEST = {
    "packet_id": "2024-000123",
    "scenario": "individual_withdrawal",
    "files": [{"name": "b.png", "slot": "id_card"}, {"name": "a.png"}],
}


def test_a_packet_is_stored_then_queued(client: TestClient, service: Service, queue: RecordingQueue) -> None:
    response = client.post(
        "/v1/packets",
        files=[("files", ("证/照.png", b"1")), ("files[]", ("b.png", b"2"))],
        headers={"Yushen-Priority": "backlog"},
    )
    created = response.json()
    assert response.headers["location"] == created["links"]["self"] == f"/v1/packets/{created['id']}"
    assert (created["packet_id"], created["revision"], created["state"], created["files"]) == (created["id"], 1, "queued", 2)
    assert [message.kind for message in queue.sent] == ["read", "read"]
    with service.database.reading() as unit:
        assert {row.priority for row in unit.session.query(ReadingRow)} == {"backlog"}
        assert [entry.action for entry in entries_of(unit, TENANT, created["id"])] == ["revision.handed_in"]


def test_a_packet_is_shown_with_its_files_in_the_manifests_order(client: TestClient) -> None:
    created = create(client, {"a.png": b"1", "c.png": b"3", "b.png": b"2"}, MANIFEST)
    shown = client.get(created["links"]["self"]).json()
    assert (shown["packet_id"], shown["scenario"], shown["state"], shown["outcome"]) == (
        "2024-000123",
        "individual_withdrawal",
        "queued",
        None,
    )
    [revision] = shown["revisions"]
    assert [(file["name"], file["slot"]) for file in revision["files"]] == [
        ("b.png", "id_card"),
        ("a.png", None),
        ("c.png", None),
    ]
    assert (revision["priority"], shown["changes"], shown["sent_back_before"]) == ("live", None, [])


TOMORROW = (now() + timedelta(days=1)).isoformat()
LISTED: list[tuple[dict[str, str], list[str]]] = [
    ({}, ["3", "2", "1"]),
    ({"state": "decided"}, ["2", "1"]),
    ({"outcome": "bounce"}, ["2"]),
    ({"scenario": "individual_withdrawal"}, ["3"]),
    ({"packet_id": "1"}, ["1"]),
    ({"packet_id": "nobody"}, []),
    ({"since": TOMORROW}, []),
    ({"until": TOMORROW}, ["3", "2", "1"]),
]


def test_listing(client: TestClient, service: Service) -> None:
    for number, findings in (("1", []), ("2", [finding("seal.missing")])):
        decide(service, create(client, {"a": number.encode()}, {"packet_id": number})["id"], findings)
    create(client, {"a": b"3"}, {"packet_id": "3", "scenario": "individual_withdrawal"})
    for query, found in LISTED:
        packets = client.get("/v1/packets", params=query).json()["packets"]
        assert [packet["packet_id"] for packet in packets] == found, query


def test_pages_follow_one_another(client: TestClient) -> None:
    for number in range(5):
        create(client, {"a": b"a"}, {"packet_id": str(number)})
    seen: list[str] = []
    cursor = ""
    while cursor is not None:
        page = client.get("/v1/packets", params={"limit": 2, **({"cursor": cursor} if cursor else {})}).json()
        seen += [packet["packet_id"] for packet in page["packets"]]
        cursor = page["next"]
    assert seen == ["4", "3", "2", "1", "0"]


def test_cursors_that_are_none_of_ours(client: TestClient) -> None:
    for cursor in ("x", "é", "AAAA", "MjAyNC0wMS0wMVQwMDowMDowMA", "====="):
        assert problem(client.get("/v1/packets", params={"cursor": cursor}), 422) == "invalid", cursor


def test_filters_that_cannot_be_used(client: TestClient) -> None:
    for query in ("limit=0", "limit=201", "state=x", "outcome=x", "packet_id=%00", "since=yesterday", "since=2024-01-01"):
        response = client.get(f"/v1/packets?{query}")
        assert problem(response, 422) == "invalid", query
        assert response.json()["errors"][0]["where"] == f"query.{query.partition('=')[0]}"
    assert problem(client.get("/v1/packets", params={"since": "0001-01-01T00:00:00+14:00"}), 422) == "invalid"


def test_deleting_leaves_no_file_and_no_evidence(client: TestClient, service: Service) -> None:
    created = create(client, {"a": b"mine", "b": b"shared"})
    other = create(client, {"b": b"shared"})
    assert client.delete(created["links"]["self"]).status_code == 204
    assert [blob.read_bytes() for blob in service.settings.data_dir.joinpath("blobs").rglob("*") if blob.is_file()] == [
        b"shared"
    ]
    with service.database.reading() as unit:
        assert unit.session.query(ReadingRow).count() == 1
        assert "packet.deleted" in [entry.action for entry in entries_of(unit, TENANT, created["id"])]
    for path in (created["links"]["self"], created["links"]["verdict"]):
        assert problem(client.get(path), 404) == "not_found"
    assert problem(client.delete(created["links"]["self"]), 404) == "not_found"
    assert client.get(other["links"]["self"]).status_code == 200


def test_a_malformed_id_is_refused(client: TestClient) -> None:
    assert problem(client.get("/v1/packets/%00"), 422) == "invalid"
