"""What a check says: a finding, its severity and its place."""

from typing import Literal

from pydantic import Field

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

    ``message`` either says what to do or that a person looks; ``fix`` says how to do it, ``sms`` all of it in one text message.
    They are for the applicant, as is ``advice``, which is there where no upload helps: what to bring, which desk, which law.
    ``because_of`` lists the codes of what follows from the same cause and is not told by itself, for the reviewer.
    """

    code: str
    severity: Severity
    document: str | None = None
    file: str | None = None
    page: int | None = None
    bbox: Box | None = None
    message: str
    detail: str = ""
    fix: str = Field(default="", description="how to mend it, step by step; empty where nothing is to be done")
    sms: str = Field(default="", description="one text message: what is so, and what to do")
    advice: str = ""
    confidence: float
    because_of: tuple[str, ...] = Field(
        default=(), description="codes of what follows from the same cause: mended with it, and not told by itself"
    )
