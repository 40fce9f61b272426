"""The command line with an engine that needs no models, and the fixtures of ``services.py``."""

from collections.abc import Callable

import pytest

from pipeline.cli import run
from tests.pipeline.services import database, database_url, postgresql_url, queue, service, sqlite_template
from tests.pipeline.working import broker_url, embedded, redis_url

__all__ = [
    "broker_url",
    "database",
    "database_url",
    "embedded",
    "postgresql_url",
    "queue",
    "redis_url",
    "service",
    "sqlite_template",
    "yushen",
]

Command = Callable[..., int]


@pytest.fixture
def yushen(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Command:
    """Return the command line, reading nothing off any page."""
    monkeypatch.setenv("YUSHEN_ENGINE", "blank")
    monkeypatch.setenv("YUSHEN_CACHE", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("YUSHEN_WORKERS", "1")
    return lambda *arguments: run([str(argument) for argument in arguments])
