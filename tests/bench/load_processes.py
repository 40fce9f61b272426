"""The service's processes under load: started, looked at from outside, stopped."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

MAIN = (sys.executable, "-c", "from pipeline.cli import main; main()")
KEY = re.compile(r"YUSHEN_KEY=(\S+)")
ADDRESS = re.compile(r"http://\S+")
PROC = Path("/proc")


class Served(NamedTuple):
    """A service that runs: where, its first key (empty where it has one already), and its process."""

    address: str
    key: str
    pid: int


@contextmanager
def serving(values: Mapping[str, str], *options: str) -> Iterator[Served]:
    """Run ``yushen serve`` with settings (without their prefix)."""
    with _running(("serve", "--port", "0", *options), values) as process:
        assert process.stderr
        said, key = "", None
        while key is None:
            line = process.stderr.readline()
            if not line:
                raise RuntimeError(f"yushen serve ended: {said}")
            said += line
            key = KEY.search(said)
        address = ADDRESS.search(said)
        assert address
        yield Served(address[0], key[1], process.pid)


@contextmanager
def working(values: Mapping[str, str]) -> Iterator[int]:
    """Run ``yushen worker``; yield its process id."""
    with _running(("worker",), values) as process:
        yield process.pid


@contextmanager
def _running(command: tuple[str, ...], values: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | {f"YUSHEN_{name}": value for name, value in values.items()}
    with subprocess.Popen([*MAIN, *command], env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate()


def memory_mb(pid: int) -> tuple[float, float]:
    """Return the resident memory in MiB of a process, and of all that it started together."""
    own = _resident_mb(pid)
    return own, sum(_resident_mb(child) for child in _descendants(pid))


def _descendants(pid: int) -> Iterator[int]:
    children = PROC / str(pid) / "task"
    for task in children.iterdir():
        for child in (task / "children").read_text().split():
            yield int(child)
            yield from _descendants(int(child))


def _resident_mb(pid: int) -> float:
    try:
        status = (PROC / str(pid) / "status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS:")), 0.0)
