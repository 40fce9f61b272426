"""Receiving an upload: files go to disk while they arrive, hashed and counted; what is too much is refused at that byte."""

import asyncio
import hashlib
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, NamedTuple

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from pipeline.api.multipart import PartBegins, PartData, Piece, Splitter
from pipeline.api.names import sound_name
from pipeline.api.problems import RETRY_AFTER_S, ProblemError
from pipeline.manifest import MAX_MANIFEST_BYTES, parse_manifest
from pipeline.packet import Manifest
from pipeline.settings import Settings

FOLDER_NAME: Final = "uploads"
MANIFEST_FIELD: Final = "manifest"
FILE_FIELDS: Final = frozenset({"files", "files[]"})
FLUSH_BYTES: Final = 512 << 10
"""What is held in memory of an upload before it is written."""
SILENCE_S: Final = 30
"""Seconds without a byte after which an upload is given up."""

_MIB: Final = 1 << 20


class ReceivedFile(NamedTuple):
    """A file on our disk, for as long as the request lasts."""

    name: str
    path: Path
    sha256: str
    size_bytes: int


class Upload(NamedTuple):
    """What a request brought. ``manifest`` is None where it brought none."""

    manifest: Manifest | None
    manifest_sha256: str
    files: tuple[ReceivedFile, ...]

    def identity(self) -> tuple[str, ...]:
        """Return what makes it the same upload: all contents with their names."""
        return self.manifest_sha256, *(text for file in self.files for text in (file.name, file.sha256))


@asynccontextmanager
async def received(request: Request, settings: Settings) -> AsyncIterator[Upload]:
    """Receive a multipart request; its files are gone with the block.

    Raises:
        ProblemError: malformed, too slow, too large, a name that cannot be used.
        ManifestError: see ``parse_manifest``.
    """
    splitter = Splitter(request.headers.get("content-type", ""))
    if int(request.headers.get("content-length", "0")) > settings.max_packet_mb * _MIB:
        raise _packet_too_large(settings)
    folder = await run_in_threadpool(_new_folder, settings.data_dir / FOLDER_NAME)
    try:
        receiver = _Receiver(settings, folder)
        stream = aiter(request.stream())
        while chunk := await _next_chunk(stream):
            receiver.count(len(chunk))
            for piece in splitter.feed(chunk):
                await receiver.take(piece)
        if not splitter.finished:
            raise ProblemError("malformed", "the request ends before its last part does")
        yield receiver.upload()
    finally:
        await asyncio.shield(run_in_threadpool(shutil.rmtree, folder, ignore_errors=True))


async def _next_chunk(stream: AsyncIterator[bytes]) -> bytes:
    try:
        async with asyncio.timeout(SILENCE_S):
            return await anext(stream, b"")
    except TimeoutError:
        raise ProblemError("request_timeout", f"nothing came for {SILENCE_S} seconds") from None


class _Receiver:
    """Takes the pieces of one upload in their order."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings = settings
        self._folder = folder
        self._received_bytes = 0
        self._files: dict[str, ReceivedFile] = {}
        self._manifest: bytes | None = None
        self._part: _FilePart | _ManifestPart | None = None

    def count(self, size_bytes: int) -> None:
        self._received_bytes += size_bytes
        if self._received_bytes > self._settings.max_packet_mb * _MIB:
            raise _packet_too_large(self._settings)

    async def take(self, piece: Piece) -> None:
        if isinstance(piece, PartBegins):
            self._part = self._begin(piece)
        elif isinstance(piece, PartData):
            await self._current.add(piece.content)
        else:
            await self._end()

    def upload(self) -> Upload:
        content = self._manifest
        manifest = None if content is None else parse_manifest(content, MANIFEST_FIELD)
        return Upload(manifest, hashlib.sha256(content or b"").hexdigest(), tuple(self._files.values()))

    @property
    def _current(self) -> "_FilePart | _ManifestPart":
        if self._part is None:
            raise ProblemError("malformed", "content outside a part")
        return self._part

    def _begin(self, part: PartBegins) -> "_FilePart | _ManifestPart":
        if part.field == MANIFEST_FIELD:
            if self._manifest is not None:
                raise ProblemError("invalid", "there are two manifests", advice="send one")
            return _ManifestPart()
        if part.field not in FILE_FIELDS:
            raise ProblemError(
                "invalid", "a part is neither `manifest` nor `files`", advice="send files as parts named `files`"
            )
        name = sound_name(part.filename or b"")
        if name in self._files:
            raise ProblemError("file_twice")
        if len(self._files) >= self._settings.max_files:
            raise ProblemError("too_many_files", f"a packet may hold {self._settings.max_files} files")
        return _FilePart(name, self._folder / str(len(self._files)), self._settings.max_file_mb)

    async def _end(self) -> None:
        part = self._current
        if isinstance(part, _ManifestPart):
            self._manifest = bytes(part.content)
        else:
            self._files[part.name] = await part.finish()
        self._part = None


class _ManifestPart:
    def __init__(self) -> None:
        self.content = bytearray()

    async def add(self, content: bytes) -> None:
        self.content += content
        if len(self.content) > MAX_MANIFEST_BYTES:
            raise ProblemError("manifest_too_large")


class _FilePart:
    def __init__(self, name: str, path: Path, max_mb: int) -> None:
        self.name = name
        self._path = path
        self._max_mb = max_mb
        self._hash = hashlib.sha256()
        self._size_bytes = 0
        self._unwritten = bytearray()

    async def add(self, content: bytes) -> None:
        self._unwritten += content
        self._size_bytes += len(content)
        if self._size_bytes > self._max_mb * _MIB:
            raise ProblemError("file_too_large", f"a file may take {self._max_mb} MiB")
        if len(self._unwritten) >= FLUSH_BYTES:
            await run_in_threadpool(self._write)

    async def finish(self) -> ReceivedFile:
        await run_in_threadpool(self._write)
        return ReceivedFile(self.name, self._path, self._hash.hexdigest(), self._size_bytes)

    def _write(self) -> None:
        try:
            with self._path.open("ab") as file:
                file.write(self._unwritten)
        except OSError as error:
            raise _disk(error) from error
        self._hash.update(self._unwritten)
        self._unwritten.clear()


def _new_folder(parent: Path) -> Path:
    try:
        parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(dir=parent))
    except OSError as error:
        raise _disk(error) from error


def _disk(error: OSError) -> ProblemError:
    return ProblemError("unavailable", f"the disk takes no files ({error.strerror})", {"Retry-After": str(RETRY_AFTER_S)})


def _packet_too_large(settings: Settings) -> ProblemError:
    return ProblemError("packet_too_large", f"a request may take {settings.max_packet_mb} MiB")
