"""What one working process works with."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from pipeline.prescreen import Clock
from pipeline.reading import EngineChoice
from pipeline.sandbox import Sandbox
from pipeline.service import Service


class InHand:
    """What this process is working on. Whatever the database says it has claimed beyond that was left behind by a failure."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._changing = threading.Lock()

    @contextmanager
    def holding(self, work_id: str) -> Iterator[bool]:
        """Hold work for the length of the block; yields False where another thread has it: two messages named it."""
        with self._changing:
            is_free = work_id not in self._ids
            self._ids.add(work_id)
        try:
            yield is_free
        finally:
            if is_free:
                with self._changing:
                    self._ids.discard(work_id)

    def ids(self) -> frozenset[str]:
        """Return what is in hand at this moment."""
        with self._changing:
            return frozenset(self._ids)


class Desk(NamedTuple):
    """A process that works: under which id it claims, what it reads with, and what it has in hand."""

    service: Service
    worker_id: str
    sandbox: Sandbox
    engine: EngineChoice
    in_hand: InHand
    clock: Clock
    jitter: Callable[[], float]
    """Numbers from 0 to 1 by chance, so that not all retries come at once."""
