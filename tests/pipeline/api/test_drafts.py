"""Step by step."""

from fastapi.testclient import TestClient

from pipeline.service import Service
from tests.pipeline.api.callers import create, parts, problem
from tests.pipeline.services import RecordingQueue


def begin(client: TestClient, manifest: dict[str, object] | None = None) -> str:
    response = client.post("/v1/packets", json=manifest or {})
    assert (response.status_code, response.json()["state"]) == (201, "draft")
    return f"/v1/packets/{response.json()['id']}"


def test_a_draft_is_filled_and_handed_in(client: TestClient, queue: RecordingQueue) -> None:
    draft = begin(client, {"packet_id": "7", "files": [{"name": "a", "slot": "id_card"}, {"name": "证 照/b"}]})
    assert problem(client.post(f"{draft}/submit"), 409) == "files_lacking"
    assert client.post(f"{draft}/files", files=parts({"a": b"1", "x": b"2"})).json()["files"] == 2
    added = client.post(f"{draft}/files", params={"slot": "business_license"}, files=parts({"证 照/b": b"3"}))
    assert (added.status_code, added.json()["files"], added.json()["state"]) == (201, 3, "draft")
    assert client.delete(f"{draft}/files/x").status_code == 204
    assert not queue.sent
    submitted = client.post(f"{draft}/submit")
    assert (submitted.status_code, submitted.json()["state"]) == (202, "queued")
    assert [message.kind for message in queue.sent] == ["read", "read"]
    files = client.get(draft).json()["revisions"][0]["files"]
    assert [(file["name"], file["slot"]) for file in files] == [("a", "id_card"), ("证 照/b", "business_license")]


def test_files_with_folders_in_their_names_are_taken_out(client: TestClient) -> None:
    draft = begin(client)
    client.post(f"{draft}/files", files=parts({"证 照/b": b"3"}))
    assert problem(client.delete(f"{draft}/files/证 照"), 404) == "not_found"
    assert client.delete(f"{draft}/files/证 照/b").status_code == 204
    assert problem(client.post(f"{draft}/submit"), 409) == "no_files"


def test_what_was_handed_in_is_no_draft(client: TestClient) -> None:
    packet = create(client, {"a": b"1"})["links"]["self"]
    assert problem(client.post(f"{packet}/submit"), 409) == "not_a_draft"
    assert problem(client.post(f"{packet}/files", files=parts({"b": b"1"})), 409) == "not_a_draft"
    assert problem(client.delete(f"{packet}/files/a"), 409) == "not_a_draft"
    assert problem(client.post(f"{packet}/revisions", files=parts({"b": b"1"})), 409) == "undecided"


REFUSED = [
    (parts({"a": b"2"}), {}, 422, "file_twice"),
    (parts({"b": b"2"}, {}), {}, 422, "invalid"),
    (parts({"b": b"2"}), {"slot": "nonsense"}, 422, "invalid"),
    (parts({str(number): b"" for number in range(50)}), {}, 413, "too_many_files"),
]


def test_additions_that_are_refused(client: TestClient) -> None:
    draft = begin(client)
    client.post(f"{draft}/files", files=parts({"a": b"1"}))
    for form, query, status, code in REFUSED:
        assert problem(client.post(f"{draft}/files", files=form, params=query), status) == code
    assert len(client.get(draft).json()["revisions"][0]["files"]) == 1


def test_a_draft_has_room_for_one_packet(client: TestClient, service: Service) -> None:
    draft = begin(client)
    for number in range(service.settings.max_packet_mb // service.settings.max_file_mb):
        assert client.post(f"{draft}/files", files=parts({str(number): b"x"})).status_code == 201
    assert client.get(f"{draft}/verdict").json() == {"revision": 1, "state": "draft"}
