"""Reading one file's bytes to evidence, inside a child process; and what comes of it."""

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple, Protocol

from extractors.evidence import FileEvidence, Frozen
from extractors.ocr.registry import UnknownEngineError
from extractors.ocr.weights import ModelsError
from extractors.read import FileReader, open_reader
from extractors.recognise import evidence_of
from extractors.sheets import FileSheets
from pipeline.errors import EngineUnavailableError
from pipeline.packet import PacketFile

UNKNOWN_ENGINE_ADVICE: Final = "set YUSHEN_ENGINE to another one, or unset it"


class ReadFailure(Frozen):
    """Our own failure to read a file, never the applicant's fault. ``detail`` is for the reviewer and holds no content."""

    kind: Literal["timeout", "failed"]
    sha256: str
    size_bytes: int
    detail: str


FileOutcome = FileEvidence | ReadFailure


class ReadFile(NamedTuple):
    """A file that was read: what its pixels gave, and what was found on that."""

    sheets: FileSheets
    evidence: FileEvidence


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


def read_one(task: ReadTask) -> ReadFile:
    """Read a file, and find the documents in it. A process opens its engine once.

    Raises:
        EngineUnavailableError: the models are missing, altered or out of reach, or the runtime is not installed.
    """
    sheets = _reader(task.engine).sheets(task.content)
    return ReadFile(sheets, evidence_of(sheets))


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
        raise EngineUnavailableError(str(error), UNKNOWN_ENGINE_ADVICE) from error
