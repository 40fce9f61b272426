"""A packet comes back mended, or not."""

from fastapi.testclient import TestClient

from pipeline.service import Service
from tests.pipeline.api.callers import create, decide, finding, parts, problem

MANIFEST = {
    "packet_id": "7",
    "declared": {"uscc": "1"},
    "files": [{"name": "licence.jpg", "slot": "business_license"}, {"name": "proof.jpg", "slot": "termination_certificate"}],
}
SEAL = finding("seal.missing", file="proof.jpg", document="termination_certificate")
DATE = finding("date.missing", file="proof.jpg", document="termination_certificate")


def test_a_portal_sends_only_what_was_mended(client: TestClient, service: Service) -> None:
    first = create(client, {"licence.jpg": b"1", "proof.jpg": b"2"}, MANIFEST)
    decide(service, first["id"], [SEAL, DATE])
    response = client.post(f"{first['links']['self']}/revisions", files=parts({"proof.jpg": b"3"}))
    assert response.status_code == 202
    assert (response.json()["revision"], response.json()["files"], response.json()["packet_id"]) == (2, 2, "7")
    assert response.json()["sent_back_before"] == []
    assert client.get(first["links"]["self"]).json()["changes"] is None
    decide(service, first["id"], [DATE, finding("image.blurry", "review")])
    shown = client.get(first["links"]["self"]).json()
    told = {kind: [one["code"] for one in findings] for kind, findings in shown["changes"].items()}
    assert told == {"fixed": ["seal.missing"], "remaining": ["date.missing"], "new": ["image.blurry"], "untold": []}
    assert [(one["number"], one["outcome"]) for one in shown["revisions"]] == [(1, "bounce"), (2, "bounce")]
    slots = [(file["name"], file["slot"], file["size_bytes"]) for file in shown["revisions"][1]["files"]]
    assert slots == [("licence.jpg", "business_license", 1), ("proof.jpg", "termination_certificate", 1)]


def test_a_file_that_was_sent_back_is_told_under_whatever_name(client: TestClient, service: Service) -> None:
    first = create(client, {"licence.jpg": b"1", "proof.jpg": b"2"}, MANIFEST)
    decide(service, first["id"], [SEAL])
    manifest = {"files": [{"name": "licence.jpg"}, {"name": "again.jpg"}]}
    response = client.post(f"{first['links']['self']}/revisions", files=parts({"again.jpg": b"2"}, manifest))
    told = [{"file": "again.jpg", "revision": 1, "codes": ["seal.missing"]}]
    assert response.json()["sent_back_before"] == told
    shown = client.get(first["links"]["self"]).json()
    assert shown["sent_back_before"] == told
    assert [file["slot"] for file in shown["revisions"][1]["files"]] == ["business_license", None]


def test_only_typing_is_corrected(client: TestClient, service: Service) -> None:
    first = create(client, {"licence.jpg": b"1", "proof.jpg": b"2"}, MANIFEST)
    decide(service, first["id"], [finding("match.uscc")])
    response = client.post(f"{first['links']['self']}/revisions", files=parts({}, {"declared": {"uscc": "2"}}))
    assert (response.status_code, response.json()["files"]) == (202, 2)


def test_one_revision_at_a_time(client: TestClient, service: Service) -> None:
    first = create(client, {"a": b"1"})
    revisions = f"{first['links']['self']}/revisions"
    assert problem(client.post(revisions, files=parts({"a": b"2"})), 409) == "undecided"
    decide(service, first["id"])
    assert client.post(revisions, files=parts({"a": b"2"})).status_code == 202
    assert problem(client.post(revisions, files=parts({"a": b"3"})), 409) == "undecided"


def test_revisions_that_are_refused(client: TestClient, service: Service) -> None:
    first = create(client, {"a": b"1"}, {"files": [{"name": "a"}]})
    decide(service, first["id"])
    revisions = f"{first['links']['self']}/revisions"
    listed = {"files": [{"name": "b"}]}
    assert problem(client.post(revisions, files=parts({"a": b"2"}, listed)), 422) == "manifest"
    assert problem(client.post(revisions, files=parts({"a": b"2"}, {"scenario": "nonsense"})), 422) == "policy"
    assert problem(client.post(revisions, json={}), 415) == "unsupported_media_type"
    assert client.get(first["links"]["self"]).json()["revision"] == 1
