"""Disposable child processes for what touches untrusted bytes: native code cannot be interrupted, leaks, dies on bad input.

A task has a wall-clock and a memory ceiling. One that ends its child twice is given up, and only that task.
"""

import multiprocessing
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Literal, NamedTuple, Self, TypeVar

import structlog
from pebble import ProcessExpired, ProcessFuture, ProcessPool

from pipeline import child
from pipeline.errors import YushenError

ATTEMPTS: Final = 2
"""A child may die of its past (a leak, a neighbour that took the memory); a task that ends two children is itself the cause."""

_ENDS: Final = {child.OUT_OF_MEMORY: "读取所需内存超出上限"}
"""What a child's exit code means, for the reviewer."""

_log = structlog.get_logger()

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class SandboxLimits:
    """How many children there are, and what each may use."""

    workers: int
    task_timeout_s: float
    memory_mb: int
    tasks_per_child: int
    niceness: int = 0
    """What is added to the children's niceness: beside an API, they are to leave it the processor when it needs it."""


FailureKind = Literal["timeout", "failed"]


class GivenUp(NamedTuple):
    """A task that could not be done. ``detail`` is for the reviewer and names no content."""

    kind: FailureKind
    detail: str


def _passed_over(kind: FailureKind) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class SandboxHooks:
    """What is done besides the tasks: ``warm_up`` in each child as it starts, ``failed`` here for each attempt that failed."""

    warm_up: Callable[[], None] | None = None
    failed: Callable[[FailureKind], None] = _passed_over


class SandboxClosedError(YushenError):
    """A task was given to, or awaited from, a sandbox that was closed."""

    code = "interrupted"


class Sandbox:
    """A pool of children. Started with the first task; to be closed, best by ``with``. Safe to use from many threads."""

    def __init__(self, limits: SandboxLimits, hooks: SandboxHooks | None = None) -> None:
        self._limits = limits
        self._hooks = hooks or SandboxHooks()
        self._pool: ProcessPool | None = None
        self._cancel_by_id: dict[int, Callable[[], bool]] = {}
        self._closed = False
        self._changing = threading.Lock()
        self._stopping = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End all children, at once, and every wait for them: in other threads ``run_all`` raises ``SandboxClosedError``."""
        with self._changing:
            self._closed = True
            cancels = tuple(self._cancel_by_id.values())
        for cancel in cancels:
            cancel()
        with self._stopping:  # whoever closes second waits for the first: a pool is stopped once
            pool, self._pool = self._pool, None
            _stop(pool)

    def wake(self) -> None:
        """Start the children now, so that the first task finds them warm."""
        self._schedule(child.do_nothing, None)

    def run_all(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> tuple[Result | GivenUp, ...]:
        """Call a function for each task, side by side in the children; results come in the order of the tasks.

        Function, tasks and results travel between processes: the function is a module's own, the rest can be pickled.

        Raises:
            YushenError: raised by the function for something that no other task would fare better with.
        """
        first_attempts = [self._schedule(function, task) for task in tasks]
        results: list[Result | GivenUp] = []
        for task, attempt in zip(tasks, first_attempts, strict=True):
            outcome = self._result(function, task, attempt)
            results.append(outcome)
        return tuple(results)

    def _result(self, function: Callable[[Task], Result], task: Task, attempt: ProcessFuture[Result]) -> Result | GivenUp:
        outcome = self._outcome(function, task, attempt)
        for _ in range(ATTEMPTS - 1):
            if not isinstance(outcome, GivenUp):
                return outcome
            self._hooks.failed(outcome.kind)
            _log.warning("a task in a child process failed, trying once more", reason=outcome.detail)
            outcome = self._outcome(function, task, self._schedule(function, task))
        if isinstance(outcome, GivenUp):
            self._hooks.failed(outcome.kind)
        return outcome

    def _outcome(self, function: Callable[[Task], Result], task: Task, attempt: ProcessFuture[Result]) -> Result | GivenUp:
        """What became of one attempt; a child that made room before it began does not count."""
        while True:
            try:
                return self._wait_for(attempt)
            except ProcessExpired as error:
                if error.exitcode != child.GROWN:
                    return GivenUp("failed", _ENDS.get(error.exitcode, f"读取进程终止（退出码{error.exitcode}）"))
            attempt = self._schedule(function, task)

    def _wait_for(self, attempt: ProcessFuture[Result]) -> Result | GivenUp:
        try:
            return attempt.result()
        except (YushenError, ProcessExpired):
            raise
        except CancelledError as error:
            raise SandboxClosedError("the sandbox was closed while tasks were under way") from error
        except TimeoutError:
            return GivenUp("timeout", f"{self._limits.task_timeout_s:g}秒内未完成")
        except BrokenProcessPool:
            return GivenUp("failed", "读取进程无法启动")
        except Exception as error:  # the boundary: whatever a file does to its reader stays with that file
            _log.debug("a task in a child process raised", exc_info=error)
            return GivenUp("failed", f"读取出错（{type(error).__name__}）")

    def _schedule(self, function: Callable[[Task], Result], task: Task) -> ProcessFuture[Result]:
        with self._changing:
            if self._closed:
                raise SandboxClosedError("the sandbox is closed")
            if self._pool is None or not self._pool.active:
                _stop(self._pool)
                self._pool = self._start()
            attempt = self._pool.schedule(child.run, args=(function, task), timeout=self._limits.task_timeout_s)
            self._cancel_by_id[id(attempt)] = attempt.cancel
        attempt.add_done_callback(self._forget)
        return attempt

    def _forget(self, attempt: Future[Result]) -> None:
        with self._changing:
            self._cancel_by_id.pop(id(attempt), None)

    def _start(self) -> ProcessPool:
        ceilings = child.Ceilings(self._limits.memory_mb, self._limits.task_timeout_s, self._limits.niceness)
        return ProcessPool(
            max_workers=self._limits.workers,
            max_tasks=self._limits.tasks_per_child,
            initializer=child.set_up,
            initargs=(ceilings, self._hooks.warm_up),
            context=multiprocessing.get_context("spawn"),
        )


def _stop(pool: ProcessPool | None) -> None:
    if pool is not None:
        pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it bare
        pool.join()
