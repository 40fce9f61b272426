"""What was read, by content and key of sheets, and the work of reading it: asked for, claimed, finished, given back."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import CursorResult, delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from extractors.evidence import FileEvidence
from extractors.keys import EvidenceKeys
from extractors.sheets import FileSheets
from pipeline.packed_sheets import pack, unpack
from pipeline.reading import FileOutcome, ReadFailure, ReadFile
from pipeline.store.database import Unit, new_id
from pipeline.store.pushes import next_push, push_due
from pipeline.store.tables import Priority, ReadingRow, RevisionFileRow, RevisionRow, WorkerRow

MAX_DEATHS: Final = 6
"""Workers that may die with a reading in hand before it is given up. Child processes absorb what a file does (two of those, see
``pipeline.sandbox``); a worker mostly dies of something else, such as a restart."""
MAX_DETAIL: Final = 512
"""Characters of a failure's detail that are kept."""


class ReadingKey(NamedTuple):
    """What a reading is of, and by what: see :mod:`extractors.keys`."""

    sha256: str
    sheets_key: str


class KeptSheets(NamedTuple):
    """Sheets on which documents were found under another key than the one in force."""

    reading_id: str
    sheets: FileSheets


def ask_for(unit: Unit, sha256s: Iterable[str], sheets_key: str, priority: Priority, now: datetime) -> list[str]:
    """Have contents read, where nobody read or asked for them; return the ids of readings that are not done, in that order.

    A live packet that shares a file with a backlog pulls it forward. Many may ask for the same contents at once.
    """
    wanted = list(dict.fromkeys(sha256s))
    rows: dict[str, ReadingRow] = {}
    while missing := [ReadingKey(sha256, sheets_key) for sha256 in wanted if sha256 not in rows]:
        _add(unit, missing, priority, now)
        rows = {row.sha256: row for row in _locked(unit, wanted, sheets_key)}  # less what was forgotten at this very moment
    for row in rows.values():
        if row.state == "failed":  # a new submission is a new chance
            row.state, row.deaths, row.failure_kind, row.failure_detail = "waiting", 0, None, None
            row.priority, row.push_at, row.pushes = priority, next_push(now, 0, priority), 1
        elif priority == "live":
            row.priority = priority
    unit.session.flush()
    return [rows[sha256].id for sha256 in wanted if rows[sha256].state in ("waiting", "reading")]


def claim(unit: Unit, reading_id: str, worker_id: str, sheets_key: str) -> str | None:
    """Take a waiting reading; return its content's SHA-256. None where another has it or it is done: there is nothing to do.

    It is kept under ``sheets_key``, the key of the worker that reads it, whatever key it was asked for under.
    """
    taken = unit.session.execute(
        update(ReadingRow)
        .where(ReadingRow.id == reading_id, ReadingRow.state == "waiting")
        .values(state="reading", worker_id=worker_id)
    )
    if not changed(taken):
        return None
    row = unit.session.get_one(ReadingRow, reading_id, populate_existing=True)
    return row.sha256 if row.sheets_key == sheets_key or _put_under(unit, row, sheets_key) else None


def finish(unit: Unit, reading_id: str, outcome: ReadFile | ReadFailure, documents_key: str) -> None:
    """Keep what came of a reading: sheets and evidence, or our failure. A second worker's result changes nothing."""
    values: dict[str, object] = {"state": "read", "worker_id": None, "push_at": None}
    if isinstance(outcome, ReadFailure):
        detail = outcome.detail[:MAX_DETAIL]
        values |= {"state": "failed", "failure_kind": outcome.kind, "failure_detail": detail}
    else:
        values |= {"sealed_sheets": unit.vault.seal(pack(outcome.sheets)), **_evidence(unit, outcome.evidence, documents_key)}
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


def give_back_all_but(unit: Unit, worker_id: str, in_hand: Collection[str], now: datetime) -> int:
    """Let others take what a worker claimed and has not in hand (any more), at no mark against the files; return how many."""
    freed = unit.session.execute(
        update(ReadingRow)
        .where(ReadingRow.state == "reading", ReadingRow.worker_id == worker_id, ReadingRow.id.not_in(in_hand))
        .values(state="waiting", worker_id=None, push_at=now, pushes=0)
    )
    return changed(freed)


def free_from_the_dead(unit: Unit, alive_since: datetime, now: datetime) -> int:
    """Take readings from workers not seen since a moment; one that outlived too many workers is given up. Return how many."""
    alive = select(WorkerRow.id).where(WorkerRow.seen_at >= alive_since)
    orphaned = (ReadingRow.state == "reading", or_(ReadingRow.worker_id.is_(None), ReadingRow.worker_id.not_in(alive)))
    given_up = unit.session.execute(
        update(ReadingRow)
        .where(*orphaned, ReadingRow.deaths + 1 >= MAX_DEATHS)
        .values(state="failed", worker_id=None, push_at=None, failure_kind="failed", failure_detail="多次读取中断，已隔离")
    )
    if changed(given_up):
        _have_judged(unit, now)
    freed = unit.session.execute(
        update(ReadingRow)
        .where(*orphaned)
        .values(state="waiting", worker_id=None, push_at=now, pushes=0, deaths=ReadingRow.deaths + 1)
    )
    return changed(given_up) + changed(freed)


