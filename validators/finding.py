"""What a check says: a finding, its severity and its place."""

from typing import Literal

from extractors.evidence import Box, Frozen

Severity = Literal["bounce", "review", "info"]

SEVERITY_RANK: dict[Severity, int] = {"info": 0, "review": 1, "bounce": 2}


class Place(Frozen):
    """Where a finding is seen: a document's type, a file, a page, a part of the page. All of it may be unknown."""

    document: str | None = None
    file: str | None = None
    page: int | None = None
    bbox: Box | None = None


class Finding(Frozen):
    """One finding as the verdict carries it. ``message`` is for the applicant, ``detail`` for the reviewer.

    ``advice`` is there where no upload helps: what to bring, which desk, which law. It is for the applicant.
    """

    code: str
    severity: Severity
    document: str | None = None
    file: str | None = None
    page: int | None = None
    bbox: Box | None = None
    message: str
    detail: str = ""
    advice: str = ""
    confidence: float
