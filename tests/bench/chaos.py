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
import subprocess
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
from urllib.error import URLError

import psycopg
import redis
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
from tests.pipeline.services import fresh_postgresql
from tests.pipeline.working import REDIS, TENANT

VHOST = "yushen-chaos"
KILL_EVERY_S = 6.0
CUT_EVERY_S = 5.0
RESTART_EVERY_S = 15.0
TEND_EVERY_S = 0.5
TENDING = "looks after ended processes"
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


class Fleet:
    """Processes of one kind. One that is killed, or ends by itself, is started again, as systemd does."""

    def __init__(self, command: list[str], environment: dict[str, str], size: int) -> None:
        self._command, self._environment = command, environment
        self._processes = [self._start() for _ in range(size)]
        self._changing = threading.Lock()

    def kill_one(self) -> None:
        with self._changing:
            process = random.choice(self._processes)
            process.kill()
            process.wait()

    def tend(self) -> None:
        with self._changing:
            self._processes = [self._start() if process.poll() is not None else process for process in self._processes]

    def stop(self) -> list[int]:
        for process in self._processes:
            process.send_signal(signal.SIGTERM)
        return [process.wait(60) for process in self._processes]

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self._command, env=self._environment)


class Regularly:
    """Does something every so many seconds, more or less, until stopped."""

    def __init__(self, every_s: float, work: Callable[[], None]) -> None:
        self._every_s, self._work = every_s, work
        self._stopped = threading.Event()
        self.times = 0
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped.wait(self._every_s * random.uniform(0.6, 1.4)):
            self._work()
            self.times += 1


def main() -> None:
    """Run one form and print what came of it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--packets", type=int, default=300)
    arguments.add_argument("--form", choices=("distributed", "embedded"), default="distributed")
    arguments.add_argument("--broker", choices=("rabbitmq", "redis"), default="rabbitmq")
    given = arguments.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="yushen-chaos-"))
    try:
        form = _embedded if given.form == "embedded" else _distributed
        sys.exit(0 if form(given.packets, given.broker, folder) else 1)
    finally:
        shutil.rmtree(folder)


def _distributed(count: int, broker: str, folder: Path) -> bool:
    with ExitStack() as stack:
        database_url = stack.enter_context(fresh_postgresql())
        values = {"DATABASE_URL": database_url, "BROKER_URL": _broker(broker), "DATA_DIR": str(folder)}
        service = stack.enter_context(open_service(_settings(values)))
        inbox = _receiver(service, stack)
        fleet = Fleet([sys.executable, "-c", "from pipeline.cli import main; main()", "worker"], _environment(values), 2)
        tending = Regularly(TEND_EVERY_S, fleet.tend)
        harm = {
            "workers killed": Regularly(KILL_EVERY_S, fleet.kill_one),
            "database cuts": Regularly(CUT_EVERY_S, lambda: _cut(database_url)),
            "broker restarts": Regularly(RESTART_EVERY_S, lambda: _restart(broker)),
        }
        ids = _submit(count, lambda number: patiently(lambda: submit_once(service, number, folder)))
        took_s = _wait(service, ids, inbox)
        return _report(f"distributed, {broker}", service, ids, inbox, ({**harm, TENDING: tending}, took_s, fleet))


def _embedded(count: int, _broker_kind: str, folder: Path) -> bool:
    with ExitStack() as stack:
        values = {"DATA_DIR": str(folder)}
        service = stack.enter_context(open_service(_settings(values)))
        inbox = _receiver(service, stack)
        port = _free_port()
        fleet = Fleet([sys.executable, "-m", "tests.bench.chaos_door", str(port)], _environment(values), 1)
        tending = Regularly(TEND_EVERY_S, fleet.tend)
        harm = {"services killed": Regularly(2 * KILL_EVERY_S, fleet.kill_one)}
        ids = _submit(count, lambda number: _through_the_door(port, number))
        took_s = _wait(service, ids, inbox)
        return _report("embedded", service, ids, inbox, ({**harm, TENDING: tending}, took_s, fleet))


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


def _counts(service: Service) -> tuple[int, int]:
    with service.database.reading() as unit:
        decided = select(func.count()).select_from(RevisionRow).where(RevisionRow.state == "decided")
        delivered = select(func.count()).select_from(DeliveryRow).where(DeliveryRow.state == "delivered")
        return unit.session.scalar(decided) or 0, unit.session.scalar(delivered) or 0


def _report(form: str, service: Service, ids: list[str], inbox: Inbox, ran: tuple[dict[str, Regularly], float, Fleet]) -> bool:
    harm, took_s, fleet = ran
    for regularly in harm.values():
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
    print("  harm done: " + ", ".join(f"{what} {regularly.times}" for what, regularly in harm.items()))
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


def _broker(kind: str) -> str:
    if kind == "redis":
        with redis.Redis.from_url(REDIS) as client:
            client.flushdb()
        return REDIS
    subprocess.run(["rabbitmqctl", "-q", "delete_vhost", VHOST], check=False, capture_output=True)
    subprocess.run(["rabbitmqctl", "-q", "add_vhost", VHOST], check=True, capture_output=True)
    subprocess.run(
        ["rabbitmqctl", "-q", "set_permissions", "-p", VHOST, "guest", ".*", ".*", ".*"], check=True, capture_output=True
    )
    return f"amqp://guest:guest@127.0.0.1:5672/{VHOST}"


def _restart(kind: str) -> None:
    """Take the broker away for a moment; Redis comes back empty."""
    if kind == "redis":
        with redis.Redis.from_url(REDIS) as client:
            client.flushdb()
            client.client_kill_filter(_type="normal", skipme=True)
        return
    for step in ("stop_app", "start_app"):
        subprocess.run(["rabbitmqctl", "-q", step], check=True, capture_output=True)


def _cut(database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


if __name__ == "__main__":
    main()
