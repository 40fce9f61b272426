"""A queue inside one process is lost with it: when a process starts, all that waits has to be pushed anew."""

from datetime import datetime

from sqlalchemy import update

from pipeline.store.database import Unit
from pipeline.store.tables import ReadingRow, RevisionRow


def push_all(unit: Unit, now: datetime) -> None:
    """Make all that waits to be read or judged due at once. Deliveries keep their time: they may be between two attempts."""
    unit.session.execute(update(ReadingRow).where(ReadingRow.state == "waiting").values(push_at=now, pushes=0))
    unit.session.execute(update(RevisionRow).where(RevisionRow.state == "queued").values(push_at=now, pushes=0))
