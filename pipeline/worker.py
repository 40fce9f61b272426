"""A process that works: messages taken, children that read, a heartbeat, a sweep; started and stopped in good order."""

import functools
import random
import socket
import threading
from types import TracebackType
from typing import Final, Self

import structlog

from pipeline import metrics
from pipeline.housekeeping import run_housekeeping
from pipeline.opening import choose_engine, sandbox_limits
from pipeline.packet import now
from pipeline.queue.work_queue import Consuming, Threads, Work
from pipeline.reading import open_engine
from pipeline.sandbox import Sandbox, SandboxHooks
from pipeline.service import Service
from pipeline.store import workers
from pipeline.store.patience import AWAY
from pipeline.work.delivering import deliver
from pipeline.work.desk import Desk, InHand
from pipeline.work.judging import judge
from pipeline.work.reading import read
from pipeline.work.sweeping import give_back, sweep, take_over
from pipeline.work.ticking import Ticker

JUDGING_THREADS: Final = 2
"""Judging takes milliseconds of pure Python: more threads would only wait for each other."""
DELIVERING_THREADS: Final = 8
"""Delivering is waiting for others' machines, ten seconds for one that is away."""
READERS_NICENESS: Final = 10
HEARTBEATS: Final = 3
"""Heartbeats in the time after which a worker counts as dead: two may be late."""
HOUSEKEEPING_INTERVAL_S: Final = 3600.0
HOUSEKEEPING_FIRST_S: Final = 300.0
"""Soon enough for processes that never live for an hour, late enough not to add to a start."""
STOPPING_S: Final = 5.0
"""Seconds for what follows once reading was cut short: giving back, signing off."""

_log = structlog.get_logger()


class Workers:
    """Everything that works in one process. Started and stopped once, best by ``with``."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._stop_timeout_s = service.settings.stop_timeout_s
        self._desk: Desk | None = None
        self._consuming: Consuming | None = None
        self._tickers: list[Ticker] = []
        self._stopping = threading.Lock()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def start(self) -> None:
        """Sign on and take work. A broker that is away is waited for.

        Raises:
            EngineUnavailableError: there is nothing to read with.
            SQLAlchemyError: the database is away.
        """
        desk = self._desk = _set_up_desk(self._service)
        if not self._service.queue.shared:
            take_over(desk, now())
        desk.sandbox.wake()
        self._consuming = self._service.queue.consume(_work_of(desk), _threads(self._service))
        self._tickers = _tickers_of(desk)
        for ticker in self._tickers:
            ticker.start()

    def stop(self) -> None:
        """Take no more work, let what is under way end, give back what does not in time, and sign off."""
        with self._stopping:
            desk, self._desk = self._desk, None
        if desk is None:
            return
        for ticker in self._tickers[1:]:
            ticker.stop(STOPPING_S)
        cut_short = threading.Timer(self._stop_timeout_s, desk.sandbox.close)
        cut_short.start()
        if self._consuming is not None:
            self._consuming.stop(self._stop_timeout_s + STOPPING_S)
        cut_short.cancel()
        desk.sandbox.close()
        self._tickers[0].stop(STOPPING_S)
        _sign_off(desk)


def _set_up_desk(service: Service) -> Desk:
    engine = choose_engine(service.settings)
    hooks = SandboxHooks(functools.partial(open_engine, engine), metrics.child_died)
    sandbox = Sandbox(sandbox_limits(service.settings, READERS_NICENESS), hooks)
    with service.database.unit() as unit:
        worker_id = workers.sign_on(unit, socket.gethostname(), now())
    return Desk(service, worker_id, sandbox, engine, InHand(), now, random.random)


def _work_of(desk: Desk) -> Work:
    return Work(
        read=lambda reading_id: read(desk, reading_id),
        judge=lambda revision_id: judge(desk.service, revision_id, desk.clock),
        deliver=lambda delivery_id: deliver(desk, delivery_id),
        housekeep=lambda: run_housekeeping(desk.service, desk.clock()),
    )


def _threads(service: Service) -> Threads:
    return Threads(service.settings.workers, JUDGING_THREADS, DELIVERING_THREADS)


def _tickers_of(desk: Desk) -> list[Ticker]:
    """The heartbeat comes first: it goes on until the last piece of work is given back."""
    settings = desk.service.settings
    return [
        Ticker("heartbeat", settings.worker_dead_after_s / HEARTBEATS, lambda: _beat(desk)),
        Ticker("sweep", settings.sweep_interval_s, lambda: sweep(desk, desk.clock())),
        Ticker("housekeeping", HOUSEKEEPING_INTERVAL_S, desk.service.queue.housekeep, HOUSEKEEPING_FIRST_S),
    ]


def _beat(desk: Desk) -> None:
    with desk.service.database.unit() as unit:
        workers.seen(unit, desk.worker_id, socket.gethostname(), desk.clock())


def _sign_off(desk: Desk) -> None:
    try:
        with desk.service.database.unit() as unit:
            give_back(unit, desk, frozenset(), desk.clock())
            workers.sign_off(unit, desk.worker_id)
    except AWAY as error:
        _log.warning("could not sign off, the others will notice", reason=type(error).__name__)
