"""Waiting until this process is asked to stop."""

import signal
import threading
from types import FrameType


def wait_for_the_end() -> None:
    """Return on the first SIGTERM or SIGINT. A second one ends the process as it would any other, at once."""
    asked = threading.Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def end(_number: int, _frame: FrameType | None) -> None:
        asked.set()
        for number, handler in before.items():
            signal.signal(number, handler)

    for number in before:
        signal.signal(number, end)
    asked.wait()
