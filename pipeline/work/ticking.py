"""Something done again and again beside the work: a heartbeat, a sweep."""

import threading
from collections.abc import Callable

import structlog

from pipeline.store.patience import AWAY

_log = structlog.get_logger()


class Ticker:
    """Calls ``work`` every so many seconds in a thread of its own. What fails is logged once and tried at the next turn."""

    def __init__(self, name: str, interval_s: float, work: Callable[[], None], first_after_s: float | None = None) -> None:
        self._name = name
        self._interval_s = interval_s
        self._first_after_s = interval_s if first_after_s is None else first_after_s
        self._work = work
        self._stopped = threading.Event()
        self._fails = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Start; the first turn comes after one interval, or after ``first_after_s``."""
        self._thread.start()

    def stop(self, timeout_s: float) -> None:
        """Stop, and wait for a turn under way so many seconds at most."""
        self._stopped.set()
        self._thread.join(timeout_s)

    def _run(self) -> None:
        pause_s = self._first_after_s
        while not self._stopped.wait(pause_s):
            self._turn()
            pause_s = self._interval_s

    def _turn(self) -> None:
        try:
            self._work()
        except Exception as error:  # the boundary: nothing that is away for a while may end this thread
            if not self._fails:
                _log.error(
                    "something regular failed, trying until it works",
                    what=self._name,
                    exc_info=None if isinstance(error, AWAY) else error,
                )
            self._fails = True
            return
        if self._fails:
            _log.warning("something regular works again", what=self._name)
        self._fails = False
