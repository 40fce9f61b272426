"""The connection to the database, its schema brought up to date, and what SQLite has to be told."""

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, Final, NamedTuple

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from pipeline.errors import YushenError
from pipeline.vault import Vault

MIGRATIONS: Final = Path(__file__).with_name("migrations")
BUSY_TIMEOUT_MS: Final = 30_000
"""How long a writer waits for another on SQLite: writes take milliseconds, a queue of them seconds."""
CONNECT_TIMEOUT_S: Final = 10
"""How long a connection may take to PostgreSQL: a server that is away is told soon."""
READS_ONLY: Final = "yushen_reads_only"
POOL_SIZE: Final = 10
MAX_OVERFLOW: Final = 20
UPGRADE_LOCK: Final = 0x79757368
"""PostgreSQL's advisory lock for the schema: of many processes that start at once, one brings it up to date."""


class DatabaseError(YushenError):
    """The database cannot be used as it is set."""

    code = "database"
    advice = "see to YUSHEN_DATABASE_URL and that the server answers"


class Unit(NamedTuple):
    """One unit of work: a transaction, and the vault for what is sealed in it."""

    session: Session
    vault: Vault


class Database:
    """A pool of connections. Safe to use from many threads; each unit of work takes a session of its own."""

    def __init__(self, url: str, vault: Vault) -> None:
        self.engine = _create(url)
        self.vault = vault
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)
        self._readers = sessionmaker(self.engine.execution_options(**{READS_ONLY: True}), expire_on_commit=False)
        self._one_writer = threading.Lock() if self.engine.dialect.name == "sqlite" else nullcontext()

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        """Open a unit of work: committed at the end of the block, undone where the block raises.

        On SQLite the threads of a process take turns here: its own way is to look again after up to 100 ms.
        """
        with self._one_writer, self._sessions.begin() as session:
            yield Unit(session, self.vault)

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """Open a unit of work that only reads, and on SQLite waits for no writer."""
        with self._readers.begin() as session:
            yield Unit(session, self.vault)

    def upgrade(self) -> None:
        """Bring the schema up to date. Many processes may ask at once.

        Raises:
            DatabaseError: the server does not answer or refuses.
        """
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        try:
            with self.engine.begin() as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": UPGRADE_LOCK})
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        except SQLAlchemyError as error:
            raise DatabaseError(f"the database cannot be brought up to date ({_cause(error)})") from error

    def answers(self) -> bool:
        """Whether the database answers at this moment."""
        try:
            with self.engine.connect() as connection:
                connection.execute(text("SELECT 1"))
        except SQLAlchemyError:
            return False
        return True

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def new_id() -> str:
    """Return a new identifier: 32 hexadecimal digits, not to be guessed."""
    return uuid.uuid4().hex


def _create(url: str) -> Engine:
    """What statements were given is kept out of errors (``hide_parameters``): those are logged."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "postgresql" and "+" not in parsed.drivername:
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.get_backend_name() == "sqlite":
            return _create_sqlite(parsed.render_as_string(hide_password=False))
        if "connect_timeout" not in parsed.query:
            parsed = parsed.update_query_dict({"connect_timeout": str(CONNECT_TIMEOUT_S)})
        return create_engine(parsed, pool_pre_ping=True, pool_size=POOL_SIZE, max_overflow=MAX_OVERFLOW, hide_parameters=True)
    except (ArgumentError, ImportError, SQLAlchemyError) as error:
        raise DatabaseError("YUSHEN_DATABASE_URL is not the address of SQLite or PostgreSQL") from error


def _create_sqlite(url: str) -> Engine:
    engine = create_engine(
        url,
        connect_args={"timeout": BUSY_TIMEOUT_MS / 1000},
        pool_size=POOL_SIZE,
        max_overflow=MAX_OVERFLOW,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    """Readers beside one writer (WAL), foreign keys kept, and transactions begun by SQLAlchemy, not by the driver."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    """Take the write lock at once where anything may be written: a reader that turns writer half-way would be refused."""
    reads_only = connection.get_execution_options().get(READS_ONLY, False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


def _cause(error: SQLAlchemyError) -> str:
    return type(error.orig).__name__ if isinstance(error, OperationalError) and error.orig else type(error).__name__
