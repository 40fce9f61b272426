"""Changing a packet while nobody else does, and taking files out of a draft again."""

from sqlalchemy import select

from pipeline.store.database import Unit
from pipeline.store.packets import Stored, find
from pipeline.store.tables import PacketRow, RevisionFileRow


def find_to_change(unit: Unit, tenant: str, packet_id: str) -> Stored | None:
    """Return what ``packets.find`` does, and let nobody else change the packet until the transaction ends."""
    unit.session.get(PacketRow, packet_id, with_for_update=True)
    return find(unit, tenant, packet_id)


def remove_file(unit: Unit, revision_id: str, name: str) -> bool:
    """Take a file out of a draft, out of all its slots; False where it has none of that name."""
    rows = unit.session.scalars(select(RevisionFileRow).where(RevisionFileRow.revision_id == revision_id)).all()
    named = [row for row in rows if unit.vault.open(row.sealed_name).decode() == name]
    for row in named:
        unit.session.delete(row)
    unit.session.flush()
    return bool(named)
