"""The tables. States only ever move forward; every move is one conditional UPDATE, so that two workers cannot both make it.

Times are aware and in UTC. Columns named ``sealed_*`` hold what stands on people's papers, sealed by a ``Vault``.
"""

from datetime import UTC, datetime
from typing import Final, Literal

from sqlalchemy import DateTime, Dialect, ForeignKey, Index, LargeBinary, String, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from pipeline.verdict import Outcome

RevisionState = Literal["draft", "queued", "decided"]
ReadingState = Literal["waiting", "reading", "read", "failed"]
DeliveryState = Literal["waiting", "sending", "delivered", "dead"]
Priority = Literal["live", "backlog"]
Scope = Literal["portal", "reviewer", "operator"]

ID_LENGTH: Final = 32
SHA256_LENGTH: Final = 64


class UtcTime(TypeDecorator[datetime]):
    """A moment. SQLite forgets the time zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store in UTC; a naive moment is a defect of the caller."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return an aware moment."""
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Base of all tables."""

    type_annotation_map = {  # noqa: RUF012  read by SQLAlchemy, once
        datetime: UtcTime(),
        bytes: LargeBinary,
        Outcome: String(16),
        RevisionState: String(16),
        ReadingState: String(16),
        DeliveryState: String(16),
        Priority: String(16),
        Scope: String(16),
    }


class ApiKeyRow(Base):
    """A key to the API. Only the hash of its secret is kept."""

    __tablename__ = "api_keys"

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    tenant: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str] = mapped_column(String(128))
    scope: Mapped[Scope]
    secret_sha256: Mapped[str] = mapped_column(String(SHA256_LENGTH))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class PacketRow(Base):
    """One application, over all its revisions. Deleted, the row stays and points at nothing."""

    __tablename__ = "packets"
    __table_args__ = (Index("ix_packets_tenant_created", "tenant", "created_at", "id"),)

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    tenant: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class RevisionRow(Base):
    """One upload of a packet. ``push_at`` is when a sweep hands it to the queue again; None where nothing is to be done."""

    __tablename__ = "revisions"
    __table_args__ = (UniqueConstraint("packet_id", "number"), Index("ix_revisions_push", "state", "push_at"))

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    packet_id: Mapped[str] = mapped_column(ForeignKey("packets.id"), index=True)
    number: Mapped[int]
    state: Mapped[RevisionState]
    priority: Mapped[Priority]
    sealed_manifest: Mapped[bytes]
    external_id: Mapped[str] = mapped_column(String(256), index=True)
    scenario: Mapped[str] = mapped_column(String(64))
    region: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[datetime]
    queued_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    outcome: Mapped[Outcome | None]
    push_at: Mapped[datetime | None]
    pushes: Mapped[int] = mapped_column(default=0)


class RevisionFileRow(Base):
    """A file of a revision in one of its slots; its content lies in the blobs, under its SHA-256."""

    __tablename__ = "revision_files"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    revision_id: Mapped[str] = mapped_column(ForeignKey("revisions.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    sealed_name: Mapped[bytes]
    slot: Mapped[str | None] = mapped_column(String(64))
    sha256: Mapped[str] = mapped_column(String(SHA256_LENGTH), index=True)
    size_bytes: Mapped[int]


class ReadingRow(Base):
    """What was read of one content, or the work of reading it. ``deaths`` counts readers that a file took with it.

    ``sealed_sheets`` are what its pixels gave, ``sealed_evidence`` what was found on them under ``documents_key``. A row from
    before there were sheets has neither key nor sheets; its ``sheets_key`` is none that is asked for any more.
    """

    __tablename__ = "readings"
    __table_args__ = (UniqueConstraint("sha256", "extractor"), Index("ix_readings_push", "state", "push_at"))

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(SHA256_LENGTH))
    sheets_key: Mapped[str] = mapped_column("extractor", String(128))
    """Its column keeps an older name: workers of the version before must find it while theirs is brought up to date."""
    state: Mapped[ReadingState]
    priority: Mapped[Priority]
    sealed_sheets: Mapped[bytes | None] = mapped_column(deferred=True)
    """Fetched where they are needed: seldom."""
    sealed_evidence: Mapped[bytes | None]
    documents_key: Mapped[str | None] = mapped_column(String(64))
    failure_kind: Mapped[str | None] = mapped_column(String(16))
    failure_detail: Mapped[str | None] = mapped_column(String(512))
    deaths: Mapped[int] = mapped_column(default=0)
    worker_id: Mapped[str | None] = mapped_column(String(ID_LENGTH), index=True)
    created_at: Mapped[datetime]
    push_at: Mapped[datetime | None]
    pushes: Mapped[int] = mapped_column(default=0)


class WorkerRow(Base):
    """A working process. One not seen for a while is dead, and what it had claimed is free again."""

    __tablename__ = "workers"

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    host: Mapped[str] = mapped_column(String(256))
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime] = mapped_column(index=True)


class VerdictRow(Base):
    """A revision's verdict. The primary key is what makes it the only one."""

    __tablename__ = "verdicts"

    revision_id: Mapped[str] = mapped_column(ForeignKey("revisions.id", ondelete="CASCADE"), primary_key=True)
    outcome: Mapped[Outcome]
    policy_version: Mapped[str] = mapped_column(String(128))
    sealed_verdict: Mapped[bytes]
    decided_at: Mapped[datetime] = mapped_column(index=True)


class EndpointRow(Base):
    """Where a tenant wants its verdicts sent, and the secret they are signed with."""

    __tablename__ = "endpoints"

    tenant: Mapped[str] = mapped_column(String(64), primary_key=True)
    url: Mapped[str] = mapped_column(String(2048))
    sealed_secret: Mapped[bytes]
    created_at: Mapped[datetime]


class DeliveryRow(Base):
    """A verdict on its way to a tenant: one for each revision."""

    __tablename__ = "deliveries"
    __table_args__ = (Index("ix_deliveries_push", "state", "push_at"),)

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    revision_id: Mapped[str] = mapped_column(ForeignKey("revisions.id", ondelete="CASCADE"), unique=True)
    tenant: Mapped[str] = mapped_column(String(64), index=True)
    state: Mapped[DeliveryState]
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None] = mapped_column(String(512))
    worker_id: Mapped[str | None] = mapped_column(String(ID_LENGTH), index=True)
    created_at: Mapped[datetime]
    delivered_at: Mapped[datetime | None]
    push_at: Mapped[datetime | None]


class AuditRow(Base):
    """Who did what, when, under which policy. Triggers refuse to change or delete a row. Holds no personal data."""

    __tablename__ = "audit_log"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(index=True)
    tenant: Mapped[str] = mapped_column(String(64), index=True)
    actor: Mapped[str] = mapped_column(String(128))
    action: Mapped[str] = mapped_column(String(64))
    subject: Mapped[str] = mapped_column(String(128), index=True)
    policy_version: Mapped[str] = mapped_column(String(128), default="")
    detail: Mapped[str] = mapped_column(String(1024), default="")


class IdempotencyRow(Base):
    """A request that was answered, so that the same one gets the same answer."""

    __tablename__ = "idempotency_keys"

    tenant: Mapped[str] = mapped_column(String(64), primary_key=True)
    key: Mapped[str] = mapped_column(String(255), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(SHA256_LENGTH))
    status: Mapped[int]
    sealed_body: Mapped[bytes]
    created_at: Mapped[datetime] = mapped_column(index=True)
