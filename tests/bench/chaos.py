"""What survives: packets handed in while workers are killed, the broker is restarted and database connections are cut.

``python -m tests.bench.chaos [--packets 300] [--form distributed|embedded] [--broker rabbitmq|redis]``. Ends with code 1 unless
there is one verdict for each packet, each was received, and every time it was received it was the same.
"""

import argparse
import json
import os
import random
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError

from sqlalchemy import func, select

from pipeline.opening_service import open_service
from pipeline.packet import now
from pipeline.service import Service
from pipeline.settings import Settings
from pipeline.store import deliveries, verdicts
from pipeline.store.patience import patiently
from pipeline.store.tables import AuditRow, DeliveryRow, RevisionRow
from pipeline.work.judging import DECIDED
from samples.webhook_receiver import Inbox, open_server
from tests.bench.chaos_door import submit_once
from tests.bench.chaos_harm import Fleet, Regularly, cut_connections, empty_broker, restart_broker
from tests.pipeline.services import fresh_postgresql
from tests.pipeline.working import TENANT

KILL_EVERY_S = 5.0
CUT_EVERY_S = 8.0
RESTART_EVERY_S = 25.0
TEND_EVERY_S = 0.5
FAILING_SHARE = 0.05
"""Share of deliveries that the receiver takes in and answers with an error: they come again."""
SUBMIT_PAUSE_S = 0.15
LEAVE_S = 15.0
"""Seconds after which no process of ours may be left: the children of one that was killed end by themselves."""
GIVE_UP_S = 900.0
QUICK = {"SWEEP_INTERVAL_S": "2", "WORKER_DEAD_AFTER_S": "6", "STOP_TIMEOUT_S": "10", "WEBHOOK_ALLOW_PRIVATE": "1"}


class FlakyInbox(Inbox):
    """Takes everything in, and sometimes says that it did not."""

    def take(self, headers: Mapping[str, str], body: bytes, now_s: float) -> HTTPStatus:
        status = super().take(headers, body, now_s)
        return HTTPStatus.SERVICE_UNAVAILABLE if random.random() < FAILING_SHARE else status


class Run(NamedTuple):
    """What went on meanwhile: the harm that was counted, the rest of it, the processes, and how long the end took."""

    harm: dict[str, Regularly]
    driving: list[Regularly]
    fleet: Fleet
    took_s: float


