"""From a packet handed in to a webhook received, on each broker and database; and what workers survive."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline import worker as worker_module
from pipeline.opening_service import open_service
from pipeline.packet import now
from pipeline.service import Service
from pipeline.settings import Settings
from pipeline.store import workers
from pipeline.store.tables import ReadingRow
from pipeline.worker import Workers
from tests.pipeline.conftest import Command
from tests.pipeline.working import (
    page,
    quick_settings,
    receiver,
    store,
    submit,
    verdict_of,
    wait_for_verdict,
    wait_until,
)

CRASHING = "tests.engines.crashing:open_crashing"
SLOW = "tests.engines.slow:open_slow"


def test_a_packet_handed_in_becomes_one_verdict_that_is_received(broker_url: str, database_url: str, tmp_path: Path) -> None:
    settings = quick_settings(tmp_path / "data", broker_url=broker_url, database_url=database_url)
    with open_service(settings) as service, receiver(service) as inbox, Workers(service):
        shared = store(service, page(0), tmp_path)
        handed = [submit(service, [shared, store(service, page(number), tmp_path)]) for number in (1, 2)]
        decided = [wait_for_verdict(service, one) for one in handed]
        wait_until(lambda: len(inbox.bodies) == len(handed))
    events = [json.loads(body) for body in inbox.bodies.values()]
    assert {event["packet_id"]: event["verdict"]["outcome"] for event in events} == {
        one.packet_id: verdict.outcome for one, verdict in zip(handed, decided, strict=True)
    }
    assert (inbox.refused, inbox.repeated) == (0, 0)


def test_a_file_that_kills_its_reader_twice_is_quarantined_and_a_person_takes_over(tmp_path: Path) -> None:
    with open_service(quick_settings(tmp_path / "data", engine=CRASHING)) as service, Workers(service):
        verdict = wait_for_verdict(service, submit(service, [store(service, page(1), tmp_path)]))
    assert verdict.outcome == "review"
    assert "system.failed" in {finding.code for finding in verdict.findings}
    assert "bounce" not in {finding.severity for finding in verdict.findings if finding.code.startswith("file.")}


def test_a_worker_killed_while_reading_is_replaced_and_one_asked_to_stop_signs_off(redis_url: str, tmp_path: Path) -> None:
    settings = quick_settings(tmp_path / "data", broker_url=redis_url, engine=SLOW, worker_dead_after_s=1.5)
    with open_service(settings) as service, receiver(service) as inbox:
        handed = submit(service, [store(service, page(1), tmp_path)])
        with worker_process(settings, slow_s=60) as first:
            wait_until(lambda: reading_states(service) == {"reading"})
            first.kill()
            first.wait()
        assert verdict_of(service, handed) is None
        with worker_process(settings, slow_s=0) as second:
            wait_for_verdict(service, handed)
            wait_until(lambda: len(inbox.bodies) == 1)
            second.send_signal(signal.SIGTERM)
            assert second.wait(20) == 0
        with service.database.reading() as unit:
            assert workers.living(unit, now().replace(year=2000)) == 0


def test_what_is_not_read_in_time_is_given_back_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YUSHEN_TEST_SLOW_S", "60")
    settings = quick_settings(tmp_path / "data", engine=SLOW, stop_timeout_s=0.2)
    with open_service(settings) as service:
        with Workers(service):
            submit(service, [store(service, page(1), tmp_path)])
            wait_until(lambda: reading_states(service) == {"reading"})
        assert reading_states(service) == {"waiting"}


def test_work_waits_for_a_process_with_a_queue_inside_and_is_done_at_its_start(tmp_path: Path) -> None:
    settings = quick_settings(tmp_path / "data")
    with open_service(settings) as service:
        handed = submit(service, [store(service, page(1), tmp_path)])
    with open_service(settings) as service, Workers(service):
        assert wait_for_verdict(service, handed).outcome == "review"


def test_a_worker_without_a_shared_queue_says_what_to_do(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert yushen("worker") == 2
    assert "YUSHEN_BROKER_URL is not set" in capsys.readouterr().err


def test_housekeeping_comes_through_the_queue(embedded: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(worker_module, "run_housekeeping", lambda *arguments: done.append(arguments))
    with Workers(embedded):
        embedded.queue.housekeep()
        wait_until(lambda: len(done) == 1)


@contextmanager
def worker_process(settings: Settings, slow_s: float) -> Iterator[subprocess.Popen[bytes]]:
    """Run ``yushen worker`` in a process of its own."""
    given = settings.model_dump(exclude_unset=True) | {
        "broker_url": settings.broker_url.get_secret_value(),
        "log_level": "error",
    }
    environment = {f"YUSHEN_{key.upper()}": str(value) for key, value in given.items()}
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "worker"]
    process = subprocess.Popen(command, env={**os.environ, **environment, "YUSHEN_TEST_SLOW_S": str(slow_s)})
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def reading_states(service: Service) -> set[str]:
    with service.database.reading() as unit:
        return {row.state for row in unit.session.query(ReadingRow)}
