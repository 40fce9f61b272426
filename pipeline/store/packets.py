"""Packets and their revisions: begun, filled, handed in, listed, deleted. Every question names the tenant who asks."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, String, and_, delete, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, aliased

from pipeline.manifest import read_kept
from pipeline.packet import DEFAULT_REGION, DEFAULT_SCENARIO, Manifest
from pipeline.store import contents
from pipeline.store.database import Unit, new_id
from pipeline.store.pushes import next_push, push_due
from pipeline.store.readings import changed
from pipeline.store.tables import PacketRow, Priority, RevisionFileRow, RevisionRow, RevisionState
from pipeline.verdict import Outcome

MAX_PAGE: Final = 200
"""Packets that one answer lists at most."""


class StoredFile(NamedTuple):
    """A file of a revision. ``name`` is what the applicant calls it; its content lies in the blobs under ``sha256``."""

    name: str
    slot: str | None
    sha256: str
    size_bytes: int


class Stored(NamedTuple):
    """A packet's latest revision, as it is listed."""

    packet: PacketRow
    revision: RevisionRow


class Filters(NamedTuple):
    """What a listing is narrowed to; None narrows nothing. ``before`` is the last packet of the page before, newest first."""

    state: RevisionState | None = None
    outcome: Outcome | None = None
    scenario: str | None = None
    external_id: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    before: tuple[datetime, str] | None = None


def begin(unit: Unit, tenant: str, manifest: Manifest, priority: Priority, now: datetime) -> RevisionRow:
    """Begin a packet; its first revision is a draft."""
    packet = PacketRow(id=new_id(), tenant=tenant, created_at=now)
    unit.session.add(packet)
    unit.session.flush()
    return _add_revision(unit, RevisionRow(packet_id=packet.id, number=1, priority=priority, received_at=now), manifest)


def begin_revision(unit: Unit, packet_id: str, manifest: Manifest, priority: Priority, now: datetime) -> RevisionRow:
    """Begin a packet's next revision as a draft. The caller has looked the packet up for its tenant."""
    unit.session.execute(select(PacketRow.id).where(PacketRow.id == packet_id).with_for_update())  # two at once: two numbers
    number = unit.session.scalar(select(func.max(RevisionRow.number)).where(RevisionRow.packet_id == packet_id)) or 0
    return _add_revision(
        unit, RevisionRow(packet_id=packet_id, number=number + 1, priority=priority, received_at=now), manifest
    )


def set_manifest(unit: Unit, revision: RevisionRow, manifest: Manifest) -> None:
    """Write down what is said about a draft."""
    revision.sealed_manifest = unit.vault.seal(manifest.model_dump_json().encode())
    revision.external_id = _fitting(manifest.packet_id or revision.packet_id, RevisionRow.external_id)
    revision.scenario = _fitting(manifest.scenario or DEFAULT_SCENARIO, RevisionRow.scenario)
    revision.region = _fitting(manifest.region or DEFAULT_REGION, RevisionRow.region)


def manifest_of(unit: Unit, revision: RevisionRow) -> Manifest:
    """Return what was said about a revision."""
    return read_kept(unit.vault.open(revision.sealed_manifest))


def add_files(unit: Unit, revision: RevisionRow, files: Sequence[StoredFile]) -> bool:
    """Add files to a draft, after those it has; False where it was handed in meanwhile: then nothing is added.

    Put the contents into the blobs before, and once more after this call, in the same transaction: a packet that is deleted at
    that moment and held the same contents then either keeps them, or has removed them before they are put.
    """
    contents.lock(unit, [file.sha256 for file in files])
    if not _lock_draft(unit, revision.id):
        return False
    start = unit.session.scalar(
        select(func.count()).select_from(RevisionFileRow).where(RevisionFileRow.revision_id == revision.id)
    )
    for position, file in enumerate(files, start or 0):
        unit.session.add(
            RevisionFileRow(
                revision_id=revision.id,
                position=position,
                sealed_name=unit.vault.seal(file.name.encode(errors="replace")),
                slot=file.slot,
                sha256=file.sha256,
                size_bytes=file.size_bytes,
            )
        )
    unit.session.flush()
    return True


def files_of(unit: Unit, revision_id: str) -> list[StoredFile]:
    """Return a revision's files in their order."""
    rows = unit.session.scalars(
        select(RevisionFileRow).where(RevisionFileRow.revision_id == revision_id).order_by(RevisionFileRow.position)
    )
    return [StoredFile(unit.vault.open(row.sealed_name).decode(), row.slot, row.sha256, row.size_bytes) for row in rows]


def hand_in(unit: Unit, revision_id: str, now: datetime) -> bool:
    """Turn a draft into work for the queue; False where it was handed in before."""
    result = unit.session.execute(
        update(RevisionRow)
        .where(RevisionRow.id == revision_id, RevisionRow.state == "draft")
        .values(state="queued", queued_at=now, push_at=next_push(now, 0, "live"), pushes=1)
    )
    return changed(result) > 0


def due(unit: Unit, now: datetime, limit: int) -> list[tuple[str, Priority]]:
    """Return queued revisions whose message may be lost, and count them as pushed once more."""
    return push_due(unit, RevisionRow, RevisionRow.state == "queued", now, limit)


