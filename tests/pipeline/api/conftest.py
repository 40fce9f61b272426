"""The API, without and with a server around it."""

import threading
import time
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from pipeline.api.app import create_app
from pipeline.commands.serve import Server, listening
from pipeline.service import Service
from tests.pipeline.api.callers import NOW, bearer, key


@pytest.fixture
def app(service: Service) -> FastAPI:
    """Return the API of a service on a fresh database of each kind."""
    return create_app(service, lambda: NOW)


@pytest.fixture
def anyone(app: FastAPI) -> Iterator[TestClient]:
    """Return a client without a key."""
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def client(service: Service, app: FastAPI) -> Iterator[TestClient]:
    """Return a client with an operator's key."""
    with TestClient(app, headers=bearer(key(service)), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def address(service: Service, app: FastAPI) -> Iterator[tuple[str, int]]:
    """Return where a real server listens."""
    settings = service.settings.model_copy(update={"host": "127.0.0.1", "port": 0, "stop_timeout_s": 1.0})
    with listening(settings) as listener:
        server = Server(app, settings)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        host, port = listener.getsockname()[:2]
        yield host, port
        app.state.stopping = server.should_exit = True
        thread.join()
