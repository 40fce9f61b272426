"""The embedded form for ``chaos``: one process with its queue and workers inside, and a door through which packets come in.

The door stands in for the HTTP API: ``POST /42`` hands packet 42 in, and asked again says the same, as an Idempotency-Key does.
"""

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from pipeline.commands.waiting import wait_for_the_end
from pipeline.handing_in import hand_in, push
from pipeline.logs import set_up_logs
from pipeline.opening_service import open_service
from pipeline.packet import Manifest, now
from pipeline.service import Service
from pipeline.settings import load_settings
from pipeline.store import packets
from pipeline.worker import Workers
from tests.pipeline.working import TENANT, page, store

FILES = 2
"""Pictures in each packet."""


def submit_once(service: Service, number: int, folder: Path) -> str:
    """Hand a packet in, unless it was before; return its id."""
    name = f"chaos-{number}"
    with service.database.reading() as unit:
        known = packets.list_packets(unit, TENANT, packets.Filters(external_id=name), 1)
    if known:
        return known[0].packet.id
    files = [store(service, page(number * FILES + index), folder) for index in range(FILES)]
    with service.database.unit() as unit:
        revision = packets.begin(unit, TENANT, Manifest(packet_id=name), "live", now())
        packets.add_files(unit, revision, files)
        reading_ids = hand_in(unit, service, revision.id, "live", now())
    push(service, revision.id, reading_ids or [], "live")
    return revision.packet_id


def main(port: int) -> None:
    """Serve until ended, one way or the other."""
    settings = load_settings()
    set_up_logs("console", "error")
    with open_service(settings) as service, Workers(service):

        class Door(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                packet_id = submit_once(service, int(self.path[1:]), settings.data_dir)
                self.send_response(200)
                self.end_headers()
                self.wfile.write(packet_id.encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", port), Door)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        wait_for_the_end()
        server.shutdown()


if __name__ == "__main__":
    main(int(sys.argv[1]))
