"""Reading uploaded files: from the cache where the same content was read before, in the sandbox where it was not."""

import hashlib
from collections.abc import Mapping, Sequence

from pipeline.errors import InputError
from pipeline.evidence_cache import EvidenceCache
from pipeline.packet import PacketFile
from pipeline.reading import EngineChoice, FileOutcome, ReadFailure, ReadFile, ReadTask, read_one
from pipeline.sandbox import GivenUp, Sandbox


class CachingReader:
    """An ``EvidenceReader`` that never reads the same content twice, where it has a cache."""

    def __init__(self, sandbox: Sandbox, engine: EngineChoice, cache: EvidenceCache | None, max_bytes: int) -> None:
        self._sandbox = sandbox
        self._engine = engine
        self._cache = cache
        self._max_bytes = max_bytes

    def read(self, files: Sequence[PacketFile]) -> tuple[FileOutcome, ...]:
        """Return one outcome for each file, in the same order.

        Raises:
            InputError: a file on disk cannot be read.
            EngineUnavailableError: there is nothing to read with.
        """
        contents = [self.content_of(file) for file in files]
        keys = [hashlib.sha256(content).hexdigest() for content in contents]
        outcomes = self._outcomes(dict(zip(keys, contents, strict=True)))
        return tuple(outcomes[key] for key in keys)

    def content_of(self, file: PacketFile) -> bytes:
        """Return a file's content, cut where it is larger than any policy allows.

        Raises:
            InputError: it has gone or cannot be read.
        """
        try:
            return file.read(self._max_bytes)
        except OSError as error:
            raise InputError(f"{file.name} cannot be read ({error.strerror})", "see to its permissions") from error

    def _outcomes(self, contents: Mapping[str, bytes]) -> Mapping[str, FileOutcome]:
        stored = {key: evidence for key in contents if self._cache and (evidence := self._cache.get(key))}
        missing = [key for key in contents if key not in stored]
        read = self._sandbox.run_all(read_one, [ReadTask(contents[key], self._engine) for key in missing])
        fresh = dict(zip(missing, read, strict=True))
        for key, result in fresh.items():
            if self._cache and isinstance(result, ReadFile):
                self._cache.put(key, result)
        return {**stored, **{key: _outcome(key, contents[key], result) for key, result in fresh.items()}}


def _outcome(sha256: str, content: bytes, result: ReadFile | GivenUp) -> FileOutcome:
    if isinstance(result, ReadFile):
        return result.evidence
    return ReadFailure(kind=result.kind, sha256=sha256, size_bytes=len(content), detail=result.detail)
