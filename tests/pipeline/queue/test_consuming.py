"""Messages reach the work they are for, live ones first; what fails comes again; what stops takes nothing more."""

import threading

from pipeline.queue.registry import open_queue
from pipeline.queue.work_queue import Threads, Work
from pipeline.settings import Settings
from tests.pipeline.working import wait_until

ONE_EACH = Threads(reading=1, judging=1, delivering=1)


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


def test_live_work_goes_before_the_backlog_and_waits_for_no_reading(broker_url: str) -> None:
    queue, noted = open_queue(settings(broker_url)), Noted()
    consuming = queue.consume(noted.work(), ONE_EACH)
    queue.read("first", "backlog")
    wait_until(lambda: noted.read == ["first"])
    queue.read("later", "backlog")
    queue.read("now", "live")
    queue.judge("revision", "backlog")
    queue.deliver("delivery")
    queue.housekeep()
    wait_until(lambda: len(noted.others) == 3)
    assert set(noted.others) == {"revision", "delivery", "housekeeping"}, "none of it waits for the reading"
    noted.may_go_on.set()
    wait_until(lambda: len(noted.read) == 3)
    assert noted.read == ["first", "now", "later"]
    consuming.stop(5)
    queue.close()


def test_what_fails_is_tried_again() -> None:
    queue = open_queue(settings(""))
    tries: list[str] = []

    def fail_once(revision_id: str) -> None:
        tries.append(revision_id)
        if len(tries) == 1:
            raise ConnectionError

    consuming = queue.consume(Work(print, fail_once, print, print), ONE_EACH)
    queue.judge("revision", "live")
    wait_until(lambda: len(tries) == 2)
    consuming.stop(5)
    queue.close()


def test_a_queue_is_stopped_with_work_under_way_and_taken_up_again(broker_url: str) -> None:
    queue, noted = open_queue(settings(broker_url)), Noted()
    noted.may_go_on.set()
    queue.consume(noted.work(), ONE_EACH).stop(5)
    queue.read("while nobody works", "live")
    consuming = queue.consume(noted.work(), ONE_EACH)
    wait_until(lambda: noted.read == ["while nobody works"])
    consuming.stop(5)
    queue.close()
