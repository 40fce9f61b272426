"""From settings to a service: its folder, database, vault, blobs and queue, opened for as long as a process runs."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Final

from pipeline.blobs.registry import open_blobs
from pipeline.errors import OutputError
from pipeline.opening import choose_keys
from pipeline.queue.registry import open_queue
from pipeline.queue.work_queue import WorkQueue
from pipeline.service import Service
from pipeline.settings import Settings
from pipeline.store.database import Database
from pipeline.vault import open_vault

DATABASE_NAME: Final = "yushen.db"
FOLDER_MODE: Final = 0o700
FILE_MODE: Final = 0o600


@contextmanager
def open_service(settings: Settings, queue: WorkQueue | None = None) -> Iterator[Service]:
    """Open what every part of the service works with. ``queue`` None: the one that is set.

    Fetched models need not be there: only workers read.

    Raises:
        YushenError: a setting that cannot be used, a database that does not answer, a folder that cannot be made.
    """
    make_data_folder(settings)
    with open_database(settings) as database, _opened(queue, settings) as opened:
        yield Service(
            settings=settings,
            database=database,
            blobs=open_blobs(settings, database.vault),
            queue=opened,
            evidence_keys=choose_keys(settings),
        )


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """Open the database alone, its schema brought up to date.

    Raises:
        YushenError: as for ``open_service``.
    """
    url = settings.database_url.get_secret_value() or _own_database(settings)
    database = Database(url, open_vault(settings.encryption_keys.get_secret_value()))
    try:
        database.upgrade()
        yield database
    finally:
        database.close()


def make_data_folder(settings: Settings) -> None:
    """Make the folder of everything that is kept on this machine; only its owner may look into it.

    Raises:
        OutputError: it cannot be made.
    """
    try:
        settings.data_dir.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"the folder {settings.data_dir} cannot be made ({error.strerror})", "set YUSHEN_DATA_DIR") from error


def _own_database(settings: Settings) -> str:
    make_data_folder(settings)
    path = settings.data_dir.absolute() / DATABASE_NAME
    path.touch(mode=FILE_MODE)
    return f"sqlite:///{path}"


@contextmanager
def _opened(queue: WorkQueue | None, settings: Settings) -> Iterator[WorkQueue]:
    """Whoever gives a queue closes it."""
    if queue is not None:
        yield queue
        return
    with closing(open_queue(settings)) as opened:
        yield opened
