"""One child process for all tests of reading."""

from collections.abc import Iterator

import pytest

from pipeline.sandbox import Sandbox
from pipeline.service import Service
from pipeline.work.desk import Desk
from tests.pipeline.work.desks import LIMITS, desk_for


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """Return a sandbox."""
    with Sandbox(LIMITS) as opened:
        yield opened


@pytest.fixture
def desk(service: Service, sandbox: Sandbox) -> Desk:
    """Return a desk on a fresh database of each kind, with a queue that only notes what it is given."""
    return desk_for(service, sandbox)
