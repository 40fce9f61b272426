"""Work that one process does at a time, whichever comes first."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import func, select

from pipeline.store.database import Database

LOCK: Final = 0x7975736A
"""The first half of PostgreSQL's advisory lock; the second is from the work's name."""


@contextmanager
def alone(database: Database, work: str) -> Iterator[bool]:
    """Yield whether nobody else does this work; until the block ends nobody else begins.

    The lock is lost with its connection, so a process that dies locks nobody out. SQLite serves one process, which does its
    work one after the other: there the answer is always yes.
    """
    if database.engine.dialect.name != "postgresql":
        yield True
        return
    half = int.from_bytes(hashlib.sha256(work.encode()).digest()[:4], signed=True)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        is_alone = bool(connection.scalar(select(func.pg_try_advisory_lock(LOCK, half))))
        try:
            yield is_alone
        finally:
            if is_alone:
                connection.execute(select(func.pg_advisory_unlock(LOCK, half)))
