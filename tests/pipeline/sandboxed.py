"""What a child process can suffer; each is a function that a sandbox can be asked to call."""

import ctypes
import os
import time
from pathlib import Path

from pipeline.errors import EngineUnavailableError


def double(number: int) -> int:
    return 2 * number


def sleep(number: int) -> int:
    time.sleep(60)
    return number


def die(number: int) -> int:
    os._exit(9)


def crash(number: int) -> int:
    ctypes.string_at(0)
    return number


def fail(number: int) -> int:
    raise ValueError(number)


def eat(number: int) -> int:
    return len(bytearray(4 << 30))


def print_noise(number: int) -> int:
    os.write(1, b"noise from native code\n")
    return number


def find_no_engine(number: int) -> int:
    raise EngineUnavailableError("no models here")


def die_once(mark: Path) -> str:
    if not mark.exists():
        mark.touch()
        os._exit(9)
    return "alive"


def tell_process(number: int) -> int:
    return os.getpid()


def tell_and_sleep(told: Path) -> int:
    told.write_text(str(os.getpid()))
    return sleep(0)


def tell_niceness(number: int) -> int:
    return os.getpriority(os.PRIO_PROCESS, 0)


def warm_up(mark: Path) -> None:
    with mark.open("a") as marks:
        marks.write("warm")


def fail_to_warm_up() -> None:
    raise EngineUnavailableError("no models here")


_HELD: list[bytearray] = []


def hoard(mebibytes: int) -> int:
    """Take memory for as long as this process lives, and tell which one that is."""
    _HELD.append(bytearray(mebibytes << 20))
    return os.getpid()
