"""The address says which broker; a broker that is away costs the sender nothing."""

import time

import pytest
from pydantic import SecretStr

from pipeline.errors import SettingsError
from pipeline.queue.registry import open_queue
from pipeline.settings import Settings


def settings(url: str) -> Settings:
    return Settings().model_copy(update={"broker_url": SecretStr(url)})  # not checked: what settings refuse, we do too


@pytest.mark.parametrize(
    ("url", "shared"),
    [("", False), ("amqp://guest:guest@127.0.0.1:1/", True), ("redis://127.0.0.1:1/0", True), ("rediss://127.0.0.1:1/0", True)],
)
def test_an_address_opens_its_broker_without_connecting(url: str, shared: bool) -> None:
    queue = open_queue(settings(url))
    assert queue.shared is shared
    queue.close()


@pytest.mark.parametrize("url", ["kafka://127.0.0.1", "127.0.0.1:6379", "/var/run/redis.sock"])
def test_an_address_of_no_broker_is_told(url: str) -> None:
    with pytest.raises(SettingsError, match="YUSHEN_BROKER_URL is not the address of RabbitMQ"):
        open_queue(settings(url))


@pytest.mark.parametrize("url", ["amqp://127.0.0.1:none/", "redis://127.0.0.1:none/0"])
def test_an_address_that_cannot_be_understood_is_told(url: str) -> None:
    with pytest.raises(SettingsError, match="cannot be understood"):
        open_queue(settings(url))


@pytest.mark.parametrize("url", ["amqp://guest:guest@127.0.0.1:1/", "redis://127.0.0.1:1/0"])
def test_sending_to_a_broker_that_is_away_returns_at_once(url: str) -> None:
    queue = open_queue(settings(url))
    started = time.monotonic()
    queue.read("1" * 32, "live")
    queue.judge("2" * 32, "backlog")
    queue.deliver("3" * 32)
    assert time.monotonic() - started < 0.2
    assert not queue.answers()
    queue.close()


def test_a_broker_that_is_there_answers(broker_url: str) -> None:
    queue = open_queue(settings(broker_url))
    assert queue.answers()
    queue.close()
