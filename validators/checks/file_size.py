"""Files larger than the office takes."""

from collections.abc import Mapping
from typing import Final

from pydantic import Field

from extractors.evidence import FileFormat
from validators.case import Case
from validators.check import Check, Finds, Limits, Outcomes, Passes
from validators.finding import Place

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

    Source: DOMAIN 6.1 and 6.2.
    """
    for file in case.files:
        size_mb = file.evidence.size_bytes / BYTES_PER_MB
        most = limits.allowed(file.evidence.format)
        if size_mb <= most and all(problem.kind != "too_large" for problem in file.evidence.problems):
            yield Passes()
        else:
            words = {"seen": f"{size_mb:.1f}", "limit": f"{most:g}"}
            yield Finds("file.too_large", Place(file=file.name), words=words)


CHECK = Check(run, SizeLimits, rules=(), reasons=("file.too_large",))
