"""Receiving an upload: files go to disk while they arrive; what is too much is refused at that byte."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final, Literal, NamedTuple

from fastapi import Request

from pipeline.api.multipart import PartBegins, PartData, Piece, Splitter
from pipeline.api.names import sound_name
from pipeline.api.problems import ProblemError
from pipeline.api.spool import ReceivedFile, Spool
from pipeline.manifest import MAX_MANIFEST_BYTES, parse_manifest
from pipeline.packet import Manifest
from pipeline.settings import Settings

FOLDER_NAME: Final = "uploads"
MANIFEST_FIELD: Final = "manifest"
FILE_FIELDS: Final = frozenset({"files", "files[]"})
SILENCE_S: Final = 30
"""Seconds without a byte after which an upload is given up."""

_MIB: Final = 1 << 20


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
    spool = Spool(settings.data_dir / FOLDER_NAME)
    try:
        receiver = _Receiver(settings, spool)
        stream = aiter(request.stream())
        while chunk := await _next_chunk(stream):
            receiver.count(len(chunk))
            for piece in splitter.feed(chunk):
                await receiver.take(piece)
        if not splitter.finished:
            raise ProblemError("malformed", "the request ends before its last part does")
        yield await receiver.upload()
    finally:
        await asyncio.shield(spool.remove())


async def _next_chunk(stream: AsyncIterator[bytes]) -> bytes:
    try:
        async with asyncio.timeout(SILENCE_S):
            return await anext(stream, b"")
    except TimeoutError:
        raise ProblemError("request_timeout", f"nothing came for {SILENCE_S} seconds") from None


class _Receiver:
    """Takes the pieces of one upload in their order."""

    def __init__(self, settings: Settings, spool: Spool) -> None:
        self._settings = settings
        self._spool = spool
        self._received_bytes = 0
        self._files = 0
        self._manifest: bytearray | None = None
        self._manifest_chosen = True
        self._in: Literal["manifest", "file", "nothing", ""] = ""

    def count(self, size_bytes: int) -> None:
        self._received_bytes += size_bytes
        if self._received_bytes > self._settings.max_packet_mb * _MIB:
            raise _packet_too_large(self._settings)

    async def take(self, piece: Piece) -> None:
        if isinstance(piece, PartBegins):
            self._begin(piece)
        elif not isinstance(piece, PartData):
            self._in = ""
        elif self._in == "file":
            await self._spool.add(piece.content, self._settings.max_file_mb)
        elif self._in == "nothing":
            if piece.content:
                raise ProblemError("file_name", "a file has no name", advice="give each file part a filename")
        elif self._in == "manifest" and self._manifest is not None:
            self._manifest += piece.content
            if len(self._manifest) > MAX_MANIFEST_BYTES:
                raise ProblemError("manifest_too_large")

    async def upload(self) -> Upload:
        if self._files:
            await self._spool.flush()
        content = bytes(self._manifest or b"")
        given = self._manifest is not None and (self._manifest_chosen or bool(content))
        manifest = parse_manifest(content, MANIFEST_FIELD) if given else None
        return Upload(manifest, hashlib.sha256(content).hexdigest(), self._spool.files() if self._files else ())

    def _begin(self, part: PartBegins) -> None:
        if part.field in FILE_FIELDS and not part.filename:
            self._in = "nothing"  # what a browser sends for an input in which nothing was chosen
        elif part.field in FILE_FIELDS:
            self._begin_file(sound_name(part.filename or b""))
        elif part.field != MANIFEST_FIELD:
            raise ProblemError(
                "invalid", "a part is neither `manifest` nor `files`", advice="send files as parts named `files`"
            )
        elif self._manifest is not None:
            raise ProblemError("invalid", "there are two manifests", advice="send one")
        else:
            self._manifest, self._in = bytearray(), "manifest"
            self._manifest_chosen = part.filename != b""

    def _begin_file(self, name: str) -> None:
        if self._files >= self._settings.max_files:
            raise ProblemError("too_many_files", f"a packet may hold {self._settings.max_files} files")
        self._files += 1
        self._in = "file"
        self._spool.begin(name)


def _packet_too_large(settings: Settings) -> ProblemError:
    return ProblemError("packet_too_large", f"a request may take {settings.max_packet_mb} MiB")
