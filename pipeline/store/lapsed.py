"""Which packets are past their time. Each is looked at again, locked, in the transaction that deletes it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from pipeline.store.database import Unit
from pipeline.store.tables import PacketRow, RevisionRow
from pipeline.verdict import Outcome


class Lapse(NamedTuple):
    """What is past its time: packets whose latest revision got this verdict, None for drafts, before a moment."""

    outcome: Outcome | None
    before: datetime


def lapsed(unit: Unit, lapse: Lapse, limit: int) -> Sequence[PacketRow]:
    """Return packets past their time, at most so many."""
    return unit.session.scalars(_lapsed(lapse).order_by(PacketRow.id).limit(limit)).all()


def is_lapsed(unit: Unit, lapse: Lapse, packet_id: str) -> bool:
    """Whether a packet is past its time still; it is locked until the transaction ends: nobody resubmits it meanwhile."""
    unit.session.execute(select(PacketRow.id).where(PacketRow.id == packet_id).with_for_update())
    return unit.session.scalars(_lapsed(lapse).where(PacketRow.id == packet_id)).first() is not None


def half_deleted(unit: Unit, limit: int) -> Sequence[PacketRow]:
    """Return deleted packets that got another revision at the very moment they were deleted."""
    query = select(PacketRow).where(PacketRow.deleted_at.is_not(None), PacketRow.id.in_(select(RevisionRow.packet_id)))
    return unit.session.scalars(query.limit(limit)).all()


def _lapsed(lapse: Lapse) -> Select[PacketRow]:
    of_packet = aliased(RevisionRow)
    latest = select(func.max(of_packet.number)).where(of_packet.packet_id == PacketRow.id).scalar_subquery()
    query = (
        select(PacketRow)
        .join(RevisionRow, RevisionRow.packet_id == PacketRow.id)
        .where(RevisionRow.number == latest, PacketRow.deleted_at.is_(None))
    )
    if lapse.outcome is None:
        return query.where(RevisionRow.state == "draft", RevisionRow.received_at < lapse.before)
    return query.where(
        RevisionRow.state == "decided", RevisionRow.outcome == lapse.outcome, RevisionRow.decided_at < lapse.before
    )
