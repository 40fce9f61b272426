"""Whatever a task does to its child process, the others get their results."""

import functools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import EngineUnavailableError
from pipeline.sandbox import GivenUp, Sandbox, SandboxClosedError, SandboxHooks, SandboxLimits
from tests.pipeline import sandboxed
from tests.pipeline.working import wait_until

LIMITS = SandboxLimits(workers=1, task_timeout_s=3, memory_mb=1024, tasks_per_child=50)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(LIMITS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("function", "kind"),
    [
        (sandboxed.sleep, "timeout"),
        (sandboxed.die, "failed"),
        (sandboxed.crash, "failed"),
        (sandboxed.fail, "failed"),
        (sandboxed.eat, "failed"),
    ],
)
def test_a_task_that_ends_its_child_is_given_up_alone(sandbox: Sandbox, function: Callable[[int], int], kind: str) -> None:
    (outcome,) = sandbox.run_all(function, [1])
    assert isinstance(outcome, GivenUp)
    assert outcome.kind == kind
    assert sandbox.run_all(sandboxed.double, [1, 2, 3]) == (2, 4, 6)


def test_a_child_that_dies_once_is_forgiven(sandbox: Sandbox, tmp_path: Path) -> None:
    assert sandbox.run_all(sandboxed.die_once, [tmp_path / "mark"]) == ("alive",)


def test_a_child_that_has_grown_makes_room_and_no_task_is_lost() -> None:
    with Sandbox(LIMITS) as sandbox:
        before, holding, after = sandbox.run_all(sandboxed.hoard, [0, 760, 0])
    assert before == holding, "it grows with this task"
    assert after != holding, "the next one runs in a fresh child"


def test_a_child_without_memory_takes_nobody_with_it(sandbox: Sandbox) -> None:
    outcome, after = sandbox.run_all(sandboxed.hoard, [2000, 0])
    assert outcome == GivenUp("failed", "读取所需内存超出上限")
    assert isinstance(after, int)


def test_what_no_task_would_fare_better_with_ends_the_run(sandbox: Sandbox) -> None:
    with pytest.raises(EngineUnavailableError, match="no models here") as raised:
        sandbox.run_all(sandboxed.find_no_engine, [1])
    assert str(raised.value).count(EngineUnavailableError.advice) == 1


def test_noise_does_not_reach_stdout(sandbox: Sandbox, capfd: pytest.CaptureFixture[str]) -> None:
    assert sandbox.run_all(sandboxed.print_noise, [1]) == (1,)
    assert "noise" not in capfd.readouterr().out


def test_an_idle_child_that_the_system_ends_is_replaced(sandbox: Sandbox) -> None:
    (child,) = sandbox.run_all(sandboxed.tell_process, [1])
    assert isinstance(child, int)
    os.kill(child, signal.SIGKILL)
    assert sandbox.run_all(sandboxed.double, [1]) == (2,)


def test_a_child_steps_back_and_warms_up_once(tmp_path: Path) -> None:
    warm_up = functools.partial(sandboxed.warm_up, tmp_path / "marks")
    with Sandbox(replace(LIMITS, niceness=7), SandboxHooks(warm_up)) as sandbox:
        sandbox.wake()
        mine = os.getpriority(os.PRIO_PROCESS, 0)
        assert sandbox.run_all(sandboxed.tell_niceness, [1, 2]) == (mine + 7, mine + 7)
    assert (tmp_path / "marks").read_text() == "warm"


def test_a_child_that_cannot_warm_up_tells_the_first_task() -> None:
    with Sandbox(LIMITS, SandboxHooks(sandboxed.fail_to_warm_up)) as sandbox:
        assert sandbox.run_all(sandboxed.double, [1]) == (2,)


def test_each_failed_attempt_is_told() -> None:
    told: list[str] = []
    with Sandbox(LIMITS, SandboxHooks(failed=told.append)) as sandbox:
        sandbox.run_all(sandboxed.die, [1])
    assert told == ["failed", "failed"]


ORPHANING = """
import sys
from pathlib import Path
from pipeline.sandbox import Sandbox, SandboxLimits
from tests.pipeline import sandboxed
from tests.pipeline.working import wait_until
if __name__ == "__main__":
    Sandbox(SandboxLimits(1, 1.5, 1024, 50)).run_all(sandboxed.tell_and_sleep, [Path(sys.argv[1])])
"""


def test_a_child_whose_parent_is_killed_ends_by_itself(tmp_path: Path) -> None:
    script, told = tmp_path / "orphaning.py", tmp_path / "pid"
    script.write_text(ORPHANING)
    root = str(Path(__file__).parents[2])
    parent = subprocess.Popen([sys.executable, str(script), str(told)], env={**os.environ, "PYTHONPATH": root})
    try:
        wait_until(lambda: told.exists() and told.read_text() != "")
    finally:
        parent.kill()
        parent.wait()
    child = Path("/proc") / told.read_text()
    wait_until(lambda: not child.exists())


def test_closing_ends_the_wait_of_other_threads() -> None:
    with ThreadPoolExecutor(1) as threads, Sandbox(replace(LIMITS, task_timeout_s=60)) as closing:
        waiting = threads.submit(closing.run_all, sandboxed.sleep, [1])
        time.sleep(1)
        closing.close()
        with pytest.raises(SandboxClosedError):
            waiting.result(timeout=10)


def test_two_may_close_at_once() -> None:
    sandbox = Sandbox(LIMITS)
    sandbox.wake()
    with ThreadPoolExecutor(4) as threads:
        closed = [threads.submit(sandbox.close) for _ in range(4)]
    assert [one.result() for one in closed] == [None] * 4
