"""The queue inside one process: the embedded form's default, for which nothing has to be installed.

It builds on dramatiq's ``StubBroker``, which is meant for tests because it forgets everything when its process ends. Here that
costs a moment and no work: the database is the truth, a process that starts pushes what waits there, and the sweep goes on to.
"""

from collections import defaultdict, deque

from dramatiq.broker import MessageProxy
from dramatiq.brokers.stub import StubBroker

from pipeline.queue.dramatiq_queue import Carrier, middleware


class EmbeddedBroker(StubBroker):
    """A broker in memory that keeps no messages that failed for good, as ``StubBroker`` does for tests to look at."""

    def __init__(self) -> None:
        super().__init__(middleware=middleware())
        self.dead_letters_by_queue: defaultdict[str, deque[MessageProxy]] = defaultdict(_keeps_nothing)  # type: ignore[assignment]  # a dict of deques there


def open_embedded(url: str) -> Carrier:
    """Open a queue of this process alone; there is no address."""
    broker = EmbeddedBroker()
    return Carrier(broker, shared=False, answers=lambda: True, close=broker.flush_all)


def _keeps_nothing() -> deque[MessageProxy]:
    return deque(maxlen=0)
