"""The migrations make exactly the tables that the code knows, on both databases, and can be taken back."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from pipeline.store.database import MIGRATIONS, Database
from pipeline.store.tables import Base
from tests.pipeline.store.rows import at_once


def differences(database: Database) -> list[object]:
    with database.engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))


def test_the_migrations_make_the_tables_of_the_code(database: Database) -> None:
    database.upgrade()
    assert differences(database) == []


def test_they_can_be_taken_back_and_made_again_by_many_at_once(database: Database) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert set(inspect(database.engine).get_table_names()) <= {"alembic_version"}
    at_once([database.upgrade, database.upgrade, database.upgrade])
    assert differences(database) == []
