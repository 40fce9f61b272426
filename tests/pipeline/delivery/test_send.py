"""One attempt, against a receiver of each kind."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from pipeline.delivery.send import Letter, Limits, Receipt, send
from pipeline.store.deliveries import Endpoint
from samples.webhook_receiver import is_ours

AT = datetime(2024, 6, 10, tzinfo=UTC)
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
LETTER = Letter("0123", b'{"delivery_id": "0123"}')
ALLOWED = Limits(timeout_s=0.5, allow_private=True)


class Seen:
    """What came to a receiver that answers with a status."""

    def __init__(self, status: int, wait_s: float = 0) -> None:
        self.status, self.wait_s = status, wait_s
        self.requests: list[tuple[str, dict[str, str], bytes]] = []


@contextmanager
def receiver(seen: Seen) -> Iterator[int]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            seen.requests.append((self.path, {key.lower(): value for key, value in self.headers.items()}, body))
            time.sleep(seen.wait_s)
            self.send_response(seen.status)
            self.send_header("location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize(
    ("status", "receipt"),
    [
        (200, Receipt(arrived=True)),
        (204, Receipt(arrived=True)),
        (302, Receipt(arrived=False, problem="HTTP 302")),
        (401, Receipt(arrived=False, problem="HTTP 401")),
        (410, Receipt(arrived=False, final=True, problem="HTTP 410")),
        (429, Receipt(arrived=False, problem="HTTP 429")),
        (503, Receipt(arrived=False, problem="HTTP 503")),
    ],
)
def test_the_status_says_what_came_of_it(status: int, receipt: Receipt) -> None:
    seen = Seen(status)
    with receiver(seen) as port:
        assert send(LETTER, Endpoint(f"http://127.0.0.1:{port}/in", SECRET), AT, ALLOWED) == receipt
    assert len(seen.requests) == 1, "no redirect is followed"


def test_a_receiver_called_by_name_gets_the_name_and_a_signed_body() -> None:
    seen = Seen(200)
    with receiver(seen) as port:
        send(LETTER, Endpoint(f"http://localhost:{port}/in?tenant=a", SECRET), AT, ALLOWED)
    ((path, headers, body),) = seen.requests
    assert (path, headers["host"], headers["content-type"]) == ("/in?tenant=a", f"localhost:{port}", "application/json")
    assert is_ours(SECRET, headers, body, AT.timestamp())
    assert headers["webhook-id"] == LETTER.delivery_id


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_nothing_reaches_a_private_address_that_is_not_allowed(host: str) -> None:
    seen = Seen(200)
    with receiver(seen) as port:
        receipt = send(LETTER, Endpoint(f"http://{host}:{port}/in", SECRET), AT, ALLOWED._replace(allow_private=False))
    assert not receipt.arrived
    assert "private" in receipt.problem
    assert not seen.requests


def test_a_receiver_that_does_not_answer_is_left() -> None:
    seen = Seen(200, wait_s=1.0)
    with receiver(seen) as port:
        receipt = send(LETTER, Endpoint(f"http://127.0.0.1:{port}/", SECRET), AT, ALLOWED)
    assert receipt == Receipt(arrived=False, problem="ReadTimeout")


def test_a_receiver_that_is_away_is_told() -> None:
    with receiver(Seen(200)) as port:
        pass
    assert send(LETTER, Endpoint(f"http://127.0.0.1:{port}/", SECRET), AT, ALLOWED).problem == "ConnectError"
