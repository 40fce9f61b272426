"""Uploaded files in a folder, below one folder for each first two digits of their hash. Only their owner may read them."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pipeline.blobs.blobs import BlobMissingError, BlobsUnavailableError, StoredBlob, opened
from pipeline.vault import Vault

UNFINISHED: Final = ".part"
FOLDER_MODE: Final = 0o700
SHA256_DIGITS: Final = 64


class FolderBlobs:
    """A folder on this machine, or on a volume that several machines share."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self._folder = folder
        self._vault = vault

    def put(self, sha256: str, content: Path) -> None:
        """Store a content, see ``Blobs.put``: it bears its name only once all of it is on disk."""
        with _telling("store a file"):
            target = self._path(sha256)
            try:
                os.utime(target)
            except FileNotFoundError:
                self._write(target, content)

    def get(self, sha256: str) -> bytes:
        """Return a content, see ``Blobs.get``."""
        with _telling("read a stored file"):
            try:
                sealed = self._path(sha256).read_bytes()
            except FileNotFoundError:
                raise BlobMissingError("an uploaded file is not stored any more") from None
        return opened(self._vault, sha256, sealed)

    def delete(self, sha256: str) -> None:
        """Remove a content, see ``Blobs.delete``."""
        with _telling("delete a stored file"):
            self._path(sha256).unlink(missing_ok=True)

    def list(self) -> Iterator[StoredBlob]:
        """Yield all that is stored, see ``Blobs.list``."""
        with _telling("list the stored files"):
            for path in self._folder.glob("[0-9a-f][0-9a-f]/*"):
                stored_at = _written_at(path)
                if len(path.name) == SHA256_DIGITS and stored_at is not None:
                    yield StoredBlob(path.name, stored_at)

    def remove_unfinished(self, before: datetime) -> int:
        """Remove what was cut short before a moment, see ``Blobs.remove_unfinished``."""
        with _telling("tidy the stored files"):
            parts = [path for path in self._folder.glob(f"[0-9a-f][0-9a-f]/*{UNFINISHED}") if _is_older(path, before)]
            for path in parts:
                path.unlink(missing_ok=True)
            return len(parts)

    def answers(self) -> bool:
        """Whether the folder is there and can be written to, or made."""
        there = self._folder if self._folder.exists() else self._folder.parent
        return there.is_dir() and os.access(there, os.W_OK | os.X_OK)

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def _write(self, target: Path, content: Path) -> None:
        for folder in (self._folder, target.parent):
            folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        part = tempfile.NamedTemporaryFile(dir=target.parent, suffix=UNFINISHED, delete=False)  # noqa: SIM115  closed below
        try:
            with part, content.open("rb") as source:
                self._vault.seal_file(source, part.file)
                part.flush()
                os.fsync(part.fileno())
            Path(part.name).replace(target)
            _sync_folder(target.parent)
        finally:
            Path(part.name).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Have a name outlive a power cut, not only the content."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _written_at(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError:
        return None


def _is_older(path: Path, moment: datetime) -> bool:
    written_at = _written_at(path)
    return written_at is not None and written_at < moment


@contextmanager
def _telling(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BlobsUnavailableError(f"the folder of uploads cannot {what} ({error.strerror})") from error
