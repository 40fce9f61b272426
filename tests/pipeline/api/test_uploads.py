"""What is received is limited while it is received: nobody fills the memory or the disk."""

import http.client
import json
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
    folder = service.settings.data_dir
    return [path for name in ("uploads", "blobs") for path in (folder / name).rglob("*") if path.is_file()]


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


@pytest.mark.parametrize("names", [("a", "a"), ("b/a", "b\\a"), ("é", "é")])
def test_two_files_of_one_name(client: TestClient, names: tuple[str, str]) -> None:
    form = [part for name in names for part in parts({name: b"x"})]
    assert problem(client.post("/v1/packets", files=form), 422) == "file_twice"


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
    for _ in until_seconds(5):
        if not left_behind(service):
            break
    assert not left_behind(service)
    assert not list((service.settings.data_dir / "uploads").iterdir())


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
