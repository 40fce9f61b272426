"""The verdict: what leaves yushen for one packet. Its JSON Schema is published, so nothing here is renamed or dropped.

``bbox`` is in fractions of the page as shown upright (0..1, x to the right, y down); pages count from 1.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal

from pydantic import AwareDatetime, Field

from extractors.evidence import (
    Box,
    DocumentType,
    Doubt,
    FieldState,
    Frozen,
    Seal,
    SealColour,
    SealKind,
    Side,
    Signature,
    SignatureRole,
    SignatureState,
)
from validators.coverage import Coverage
from validators.finding import Finding, Severity

SCHEMA_VERSION: Final = "1"

Outcome = Literal["accept", "review", "bounce"]

OUTCOME_OF: Mapping[Severity, Outcome] = {"info": "accept", "review": "review", "bounce": "bounce"}
OUTCOME_RANK: Mapping[Outcome, int] = {"accept": 0, "review": 1, "bounce": 2}


class PageRef(Frozen):
    """One page of one uploaded file."""

    file: str
    page: int = Field(ge=1)


class VerdictField(Frozen):
    """One value read off a document. ``state`` tells a value from a blank, an incomplete, a masked or an illegible one."""

    value: str
    confidence: float = Field(ge=0, le=1)
    file: str
    page: int = Field(ge=1)
    bbox: Box | None = None
    state: FieldState = "read"
    repaired: bool = Field(default=False, description="a look-alike character was replaced so that a checksum passes")
    handwritten: bool = Field(default=False, description="a pen wrote it; no bounce rests on what may be misread of it")
    doubts: tuple[Doubt, ...] = Field(default=(), description="what speaks against the reading; weighed in its confidence")


class VerdictSeal(Frozen):
    """A seal impression. ``visible`` is the share of its outline that is seen."""

    kind: SealKind
    text: str
    center_text: str
    color: SealColour
    visible: float = Field(ge=0, le=1)
    file: str
    page: int = Field(ge=1)
    bbox: Box
    confidence: float = Field(ge=0, le=1)
    text_confidence: float = Field(default=0.0, ge=0, le=1, description="how far text can be trusted; 0 where none was read")
    center_confidence: float = Field(default=0.0, ge=0, le=1)
    code: str = Field(default="", description="the digits on the lower arc")
    code_confidence: float = Field(default=0.0, ge=0, le=1)

    @classmethod
    def of(cls, seal: Seal, file: str) -> "VerdictSeal":
        """Return the seal as a verdict shows it."""
        return cls(**seal.model_dump(exclude={"box", "alternatives"}), bbox=seal.box, file=file)


class VerdictSignature(Frozen):
    """A place that asks for a signature, and what stands there."""

    role: SignatureRole
    state: SignatureState
    file: str
    page: int = Field(ge=1)
    bbox: Box
    confidence: float = Field(ge=0, le=1)
    label: str = Field(default="", description="the printed wording that asks for it")
    text: str = ""

    @classmethod
    def of(cls, signature: Signature, file: str) -> "VerdictSignature":
        """Return the signature as a verdict shows it."""
        return cls(**signature.model_dump(exclude={"box"}), bbox=signature.box, file=file)


class VerdictDocument(Frozen):
    """One document that was seen, the pages it lies on and what was read there."""

    type: DocumentType
    side: Side | None = None
    files: tuple[PageRef, ...]
    confidence: float = Field(ge=0, le=1)
    title: str = ""
    fields: Mapping[str, VerdictField] = Field(default_factory=dict)
    seals: tuple[VerdictSeal, ...] = ()
    signatures: tuple[VerdictSignature, ...] = ()


class EngineInfo(Frozen):
    """What judged: yushen's version and the OCR engine with its models."""

    yushen: str
    ocr: str


class Verdict(Frozen):
    """One packet's verdict. ``outcome`` is the worst severity found; ``source`` is where a batch found the packet."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    packet_id: str
    outcome: Outcome
    scenario: str
    policy_version: str
    findings: tuple[Finding, ...] = ()
    documents: tuple[VerdictDocument, ...] = ()
    coverage: tuple[Coverage, ...] = Field(default=(), description="what became of every rule; silence is never a pass")
    engine: EngineInfo
    received_at: AwareDatetime
    decided_at: AwareDatetime
    timings_ms: Mapping[str, int] = Field(default_factory=dict)
    source: str | None = None


def outcome_of(findings: tuple[Finding, ...]) -> Outcome:
    """Return the worst of the findings' severities as an outcome; no finding is an acceptance."""
    outcomes: list[Outcome] = [OUTCOME_OF[finding.severity] for finding in findings]
    return max(outcomes, key=OUTCOME_RANK.__getitem__, default="accept")


def milliseconds(start: datetime, end: datetime) -> int:
    """Return the time between two moments in whole milliseconds, never below zero."""
    return max(0, round((end - start).total_seconds() * 1000))