def due(unit: Unit, now: datetime, limit: int) -> list[tuple[str, Priority]]:
    """Return waiting readings whose message may be lost, and count them as pushed once more."""
    return push_due(unit, ReadingRow, ReadingRow.state == "waiting", now, limit)


def replace_evidence(unit: Unit, found: Mapping[str, FileEvidence], documents_key: str) -> None:
    """Keep what was found anew on sheets, by the ids of their readings. One that was deleted meanwhile stays so."""
    for reading_id, evidence in sorted(found.items()):  # in one order: no two wait for each other
        values = _evidence(unit, evidence, documents_key)
        unit.session.execute(update(ReadingRow).where(ReadingRow.id == reading_id, ReadingRow.state == "read").values(values))


def outcomes_of(unit: Unit, sizes: Mapping[str, int], keys: EvidenceKeys) -> dict[str, FileOutcome | KeptSheets] | None:
    """Return what came of reading contents, by SHA-256 (given with their sizes in bytes); None while any of it is missing.

    Of what was read, that is the evidence, or the sheets alone where evidence was found on them under another key.
    """
    rows = _rows(unit, list(sizes), keys.sheets)
    if len(rows) < len(sizes) or any(row.state in ("waiting", "reading") for row in rows):
        return None
    return {row.sha256: _outcome(row, unit, sizes[row.sha256], keys.documents) for row in rows}


def drop(unit: Unit, sha256s: Sequence[str]) -> None:
    """Forget all that was read of contents, under whatever key."""
    unit.session.execute(delete(ReadingRow).where(ReadingRow.sha256.in_(sha256s)))


def held_by_nobody(unit: Unit, created_before: datetime) -> list[str]:
    """Return contents with evidence from before a moment that no revision holds."""
    held = select(RevisionFileRow.id).where(RevisionFileRow.sha256 == ReadingRow.sha256)
    query = select(ReadingRow.sha256).where(ReadingRow.created_at < created_before, ~held.exists())
    return list(unit.session.scalars(query.distinct()))


def changed(result: object) -> int:
    """Return how many rows a statement changed."""
    return result.rowcount if isinstance(result, CursorResult) else 0


def _evidence(unit: Unit, evidence: FileEvidence, documents_key: str) -> dict[str, object]:
    return {"sealed_evidence": unit.vault.seal(evidence.model_dump_json().encode()), "documents_key": documents_key}


def _put_under(unit: Unit, claimed: ReadingRow, sheets_key: str) -> bool:
    """Put a claimed reading under another key. False where the content has one there already: then this one is for nothing."""
    try:
        with unit.session.begin_nested():
            claimed.sheets_key = sheets_key
    except IntegrityError:
        unit.session.execute(delete(ReadingRow).where(ReadingRow.id == claimed.id))
        return False
    return True


def _add(unit: Unit, keys: Sequence[ReadingKey], priority: Priority, now: datetime) -> None:
    """Add readings where there are none; of two at once, the second waits for the first and adds nothing."""
    fresh = {
        "state": "waiting",
        "priority": priority,
        "created_at": now,
        "push_at": next_push(now, 0, priority),
        "pushes": 1,
        "deaths": 0,
    }
    rows = [{"id": new_id(), **key._asdict(), **fresh} for key in sorted(keys)]  # in one order: no two wait for each other
    insert = sqlite.insert if unit.session.get_bind().dialect.name == "sqlite" else postgresql.insert
    unit.session.execute(insert(ReadingRow).values(rows).on_conflict_do_nothing(index_elements=["sha256", "extractor"]))


def _locked(unit: Unit, sha256s: Sequence[str], sheets_key: str) -> Sequence[ReadingRow]:
    return unit.session.scalars(
        select(ReadingRow)
        .where(ReadingRow.sha256.in_(sha256s), ReadingRow.sheets_key == sheets_key)
        .order_by(ReadingRow.sha256)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()


def _have_judged(unit: Unit, now: datetime) -> None:
    """Let a sweep see at once to revisions that wait for a reading that was given up."""
    waiting = (
        select(RevisionFileRow.revision_id)
        .join(ReadingRow, ReadingRow.sha256 == RevisionFileRow.sha256)
        .where(ReadingRow.state == "failed")
    )
    unit.session.execute(
        update(RevisionRow).where(RevisionRow.state == "queued", RevisionRow.id.in_(waiting)).values(push_at=now)
    )


def _rows(unit: Unit, sha256s: Sequence[str], sheets_key: str) -> Sequence[ReadingRow]:
    return unit.session.scalars(
        select(ReadingRow).where(ReadingRow.sha256.in_(sha256s), ReadingRow.sheets_key == sheets_key)
    ).all()


def _outcome(row: ReadingRow, unit: Unit, size_bytes: int, documents_key: str) -> FileOutcome | KeptSheets:
    if row.sealed_evidence is None:
        kind = "timeout" if row.failure_kind == "timeout" else "failed"
        return ReadFailure(kind=kind, sha256=row.sha256, size_bytes=size_bytes, detail=row.failure_detail or "")
    try:
        if row.documents_key != documents_key and row.sealed_sheets is not None:
            return KeptSheets(row.id, unpack(unit.vault.open(row.sealed_sheets)))
        return FileEvidence.model_validate_json(unit.vault.open(row.sealed_evidence))
    except ValueError:
        return ReadFailure(kind="failed", sha256=row.sha256, size_bytes=size_bytes, detail="保存的识别结果无法使用")