def main() -> None:
    """Run one form and print what came of it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--packets", type=int, default=300)
    arguments.add_argument("--form", choices=("distributed", "embedded"), default="distributed")
    arguments.add_argument("--broker", choices=("rabbitmq", "redis"), default="rabbitmq")
    given = arguments.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what was begun is ended then as well
    folder = Path(tempfile.mkdtemp(prefix="yushen-chaos-"))
    try:
        form = _embedded if given.form == "embedded" else _distributed
        sys.exit(0 if form(given.packets, given.broker, folder) else 1)
    finally:
        shutil.rmtree(folder)


def _distributed(count: int, broker: str, folder: Path) -> bool:
    with ExitStack() as stack:
        database_url = stack.enter_context(fresh_postgresql())
        values = {"DATABASE_URL": database_url, "BROKER_URL": empty_broker(broker), "DATA_DIR": str(folder)}
        service = stack.enter_context(open_service(_settings(values)))
        inbox = _receiver(service, stack)
        fleet = Fleet([sys.executable, "-c", "from pipeline.cli import main; main()", "worker"], _environment(values), 2)
        stack.callback(fleet.kill_all)
        driving = [
            Regularly(TEND_EVERY_S, fleet.tend),
            Regularly(KILL_EVERY_S, lambda: fleet.kill_one(_decided(service))),
        ]
        harm = {
            "database cuts": Regularly(CUT_EVERY_S, lambda: cut_connections(database_url)),
            "broker restarts": Regularly(RESTART_EVERY_S, lambda: restart_broker(broker)),
        }
        for regularly in (*driving, *harm.values()):
            stack.callback(regularly.stop)
        ids = _submit(count, lambda number: patiently(lambda: submit_once(service, number, folder)))
        took_s = _wait(service, ids, inbox)
        return _report(f"distributed, {broker}", service, ids, inbox, Run(harm, driving, fleet, took_s))


def _embedded(count: int, _broker_kind: str, folder: Path) -> bool:
    with ExitStack() as stack:
        values = {"DATA_DIR": str(folder)}
        service = stack.enter_context(open_service(_settings(values)))
        inbox = _receiver(service, stack)
        port = _free_port()
        fleet = Fleet([sys.executable, "-m", "tests.bench.chaos_door", str(port)], _environment(values), 1)
        stack.callback(fleet.kill_all)
        driving = [
            Regularly(TEND_EVERY_S, fleet.tend),
            Regularly(KILL_EVERY_S, lambda: fleet.kill_one(_decided(service))),
        ]
        harm: dict[str, Regularly] = {}
        for regularly in driving:
            stack.callback(regularly.stop)
        ids = _submit(count, lambda number: _through_the_door(port, number))
        took_s = _wait(service, ids, inbox)
        return _report("embedded", service, ids, inbox, Run(harm, driving, fleet, took_s))


def _submit(count: int, submit: Callable[[int], str]) -> list[str]:
    ids: list[str] = []
    for number in range(count):
        ids.append(submit(number))
        time.sleep(SUBMIT_PAUSE_S)
    return ids


def _through_the_door(port: int, number: int) -> str:
    while True:
        request = urllib.request.Request(f"http://127.0.0.1:{port}/{number}", method="POST")
        with suppress(URLError, OSError), urllib.request.urlopen(request, timeout=20) as answer:
            return str(answer.read().decode())
        time.sleep(0.2)


def _wait(service: Service, ids: list[str], inbox: Inbox) -> float:
    """Wait until everything is decided and received; return the seconds since the last packet was handed in."""
    started = time.monotonic()
    while time.monotonic() - started < GIVE_UP_S:
        decided, delivered = patiently(lambda: _counts(service))
        if decided >= len(ids) and delivered >= len(ids) and len(inbox.bodies) >= len(ids):
            break
        print(f"decided {decided}, delivered {delivered}, received {len(inbox.bodies)} of {len(ids)}", file=sys.stderr)
        time.sleep(2)
    return time.monotonic() - started


def _decided(service: Service) -> int:
    return patiently(lambda: _counts(service))[0]


def _counts(service: Service) -> tuple[int, int]:
    with service.database.reading() as unit:
        decided = select(func.count()).select_from(RevisionRow).where(RevisionRow.state == "decided")
        delivered = select(func.count()).select_from(DeliveryRow).where(DeliveryRow.state == "delivered")
        return unit.session.scalar(decided) or 0, unit.session.scalar(delivered) or 0


def _report(form: str, service: Service, ids: list[str], inbox: Inbox, run: Run) -> bool:
    harm, driving, fleet, took_s = run
    for regularly in (*driving, *harm.values()):
        regularly.stop()
    ends = fleet.stop()
    with service.database.reading() as unit:
        by_packet = {
            row.packet_id: verdicts.json_of(unit, row.id)
            for row in unit.session.scalars(select(RevisionRow).where(RevisionRow.state == "decided"))
        }
        decisions = Counter(unit.session.scalars(select(AuditRow.subject).where(AuditRow.action == DECIDED)))
        outcomes = Counter(unit.session.scalars(select(RevisionRow.outcome).where(RevisionRow.state == "decided")))
    received = [json.loads(body) for body in inbox.bodies.values()]
    unlike = sum(event["verdict"] != json.loads(by_packet.get(event["packet_id"]) or b"null") for event in received)
    lost = len(set(ids) - set(by_packet))
    doubled = sum(times > 1 for times in decisions.values())
    print(f"{form}: {len(ids)} packets, all decided and received {took_s:.0f} s after the last was handed in")
    print(f"  killed {fleet.killed}" + "".join(f", {what} {regularly.times}" for what, regularly in harm.items()))
    print(f"  verdicts {len(by_packet)} ({dict(outcomes)}), lost {lost}, doubled {doubled}")
    print(
        f"  webhooks received {len(received)}, again {inbox.repeated}, differing between attempts {inbox.differing}, "
        f"from the stored verdict {unlike}, refused {inbox.refused}"
    )
    print(f"  exit codes after SIGTERM {ends}, processes left behind {_left_behind(os.environ.get('YUSHEN_CHAOS', ''))}")
    return not (lost or doubled or inbox.differing or unlike or inbox.refused) and len(received) == len(ids)


def _left_behind(mark: str) -> int:
    """How many processes of ours are left: children whose parent was killed have to end by themselves."""
    deadline = time.monotonic() + LEAVE_S
    while (found := _marked(mark)) and time.monotonic() < deadline:
        time.sleep(1)
    return found


def _marked(mark: str) -> int:
    found = 0
    for path in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            found += f"YUSHEN_CHAOS={mark}".encode() in path.read_bytes() and int(path.parent.name) != os.getpid()
    return found


def _settings(values: dict[str, str]) -> Settings:
    common = {key.lower(): value for key, value in (QUICK | values).items()}
    return Settings.model_validate(common | {"engine": "tests.engines.slow:open_slow"})


def _environment(values: dict[str, str]) -> dict[str, str]:
    os.environ["YUSHEN_CHAOS"] = str(os.getpid())
    ours = {f"YUSHEN_{key}": value for key, value in (QUICK | values).items()}
    ours |= {"YUSHEN_ENGINE": "tests.engines.slow:open_slow", "YUSHEN_WORKERS": "1", "YUSHEN_LOG_LEVEL": "error"}
    return {**os.environ, **ours}


def _receiver(service: Service, stack: ExitStack) -> Inbox:
    inbox = FlakyInbox("")
    server = open_server(inbox, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stack.callback(server.server_close)
    stack.callback(server.shutdown)
    with service.database.unit() as unit:
        inbox.secret = deliveries.set_endpoint(unit, TENANT, f"http://127.0.0.1:{server.server_port}/", now())
    return inbox


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


if __name__ == "__main__":
    main()
