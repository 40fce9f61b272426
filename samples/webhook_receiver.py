"""A receiver of verdicts in the standard library: ``python -m samples.webhook_receiver --secret whsec_… --port 9000``.

``is_ours`` is all that a receiver has to check; ``Inbox`` keeps each delivery once, however often it is sent.
"""

import argparse
import base64
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOLERANCE_S = 300
MAX_BODY_BYTES = 16 << 20


def is_ours(secret: str, headers: Mapping[str, str], body: bytes, now_s: float) -> bool:
    """Whether a request is signed with our secret and no older than five minutes."""
    sent_at, signatures = headers.get("webhook-timestamp", ""), headers.get("webhook-signature", "").split()
    if not sent_at.isdecimal() or abs(now_s - int(sent_at)) > TOLERANCE_S:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers.get('webhook-id')}.{sent_at}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(expected.encode(), signature.encode()) for signature in signatures)


class Inbox:
    """What was received, by the delivery's id.

    ``refused`` counts what was not ours, ``repeated`` what was here before, ``differing`` what was another then: never.
    """

    def __init__(self, secret: str) -> None:
        self.secret = secret
        self.bodies: dict[str, bytes] = {}
        self.refused = 0
        self.repeated = 0
        self.differing = 0

    def take(self, headers: Mapping[str, str], body: bytes, now_s: float) -> HTTPStatus:
        """Take a request in, and return what to answer."""
        if not is_ours(self.secret, headers, body, now_s):
            self.refused += 1
            return HTTPStatus.UNAUTHORIZED
        delivery_id = headers["webhook-id"]
        if delivery_id in self.bodies:
            self.repeated += 1
            self.differing += self.bodies[delivery_id] != body
        self.bodies.setdefault(delivery_id, body)
        return HTTPStatus.NO_CONTENT


def open_server(inbox: Inbox, port: int, show: bool = False) -> ThreadingHTTPServer:
    """Open a server on this machine that fills an inbox; port 0 is any free one."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("content-length", "0"))
            if length > MAX_BODY_BYTES:
                self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
                return
            body = self.rfile.read(length)
            status = inbox.take(dict(self.headers.items()), body, time.time())
            self.send_response(status)
            self.end_headers()
            if show:
                _print(status, body)

        def log_message(self, *_: object) -> None:
            """Say nothing: what was received is printed."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


def _print(status: HTTPStatus, body: bytes) -> None:
    if status != HTTPStatus.NO_CONTENT:
        print("refused: not signed with this secret, or too old")
        return
    event = json.loads(body)
    verdict = event["verdict"]
    print(
        f"{event['packet_id']} revision {event['revision']}: {verdict['outcome']}, {len(verdict['findings'])} findings",
        flush=True,
    )


def main() -> None:
    """Receive and print until interrupted."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--secret", required=True, help="the endpoint's secret, whsec_…")
    arguments.add_argument("--port", type=int, default=9000)
    given = arguments.parse_args()
    server = open_server(Inbox(given.secret), given.port, show=True)
    print(f"waiting for verdicts on http://127.0.0.1:{server.server_port}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
