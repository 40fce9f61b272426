"""Messages reach the work they are for, live ones first; what fails comes again; what stops takes nothing more."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.queue.dramatiq_queue import IDLE_MS
from pipeline.queue.registry import open_queue
from pipeline.queue.work_queue import Threads, Work, WorkQueue
from pipeline.settings import Settings
from tests.pipeline.working import wait_until

ONE_EACH = Threads(reading=1, judging=1, delivering=1)
ALL_FETCHED_S = 8 * IDLE_MS / 1000
"""Each queue is fetched from by a thread of its own, which pauses while nothing comes: the order holds for what was fetched."""


class Noted:
    """Work that only notes what came; the first reading waits until it may end."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.others: list[str] = []
        self.may_go_on = threading.Event()

    def work(self) -> Work:
        return Work(self._read, self.others.append, self.others.append, lambda: self.others.append("housekeeping"))

    def _read(self, reading_id: str) -> None:
        self.read.append(reading_id)
        self.may_go_on.wait(20)


def settings(url: str) -> Settings:
    return Settings.model_validate({"broker_url": url})


@contextmanager
def consumed(queue: WorkQueue, work: Work) -> Iterator[None]:
    """Consume for as long as the block lasts: consumers that a failed test left behind would eat the next test's messages."""
    consuming = queue.consume(work, ONE_EACH)
    try:
        yield
    finally:
        consuming.stop(5)
        queue.close()


def test_live_work_goes_before_the_backlog_and_waits_for_no_reading(broker_url: str) -> None:
    queue, noted = open_queue(settings(broker_url)), Noted()
    with consumed(queue, noted.work()):
        queue.read("first", "backlog")
        wait_until(lambda: noted.read == ["first"])
        queue.read("later", "backlog")
        queue.read("now", "live")
        queue.judge("revision", "backlog")
        queue.deliver("delivery")
        queue.housekeep()
        wait_until(lambda: len(noted.others) == 3)
        assert set(noted.others) == {"revision", "delivery", "housekeeping"}, "none of it waits for the reading"
        time.sleep(ALL_FETCHED_S)
        noted.may_go_on.set()
        wait_until(lambda: len(noted.read) == 3)
        assert noted.read == ["first", "now", "later"]


def test_what_fails_is_tried_again() -> None:
    queue = open_queue(settings(""))
    tries: list[str] = []

    def fail_once(revision_id: str) -> None:
        tries.append(revision_id)
        if len(tries) == 1:
            raise ConnectionError

    with consumed(queue, Work(print, fail_once, print, print)):
        queue.judge("revision", "live")
        wait_until(lambda: len(tries) == 2)


def test_a_queue_is_stopped_with_work_under_way_and_taken_up_again(broker_url: str) -> None:
    queue, noted = open_queue(settings(broker_url)), Noted()
    noted.may_go_on.set()
    queue.consume(noted.work(), ONE_EACH).stop(5)
    queue.read("while nobody works", "live")
    with consumed(queue, noted.work()):
        wait_until(lambda: noted.read == ["while nobody works"])
