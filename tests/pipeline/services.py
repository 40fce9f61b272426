"""Databases and services to test with: real ones. A server that is not there is skipped here and fails in CI.

Fixtures; ``conftest.py`` brings them to the tests.
"""

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, NoReturn

import psycopg
import pytest
from psycopg import sql
from sqlalchemy.engine import make_url

from pipeline.opening_service import open_service
from pipeline.queue.work_queue import Consuming, Threads, Work
from pipeline.service import Service
from pipeline.settings import Settings
from pipeline.store.database import Database
from pipeline.store.tables import Base, Priority
from pipeline.vault import AesVault, PlainVault

POSTGRESQL = os.environ.get("YUSHEN_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/postgres")
DATABASES = ("sqlite", "postgresql")
VAULT = AesVault([b"t" * 32])


class Sent(NamedTuple):
    """A message as it was given to a queue."""

    kind: str
    id: str


class RecordingQueue:
    """A queue that only notes what it was given."""

    shared = True

    def __init__(self) -> None:
        self.sent: list[Sent] = []

    def read(self, reading_id: str, priority: Priority) -> None:
        self.sent.append(Sent("read", reading_id))

    def judge(self, revision_id: str, priority: Priority) -> None:
        self.sent.append(Sent("judge", revision_id))

    def deliver(self, delivery_id: str) -> None:
        self.sent.append(Sent("deliver", delivery_id))

    def housekeep(self) -> None:
        self.sent.append(Sent("housekeep", ""))

    def answers(self) -> bool:
        return True

    def consume(self, work: Work, threads: Threads) -> Consuming:
        raise NotImplementedError

    def close(self) -> None:
        pass


def absent(server: str) -> NoReturn:
    """Skip a test whose server is not there; fail where everything has to be."""
    if os.environ.get("CI"):
        pytest.fail(f"{server} does not answer, and CI is set")
    pytest.skip(f"{server} does not answer")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty SQLite database with all tables, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    database = Database(f"sqlite:///{path}", PlainVault())
    database.upgrade()
    database.close()
    return path


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """Return the address of a PostgreSQL database with all tables, for tests to take turns with."""
    with fresh_postgresql() as url:
        database = Database(url, PlainVault())
        database.upgrade()
        database.close()
        yield url


def empty(url: str) -> None:
    """End whatever a test left open on a PostgreSQL database, and delete all rows: quicker by far than another database."""
    with psycopg.connect(url, autocommit=True) as server:
        others = "pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        server.execute(f"SELECT pg_terminate_backend(pid) FROM {others}")
        with server.transaction():
            server.execute("SET LOCAL session_replication_role = replica")  # past foreign keys, and what guards the audit log
            for table in Base.metadata.tables:
                server.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))


@contextmanager
def fresh_postgresql() -> Iterator[str]:
    """Make a PostgreSQL database, yield its address and drop it."""
    name = f"yushen_test_{uuid.uuid4().hex}"
    try:
        server = psycopg.connect(POSTGRESQL, autocommit=True, connect_timeout=5)
    except psycopg.OperationalError:
        absent("PostgreSQL")
    with server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield make_url(POSTGRESQL).set(database=name).render_as_string(hide_password=False)
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of a fresh database with all tables, once for each kind."""
    if request.param == "sqlite":
        path = tmp_path / "yushen.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    url = request.getfixturevalue("postgresql_url")
    empty(url)
    yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """Return a fresh database of each kind, sealing what it keeps."""
    opened = Database(database_url, VAULT)
    yield opened
    opened.close()


@pytest.fixture
def queue() -> RecordingQueue:
    """Return a queue that only notes what it was given."""
    return RecordingQueue()


@pytest.fixture
def service(database_url: str, tmp_path: Path, queue: RecordingQueue) -> Iterator[Service]:
    """Return a service on a fresh database of each kind, whose queue only notes what it was given."""
    settings = Settings.model_validate({"data_dir": tmp_path / "data", "database_url": database_url, "engine": "blank"})
    with open_service(settings, queue) as opened:
        yield opened
