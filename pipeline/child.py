"""What happens inside a disposable child process: its ceiling, its tasks, and when it makes room for a fresh one."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import structlog

from pipeline.logs import set_up_logs
from pipeline.settings import load_settings

GROWN: Final = 75
"""Exit code of a child that has grown and left a task, before beginning it, to a fresh one."""
OUT_OF_MEMORY: Final = 76
"""Exit code of a child that a task left without memory: what it holds by now would starve the next task as well."""
GROWN_SHARE: Final = 0.7
"""Share of the ceiling from which a child makes room. OpenVINO keeps kernels for every shape it met: 2000 MiB after 25 files,
2900 after 95, where it stays; a 48-megapixel photo takes 700 more. A fresh child costs five seconds and every kernel anew."""
ORPHAN_FACTOR: Final = 2
"""A task that takes this many times its limit has no parent any more that would end it: that one was killed."""

_MIB: Final = 1 << 20
_STATUS: Final = Path("/proc/self/status")

_log = structlog.get_logger()

Task = TypeVar("Task")
Result = TypeVar("Result")

_tasks_done = 0
_ceilings: "Ceilings | None" = None


class Ceilings(NamedTuple):
    """What a child may use, and how far it steps back for others (see ``SandboxLimits``)."""

    memory_mb: int
    task_timeout_s: float
    niceness: int


def set_up(ceilings: Ceilings, warm_up: Callable[[], None] | None) -> None:
    """Put the ceilings on, step back, warm up. What native libraries print goes to stderr: stdout belongs to the command."""
    global _ceilings  # noqa: PLW0603  a process has its ceilings once
    _ceilings = ceilings
    os.dup2(2, 1)
    settings = load_settings()
    set_up_logs(settings.log_format, settings.log_level)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  there is none on Windows

        # Not RLIMIT_AS: inference runtimes reserve far more addresses than they ever touch.
        resource.setrlimit(resource.RLIMIT_DATA, (ceilings.memory_mb * _MIB, ceilings.memory_mb * _MIB))
        os.nice(ceilings.niceness)
    if warm_up is not None:
        _try(warm_up)


def _try(warm_up: Callable[[], None]) -> None:
    try:
        warm_up()
    except Exception as error:  # the boundary: the first task will meet the same, and somebody waits for that one
        _log.debug("a child process could not warm up", exc_info=error)


def do_nothing(_: None) -> None:
    """A task that only needs a child to be there."""


def run(function: Callable[[Task], Result], task: Task) -> Result:
    """Call the function. Ends this process instead where it has grown over earlier tasks, or runs out of memory."""
    global _tasks_done  # noqa: PLW0603  a process has one past
    if _ceilings and _tasks_done and data_mb() >= GROWN_SHARE * _ceilings.memory_mb:
        os._exit(GROWN)
    _tasks_done += 1
    _set_alarm(ORPHAN_FACTOR * _ceilings.task_timeout_s if _ceilings else 0)
    try:
        return function(task)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    finally:
        _set_alarm(0)


def _set_alarm(seconds: float) -> None:
    """Have the system end this process after so many seconds, whatever native code does then; 0 calls it off."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def data_mb() -> int:
    """The size of this process's data segment in MiB, which the ceiling is put on; 0 where the system does not tell."""
    if not _STATUS.exists():
        return 0
    sizes = (line.split()[1] for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmData:"))
    return int(next(sizes, "0")) // 1024
