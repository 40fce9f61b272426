"""What we could not do ourselves, as findings: the packet goes to a person, never back to the applicant."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from pipeline.assemble import FailedFile
from validators.finding import Finding
from validators.reasons import CATALOGUE
from validators.wording import Language, wording_of

REASON: Final = "system.failed"
STAND_IN_CODE: Final = "file.corrupt"
"""What the checks say about the empty evidence that stands in for a failed file. Not the applicant's doing: taken back."""


def with_system_findings(
    findings: Sequence[Finding], failed: Sequence[FailedFile], language: Language = "zh"
) -> tuple[Finding, ...]:
    """Return the checks' findings, and for every failed file that we failed it, with what follows from that."""
    names = {file.name for file in failed}
    taken_back = [finding for finding in findings if finding.code == STAND_IN_CODE and finding.file in names]
    followed = {one.file: one.because_of for one in taken_back}
    ours = (_of_file(file, language).model_copy(update={"because_of": followed.get(file.name, ())}) for file in failed)
    return (*(finding for finding in findings if finding not in taken_back), *ours)


def packet_failed(packet: str, detail: str) -> Finding:
    """Return the finding that a whole packet could not be screened."""
    return _finding("failed", None, {"here": packet, "there": detail}, "zh")


def _of_file(file: FailedFile, language: Language) -> Finding:
    return _finding(file.failure.kind, file.name, {"here": file.name, "there": file.failure.detail}, language)


def _finding(kind: Literal["failed", "timeout"], file: str | None, words: Mapping[str, str], language: Language) -> Finding:
    reason, say = CATALOGUE.reasons[REASON], wording_of(language)
    return Finding(
        code=f"system.{kind}",
        severity="review",
        file=file,
        **say.told(reason, words, "review").model_dump(),
        detail=say.detail(reason, words, ""),
        confidence=1.0,
    )
