"""The orphan sweep: what nobody holds, left behind by an upload that was broken off, a crash, or a store that was away.

Nothing younger than a day is touched: it may belong to an upload that is under way.
"""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Final

from pipeline.housekeeping.deletion import Doomed, delete_rows, remove_unheld
from pipeline.service import Service
from pipeline.store import contents, erasing, idempotency, lapsed, readings
from pipeline.store.audit import SYSTEM, Entry, record

GRACE: Final = timedelta(days=1)
ANSWERS_KEPT: Final = timedelta(days=1)
"""How long the answer to a request with an ``Idempotency-Key`` is kept: a caller tries again within minutes."""
BATCH: Final = 500
UPLOADS: Final = "uploads"
"""The folder in ``data_dir`` where files lie while they are received."""
SWEPT: Final = "orphans.removed"
"""What the audit log calls it."""


def finish_deletions(service: Service, now: datetime) -> int:
    """Delete once more what was added to a packet while it was deleted; return how many packets that were."""
    with service.database.unit() as unit:
        found = lapsed.half_deleted(unit, BATCH)
        doomed = [Doomed(packet.id, packet.tenant, SYSTEM, "added while it was deleted") for packet in found]
        let_go = [sha256 for one in doomed for sha256 in delete_rows(unit, one, now)]
    remove_unheld(service, let_go)
    return len(doomed)


def remove_orphaned_evidence(service: Service, now: datetime) -> int:
    """Remove evidence of contents that no revision holds; return of how many."""
    with service.database.reading() as unit:
        orphans = readings.held_by_nobody(unit, now - GRACE)
    return _noted(service, now, "evidence", remove_unheld(service, orphans))


def remove_orphaned_blobs(service: Service, now: datetime) -> int:
    """Remove files that no revision holds; return how many."""
    old = (blob.sha256 for blob in service.blobs.list() if blob.stored_at < now - GRACE)
    removed = 0
    while batch := list(islice(old, BATCH)):
        with service.database.reading() as unit:
            orphans = contents.held_by_nobody(unit, batch)
        removed += remove_unheld(service, orphans)
    return _noted(service, now, "files", removed)


def forget_answers(service: Service, now: datetime) -> int:
    """Forget old answers to requests that may be sent twice; return how many."""
    with service.database.unit() as unit:
        return idempotency.forget_before(unit, now - ANSWERS_KEPT)


def remove_leftovers(service: Service, now: datetime) -> int:
    """Remove what was received or stored half and left lying; return how many."""
    stale = [path for path in _entries(service.settings.data_dir / UPLOADS) if _changed_at(path) < now - GRACE]
    for path in stale:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return len(stale) + service.blobs.remove_unfinished(now - GRACE)


def erase_deleted(service: Service, now: datetime) -> int:
    """Leave nothing of what was deleted in the database's files; return how many journals were emptied."""
    return int(erasing.empty_journal(service.database))


def _noted(service: Service, now: datetime, what: str, count: int) -> int:
    if count:
        with service.database.unit() as unit:
            record(unit, now, Entry("", SYSTEM, SWEPT, what, detail=f"{what} that nobody held: {count}"))
    return count


def _entries(folder: Path) -> Iterator[Path]:
    return folder.iterdir() if folder.is_dir() else iter(())


def _changed_at(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.lstat().st_mtime, UTC)
    except FileNotFoundError:
        return datetime.max.replace(tzinfo=UTC)
