"""Redis as the queue's broker: ``redis://:password@host/0`` or ``rediss://…``."""

from typing import Final

import redis
from dramatiq.brokers.redis import RedisBroker

from pipeline.queue.dramatiq_queue import Carrier, middleware

NAMESPACE: Final = "yushen"
"""What all its keys in Redis begin with."""
CONNECT_S: Final = 5
SOCKET_S: Final = 10


def open_redis(url: str) -> Carrier:
    """Open it without connecting yet.

    Raises:
        ValueError: not an address.
    """
    client = redis.Redis.from_url(url, socket_connect_timeout=CONNECT_S, socket_timeout=SOCKET_S)
    broker = RedisBroker(client=client, namespace=NAMESPACE, middleware=middleware())  # type: ignore[no-untyped-call]  # dramatiq leaves it bare
    return Carrier(broker, shared=True, answers=lambda: _answers(client), close=client.close)


def _answers(client: redis.Redis) -> bool:
    try:
        client.ping()
    except redis.RedisError:
        return False
    return True
