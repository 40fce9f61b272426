"""Brokers to work with, packets to hand in, and somebody who receives the verdicts. Fixtures; ``conftest.py`` brings them."""

import fcntl
import hashlib
import io
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pika
import pytest
import redis
from PIL import Image

from pipeline.handing_in import hand_in, push
from pipeline.opening_service import open_service
from pipeline.packet import Manifest, now
from pipeline.queue.actors import QUEUES_DELIVERING, QUEUES_JUDGING, QUEUES_READING
from pipeline.service import Service
from pipeline.settings import Settings
from pipeline.store import deliveries, packets, verdicts
from pipeline.store.packets import StoredFile
from pipeline.store.tables import Priority
from pipeline.verdict import Verdict
from samples.webhook_receiver import Inbox, open_server
from tests.pipeline.services import absent

RABBITMQ = os.environ.get("YUSHEN_TEST_RABBITMQ", "amqp://guest:guest@127.0.0.1:5672/%2F")
REDIS = os.environ.get("YUSHEN_TEST_REDIS", "redis://127.0.0.1:6379/11")
BROKERS = ("embedded", "redis", "rabbitmq")
TENANT = "zhaopin"
PATIENCE_S = 30.0
SMALL_PX = (90, 60)


class HandedIn(NamedTuple):
    """A packet that was handed in, and its only revision."""

    packet_id: str
    revision_id: str


@contextmanager
def broker(kind: str) -> Iterator[str]:
    """Empty a broker and yield its address, none for the one inside the process. Test runs on one machine take turns."""
    with (Path(tempfile.gettempdir()) / f"yushen-test-{kind}.lock").open("w") as turn:
        if kind == "embedded":
            yield ""
            return
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield _empty_redis() if kind == "redis" else _empty_rabbitmq()


@pytest.fixture(params=BROKERS)
def broker_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Return the address of an empty broker, once for each kind."""
    with broker(request.param) as url:
        yield url


@pytest.fixture
def redis_url() -> Iterator[str]:
    """Return the address of an empty Redis."""
    with broker("redis") as url:
        yield url


def quick_settings(data_dir: Path, **changed: object) -> Settings:
    """Return settings under which tests need not wait long."""
    values: dict[str, object] = {
        "data_dir": data_dir,
        "engine": "blank",
        "workers": 1,
        "sweep_interval_s": 0.3,
        "worker_dead_after_s": 3,
        "stop_timeout_s": 5,
        "webhook_allow_private": True,
        "webhook_timeout_s": 3,
    }
    return Settings.model_validate(values | changed)


@pytest.fixture
def embedded(tmp_path: Path, sqlite_template: Path) -> Iterator[Service]:
    """Return a service with the queue inside and a fresh SQLite database."""
    with open_service(quick_settings(tmp_path / "data")) as opened:
        yield opened


def page(number: int) -> bytes:
    """Return a small picture; those of different numbers differ."""
    image = Image.new("RGB", SMALL_PX, "white")
    image.putpixel((0, 0), (number % 256, number // 256 % 256, 7))
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def store(service: Service, content: bytes, folder: Path) -> StoredFile:
    """Put a file's content into the blobs."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = folder / sha256
    path.write_bytes(content)
    service.blobs.put(sha256, path)
    path.unlink()
    return StoredFile(f"{sha256[:6]}.png", None, sha256, len(content))


def draft(service: Service, files: list[StoredFile], priority: Priority = "live", manifest: Manifest | None = None) -> HandedIn:
    """Begin a packet."""
    with service.database.unit() as unit:
        revision = packets.begin(unit, TENANT, manifest or Manifest(), priority, now())
        packets.add_files(unit, revision, files)
    return HandedIn(revision.packet_id, revision.id)


def submit(
    service: Service, files: list[StoredFile], priority: Priority = "live", manifest: Manifest | None = None
) -> HandedIn:
    """Hand a packet in."""
    handed = draft(service, files, priority, manifest)
    with service.database.unit() as unit:
        reading_ids = hand_in(unit, service, handed.revision_id, priority, now())
    push(service, handed.revision_id, reading_ids or [], priority)
    return handed


def verdict_of(service: Service, handed: HandedIn) -> Verdict | None:
    """Return a packet's verdict, None while there is none."""
    with service.database.reading() as unit:
        return verdicts.verdict_of(unit, handed.revision_id)


def wait_for_verdict(service: Service, handed: HandedIn) -> Verdict:
    """Wait for a packet's verdict."""
    wait_until(lambda: verdict_of(service, handed) is not None)
    verdict = verdict_of(service, handed)
    assert verdict is not None
    return verdict


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so; fail where it does not come."""
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.05)


@contextmanager
def receiver(service: Service) -> Iterator[Inbox]:
    """Receive the tenant's verdicts for as long as the block lasts."""
    inbox = Inbox("")
    server = open_server(inbox, 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    with service.database.unit() as unit:
        inbox.secret = deliveries.set_endpoint(unit, TENANT, f"http://127.0.0.1:{server.server_port}/verdicts", now())
    try:
        yield inbox
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _empty_redis() -> str:
    with redis.Redis.from_url(REDIS, socket_connect_timeout=2) as client:
        try:
            client.flushdb()
        except redis.ConnectionError:
            absent("Redis")
    return REDIS


def _empty_rabbitmq() -> str:
    try:
        connection = pika.BlockingConnection(pika.URLParameters(RABBITMQ))
    except (pika.exceptions.AMQPError, OSError):
        absent("RabbitMQ")
    channel = connection.channel()
    for queue in QUEUES_READING | QUEUES_JUDGING | QUEUES_DELIVERING:
        for name in (queue, f"{queue}.DQ", f"{queue}.XQ"):
            channel.queue_delete(name)
    connection.close()
    return RABBITMQ
