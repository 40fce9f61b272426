"""The queue on dramatiq, whatever broker carries it."""

import threading
from collections.abc import Callable
from typing import Final, NamedTuple

import dramatiq
from dramatiq.middleware import AgeLimit, Middleware, Retries, TimeLimit

from pipeline.queue.actors import (
    DELIVERING,
    HOUSEKEEPING,
    JUDGING,
    QUEUES_DELIVERING,
    QUEUES_JUDGING,
    QUEUES_READING,
    READING,
    declare_actors,
)
from pipeline.queue.logs import take_in_logs
from pipeline.queue.sending import Sender
from pipeline.queue.work_queue import Consuming, Threads, Work
from pipeline.store.tables import Priority

IDLE_MS: Final = 250
"""How long a thread waits for a message before it looks whether it shall stop; Redis is asked this often when idle."""


class Carrier(NamedTuple):
    """A broker of dramatiq's, whether other processes share it, whether it answers now, and how its connections are closed."""

    broker: dramatiq.Broker
    shared: bool
    answers: Callable[[], bool]
    close: Callable[[], None]


class NotConsumingError(RuntimeError):
    """A message came to a process that was not told what to do with it."""


def middleware() -> list[Middleware]:
    """What surrounds each message: its age, its time, its retries. Not dramatiq's own Prometheus, which opens a port and writes
    files: what is counted is counted by us, where it happens.
    """
    return [AgeLimit(), TimeLimit(), Retries()]


class DramatiqQueue:
    """A ``WorkQueue``. Safe to use from many threads."""

    def __init__(self, carrier: Carrier) -> None:
        take_in_logs()
        self._carrier = carrier
        self._work: Work | None = None
        self._actors = declare_actors(carrier.broker, self._current_work)
        self._sender = Sender(self._send)
        self._booted = False

    @property
    def shared(self) -> bool:
        """Whether other processes can take what this one sends."""
        return self._carrier.shared

    def read(self, reading_id: str, priority: Priority) -> None:
        """Have a content read."""
        self._sender.put(READING[priority].queue, reading_id)

    def judge(self, revision_id: str, priority: Priority) -> None:
        """Have a revision judged, once all its contents are read."""
        self._sender.put(JUDGING[priority].queue, revision_id)

    def deliver(self, delivery_id: str) -> None:
        """Have a verdict sent to its tenant."""
        self._sender.put(DELIVERING.queue, delivery_id)

    def housekeep(self) -> None:
        """Have what is past its time removed."""
        self._sender.put(HOUSEKEEPING.queue, "")

    def answers(self) -> bool:
        """Whether the broker can be used at this moment."""
        return self._carrier.answers()

    def consume(self, work: Work, threads: Threads) -> Consuming:
        """Start to work on messages, in threads of this process. A broker that is away is waited for."""
        self._work = work
        broker = self._carrier.broker
        if not self._booted:  # what dramatiq's own command line does; TimeLimit's clock starts with it
            broker.emit_after("process_boot")
            self._booted = True
        sizes = ((QUEUES_READING, threads.reading), (QUEUES_JUDGING, threads.judging), (QUEUES_DELIVERING, threads.delivering))
        return _Crew([_start(broker, set(queues), size) for queues, size in sizes])

    def close(self) -> None:
        """Send what is about to be sent, for a moment at most, and close all connections."""
        self._sender.close()
        self._carrier.close()

    def _send(self, queue: str, subject: str) -> None:
        self._actors[queue].send(subject)

    def _current_work(self) -> Work:
        if self._work is None:
            raise NotConsumingError
        return self._work


def _start(broker: dramatiq.Broker, queues: set[str], threads: int) -> dramatiq.Worker:
    """Start a worker, and take away again what it adds to the broker for queues declared later: there are none, and several
    workers on one broker would be in each other's way.
    """
    before = list(broker.middleware)
    worker = dramatiq.Worker(broker, queues=queues, worker_threads=threads, worker_timeout=IDLE_MS)
    worker.start()
    broker.middleware = before
    return worker


class _Crew:
    """dramatiq workers that take from different queues of one broker."""

    def __init__(self, workers: list[dramatiq.Worker]) -> None:
        self._workers = workers

    def stop(self, timeout_s: float) -> None:
        """Take no more messages, and wait so many seconds at most for those under way."""
        stopping = [
            threading.Thread(target=worker.stop, kwargs={"timeout": int(timeout_s * 1000)}, daemon=True)
            for worker in self._workers
        ]
        for thread in stopping:
            thread.start()
        for thread in stopping:
            thread.join(timeout_s)
