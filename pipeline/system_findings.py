"""What we could not do ourselves, as findings: the packet goes to a person, never back to the applicant."""

from collections.abc import Sequence
from typing import Final, Literal

from pipeline.assemble import FailedFile
from validators.finding import Finding
from validators.reasons import CATALOGUE

REASON: Final = "system.failed"
STAND_IN_CODE: Final = "file.corrupt"
"""What the checks say about the empty evidence that stands in for a failed file. Not the applicant's doing: taken back."""


def with_system_findings(findings: Sequence[Finding], failed: Sequence[FailedFile]) -> tuple[Finding, ...]:
    """Return the checks' findings, and for every failed file that we failed it."""
    names = {file.name for file in failed}
    kept = [finding for finding in findings if not (finding.code == STAND_IN_CODE and finding.file in names)]
    return (*kept, *(_of_file(file) for file in failed))


def packet_failed(packet: str, detail: str) -> Finding:
    """Return the finding that a whole packet could not be screened."""
    return _finding("failed", None, packet, detail)


def _of_file(file: FailedFile) -> Finding:
    return _finding(file.failure.kind, file.name, file.name, file.failure.detail)


def _finding(kind: Literal["failed", "timeout"], file: str | None, what: str, detail: str) -> Finding:
    reason = CATALOGUE.reasons[REASON]
    return Finding(
        code=f"system.{kind}",
        severity="review",
        file=file,
        message=reason.message,
        detail=reason.detail.format(here=what, there=detail),
        confidence=1.0,
    )
