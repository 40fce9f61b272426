"""The brokers by the scheme of their address. A new one is a file like ``redis.py``, a line here, and its scheme
among those that ``pipeline.addresses`` lets pass.
"""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from pipeline.errors import SettingsError
from pipeline.queue.dramatiq_queue import Carrier, DramatiqQueue
from pipeline.queue.embedded import open_embedded
from pipeline.queue.rabbitmq import open_rabbitmq
from pipeline.queue.redis import open_redis
from pipeline.queue.work_queue import WorkQueue
from pipeline.settings import Settings

BROKERS: Final[dict[str, Callable[[str], Carrier]]] = {
    "": open_embedded,
    "amqp": open_rabbitmq,
    "amqps": open_rabbitmq,
    "redis": open_redis,
    "rediss": open_redis,
}


def open_queue(settings: Settings) -> WorkQueue:
    """Open the queue that is set, without connecting yet: a broker may be away. It is to be closed.

    Raises:
        SettingsError: an address of no broker that we know.
    """
    url = settings.broker_url.get_secret_value()
    scheme = urlsplit(url).scheme if url else ""
    opener = BROKERS.get(scheme) if scheme or not url else None
    if opener is None:
        raise SettingsError("YUSHEN_BROKER_URL is not the address of RabbitMQ (amqp://…) or Redis (redis://…)")
    try:
        return DramatiqQueue(opener(url))
    except ValueError as error:
        raise SettingsError("YUSHEN_BROKER_URL is an address that cannot be understood") from error
