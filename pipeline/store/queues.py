"""How much waits to be read, judged and delivered, and for how long the oldest of it has."""

from datetime import datetime
from typing import Literal, NamedTuple

from sqlalchemy import func, select

from pipeline.store.database import Unit
from pipeline.store.tables import DeliveryRow, ReadingRow, RevisionRow

QueueKind = Literal["packet", "reading", "delivery"]


class Waiting(NamedTuple):
    """How many wait, and since when the oldest does; None where none waits."""

    length: int
    since: datetime | None


def waiting(unit: Unit) -> dict[QueueKind, Waiting]:
    """Return what waits: packets for their verdict, contents for a reader, verdicts for their tenant."""
    questions = {
        "packet": select(func.count(), func.min(RevisionRow.queued_at)).where(RevisionRow.state == "queued"),
        "reading": select(func.count(), func.min(ReadingRow.created_at)).where(ReadingRow.state == "waiting"),
        "delivery": select(func.count(), func.min(DeliveryRow.created_at)).where(DeliveryRow.state == "waiting"),
    }
    kinds: tuple[QueueKind, ...] = ("packet", "reading", "delivery")
    return {kind: Waiting(*unit.session.execute(questions[kind]).one()) for kind in kinds}
