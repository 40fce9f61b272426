"""A packet: all files that one applicant uploaded for one application, and what was said about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Final, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue

from extractors.evidence import DocumentType
from pipeline.account import AccountState, as_account
from pipeline.typed_dates import OFFICIAL_TIME, as_text, read_typed_date

DEFAULT_SCENARIO: Final = "employer_withdrawal"
DEFAULT_REGION: Final = "default"
MANIFEST_NAME: Final = "packet.json"
SLOTS: Final = frozenset(get_args(DocumentType)) - {"unknown"} | {"legal_rep_id", "agent_id", "employee_id", "heir_id"}
"""What an applicant may say a file is: a document type, or whose ID card it is."""

ROLES: Final = ("legal_rep", "agent", "individual")
"""In which role somebody may apply."""


def _nothing_for_null(value: object) -> object:
    return "" if value is None else value


def _empty_for_null(value: object) -> object:
    return {} if value is None else value


def _moment(value: object) -> object:
    """A moment in any form that portals send; what is none is left to be refused."""
    text = as_text(value)
    if not isinstance(text, str):
        return value
    found = read_typed_date(text)
    return found.moment.astimezone(UTC) if found else None


Text = Annotated[str, BeforeValidator(_nothing_for_null)]
"""Text in which null means: not given."""

DayText = Annotated[Text, BeforeValidator(as_text)]
"""A day as it was typed or sent; a number counts milliseconds, or seconds, since 1970."""


class _ManifestPart(BaseModel):
    """Callers send what we know, each under its name; what they want to carry along besides goes under ``extra``."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    extra: Annotated[Mapping[str, JsonValue], BeforeValidator(_empty_for_null)] = Field(
        default_factory=dict, description="what the caller wants to carry along: kept, never judged"
    )


class DeclaredPerson(_ManifestPart):
    """Somebody on the applicant's list."""

    name: Text = ""
    id_number: Text = ""


class DeclaredValues(_ManifestPart):
    """What the applicant typed, as it came. Empty: not given."""

    employer_name: Text = ""
    uscc: Text = ""
    legal_rep_name: Text = ""
    employee_name: Text = ""
    employee_id: Text = ""
    applicant_role: Text = Field(default="", description="legal_rep, agent or individual")
    agent_name: Text = ""
    agent_id: Text = ""
    reason: Text = ""
    reason_detail: Text = ""
    separation_date: DayText = Field(
        default="",
        description="the last day: 2025-08-04, 2025/8/4, 20250804, 2025年8月4日, or a moment with its zone, which is "
        "converted to China's; a number counts milliseconds since 1970",
        examples=["2025-08-04", "2025-08-03T16:00:00.000Z"],
        json_schema_extra={"type": ["string", "integer"]},
    )
    employees: tuple[DeclaredPerson, ...] = Field(
        default=(), strict=False, description="everybody that the application is for, where it is for more than one"
    )
    applicant_name: Text = Field(default="", description="who applies, where that is none of the above: an heir")
    applicant_id: Text = ""
    registration_id: Text = Field(default="", description="number of the registration that is to be withdrawn or corrected")
    registered_in: Text = Field(default="", description="the city that keeps the registration")
    platform: Text = Field(default="", description="the platform that keeps the registration, where it is not this one")
    corrected_item: Text = Field(default="", description="what is to be corrected: 姓名, 身份证号 …")
    old_value: Text = ""
    new_value: Text = ""
    payee_name: Text = Field(default="", description="holder of the account that a refund is to be paid to")
    payee_account: Text = ""
    account: Annotated[AccountState, BeforeValidator(as_account)] = Field(
        default=AccountState(), description="what the portal knows of the social insurance account that is to be closed"
    )


class ListedFile(_ManifestPart):
    """A file as the manifest lists it: its path inside the packet, and what the applicant said it is."""

    name: str = Field(min_length=1)
    slot: str | None = Field(default=None, description="a document type, or legal_rep_id, agent_id, employee_id, heir_id")


class Manifest(_ManifestPart):
    """The content of ``packet.json``. Everything is optional; a key that we do not know is refused."""

    packet_id: Text = ""
    scenario: Text = ""
    region: Text = Field(default="", description="`default`, or a region that some scenario's policy has")
    submitted_at: Annotated[datetime | None, BeforeValidator(_moment)] = Field(default=None, strict=False)
    declared: DeclaredValues = DeclaredValues()
    files: tuple[ListedFile, ...] = Field(default=(), strict=False)


@dataclass(frozen=True, slots=True)
class PacketFile:
    """One uploaded file, in memory or on disk. ``name`` is what the applicant calls it, a path inside the packet."""

    name: str
    slot: str | None = None
    path: Path | None = None
    content: bytes = b""

    def read(self, max_bytes: int) -> bytes:
        """Return the content, cut one byte past ``max_bytes``: enough to see that it is too large.

        Raises:
            OSError: the file has gone or cannot be read.
        """
        if self.path is None:
            return self.content[: max_bytes + 1]
        with self.path.open("rb") as file:
            return file.read(max_bytes + 1)


@dataclass(frozen=True, slots=True)
class Packet:
    """One application. ``submitted_at`` is the reference time of every date rule; ``source`` says where it was read from."""

    packet_id: str
    submitted_at: datetime
    received_at: datetime
    files: tuple[PacketFile, ...]
    scenario: str = DEFAULT_SCENARIO
    region: str = DEFAULT_REGION
    declared: DeclaredValues = field(default_factory=DeclaredValues)
    source: str | None = None

    @property
    def submitted_on(self) -> date:
        """The day it was submitted, in China."""
        return self.submitted_at.astimezone(OFFICIAL_TIME).date()


@dataclass(frozen=True, slots=True)
class PacketDefaults:
    """What a manifest may leave out. ``now`` is the reference time of a packet that does not say when it was submitted."""

    now: datetime
    scenario: str | None = None
    region: str | None = None
    source: str | None = None


def build_packet(manifest: Manifest, files: tuple[PacketFile, ...], folder_name: str, defaults: PacketDefaults) -> Packet:
    """Put a packet together. The manifest's word goes before the defaults, those before our own."""
    return Packet(
        packet_id=manifest.packet_id or folder_name,
        submitted_at=manifest.submitted_at or defaults.now,
        received_at=defaults.now,
        files=files,
        scenario=manifest.scenario or defaults.scenario or DEFAULT_SCENARIO,
        region=manifest.region or defaults.region or DEFAULT_REGION,
        declared=manifest.declared,
        source=defaults.source,
    )


def now() -> datetime:
    """The clock, read at the doors only."""
    return datetime.now(UTC)
