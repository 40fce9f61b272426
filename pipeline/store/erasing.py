"""Erasing what was deleted from SQLite's files: its pages are overwritten, and its journal is emptied now and then."""

from pipeline.store.database import Database


def empty_journal(database: Database) -> bool:
    """Have SQLite write its journal into the database and cut it; False where somebody reads, or it is PostgreSQL.

    Until then the journal holds pages as they were before something was deleted.
    """
    if database.engine.dialect.name != "sqlite":
        return False
    connection = database.engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        answer = cursor.fetchone()
        cursor.close()
        return answer is not None and answer[0] == 0
    finally:
        connection.close()
