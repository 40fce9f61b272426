"""What every part of the service works with: its settings, what it keeps things in, and how it hands work on."""

from typing import NamedTuple

from extractors.keys import EvidenceKeys
from pipeline.blobs.blobs import Blobs
from pipeline.queue.work_queue import WorkQueue
from pipeline.settings import Settings
from pipeline.store.database import Database


class Service(NamedTuple):
    """Opened once for a process. ``evidence_keys`` are what evidence is kept under, see :mod:`extractors.keys`."""

    settings: Settings
    database: Database
    blobs: Blobs
    queue: WorkQueue
    evidence_keys: EvidenceKeys
