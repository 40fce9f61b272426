"""What dramatiq and the brokers' clients log, sent where ours goes, and not again and again while a broker is away."""

import logging
import threading
import time
from typing import Final

import structlog

AGAIN_AFTER_S: Final = 60.0
"""Seconds for which the same message is not repeated."""

_log = structlog.get_logger()


class Seldom:
    """Lets the same thing through once a minute. Safe to use from many threads."""

    def __init__(self) -> None:
        self._last_s: dict[str, float] = {}
        self._changing = threading.Lock()

    def lets_through(self, key: str) -> bool:
        """Whether a thing was not let through within the last minute."""
        now_s = time.monotonic()
        with self._changing:
            if now_s - self._last_s.get(key, -AGAIN_AFTER_S) < AGAIN_AFTER_S:
                return False
            self._last_s[key] = now_s
            return True


class IntoOurs(logging.Handler):
    """Sends records to structlog: the text, and an exception's type in place of its traceback."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._seldom = Seldom()

    def emit(self, record: logging.LogRecord) -> None:
        """Send a record, unless it was sent just before."""
        if not self._seldom.lets_through(str(record.msg)):
            return
        reason = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        _log.log(record.levelno, "from the queue", said=record.getMessage(), reason=reason)


def take_in_logs() -> None:
    """Send dramatiq's log to ours, once for a process. pika repeats what dramatiq says, as an error with a traceback."""
    dramatiq = logging.getLogger("dramatiq")
    if not any(isinstance(handler, IntoOurs) for handler in dramatiq.handlers):
        dramatiq.addHandler(IntoOurs())
        dramatiq.propagate = False
        logging.getLogger("pika").setLevel(logging.CRITICAL + 1)
