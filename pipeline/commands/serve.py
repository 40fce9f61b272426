"""``yushen serve``: the API, and the workers with it unless they run elsewhere."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import Annotated, Final

import typer
import uvicorn
from fastapi import FastAPI
from rich.console import Console

from pipeline.api.app import create_app
from pipeline.errors import SettingsError
from pipeline.opening_service import open_service
from pipeline.packet import now
from pipeline.policies import load_all
from pipeline.service import Service
from pipeline.settings import Settings, load_settings
from pipeline.store.audit import SYSTEM, Entry, record
from pipeline.store.keys import NewKey, count_keys, make_key
from pipeline.worker import Workers

FIRST_TENANT: Final = "default"
BACKLOG: Final = 2048
"""Connections that wait to be taken while the process is busy."""


def serve(
    host: Annotated[str | None, typer.Option("--host", help="Address to listen at; default YUSHEN_HOST.")] = None,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535, help="0 takes any free one.")] = None,
    no_workers: Annotated[bool, typer.Option("--no-workers", help="Only the API: `yushen worker` works elsewhere.")] = False,
) -> None:
    """Serve the API, with workers in this process, until asked to stop (SIGTERM, Ctrl-C)."""
    settings = _chosen(load_settings(), host, port)
    if no_workers and not settings.broker_url.get_secret_value():
        raise SettingsError(
            "--no-workers needs a queue that `yushen worker` can share, and YUSHEN_BROKER_URL is not set",
            "set it to RabbitMQ (amqp://…) or Redis (redis://…), or leave --no-workers out",
        )
    load_all()
    with listening(settings) as listener, open_service(settings) as service, ExitStack() as stack:
        if not no_workers:
            stack.enter_context(Workers(service))
        address = _address_of(listener)
        _greet(service, address)
        Server(create_app(service), settings).run(sockets=[listener])


class Server(uvicorn.Server):
    """uvicorn, telling the app when it is asked to stop, so that nobody is kept waiting for a verdict."""

    def __init__(self, app: FastAPI, settings: Settings) -> None:
        self._app = app
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                server_header=False,
                ws="none",
                lifespan="off",
                timeout_graceful_shutdown=max(1, round(settings.stop_timeout_s)),
            )
        )

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop: requests under way are finished, new ones are not taken. Asked once more, stop at once.

        uvicorn's own would raise the signal again at the end, and the workers would not be stopped in good order.
        """
        self._app.state.stopping = True
        self.force_exit = self.should_exit
        self.should_exit = True


def _chosen(settings: Settings, host: str | None, port: int | None) -> Settings:
    given = {"host": host, "port": port}
    return settings.model_copy(update={name: value for name, value in given.items() if value is not None})


@contextmanager
def listening(settings: Settings) -> Iterator[socket.socket]:
    """Take the port before anything else is started."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # named: else asyncio leaves Nagle's 40 ms in
    with listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((settings.host, settings.port))
            listener.listen(BACKLOG)
        except OSError as error:
            where = f"{settings.host}:{settings.port}"
            raise SettingsError(
                f"cannot listen at {where} ({error.strerror})", "choose others with --host and --port"
            ) from error
        yield listener


def _address_of(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _greet(service: Service, address: str) -> None:
    """Say where the service is, and on the very first start the key to it, for the only time."""
    stderr = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)
    stderr.print(f"yushen: serving at {address}")
    key = _first_key(service)
    if key is not None:
        stderr.print("yushen: the first key (tenant default, scope operator), shown this once:")
        stderr.print(f"\n  export YUSHEN_KEY={key}")
        stderr.print(f'  curl -H "Authorization: Bearer $YUSHEN_KEY" {address}/v1/packets\n')


def _first_key(service: Service) -> str | None:
    with service.database.unit() as unit:
        if count_keys(unit):
            return None
        key = make_key(unit, NewKey(FIRST_TENANT, "operator", "made on first start"), now())
        record(unit, now(), Entry(FIRST_TENANT, SYSTEM, "key.made", FIRST_TENANT))
        return key
