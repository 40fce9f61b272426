"""What a queue can be asked for. Messages carry ids only: the database is the truth, and a sweep sends again what was lost."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from pipeline.store.tables import Priority


class Work(NamedTuple):
    """What is done with a message, each by its id. What raises is tried again a few times; then the sweep sees to it."""

    read: Callable[[str], None]
    judge: Callable[[str], None]
    deliver: Callable[[str], None]
    housekeep: Callable[[], None]


class Threads(NamedTuple):
    """How many messages of each kind one process works on at a time. They are apart, so that no kind starves another."""

    reading: int
    judging: int
    delivering: int


class Consuming(Protocol):
    """Messages being worked on, until it is stopped."""

    def stop(self, timeout_s: float) -> None:
        """Take no more messages, and wait so many seconds at most for those under way."""
        ...


class WorkQueue(Protocol):
    """Hands ids to workers. Sending never raises: a broker that is away costs time, and no work is lost."""

    @property
    def shared(self) -> bool:
        """Whether other processes can take what this one sends. What is in a queue of one process is lost with it."""
        ...

    def read(self, reading_id: str, priority: Priority) -> None:
        """Have a content read."""
        ...

    def judge(self, revision_id: str, priority: Priority) -> None:
        """Have a revision judged, once all its contents are read."""
        ...

    def deliver(self, delivery_id: str) -> None:
        """Have a verdict sent to its tenant."""
        ...

    def housekeep(self) -> None:
        """Have what is past its time removed."""
        ...

    def answers(self) -> bool:
        """Whether the broker can be used at this moment."""
        ...

    def consume(self, work: Work, threads: Threads) -> Consuming:
        """Start to work on messages, in threads of this process. A broker that is away is waited for."""
        ...

    def close(self) -> None:
        """Send what is about to be sent, for a moment at most, and close all connections."""
        ...
