"""What a queue can be asked for. Messages carry ids only: the database is the truth, and a sweep sends again what was lost."""

from typing import Protocol

from pipeline.store.tables import Priority


class WorkQueue(Protocol):
    """Hands ids to workers. Sending never raises: a broker that is away costs time, and no work is lost."""

    def read(self, reading_id: str, priority: Priority) -> None:
        """Have a content read."""
        ...

    def judge(self, revision_id: str, priority: Priority) -> None:
        """Have a revision judged, once all its contents are read."""
        ...

    def deliver(self, delivery_id: str) -> None:
        """Have a verdict sent to its tenant."""
        ...

    def answers(self) -> bool:
        """Whether the broker can be used at this moment."""
        ...
