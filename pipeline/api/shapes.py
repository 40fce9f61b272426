"""What the API answers with. Published with the OpenAPI document: fields are added, never renamed or dropped."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from extractors.evidence import Frozen
from pipeline.revisions import Changes, SentBack
from pipeline.store.tables import DeliveryState, Priority, RevisionState
from pipeline.verdict import Outcome

SERVER_ID = "3f0e6a5d9c4b4e0f8a7d2c1b0a998877"


class Links(Frozen):
    """Where to go on, relative to the server."""

    self: str
    verdict: str


class PacketCreated(Frozen):
    """A packet or a revision was taken in."""

    id: str = Field(description="our id of the packet", examples=[SERVER_ID])
    packet_id: str = Field(description="the id in the manifest; ours where it names none", examples=["2024-000123"])
    revision: int = Field(ge=1)
    state: RevisionState
    files: int = Field(ge=0, description="how many files the revision has")
    file_names: tuple[str, ...] = Field(
        default=(),
        description="what the files of this request are called from now on, in the order they were sent: a second image.jpg is "
        "image (2).jpg",
        examples=[("image.jpg", "image (2).jpg")],
    )
    sent_back_before: tuple[SentBack, ...] = Field(default=(), description="files that an earlier revision was bounced for")
    links: Links


class PacketFileShown(Frozen):
    """A file of a revision."""

    name: str
    slot: str | None
    size_bytes: int = Field(ge=0)
    sha256: str


class RevisionShown(Frozen):
    """One upload of a packet. ``draft``: being filled; ``queued``: handed in; ``decided``: has its verdict."""

    number: int = Field(ge=1)
    state: RevisionState
    priority: Priority
    outcome: Outcome | None
    received_at: datetime
    queued_at: datetime | None
    decided_at: datetime | None
    files: tuple[PacketFileShown, ...]


class PacketListed(Frozen):
    """A packet by its latest revision."""

    id: str = Field(examples=[SERVER_ID])
    packet_id: str = Field(examples=["2024-000123"])
    scenario: str = Field(examples=["employer_withdrawal"])
    region: str
    revision: int = Field(ge=1)
    state: RevisionState
    outcome: Outcome | None
    created_at: datetime
    decided_at: datetime | None
    links: Links


class PacketShown(PacketListed):
    """A packet with all its revisions.

    ``changes`` compares the verdict of the latest revision with that of the one before; null until both are there.
    """

    revisions: tuple[RevisionShown, ...]
    changes: Changes | None
    sent_back_before: tuple[SentBack, ...] = Field(
        description="files of the latest revision that an earlier one was bounced for"
    )


class PacketPage(Frozen):
    """Packets, newest first. ``next`` is the cursor of the page that follows; null on the last one."""

    packets: tuple[PacketListed, ...]
    next: str | None


class NotDecided(Frozen):
    """There is no verdict yet."""

    revision: int = Field(ge=1)
    state: RevisionState


class WebhookWanted(Frozen):
    """Where verdicts are to be sent."""

    url: str = Field(min_length=1, max_length=2048, examples=["https://portal.example.org/yushen"])


class WebhookShown(Frozen):
    """Where verdicts are sent."""

    url: str


class WebhookSet(WebhookShown):
    """A webhook that was set. ``secret`` signs what is sent there and is shown this once."""

    secret: str


class DeliveryShown(Frozen):
    """A verdict on its way. ``dead``: given up after the last attempt, until it is sent again."""

    id: str
    packet: str = Field(description="our id of the packet")
    revision: int = Field(ge=1)
    state: DeliveryState
    attempts: int = Field(ge=0)
    last_error: str | None
    created_at: datetime
    delivered_at: datetime | None


class DeliveryList(Frozen):
    """Deliveries, newest first, at most as many as asked for."""

    deliveries: tuple[DeliveryShown, ...]


class DeliveryAgain(Frozen):
    """A delivery that is sent again: the same verdict."""

    id: str
    state: Literal["waiting"] = "waiting"


class Health(Frozen):
    """The process lives."""

    status: Literal["ok"] = "ok"


class Ready(Frozen):
    """What the service stands on, and whether it answers."""

    status: Literal["ok", "unavailable"]
    database: bool
    blobs: bool
    broker: bool


def links_of(packet_id: str) -> Links:
    """Return where a packet is found."""
    return Links(self=f"/v1/packets/{packet_id}", verdict=f"/v1/packets/{packet_id}/verdict")
