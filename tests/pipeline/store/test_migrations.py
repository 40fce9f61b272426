"""The migrations make exactly the tables that the code knows, on both databases, and can be taken back."""

from collections.abc import Callable

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from pipeline.store.database import MIGRATIONS, Database
from pipeline.store.tables import Base, ReadingRow
from tests.pipeline.store.rows import at_once


def differences(database: Database) -> list[object]:
    with database.engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))


def migrate(database: Database, move: Callable[[Config, str], None], revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        move(config, revision)


def test_the_migrations_make_the_tables_of_the_code(database: Database) -> None:
    database.upgrade()
    assert differences(database) == []


def test_what_was_read_before_there_were_sheets_stays(database: Database) -> None:
    migrate(database, command.downgrade, "0001")
    values = "('1', 'ab', 'openvino-0123', 'read', 'live', :evidence, 0, '2024-06-10 04:00:00', 0)"
    with database.engine.begin() as connection:
        columns = "id, sha256, extractor, state, priority, sealed_evidence, deaths, created_at, pushes"
        connection.execute(text(f"INSERT INTO readings ({columns}) VALUES {values}"), {"evidence": b"x"})
    database.upgrade()
    with database.reading() as unit:
        row = unit.session.get_one(ReadingRow, "1")
        assert (row.sheets_key, row.sealed_evidence, row.sealed_sheets, row.documents_key) == (
            "openvino-0123",
            b"x",
            None,
            None,
        )


def test_they_can_be_taken_back_and_made_again_by_many_at_once(database: Database) -> None:
    migrate(database, command.downgrade, "base")
    assert set(inspect(database.engine).get_table_names()) <= {"alembic_version"}
    at_once([database.upgrade, database.upgrade, database.upgrade])
    assert differences(database) == []
