"""Contents by their SHA-256: who holds them, and the lock under which one is taken up or let go.

Whoever adds a holder and whoever removes what nobody holds take the same lock, until their transactions end. On SQLite there is
one writer at a time, and nothing more to lock.
"""

from collections.abc import Collection, Iterable
from typing import Final

from sqlalchemy import func, select

from pipeline.store.database import Unit
from pipeline.store.tables import RevisionFileRow

LOCK: Final = 0x79757369
"""The first half of PostgreSQL's advisory lock on a content; the second is from its hash."""
LOCK_DIGITS: Final = 7
"""Hexadecimal digits of a hash that fit a lock; contents that share them wait for each other, at no harm."""
MAX_ASKED: Final = 500
"""Contents that one query names at most."""


def lock(unit: Unit, sha256s: Collection[str]) -> None:
    """Hold contents as they are, until the transaction ends."""
    if unit.session.get_bind().dialect.name != "postgresql":
        return
    halves = sorted({int(sha256[:LOCK_DIGITS], 16) for sha256 in sha256s})  # in one order, so that no two wait for each other
    for half in halves:
        unit.session.execute(select(func.pg_advisory_xact_lock(LOCK, half)))


def held_by_nobody(unit: Unit, sha256s: Iterable[str]) -> list[str]:
    """Return those contents that no revision holds, sorted."""
    asked = sorted(set(sha256s))
    held: set[str] = set()
    for start in range(0, len(asked), MAX_ASKED):
        part = asked[start : start + MAX_ASKED]
        held.update(unit.session.scalars(select(RevisionFileRow.sha256).where(RevisionFileRow.sha256.in_(part)).distinct()))
    return [sha256 for sha256 in asked if sha256 not in held]
