"""How many requests a key may make in a minute, counted in Redis where that is the broker, else in this process."""

import time
from typing import Final, NamedTuple

import structlog
from limits import RateLimitItemPerMinute
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from pipeline.settings import Settings

WINDOW_S: Final = 60
REDIS_TIMEOUT_S: Final = 1.0
"""Seconds to wait for Redis: a request is rather let in than kept waiting."""

_log = structlog.get_logger()


class Allowance(NamedTuple):
    """What a key may still do: ``remaining`` requests in the next ``reset_s`` seconds."""

    admitted: bool
    quota: int
    remaining: int
    reset_s: int

    def headers(self) -> dict[str, str]:
        """Return it as the fields of draft-ietf-httpapi-ratelimit-headers."""
        said = {
            "RateLimit-Policy": f'"key";q={self.quota};w={WINDOW_S}',
            "RateLimit": f'"key";r={self.remaining};t={self.reset_s}',
        }
        return said if self.admitted else said | {"Retry-After": str(self.reset_s)}


class RateLimits:
    """Counts requests. Safe to use from many threads."""

    def __init__(self, settings: Settings) -> None:
        broker = settings.broker_url.get_secret_value()
        self._storage = _redis(broker) if broker.startswith(("redis://", "rediss://")) else MemoryStorage()
        self._limiter = SlidingWindowCounterRateLimiter(self._storage)
        self._item = RateLimitItemPerMinute(settings.requests_per_minute)

    def count(self, key_id: str) -> Allowance:
        """Count a request. Where Redis is away, it is let in."""
        quota = self._item.amount
        try:
            admitted = self._limiter.hit(self._item, key_id)
            window = self._limiter.get_window_stats(self._item, key_id)
        except StorageError:
            _log.warning("requests cannot be counted, all are let in")
            return Allowance(True, quota, quota, WINDOW_S)
        return Allowance(admitted, quota, window.remaining, max(1, round(window.reset_time - time.time())))


def _redis(url: str) -> RedisStorage:
    return RedisStorage(url, wrap_exceptions=True, socket_timeout=REDIS_TIMEOUT_S, socket_connect_timeout=REDIS_TIMEOUT_S)
