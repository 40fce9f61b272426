"""What is received is limited while it is received: nobody fills the memory or the disk."""

import http.client
import json
import os
import resource
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pipeline.service import Service
from tests.pipeline.api.callers import bearer, create, key, parts, problem

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What is tested here is the same on every database."""

MIB = 1 << 20
BOUNDARY = "b0undary"
BEGIN = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="%s"\r\n\r\n'
MULTIPART = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}


@pytest.fixture
def service(service: Service) -> Service:
    return service._replace(settings=service.settings.model_copy(update={"max_file_mb": 2, "max_packet_mb": 3, "max_files": 4}))


def left_behind(service: Service) -> list[Path]:
    """The files of uploads and blobs now; a folder that the service removes meanwhile holds none."""
    folder = service.settings.data_dir
    walks = (os.walk(folder / name) for name in ("uploads", "blobs"))
    return [Path(parent) / name for walk in walks for parent, _, names in walk for name in names]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        pytest.param({"a": b"x" * (2 * MIB + 1)}, "file_too_large", id="one file"),
        pytest.param({"a": b"x" * 2 * MIB, "b": b"x" * 2 * MIB}, "packet_too_large", id="all together"),
        pytest.param({str(number): b"" for number in range(5)}, "too_many_files", id="many"),
    ],
)
def test_too_much_is_refused(client: TestClient, service: Service, files: dict[str, bytes], code: str) -> None:
    assert problem(client.post("/v1/packets", files=parts(files)), 413) == code
    assert not left_behind(service)


def test_as_much_as_is_allowed_is_taken(client: TestClient, service: Service) -> None:
    created = create(client, {"a": b"x" * 2 * MIB, "b": b"", "c": b"c"}, {"packet_id": "7"})
    files = client.get(created["links"]["self"]).json()["revisions"][0]["files"]
    assert [(file["name"], file["size_bytes"]) for file in files] == [("a", 2 * MIB), ("b", 0), ("c", 1)]
    assert not list((service.settings.data_dir / "uploads").iterdir())


def test_a_manifest_takes_a_mebibyte(client: TestClient) -> None:
    huge = {"packet_id": "x" * MIB}
    assert problem(client.post("/v1/packets", files=parts({"a": b"a"}, huge)), 413) == "manifest_too_large"
    assert problem(client.post("/v1/packets", json=huge), 413) == "manifest_too_large"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (b"../a", "file_name"),
        (b"a/../../b", "file_name"),
        (b"/etc/passwd", "file_name"),
        (b"C:a", "file_name"),
        (b"", "file_name"),
        (b".", "file_name"),
        (b"a\x07b", "file_name"),
        (b"a\x7fb", "file_name"),
        (b"\xff\xfe", "file_name"),
        (b"x" * 256, "file_name"),
        (b"packet.json", "file_name"),
    ],
)
def test_names_that_cannot_be_used(client: TestClient, service: Service, name: bytes, code: str) -> None:
    body = (BEGIN.encode() % name) + f"x\r\n--{BOUNDARY}--\r\n".encode()
    assert problem(client.post("/v1/packets", content=body, headers=MULTIPART), 422) == code
    assert not left_behind(service)


@pytest.mark.parametrize("names", [("image.jpg", "image.jpg"), ("b/image.jpg", "b\\image.jpg"), ("é.jpg", "e\u0301.jpg")])
def test_two_photos_of_one_name_are_both_taken(client: TestClient, names: tuple[str, str]) -> None:
    listed = {"files": [{"name": name, "slot": slot} for name, slot in zip(names, ("legal_rep_id", "id_card"), strict=True)]}
    form = [*parts({}, listed), *(part for number, name in enumerate(names) for part in parts({name: str(number).encode()}))]
    created = client.post("/v1/packets", files=form)
    assert created.status_code == 202, created.text
    first, second = created.json()["file_names"]
    assert second == f"{first.removesuffix('.jpg')} (2).jpg"
    files = client.get(created.json()["links"]["self"]).json()["revisions"][0]["files"]
    assert [(file["name"], file["slot"]) for file in files] == [(first, "legal_rep_id"), (second, "id_card")]


def test_one_photo_sent_twice_is_one_file(client: TestClient) -> None:
    form = [*parts({"image.jpg": b"x"}), *parts({"image.jpg": b"x"})]
    created = client.post("/v1/packets", files=form).json()
    assert (created["files"], created["file_names"]) == (1, ["image.jpg", "image.jpg"])


def part_of(field: str, name: bytes, content: bytes = b"x") -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; '.encode()
    return head + name + b"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + b"\r\n"


END = f"--{BOUNDARY}--\r\n".encode()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(b'filename="' + "誠信.jpg".encode() + b'"', id="UTF-8"),
        pytest.param(b'filename="' + "誠信.jpg".encode("gbk") + b'"', id="GBK, with a backslash in its bytes"),
        pytest.param(b"filename*=UTF-8''%E8%AA%A0%E4%BF%A1.jpg", id="RFC 5987"),
    ],
)
def test_names_in_chinese_however_a_client_writes_them(client: TestClient, name: bytes) -> None:
    listed = json.dumps({"files": [{"name": "誠信.jpg", "slot": "business_license"}]}).encode()
    body = part_of("manifest", b'filename="packet.json"', listed) + part_of("files", name) + END
    created = client.post("/v1/packets", content=body, headers=MULTIPART)
    assert created.status_code == 202, created.text
    assert created.json()["file_names"] == ["誠信.jpg"]


def test_inputs_of_a_form_in_which_nothing_was_chosen_are_passed_over(client: TestClient) -> None:
    nothing = part_of("files", b'filename=""', b"")
    body = part_of("manifest", b'filename=""', b"") + nothing + part_of("files", b'filename="a.jpg"') + nothing * 9 + END
    created = client.post("/v1/packets", content=body, headers=MULTIPART)
    assert (created.status_code, created.json()["files"]) == (202, 1)
    assert problem(client.post("/v1/packets", content=nothing + END, headers=MULTIPART), 409) == "no_files"


def test_a_manifest_that_was_sent_empty_is_not_passed_over(client: TestClient) -> None:
    body = part_of("manifest", b'filename="packet.json"', b"") + part_of("files", b'filename="a.jpg"') + END
    assert problem(client.post("/v1/packets", content=body, headers=MULTIPART), 422) == "manifest"


@pytest.mark.parametrize(
    ("manifest", "code", "said"),
    [
        ({"declared": {"employe_name": "王五", "employe_id": "1"}}, "manifest", "did you mean employee_id?"),
        ({"declared": {"separation_date": "明天"}}, "manifest", "it is no date"),
        ({"region": "haidain"}, "policy", "there is no region 'haidain' (known: default, "),
        ({"region": "five_slot"}, "policy", "did you mean five_slots?"),
        ({"scenario": "employer_withdrawl"}, "policy", "did you mean employer_withdrawal?"),
    ],
)
def test_what_is_misspelt_is_refused_with_the_nearest_name(
    client: TestClient, service: Service, manifest: dict[str, object], code: str, said: str
) -> None:
    for refused in (client.post("/v1/packets", files=parts({"a": b"a"}, manifest)), client.post("/v1/packets", json=manifest)):
        assert problem(refused, 422) == code
        assert said in refused.json()["detail"]
        assert "王五" not in refused.text
    assert not left_behind(service)


def test_everything_wrong_with_a_manifest_is_listed_with_its_place(client: TestClient) -> None:
    refused = client.post("/v1/packets", json={"declared": {"employe_id": "1", "separation_date": "明天"}, "x": 1})
    assert {one["where"] for one in refused.json()["errors"]} == {"", "declared", "declared.separation_date"}


@pytest.mark.parametrize("year", ["0001-01-01T00:00:00", "9999-12-31T23:59:59Z"])
def test_the_first_and_the_last_year_of_a_calendar_are_taken_as_nothing(client: TestClient, year: str) -> None:
    said = {"submitted_at": year, "declared": {"separation_date": year}, "extra": {"submitted_at": year}}
    assert create(client, {"a": b"a"}, said)["state"] == "queued"


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        ("", "multipart/form-data", 400, "malformed"),
        ("", f"multipart/form-data; boundary={'x' * 300}", 400, "malformed"),
        ("nothing of the kind", MULTIPART["Content-Type"], 400, "malformed"),
        (BEGIN % "a" + "no end", MULTIPART["Content-Type"], 400, "malformed"),
        (f"--{BOUNDARY}\r\n" + "X: y\r\n" * 99, MULTIPART["Content-Type"], 400, "malformed"),
        (f"--{BOUNDARY}\r\nX: {'y' * 9999}", MULTIPART["Content-Type"], 400, "malformed"),
        (f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"\r\n\r\nx', MULTIPART["Content-Type"], 422, "invalid"),
        (f"--{BOUNDARY}\r\n\r\nx", MULTIPART["Content-Type"], 422, "invalid"),
        ("a=b", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
        ("", "", 415, "unsupported_media_type"),
        ("{", "application/json", 422, "manifest"),
        ('{"files": [{"name": "../a"}]}', "application/json", 422, "manifest"),
        ('{"packet_id": "a\\u0000"}', "application/json", 422, "manifest"),
        (json.dumps({"packet_id": "x" * 257}), "application/json", 422, "manifest"),
        ('{"scenario": "nonsense"}', "application/json", 422, "policy"),
    ],
)  # fmt: skip
def test_bodies_that_cannot_be_read(client: TestClient, body: str, content_type: str, status: int, code: str) -> None:
    response = client.post("/v1/packets", content=body.encode(), headers={"Content-Type": content_type})
    assert problem(response, status) == code


def test_a_listed_file_has_to_be_sent(client: TestClient, service: Service) -> None:
    listed = {"files": [{"name": "a"}, {"name": "b"}]}
    assert problem(client.post("/v1/packets", files=parts({"a": b"a"}, listed)), 422) == "manifest"
    assert problem(client.post("/v1/packets", files=parts({}, {"packet_id": "7"})), 409) == "no_files"
    assert not left_behind(service), "nothing is stored of what is refused"


def connect(address: tuple[str, int], secret: str, path: str = "/v1/packets") -> socket.socket:
    connection = socket.create_connection(address, timeout=20)
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: {MULTIPART['Content-Type']}\r\n"
    connection.sendall((head + f"Authorization: Bearer {secret}\r\n\r\n").encode())
    return connection


def send(connection: socket.socket, content: bytes) -> None:
    connection.sendall(f"{len(content):x}\r\n".encode() + content + b"\r\n")


def pour(connection: socket.socket, enough: int) -> int:
    """Send without end and without listening; return how much went through before we were cut off."""
    block = b"x" * 65536
    sent = 0
    try:
        while sent < enough:
            send(connection, block)
            sent += len(block)
    except OSError:
        pass
    return sent


def test_who_sends_forever_is_cut_off(address: tuple[str, int], service: Service) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    connection = connect(address, key(service))
    send(connection, (BEGIN % "a").encode())
    assert pour(connection, 4096 * MIB) < 1024 * MIB
    connection.close()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024, "kilobytes"
    assert not left_behind(service)


def test_who_sends_forever_without_a_key_is_cut_off(address: tuple[str, int]) -> None:
    connection = connect(address, "nonsense")
    assert pour(connection, 4096 * MIB) < 1024 * MIB
    connection.close()


def test_who_sends_a_bit_too_much_reads_why(address: tuple[str, int], service: Service) -> None:
    connection = connect(address, key(service))
    send(connection, (BEGIN % "a").encode())
    for _ in range(48):
        send(connection, b"x" * 65536)
    send(connection, f"\r\n--{BOUNDARY}--\r\n".encode())
    connection.sendall(b"0\r\n\r\n")
    response = http.client.HTTPResponse(connection)
    response.begin()
    assert (response.status, response.headers["connection"]) == (413, "close")
    assert json.loads(response.read())["code"] == "file_too_large"
    connection.close()


def test_a_length_that_is_too_much_is_refused_before_a_byte_of_it(address: tuple[str, int], service: Service) -> None:
    connection = http.client.HTTPConnection(*address, timeout=5)
    connection.putrequest("POST", "/v1/packets")
    for name, value in {
        **bearer(key(service)),
        **MULTIPART,
        "Content-Length": str(4096 * MIB),
        "Expect": "100-continue",
    }.items():
        connection.putheader(name, value)
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def test_nothing_stays_of_who_hangs_up(address: tuple[str, int], service: Service) -> None:
    connection = connect(address, key(service))
    send(connection, (BEGIN % "a").encode() + b"x" * MIB)
    for _ in until_seconds(5):
        if left_behind(service):
            break
    assert left_behind(service), "it was being written"
    connection.close()
    uploads = service.settings.data_dir / "uploads"
    for _ in until_seconds(5):
        if not left_behind(service) and not list(uploads.iterdir()):
            break
    assert not left_behind(service)
    assert not list(uploads.iterdir())


def test_who_sends_nothing_is_given_up(address: tuple[str, int], service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.api.uploads.SILENCE_S", 0.2)
    connection = connect(address, key(service))
    send(connection, (BEGIN % "a").encode())
    response = http.client.HTTPResponse(connection)
    response.begin()
    assert response.status == 408
    connection.close()


def until_seconds(seconds: float) -> Iterator[None]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield
        time.sleep(0.02)
