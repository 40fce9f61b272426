"""The verdicts of a batch on disk, one JSON object a line."""

import os
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import OutputError
from pipeline.verdict import Verdict


class _Line(BaseModel):
    """What a resumed run needs of a written verdict."""

    model_config = ConfigDict(extra="ignore")

    source: str


class VerdictFile:
    """The verdicts of a batch, one JSON object a line. What is written is whole: a torn last line is cut off first.

    Raises:
        OutputError: it cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
            self._cut_torn_line()
            self.sources = frozenset(self._written())
        except OSError as error:
            raise OutputError(f"{path} cannot be written ({error.strerror})") from error

    def append(self, verdict: Verdict) -> None:
        """Write one verdict, at once and to the disk."""
        with self._path.open("ab") as file:
            file.write(verdict.model_dump_json().encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def verdicts(self) -> Iterator[Verdict]:
        """Yield all verdicts written so far, leaving out lines that are none."""
        with self._path.open("rb") as file:
            for line in file:
                try:
                    yield Verdict.model_validate_json(line)
                except ValidationError:
                    continue

    def _written(self) -> Iterator[str]:
        with self._path.open("rb") as file:
            for line in file:
                try:
                    yield _Line.model_validate_json(line).source
                except ValidationError:
                    continue

    def _cut_torn_line(self) -> None:
        with self._path.open("rb+") as file:
            content_end = file.seek(0, os.SEEK_END)
            file.seek(0)
            whole_end = sum(len(line) for line in file if line.endswith(b"\n"))
            if whole_end < content_end:
                file.truncate(whole_end)
