"""A tenant's packets as the API shows them. Another tenant's packet is one that does not exist."""

from collections.abc import Sequence

from pipeline.api.problems import ProblemError
from pipeline.api.shapes import PacketFileShown, PacketListed, PacketShown, RevisionShown, links_of
from pipeline.revisions import Changes, RevisionSeen, changes, sent_back
from pipeline.store import packets
from pipeline.store.database import Unit
from pipeline.store.drafts import find_to_change
from pipeline.store.packets import Stored
from pipeline.store.tables import RevisionRow
from pipeline.store.verdicts import verdict_of


def packet(unit: Unit, tenant: str, packet_id: str) -> Stored:
    """Return a tenant's packet.

    Raises:
        ProblemError: the tenant has none of that id.
    """
    return _there(packets.find(unit, tenant, packet_id))


def packet_to_change(unit: Unit, tenant: str, packet_id: str) -> Stored:
    """Return a tenant's packet, which nobody else changes until the transaction ends.

    Raises:
        ProblemError: the tenant has none of that id.
    """
    return _there(find_to_change(unit, tenant, packet_id))


def seen_revisions(unit: Unit, packet_id: str) -> list[RevisionSeen]:
    """Return all revisions of a packet as they were judged, oldest first."""
    return [_seen(unit, revision) for revision in packets.revisions_of(unit, packet_id)]


def show(unit: Unit, stored: Stored) -> PacketShown:
    """Return all there is to say about a packet."""
    revisions = packets.revisions_of(unit, stored.packet.id)
    seen = seen_revisions(unit, stored.packet.id)
    return PacketShown(
        **dict(listed(stored)),
        revisions=tuple(_show_revision(unit, revision) for revision in revisions),
        changes=_changes(seen),
        sent_back_before=sent_back(seen[-1], seen[:-1]),
    )


def listed(stored: Stored) -> PacketListed:
    """Return a packet as a listing shows it."""
    revision = stored.revision
    return PacketListed(
        id=stored.packet.id,
        packet_id=revision.external_id,
        scenario=revision.scenario,
        region=revision.region,
        revision=revision.number,
        state=revision.state,
        outcome=revision.outcome,
        created_at=stored.packet.created_at,
        decided_at=revision.decided_at,
        links=links_of(stored.packet.id),
    )


def _there(stored: Stored | None) -> Stored:
    if stored is None:
        raise ProblemError("not_found", "there is no packet of this id")
    return stored


def _seen(unit: Unit, revision: RevisionRow) -> RevisionSeen:
    contents = [(file.name, file.sha256) for file in packets.files_of(unit, revision.id)]
    return RevisionSeen(revision.number, contents, verdict_of(unit, revision.id))


def _changes(seen: Sequence[RevisionSeen]) -> Changes | None:
    verdicts = [revision.verdict for revision in seen[-2:]]
    if len(verdicts) == 1 or verdicts[0] is None or verdicts[1] is None:
        return None
    return changes(verdicts[0], verdicts[1])


def _show_revision(unit: Unit, revision: RevisionRow) -> RevisionShown:
    return RevisionShown(
        number=revision.number,
        state=revision.state,
        priority=revision.priority,
        outcome=revision.outcome,
        received_at=revision.received_at,
        queued_at=revision.queued_at,
        decided_at=revision.decided_at,
        files=tuple(PacketFileShown(**file._asdict()) for file in packets.files_of(unit, revision.id)),
    )