def waiting_for(unit: Unit, sha256: str) -> list[tuple[str, Priority]]:
    """Return the queued revisions that hold a content."""
    rows = unit.session.execute(
        select(RevisionRow.id, RevisionRow.priority)
        .join(RevisionFileRow, RevisionFileRow.revision_id == RevisionRow.id)
        .where(RevisionFileRow.sha256 == sha256, RevisionRow.state == "queued")
        .distinct()
    )
    return [(revision_id, priority) for revision_id, priority in rows]


def find(unit: Unit, tenant: str, packet_id: str) -> Stored | None:
    """Return a tenant's packet with its latest revision; None where there is none, or not this tenant's, or not any more."""
    packet = unit.session.get(PacketRow, packet_id)
    if packet is None or packet.tenant != tenant or packet.deleted_at is not None:
        return None
    revisions = revisions_of(unit, packet_id)
    return Stored(packet, revisions[-1]) if revisions else None


def revisions_of(unit: Unit, packet_id: str) -> list[RevisionRow]:
    """Return a packet's revisions, oldest first."""
    return list(
        unit.session.scalars(select(RevisionRow).where(RevisionRow.packet_id == packet_id).order_by(RevisionRow.number))
    )


def list_packets(unit: Unit, tenant: str, filters: Filters, limit: int) -> list[Stored]:
    """Return a tenant's packets by their latest revision, newest first, at most ``MAX_PAGE``."""
    of_packet = aliased(RevisionRow)
    latest = select(func.max(of_packet.number)).where(of_packet.packet_id == PacketRow.id).scalar_subquery()
    rows = unit.session.execute(
        select(PacketRow, RevisionRow)
        .join(RevisionRow, and_(RevisionRow.packet_id == PacketRow.id, RevisionRow.number == latest))
        .where(PacketRow.tenant == tenant, PacketRow.deleted_at.is_(None), *_conditions(filters))
        .order_by(PacketRow.created_at.desc(), PacketRow.id.desc())
        .limit(min(limit, MAX_PAGE))
    )
    return [Stored(packet, revision) for packet, revision in rows]


def delete_packet(unit: Unit, packet_id: str, now: datetime) -> list[str]:
    """Delete a packet with all its revisions; return the contents that no packet holds any longer: the caller removes them."""
    unit.session.execute(select(PacketRow.id).where(PacketRow.id == packet_id).with_for_update())
    held = (
        select(RevisionFileRow.sha256)
        .join(RevisionRow, RevisionRow.id == RevisionFileRow.revision_id)
        .where(RevisionRow.packet_id == packet_id)
    )
    sha256s = set(unit.session.scalars(held))
    contents.lock(unit, sha256s)
    unit.session.execute(delete(RevisionRow).where(RevisionRow.packet_id == packet_id))
    unit.session.execute(
        update(PacketRow).where(PacketRow.id == packet_id, PacketRow.deleted_at.is_(None)).values(deleted_at=now)
    )
    return contents.held_by_nobody(unit, sha256s)


def drop_draft(unit: Unit, revision_id: str) -> list[str]:
    """Drop a draft, if it is one still; return the contents that no packet holds any longer: the caller removes them."""
    sha256s = set(unit.session.scalars(select(RevisionFileRow.sha256).where(RevisionFileRow.revision_id == revision_id)))
    contents.lock(unit, sha256s)
    unit.session.execute(delete(RevisionRow).where(RevisionRow.id == revision_id, RevisionRow.state == "draft"))
    return contents.held_by_nobody(unit, sha256s)


def _add_revision(unit: Unit, revision: RevisionRow, manifest: Manifest) -> RevisionRow:
    revision.id, revision.state, revision.pushes = new_id(), "draft", 0
    set_manifest(unit, revision, manifest)
    unit.session.add(revision)
    unit.session.flush()
    return revision


def _lock_draft(unit: Unit, revision_id: str) -> bool:
    """Keep a draft from being handed in or deleted until this transaction ends; False where it is no draft any more."""
    draft = select(RevisionRow.id).where(RevisionRow.id == revision_id, RevisionRow.state == "draft").with_for_update()
    return unit.session.scalar(draft) is not None


def _fitting(text: str, column: InstrumentedAttribute[str]) -> str:
    """Return what a column can hold of a text that a caller chose; the manifest, sealed, holds all of it."""
    length = column.type.length if isinstance(column.type, String) else None
    return text.replace("\0", "")[:length]


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.state is not None:
        conditions.append(RevisionRow.state == filters.state)
    if filters.outcome is not None:
        conditions.append(RevisionRow.outcome == filters.outcome)
    if filters.scenario is not None:
        conditions.append(RevisionRow.scenario == _fitting(filters.scenario, RevisionRow.scenario))
    if filters.external_id is not None:
        conditions.append(RevisionRow.external_id == _fitting(filters.external_id, RevisionRow.external_id))
    return conditions + _moments(filters)


def _moments(filters: Filters) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.since is not None:
        conditions.append(PacketRow.created_at >= filters.since)
    if filters.until is not None:
        conditions.append(PacketRow.created_at < filters.until)
    if filters.before is not None:
        moment, packet_id = filters.before
        conditions.append(or_(PacketRow.created_at < moment, and_(PacketRow.created_at == moment, PacketRow.id < packet_id)))
    return conditions
