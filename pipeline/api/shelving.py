"""Putting what was received into the blobs, before the transaction that names it and once more inside it."""

from collections.abc import Callable
from typing import NamedTuple

from pipeline.api.spool import ReceivedFile
from pipeline.blobs.blobs import Blobs
from pipeline.intake import Content


class Brought(NamedTuple):
    """Contents in the blobs. ``keep`` is called when a revision holds them: what a deletion removed meanwhile is put back."""

    contents: tuple[Content, ...] = ()
    keep: Callable[[], None] = lambda: None


def shelve(blobs: Blobs, files: tuple[ReceivedFile, ...]) -> Brought:
    """Put received files into the blobs.

    Raises:
        BlobsUnavailableError: the store does not answer or refuses.
    """

    def put() -> None:
        for file in files:
            blobs.put(file.sha256, file.path)

    put()
    return Brought(contents_of(files), put)


def contents_of(files: tuple[ReceivedFile, ...]) -> tuple[Content, ...]:
    """Return what is in received files."""
    return tuple(Content(file.name, file.sha256, file.size_bytes) for file in files)
