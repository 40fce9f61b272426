"""Rows to test with: packets of two fictitious people, verdicts, evidence, and two threads that do a thing at once."""

import hashlib
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from extractors.evidence import FileEvidence
from extractors.keys import EvidenceKeys
from extractors.sheets import FileSheets
from pipeline.packet import DeclaredValues, Manifest
from pipeline.reading import ReadFile
from pipeline.store import packets, verdicts
from pipeline.store.database import Database, Unit
from pipeline.store.packets import StoredFile
from pipeline.store.tables import RevisionRow
from pipeline.verdict import EngineInfo, Outcome, Verdict

NOON = datetime(2024, 6, 10, 4, tzinfo=UTC)
TENANT = "haidian"
KEYS = EvidenceKeys("blank-1", "documents-1")
PERSON = "柴俊晟"
NUMBER = "110199199003070012"

Result = TypeVar("Result")


def after(seconds: float) -> datetime:
    """Return a moment some seconds after noon."""
    return NOON + timedelta(seconds=seconds)


def sha(content: str) -> str:
    """Return the hash of a content, given by a word."""
    return hashlib.sha256(content.encode()).hexdigest()


def manifest(packet_id: str = "2024-1", **given: str) -> Manifest:
    """Return what is said about a packet."""
    declared = DeclaredValues(employee_name=PERSON, employee_id=NUMBER)
    return Manifest.model_validate({"packet_id": packet_id, "declared": declared, **given})


def files(*words: str) -> list[StoredFile]:
    """Return files by the words that stand for their contents."""
    return [StoredFile(f"{PERSON}-{word}.jpg", None, sha(word), 7) for word in words]


def add(unit: Unit, *words: str, tenant: str = TENANT, said: Manifest | None = None, at: datetime = NOON) -> RevisionRow:
    """Add a packet that is a draft."""
    revision = packets.begin(unit, tenant, said or manifest(), "live", at)
    packets.add_files(unit, revision, files(*words))
    return revision


def add_queued(database: Database, *words: str, tenant: str = TENANT, at: datetime = NOON) -> RevisionRow:
    """Add a packet that was handed in."""
    with database.unit() as unit:
        revision = add(unit, *words, tenant=tenant, at=at)
        packets.hand_in(unit, revision.id, at)
    return revision


def verdict(packet_id: str = "2024-1", outcome: Outcome = "bounce", at: datetime = NOON) -> Verdict:
    """Return a verdict."""
    return Verdict(
        packet_id=packet_id,
        outcome=outcome,
        scenario="employer_withdrawal",
        policy_version="1",
        engine=EngineInfo(yushen="0", ocr=f"{PERSON}{NUMBER}"),
        received_at=at,
        decided_at=at,
    )


def add_decided(database: Database, *words: str, outcome: Outcome = "bounce", at: datetime = NOON) -> RevisionRow:
    """Add a packet that has its verdict."""
    revision = add_queued(database, *words, at=at)
    with database.unit() as unit:
        assert verdicts.decide(unit, revision.id, verdict(outcome=outcome, at=at))
    return revision


def evidence(word: str) -> FileEvidence:
    """Return evidence of a content."""
    return FileEvidence(sha256=sha(word), size_bytes=7, format="png", page_count=1, extractor=f"1 {PERSON}{NUMBER}")


def read(word: str) -> ReadFile:
    """Return what a reader makes of a content: no page of it could be opened."""
    seen = evidence(word)
    return ReadFile(FileSheets(sha256=seen.sha256, size_bytes=7, format="png", page_count=1, engine=seen.extractor), seen)


def at_once(jobs: Sequence[Callable[[], Result]]) -> list[Result]:
    """Do things in threads that start at the same moment; return what came of them, in order."""
    barrier = threading.Barrier(len(jobs))

    def run(job: Callable[[], Result]) -> Result:
        barrier.wait(10)
        return job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [future.result(timeout=30) for future in [pool.submit(run, job) for job in jobs]]
