"""Files larger than the office takes."""

from collections.abc import Mapping
from typing import Final

from pydantic import Field

from extractors.evidence import FileFormat
from validators.case import Case, CaseFile
from validators.check import Check, Finds, Limits, Outcomes, Passes
from validators.finding import Place
from validators.uploads import is_spare

BYTES_PER_MB: Final = 1_000_000


class SizeLimits(Limits):
    """``max_mb``: megabytes a file. 10 is the hard limit of the default profile (DOMAIN 6.2); sites ask for 0.5 to 20.

    ``max_mb_of``: the same for files of one format, where a site asks for less or more of it.
    """

    max_mb: float = 10
    max_mb_of: Mapping[FileFormat, float] = Field(default_factory=dict)

    def allowed(self, format_: FileFormat | None) -> float:
        """Megabytes that a file of a format may have."""
        return self.max_mb_of.get(format_, self.max_mb) if format_ else self.max_mb


def run(case: Case, limits: SizeLimits) -> Outcomes:
    """A file is no larger than the office takes

    One that nothing needs is a note. Source: DOMAIN 6.1 and 6.2.
    """
    too_large = [file for file in case.files if _is_too_large(file, limits)]
    yield from (Passes() for file in case.files if file not in too_large)
    for file in too_large:
        spare = is_spare(case, file, limits.requirements, too_large)
        size_mb, most = file.evidence.size_bytes / BYTES_PER_MB, limits.allowed(file.evidence.format)
        words = {"seen": f"{size_mb:.1f}", "limit": f"{most:g}"}
        yield Finds("file.too_large/extra" if spare else "file.too_large", Place(file=file.name), words=words)


def _is_too_large(file: CaseFile, limits: SizeLimits) -> bool:
    size_mb = file.evidence.size_bytes / BYTES_PER_MB
    guarded = any(problem.kind == "too_large" for problem in file.evidence.problems)
    return guarded or size_mb > limits.allowed(file.evidence.format)


CHECK = Check(run, SizeLimits, rules=(), reasons=("file.too_large", "file.too_large/extra"))
