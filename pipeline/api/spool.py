"""Files of an upload on their way to disk: hashed and counted as they come, written in batches by another thread."""

import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from starlette.concurrency import run_in_threadpool

from pipeline.api.problems import RETRY_AFTER_S, ProblemError

FLUSH_BYTES: Final = 512 << 10
"""What is held in memory of an upload before it is written."""
_MIB: Final = 1 << 20


class ReceivedFile(NamedTuple):
    """A file on our disk, for as long as the request lasts."""

    name: str
    path: Path
    sha256: str
    size_bytes: int


class Spool:
    """A folder of its own below another, made with the first byte; to be removed."""

    def __init__(self, parent: Path) -> None:
        self._parent = parent
        self._folder: Path | None = None
        self._files: list[_File] = []
        self._unwritten: list[tuple[_File, bytes]] = []
        self._unwritten_bytes = 0

    def begin(self, name: str) -> None:
        """Begin a file; what is added from now on is its content."""
        self._files.append(_File(name, len(self._files)))

    async def add(self, content: bytes, max_mb: int) -> None:
        """Add to the file that was begun last.

        Raises:
            ProblemError: it is larger than that many MiB, or the disk takes no more.
        """
        file = self._files[-1]
        file.size_bytes += len(content)
        if file.size_bytes > max_mb * _MIB:
            raise ProblemError("file_too_large", f"a file may take {max_mb} MiB")
        self._unwritten.append((file, content))
        self._unwritten_bytes += len(content)
        if self._unwritten_bytes >= FLUSH_BYTES:
            await self.flush()

    async def flush(self) -> None:
        """Write what is not written yet; every file that was begun is there then, the empty ones too.

        Raises:
            ProblemError: the disk takes no more.
        """
        await run_in_threadpool(self._write)
        self._unwritten.clear()
        self._unwritten_bytes = 0

    def files(self) -> tuple[ReceivedFile, ...]:
        """Return all files, once they are written."""
        return tuple(file.received(self._made()) for file in self._files)

    async def remove(self) -> None:
        """Remove everything that was written."""
        if self._folder is not None:
            await run_in_threadpool(shutil.rmtree, self._folder, ignore_errors=True)

    def _write(self) -> None:
        try:
            folder = self._made()
            for file in self._files:
                file.touch(folder)
            for file, content in self._unwritten:
                file.append(folder, content)
        except OSError as error:
            again = {"Retry-After": str(RETRY_AFTER_S)}
            raise ProblemError("unavailable", f"the disk takes no files ({error.strerror})", again) from error

    def _made(self) -> Path:
        if self._folder is None:
            self._parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder = Path(tempfile.mkdtemp(dir=self._parent))
        return self._folder


class _File:
    """A file by its name in the packet; on disk it is a number."""

    def __init__(self, name: str, number: int) -> None:
        self._name = name
        self._number = str(number)
        self._hash = hashlib.sha256()
        self.size_bytes = 0

    def touch(self, folder: Path) -> None:
        (folder / self._number).touch()

    def append(self, folder: Path, content: bytes) -> None:
        with (folder / self._number).open("ab") as file:
            file.write(content)
        self._hash.update(content)

    def received(self, folder: Path) -> ReceivedFile:
        return ReceivedFile(self._name, folder / self._number, self._hash.hexdigest(), self.size_bytes)
