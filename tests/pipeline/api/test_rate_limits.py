"""Requests are counted for all processes that share a Redis, and let in where it is away."""

import redis
from structlog.testing import capture_logs

from pipeline.api.rate_limits import RateLimits
from pipeline.settings import Settings
from pipeline.store.database import new_id
from tests.pipeline.services import absent
from tests.pipeline.working import REDIS

NOWHERE = "redis://127.0.0.1:1/0"


def limits(broker_url: str) -> RateLimits:
    return RateLimits(Settings.model_validate({"broker_url": broker_url, "requests_per_minute": 3}))


def test_processes_that_share_a_redis_count_together() -> None:
    with redis.Redis.from_url(REDIS) as server:
        try:
            server.ping()
        except redis.ConnectionError:
            absent("Redis")
    first, second, key, other = limits(REDIS), limits(REDIS), new_id(), new_id()
    admitted = [process.count(key).admitted for process in (first, second, first, second)]
    assert admitted == [True, True, True, False]
    assert second.count(other).remaining == 2


def test_a_redis_that_is_away_keeps_nobody_out() -> None:
    with capture_logs() as logs:
        assert all(limits(NOWHERE).count("key").admitted for _ in range(4))
    assert logs[0]["log_level"] == "warning"
