"""What the service takes: ``python -m tests.bench.load [latency] [memory] [scaling] [overhead]``; all of it where none is said.

latency: twenty clients upload to an idle server, then to one whose children use up all cores. memory: a thousand packets, the
figures at every two hundred. scaling: packets a second with one and with two worker processes. overhead: queue, store and
judgement beside reading, for real packets.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

import httpx

from pipeline.opening import choose_engine, sandbox_limits
from pipeline.reading import ReadTask, read_one
from pipeline.sandbox import Sandbox
from pipeline.settings import load_settings, usable_cores
from pipeline.worker import READERS_NICENESS
from tests.bench.load_clients import Waits, fresh_page, share, upload_for
from tests.bench.load_processes import Served, memory_mb, serving, working
from tests.pipeline.services import fresh_postgresql
from tests.pipeline.working import broker

CLIENTS = 20
LATENCY_S = 30.0
GOAL_P99_MS = 150.0
BURNING = "tests.engines.burning:open_burning"
BACKLOG = 40
PACKETS = 1000
EVERY = 200
SCALING_PACKETS = 24
SAMPLES = Path("samples/packets")
SAMPLE_COUNT = 6
MANY = {"REQUESTS_PER_MINUTE": "1000000"}
POLL_S = 0.02
SELDOM_S = 0.25
"""Pause between two questions where asking would take time from those who work."""


def main() -> None:
    """Measure what was asked for, and print it."""
    parts: dict[str, Callable[[Path], None]] = {
        "latency": latency,
        "memory": memory,
        "scaling": scaling,
        "overhead": overhead,
    }
    for name in sys.argv[1:] or parts:
        folder = Path(tempfile.mkdtemp(prefix="yushen-load-"))
        print(f"{name}: {usable_cores()} cores, load average before {os.getloadavg()[0]:.1f}", flush=True)
        try:
            parts[name](folder)
        finally:
            shutil.rmtree(folder)


def latency(folder: Path) -> None:
    """Print how long answers take with idle cores, and with none to spare."""
    values = {"DATA_DIR": str(folder), "ENGINE": BURNING, "TEST_BURN_S": "1.0", "CACHE": str(folder / "cache"), **MANY}
    with serving(values) as served, _client(served) as client:
        known = fresh_page()
        _wait_for(client, [_submit(client, [known])])
        idle = upload_for(served, CLIENTS, LATENCY_S, lambda: known)
        _print_waits("idle cores", idle)
        for _ in range(BACKLOG):
            _submit(client, [fresh_page()])
        busy = upload_for(served, CLIENTS, LATENCY_S, fresh_page)
        waiting = client.get("/v1/packets", params={"state": "queued", "limit": 200}).json()["packets"]
        _print_waits(f"saturated, {len(waiting)} or more packets waiting at the end", busy)
    p99 = share(busy.all(), 0.99)
    ratio = p99 / share(idle.all(), 0.99)
    print(f"latency: p99 saturated / idle = {ratio:.1f}; p99 {p99:.0f} ms, goal {GOAL_P99_MS:.0f} ms", flush=True)


def _print_waits(when: str, waits: Waits) -> None:
    for name, values in (("all", waits.all()), ("uploads", sorted(waits.upload)), ("questions", sorted(waits.ask))):
        print(
            f"latency, {when}: {name}: {len(values)} answers, p50 {share(values, 0.5):.1f} ms, "
            f"p95 {share(values, 0.95):.1f} ms, p99 {share(values, 0.99):.1f} ms, max {values[-1]:.1f} ms",
            flush=True,
        )


def memory(folder: Path) -> None:
    """Print what the API with its workers inside, and the children, hold while packets pass through."""
    values = {"DATA_DIR": str(folder), "ENGINE": "blank", "CACHE": str(folder / "cache"), **MANY}
    with serving(values) as served, _client(served) as client:
        for number in range(1, PACKETS + 1):
            packet = _submit(client, [fresh_page()])
            if number % EVERY == 0 or number == 1:
                _wait_for(client, [packet])
                own, children = memory_mb(served.pid)
                print(f"memory: after {number} packets: serve {own:.0f} MiB, children {children:.0f} MiB", flush=True)
            elif number % 10 == 0:
                _wait_for(client, [packet])


def scaling(folder: Path) -> None:
    """Print how many packets a second one worker process judges, and two, one child each, on PostgreSQL and Redis."""
    rates = []
    with fresh_postgresql() as database_url, broker("redis") as broker_url, ExitStack() as stack:
        values = {
            "DATABASE_URL": database_url, "BROKER_URL": broker_url, "DATA_DIR": str(folder), "WORKERS": "1",
            "ENGINE": BURNING, "TEST_BURN_S": "0.5", "CACHE": str(folder / "cache"), **MANY,
        }  # fmt: skip
        served = stack.enter_context(serving(values, "--no-workers"))
        client = stack.enter_context(_client(served))
        for processes in (1, 2):
            stack.enter_context(working(values))
            _wait_for(client, [_submit(client, [fresh_page()]) for _ in range(2 * processes)])
            started = time.monotonic()
            _wait_for(client, [_submit(client, [fresh_page()]) for _ in range(SCALING_PACKETS)], SELDOM_S)
            rates.append(SCALING_PACKETS / (time.monotonic() - started))
            print(f"scaling: {processes} worker processes: {rates[-1]:.2f} packets a second", flush=True)
    print(f"scaling: 1 → 2 worker processes: × {rates[1] / rates[0]:.2f}", flush=True)


def overhead(folder: Path) -> None:
    """Print what the service adds to reading, for real packets with the real engine, each by itself."""
    contents = [_contents(packet) for packet in sorted(path for path in SAMPLES.iterdir() if path.is_dir())[:SAMPLE_COUNT]]
    direct = _read_directly(contents)
    with serving({"DATA_DIR": str(folder), **MANY}) as served, _client(served) as client:
        _wait_for(client, [_submit(client, [fresh_page()]) for _ in range(4)])
        first = [_until_verdict(client, packet) for packet in contents]
        again = [_until_verdict(client, packet) for packet in contents]
    added = [through - alone for through, alone in zip(first, direct, strict=True)]
    print(f"overhead: reading alone {statistics.median(direct):.2f} s a packet (median of {len(direct)})")
    print(f"overhead: upload to verdict {statistics.median(first):.2f} s, without reading {statistics.median(again):.3f} s")
    print(
        f"overhead: queue, store and judgement without reading: {sum(again) / sum(direct):.1%} of reading; "
        f"all that the service adds: {sum(added) / sum(direct):.1%}",
        flush=True,
    )


def _read_directly(contents: Sequence[Sequence[bytes]]) -> list[float]:
    settings = load_settings()
    engine = choose_engine(settings)
    took = []
    with Sandbox(sandbox_limits(settings, READERS_NICENESS)) as sandbox:
        sandbox.run_all(read_one, [ReadTask(content, engine) for content in contents[0]])
        sandbox.run_all(read_one, [ReadTask(content, engine) for content in contents[0]])
        for packet in contents:
            started = time.monotonic()
            sandbox.run_all(read_one, [ReadTask(content, engine) for content in packet])
            took.append(time.monotonic() - started)
    return took


def _contents(packet: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(packet.iterdir()) if path.name != "packet.json"]


def _until_verdict(client: httpx.Client, contents: Sequence[bytes]) -> float:
    started = time.monotonic()
    _wait_for(client, [_submit(client, contents)])
    return time.monotonic() - started


def _client(served: Served) -> httpx.Client:
    return httpx.Client(base_url=served.address, headers={"Authorization": f"Bearer {served.key}"}, timeout=120)


def _submit(client: httpx.Client, contents: Sequence[bytes]) -> str:
    answer = client.post("/v1/packets", files=[("files", (f"{number}.png", one)) for number, one in enumerate(contents)])
    verdict: str = answer.raise_for_status().json()["links"]["verdict"]
    return verdict


def _wait_for(client: httpx.Client, verdicts: Sequence[str], pause_s: float = POLL_S) -> None:
    for verdict in verdicts:
        while client.get(verdict).status_code != httpx.codes.OK:
            time.sleep(pause_s)


if __name__ == "__main__":
    main()
