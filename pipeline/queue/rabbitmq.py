"""RabbitMQ as the queue's broker: ``amqp://user:password@host/vhost`` or ``amqps://…``."""

from typing import Final

import pika
import pika.exceptions
from dramatiq.brokers.rabbitmq import RabbitmqBroker

from pipeline.queue.dramatiq_queue import Carrier, middleware

CONNECT_S: Final = 5
BLOCKED_S: Final = 30
"""Seconds that a broker which refuses messages, its disk or memory being full, is waited for."""


def open_rabbitmq(url: str) -> Carrier:
    """Open it without connecting yet. Each message sent is confirmed by the server.

    Raises:
        ValueError: not an address.
    """
    broker = RabbitmqBroker(url=url, confirm_delivery=True, middleware=middleware())
    parameters: pika.URLParameters = broker.parameters
    parameters.socket_timeout = parameters.stack_timeout = CONNECT_S
    parameters.blocked_connection_timeout = BLOCKED_S
    return Carrier(broker, shared=True, answers=lambda: _answers(parameters), close=broker.close)


def _answers(parameters: pika.URLParameters) -> bool:
    try:
        pika.BlockingConnection(parameters).close()
    except (pika.exceptions.AMQPError, OSError):
        return False
    return True
