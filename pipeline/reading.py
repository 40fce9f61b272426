"""Reading one file's bytes to evidence, inside a child process; and what comes of it."""

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from extractors.evidence import FileEvidence, Frozen
from extractors.ocr.registry import UnknownEngineError
from extractors.ocr.weights import ModelsError
from extractors.read import FileReader, open_reader
from pipeline.errors import EngineUnavailableError
from pipeline.packet import PacketFile


class ReadFailure(Frozen):
    """Our own failure to read a file, never the applicant's fault. ``detail`` is for the reviewer and holds no content."""

    kind: Literal["timeout", "failed"]
    sha256: str
    size_bytes: int
    detail: str


FileOutcome = FileEvidence | ReadFailure


class EvidenceReader(Protocol):
    """Turns uploaded files into evidence, by whatever means."""

    def read(self, files: Sequence[PacketFile]) -> tuple[FileOutcome, ...]:
        """Return one outcome for each file, in the same order.

        Raises:
            InputError: a file on disk cannot be read.
            EngineUnavailableError: there is nothing to read with.
        """
        ...


class EngineChoice(NamedTuple):
    """The engine to read with: its name, its models (None: the fetched ones), its threads."""

    name: str
    models: Path | None = None
    threads: int = 1


class ReadTask(NamedTuple):
    """A file's content and the engine to read it with."""

    content: bytes
    engine: EngineChoice


def read_one(task: ReadTask) -> FileEvidence:
    """Read a file. A process opens its engine once.

    Raises:
        EngineUnavailableError: the models are missing, altered or out of reach, or the runtime is not installed.
    """
    return _reader(task.engine).read(task.content)


def open_engine(choice: EngineChoice) -> None:
    """Open the engine in this process before there is anything to read.

    Raises:
        EngineUnavailableError: see ``read_one``.
    """
    _reader(choice)


@functools.cache
def _reader(choice: EngineChoice) -> FileReader:
    try:
        return open_reader(choice.name, choice.models, choice.threads)
    except ModelsError as error:
        raise EngineUnavailableError(str(error), advice="") from error
    except UnknownEngineError as error:
        raise EngineUnavailableError(str(error), "set YUSHEN_ENGINE to another one, or unset it") from error
