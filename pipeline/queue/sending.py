"""One thread that sends: whoever hands work on never waits for a broker, and never sees it fail."""

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Final

import structlog

MAX_WAITING: Final = 10_000
"""Messages held back while the broker is away, a hundred bytes each. What is beyond is dropped: the sweep sends it again."""
PAUSES_S: Final = (0.2, 0.5, 1.0, 2.0, 5.0)
CLOSING_S: Final = 1.0

_log = structlog.get_logger()

Message = tuple[str, str]
"""A queue and the id sent to it."""


class Sender:
    """Sends messages in the order given, each until it is sent. Its thread starts with the first one."""

    def __init__(self, send: Callable[[str, str], None]) -> None:
        self._send = send
        self._waiting: deque[Message] = deque()
        self._changed = threading.Condition()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def put(self, queue: str, subject: str) -> None:
        """Have a message sent soon. Returns at once."""
        with self._changed:
            if len(self._waiting) >= MAX_WAITING:
                _log.warning("too much waits for the broker, a message is dropped and will be sent by the sweep", queue=queue)
                return
            self._waiting.append((queue, subject))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="sender", daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        """Send what waits, for a moment at most, and end the thread."""
        deadline = time.monotonic() + CLOSING_S
        with self._changed:
            while self._waiting and time.monotonic() < deadline:
                self._changed.wait(0.05)
            self._closing.set()
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(CLOSING_S)

    def _run(self) -> None:
        while (message := self._next()) is not None:
            failures = 0
            while not self._closing.is_set() and not self._sent(message, failures):
                self._closing.wait(PAUSES_S[min(failures, len(PAUSES_S) - 1)])
                failures += 1
            with self._changed:
                self._waiting.popleft()

    def _next(self) -> Message | None:
        with self._changed:
            while not self._waiting and not self._closing.is_set():
                self._changed.wait()
            return None if self._closing.is_set() else self._waiting[0]

    def _sent(self, message: Message, failures: int) -> bool:
        try:
            self._send(*message)
        except Exception as error:  # the boundary: each broker's client has errors of its own, and none may reach a caller
            if not failures:
                _log.error("the broker is away, trying until it is back", reason=type(error).__name__)
            return False
        if failures:
            _log.warning("the broker is back", failures=failures)
        return True
