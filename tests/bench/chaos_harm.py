"""What ``chaos`` does to a service: processes killed, the broker restarted, connections cut."""

import random
import signal
import subprocess
import threading
from collections.abc import Callable

import psycopg
import redis

from tests.pipeline.working import REDIS

VHOST = "yushen-chaos"
LEAST_DONE = 3
"""Verdicts between two kills."""


class Fleet:
    """Processes of one kind. One that is killed, or ends by itself, is started again, as systemd does."""

    def __init__(self, command: list[str], environment: dict[str, str], size: int) -> None:
        self._command, self._environment = command, environment
        self._processes = [self._start() for _ in range(size)]
        self._changing = threading.Lock()
        self.killed = 0
        self._done = 0

    def kill_one(self, done: int) -> None:
        """Kill one, if anything was done since the last: on a busy machine a start may take longer than a life would last."""
        if done < self._done + LEAST_DONE:
            return
        with self._changing:
            process = random.choice(self._processes)
            process.kill()
            process.wait()
            self.killed += 1
            self._done = done

    def tend(self) -> None:
        with self._changing:
            self._processes = [self._start() if process.poll() is not None else process for process in self._processes]

    def stop(self) -> list[int]:
        for process in self._processes:
            process.send_signal(signal.SIGTERM)
        return [process.wait(60) for process in self._processes]

    def kill_all(self) -> None:
        for process in self._processes:
            process.kill()
            process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self._command, env=self._environment)


class Regularly:
    """Does something every so many seconds, more or less, until stopped."""

    def __init__(self, every_s: float, work: Callable[[], None]) -> None:
        self._every_s, self._work = every_s, work
        self._stopped = threading.Event()
        self.times = 0
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped.wait(self._every_s * random.uniform(0.6, 1.4)):
            self._work()
            self.times += 1


def empty_broker(kind: str) -> str:
    if kind == "redis":
        with redis.Redis.from_url(REDIS) as client:
            client.flushdb()
        return REDIS
    subprocess.run(["rabbitmqctl", "-q", "delete_vhost", VHOST], check=False, capture_output=True)
    subprocess.run(["rabbitmqctl", "-q", "add_vhost", VHOST], check=True, capture_output=True)
    subprocess.run(
        ["rabbitmqctl", "-q", "set_permissions", "-p", VHOST, "guest", ".*", ".*", ".*"], check=True, capture_output=True
    )
    return f"amqp://guest:guest@127.0.0.1:5672/{VHOST}"


def restart_broker(kind: str) -> None:
    """Take the broker away for a moment; Redis comes back empty."""
    if kind == "redis":
        with redis.Redis.from_url(REDIS) as client:
            client.flushdb()
            client.client_kill_filter(_type="normal", skipme=True)
        return
    for step in ("stop_app", "start_app"):
        subprocess.run(["rabbitmqctl", "-q", step], check=True, capture_output=True)


def cut_connections(database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
