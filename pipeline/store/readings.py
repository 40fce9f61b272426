"""Evidence by content and extractor, and the work of getting it: asked for, claimed, finished, given back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from pydantic import ValidationError
from sqlalchemy import CursorResult, or_, select, update

from extractors.evidence import FileEvidence
from pipeline.reading import FileOutcome, ReadFailure
from pipeline.store.database import Unit, new_id
from pipeline.store.pushes import next_push
from pipeline.store.tables import Priority, ReadingRow, WorkerRow

MAX_DEATHS: Final = 6
"""Workers that may die with a reading in hand before it is given up. Child processes absorb what a file does (two of those, see
``pipeline.sandbox``); a worker mostly dies of something else, such as a restart."""


def ask_for(unit: Unit, sha256s: Iterable[str], extractor: str, priority: Priority, now: datetime) -> list[str]:
    """Have contents read, where nobody read or asked for them; return the ids of readings that are not done, in that order.

    A live packet that shares a file with a backlog pulls it forward.
    """
    wanted = list(dict.fromkeys(sha256s))
    rows = {row.sha256: row for row in _rows(unit, wanted, extractor)}
    pending: list[str] = []
    for sha256 in wanted:
        row = rows.get(sha256)
        if row is None:
            row = ReadingRow(
                id=new_id(), sha256=sha256, extractor=extractor, state="waiting", priority=priority, created_at=now
            )
            row.push_at, row.pushes, row.deaths = next_push(now, 0), 1, 0
            unit.session.add(row)
        elif row.state == "failed":  # a new submission is a new chance
            row.state, row.deaths, row.failure_kind, row.failure_detail = "waiting", 0, None, None
            row.priority, row.push_at, row.pushes = priority, next_push(now, 0), 1
        elif priority == "live":
            row.priority = priority
        if row.state in ("waiting", "reading"):
            pending.append(row.id)
    unit.session.flush()
    return pending


def claim(unit: Unit, reading_id: str, worker_id: str) -> str | None:
    """Take a waiting reading; return its content's SHA-256. None where another has it or it is done: there is nothing to do."""
    taken = unit.session.execute(
        update(ReadingRow)
        .where(ReadingRow.id == reading_id, ReadingRow.state == "waiting")
        .values(state="reading", worker_id=worker_id)
    )
    if not changed(taken):
        return None
    return unit.session.scalar(select(ReadingRow.sha256).where(ReadingRow.id == reading_id))


def finish(unit: Unit, reading_id: str, outcome: FileOutcome) -> None:
    """Keep what came of a reading: evidence, or our failure. A second worker's result changes nothing."""
    values: dict[str, object] = {"state": "read", "worker_id": None, "push_at": None}
    if isinstance(outcome, ReadFailure):
        values |= {"state": "failed", "failure_kind": outcome.kind, "failure_detail": outcome.detail}
    else:
        values |= {"sealed_evidence": unit.vault.seal(outcome.model_dump_json().encode())}
    unit.session.execute(
        update(ReadingRow).where(ReadingRow.id == reading_id, ReadingRow.state.in_(("waiting", "reading"))).values(values)
    )


def give_back(unit: Unit, reading_id: str, now: datetime) -> None:
    """Let another worker take a claimed reading, at no mark against the file: this worker stops."""
    unit.session.execute(
        update(ReadingRow)
        .where(ReadingRow.id == reading_id, ReadingRow.state == "reading")
        .values(state="waiting", worker_id=None, push_at=now, pushes=0)
    )


def free_from_the_dead(unit: Unit, alive_since: datetime, now: datetime) -> int:
    """Take readings from workers not seen since a moment; one that outlived too many workers is given up. Return how many."""
    alive = select(WorkerRow.id).where(WorkerRow.seen_at >= alive_since)
    orphaned = (ReadingRow.state == "reading", or_(ReadingRow.worker_id.is_(None), ReadingRow.worker_id.not_in(alive)))
    given_up = unit.session.execute(
        update(ReadingRow)
        .where(*orphaned, ReadingRow.deaths + 1 >= MAX_DEATHS)
        .values(state="failed", worker_id=None, push_at=None, failure_kind="failed", failure_detail="多次读取中断，已隔离")
    )
    freed = unit.session.execute(
        update(ReadingRow)
        .where(*orphaned)
        .values(state="waiting", worker_id=None, push_at=now, pushes=0, deaths=ReadingRow.deaths + 1)
    )
    return changed(given_up) + changed(freed)


def due(unit: Unit, now: datetime, limit: int) -> list[tuple[str, Priority]]:
    """Return waiting readings whose message may be lost, and count them as pushed once more."""
    rows = unit.session.scalars(
        select(ReadingRow)
        .where(ReadingRow.state == "waiting", ReadingRow.push_at <= now)
        .order_by(ReadingRow.push_at)
        .limit(limit)
    ).all()
    for row in rows:
        row.push_at, row.pushes = next_push(now, row.pushes), row.pushes + 1
    return [(row.id, row.priority) for row in rows]


def outcomes_of(unit: Unit, sizes: Mapping[str, int], extractor: str) -> dict[str, FileOutcome] | None:
    """Return what came of reading contents, by SHA-256 (given with their sizes in bytes); None while any of it is missing."""
    rows = _rows(unit, list(sizes), extractor)
    if len(rows) < len(sizes) or any(row.state in ("waiting", "reading") for row in rows):
        return None
    return {row.sha256: _outcome(row, unit, sizes[row.sha256]) for row in rows}


def drop(unit: Unit, sha256s: Sequence[str]) -> None:
    """Forget all evidence of contents, whatever extractor it came from."""
    for row in unit.session.scalars(select(ReadingRow).where(ReadingRow.sha256.in_(sha256s))):
        unit.session.delete(row)


def changed(result: object) -> int:
    """Return how many rows a statement changed."""
    return result.rowcount if isinstance(result, CursorResult) else 0


def _rows(unit: Unit, sha256s: Sequence[str], extractor: str) -> Sequence[ReadingRow]:
    return unit.session.scalars(
        select(ReadingRow).where(ReadingRow.sha256.in_(sha256s), ReadingRow.extractor == extractor)
    ).all()


def _outcome(row: ReadingRow, unit: Unit, size_bytes: int) -> FileOutcome:
    if row.sealed_evidence is None:
        kind = "timeout" if row.failure_kind == "timeout" else "failed"
        return ReadFailure(kind=kind, sha256=row.sha256, size_bytes=size_bytes, detail=row.failure_detail or "")
    try:
        return FileEvidence.model_validate_json(unit.vault.open(row.sealed_evidence))
    except ValidationError:
        return ReadFailure(kind="failed", sha256=row.sha256, size_bytes=size_bytes, detail="保存的识别结果无法使用")
