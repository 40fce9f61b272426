"""Which revisions can be judged: those whose contents are all read, or given up."""

from sqlalchemy import ColumnElement, and_, or_, select

from pipeline.store.database import Unit
from pipeline.store.tables import Priority, ReadingRow, RevisionFileRow, RevisionRow


def ready_with(unit: Unit, sha256: str, sheets_key: str) -> list[tuple[str, Priority]]:
    """Return the queued revisions that hold a content and wait for no other."""
    holds = select(RevisionFileRow.id).where(RevisionFileRow.revision_id == RevisionRow.id, RevisionFileRow.sha256 == sha256)
    rows = unit.session.execute(
        select(RevisionRow.id, RevisionRow.priority).where(RevisionRow.state == "queued", holds.exists(), ~_waits(sheets_key))
    )
    return [(revision_id, priority) for revision_id, priority in rows]


def is_ready(unit: Unit, revision_id: str, sheets_key: str) -> bool:
    """Whether a revision is queued and all its contents are read, or given up."""
    query = select(RevisionRow.id).where(
        RevisionRow.id == revision_id,
        RevisionRow.state == "queued",
        ~_waits(sheets_key),
    )
    return unit.session.scalar(query) is not None


def unasked(unit: Unit, revision_id: str, sheets_key: str) -> list[str]:
    """Return a revision's contents that nobody asked to read under this key: it is a new one, or they were forgotten."""
    rows = unit.session.scalars(
        select(RevisionFileRow.sha256)
        .outerjoin(ReadingRow, and_(ReadingRow.sha256 == RevisionFileRow.sha256, ReadingRow.sheets_key == sheets_key))
        .where(RevisionFileRow.revision_id == revision_id, ReadingRow.id.is_(None))
        .distinct()
    )
    return list(rows)


def _waits(sheets_key: str) -> ColumnElement[bool]:
    """Whether a revision has a content that is not asked for or unfinished."""
    return (
        select(RevisionFileRow.id)
        .outerjoin(ReadingRow, and_(ReadingRow.sha256 == RevisionFileRow.sha256, ReadingRow.sheets_key == sheets_key))
        .where(
            RevisionFileRow.revision_id == RevisionRow.id,
            or_(ReadingRow.id.is_(None), ReadingRow.state.in_(("waiting", "reading"))),
        )
        .exists()
    )
