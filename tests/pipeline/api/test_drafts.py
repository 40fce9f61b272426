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


def test_photos_of_one_name_are_all_taken(client: TestClient) -> None:
    draft = begin(client)
    for content, slot, name in ((b"1", "business_license", "image.jpg"), (b"2", "legal_rep_id", "image (2).jpg")):
        added = client.post(f"{draft}/files", params={"slot": slot}, files=parts({"image.jpg": content}))
        assert (added.status_code, added.json()["file_names"]) == (201, [name])
    again = client.post(f"{draft}/files", params={"slot": "legal_rep_id"}, files=parts({"image (2).jpg": b"2"}))
    assert (again.status_code, again.json()["files"]) == (201, 2)
    files = client.get(draft).json()["revisions"][0]["files"]
    assert [(file["name"], file["slot"]) for file in files] == [
        ("image.jpg", "business_license"), ("image (2).jpg", "legal_rep_id")
    ]  # fmt: skip


def test_photos_of_one_name_sent_together_get_the_slots_of_the_draft(client: TestClient) -> None:
    listed = [{"name": "image.jpg", "slot": slot} for slot in ("business_license", "legal_rep_id")]
    draft = begin(client, {"files": listed})
    form = [*parts({"image.jpg": b"1"}), *parts({"image.jpg": b"2"})]
    assert client.post(f"{draft}/files", files=form).json()["file_names"] == ["image.jpg", "image (2).jpg"]
    files = client.get(draft).json()["revisions"][0]["files"]
    assert [file["slot"] for file in files] == ["business_license", "legal_rep_id"]
    assert client.post(f"{draft}/submit").status_code == 202


def test_nobody_guesses_which_photo_of_one_name_a_slot_means(client: TestClient) -> None:
    draft = begin(client, {"files": [{"name": "image.jpg", "slot": slot} for slot in ("business_license", "legal_rep_id")]})
    assert client.post(f"{draft}/files", files=parts({"image.jpg": b"1"})).status_code == 201
    assert problem(client.post(f"{draft}/files", files=parts({"image.jpg": b"2"})), 422) == "file_twice"


def test_a_draft_has_room_for_one_packet(client: TestClient, service: Service) -> None:
    draft = begin(client)
    for number in range(service.settings.max_packet_mb // service.settings.max_file_mb):
        assert client.post(f"{draft}/files", files=parts({str(number): b"x"})).status_code == 201
    assert client.get(f"{draft}/verdict").json() == {"revision": 1, "state": "draft"}
