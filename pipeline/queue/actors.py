"""The actors: which queue each listens on, how it is retried, how long it may take. Nothing is left to dramatiq's defaults,
which retry for a week.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

import dramatiq
import structlog
from dramatiq.errors import Retry

from pipeline.errors import YushenError
from pipeline.queue.logs import Seldom
from pipeline.queue.work_queue import Work
from pipeline.store.patience import AWAY

MINUTE_MS: Final = 60_000
HOUR_MS: Final = 60 * MINUTE_MS

_log = structlog.get_logger()
_seldom = Seldom()


class Options(NamedTuple):
    """How an actor's messages are treated. All times in milliseconds.

    Of the messages at hand, the one with the lowest ``priority`` goes first. ``time_limit_ms`` is the last resort for something
    that hangs: what is done has limits of its own, well below. A message older than ``max_age_ms`` is dropped: the sweep has
    sent a fresh one by then.
    """

    queue: str
    priority: int
    max_retries: int
    min_backoff_ms: int
    max_backoff_ms: int
    time_limit_ms: int
    max_age_ms: int


READING: Final = {
    "live": Options("read.live", 10, 3, 1_000, MINUTE_MS, 6 * HOUR_MS, 24 * HOUR_MS),
    "backlog": Options("read.backlog", 20, 3, 5_000, 10 * MINUTE_MS, 6 * HOUR_MS, 24 * HOUR_MS),
}
JUDGING: Final = {
    "live": Options("judge.live", 10, 5, 500, MINUTE_MS, 5 * MINUTE_MS, 24 * HOUR_MS),
    "backlog": Options("judge.backlog", 20, 5, 5_000, 10 * MINUTE_MS, 5 * MINUTE_MS, 24 * HOUR_MS),
}
DELIVERING: Final = Options("deliver", 10, 3, 1_000, MINUTE_MS, 5 * MINUTE_MS, HOUR_MS)
"""Retries here are for a database that is away. A receiver that is away is tried again when the database says so."""
HOUSEKEEPING: Final = Options("housekeep", 20, 1, MINUTE_MS, MINUTE_MS, HOUR_MS, HOUR_MS)

QUEUES_READING: Final = frozenset(options.queue for options in READING.values())
QUEUES_JUDGING: Final = frozenset(options.queue for options in JUDGING.values())
QUEUES_DELIVERING: Final = frozenset({DELIVERING.queue, HOUSEKEEPING.queue})


def declare_actors(broker: dramatiq.Broker, work: Callable[[], Work]) -> dict[str, dramatiq.Actor[..., None]]:
    """Declare all actors on a broker and return them by their queue. ``work`` is asked for with each message."""
    actors = [_declare(broker, options, lambda message_id: work().read(message_id)) for options in READING.values()]
    actors += [_declare(broker, options, lambda message_id: work().judge(message_id)) for options in JUDGING.values()]
    actors.append(_declare(broker, DELIVERING, lambda message_id: work().deliver(message_id)))
    actors.append(_declare(broker, HOUSEKEEPING, lambda _: work().housekeep()))
    return {actor.queue_name: actor for actor in actors}


def _declare(broker: dramatiq.Broker, options: Options, do: Callable[[str], None]) -> dramatiq.Actor[..., None]:
    @dramatiq.actor(
        broker=broker,
        actor_name=options.queue.replace(".", "_"),
        queue_name=options.queue,
        priority=options.priority,
        max_retries=options.max_retries,
        min_backoff=options.min_backoff_ms,
        max_backoff=options.max_backoff_ms,
        time_limit=options.time_limit_ms,
        max_age=options.max_age_ms,
    )
    def act(subject: str) -> None:
        try:
            do(subject)
        except Exception as error:  # the boundary: what fails is tried again, and logged by us, not with dramatiq's traceback
            _log_failure(options.queue, subject, error)
            raise Retry(type(error).__name__) from None

    return act


def _log_failure(queue: str, subject: str, error: Exception) -> None:
    """What is away is said once a minute in a line; a defect of ours each time, with its traceback."""
    if not isinstance(error, (YushenError, *AWAY)):
        _log.error("a message could not be worked on", queue=queue, subject=subject, exc_info=error)
    elif _seldom.lets_through(type(error).__name__):
        reason = str(error) if isinstance(error, YushenError) else type(error).__name__
        _log.error("messages cannot be worked on at the moment, they are tried again", queue=queue, reason=reason)
