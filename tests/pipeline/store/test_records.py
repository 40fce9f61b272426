"""The audit log only grows, the same request gets the same answer, workers are counted, and nobody's papers lie open."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from pipeline.store import audit, deliveries, idempotency, readings, verdicts, workers
from pipeline.store.audit import Entry
from pipeline.store.database import Database
from pipeline.store.idempotency import Answered
from pipeline.store.tables import AuditRow
from tests.pipeline.services import VAULT
from tests.pipeline.store.rows import (
    KEYS,
    NOON,
    NUMBER,
    PERSON,
    TENANT,
    add_queued,
    after,
    at_once,
    read,
    sha,
    verdict,
)

ANSWER = Answered("f" * 64, 201, f'{{"name": "{PERSON}"}}'.encode())


@pytest.mark.parametrize("change", [update(AuditRow).values(actor="nobody"), delete(AuditRow), text("DELETE FROM audit_log")])
def test_the_audit_log_refuses_to_be_changed(database: Database, change: object) -> None:
    with database.unit() as unit:
        audit.record(unit, NOON, Entry(TENANT, "key", "packet.created", "1", "policy 7", "x" * 5000))
    with pytest.raises(SQLAlchemyError, match="audit log is not"), database.unit() as unit:
        unit.session.execute(change)  # type: ignore[call-overload]  # any statement
    with database.reading() as unit:
        (entry,) = audit.entries_of(unit, TENANT, "1")
        assert (entry.at, entry.actor, entry.action, entry.policy_version) == (NOON, "key", "packet.created", "policy 7")
        assert audit.entries_of(unit, "chaoyang", "1") == []


def test_the_same_request_gets_the_same_answer(database: Database) -> None:
    with database.unit() as unit:
        assert idempotency.answered(unit, TENANT, "k") is None
        idempotency.remember(unit, TENANT, "k", ANSWER, NOON)
    with database.reading() as unit:
        assert idempotency.answered(unit, TENANT, "k") == ANSWER
        assert idempotency.answered(unit, "chaoyang", "k") is None


def test_of_two_requests_at_once_one_is_remembered(database: Database) -> None:
    def remember() -> bool:
        try:
            with database.unit() as unit:
                idempotency.remember(unit, TENANT, "k", ANSWER, NOON)
        except IntegrityError:
            return False
        return True

    assert at_once([remember] * 3).count(True) == 1


def test_old_answers_are_forgotten(database: Database) -> None:
    with database.unit() as unit:
        idempotency.remember(unit, TENANT, "old", ANSWER, NOON)
        idempotency.remember(unit, TENANT, "new", ANSWER, after(10))
        assert idempotency.forget_before(unit, after(10)) == 1
        assert idempotency.answered(unit, TENANT, "new") == ANSWER


def test_workers_live_while_they_are_seen(database: Database) -> None:
    with database.unit() as unit:
        first, second = workers.sign_on(unit, "a", NOON), workers.sign_on(unit, "b", NOON)
    with database.unit() as unit:
        workers.seen(unit, first, "a", after(60))
        assert (workers.living(unit, NOON), workers.living(unit, after(30))) == (2, 1)
        workers.forget_the_dead(unit, after(30))
        assert workers.living(unit, NOON) == 1
        workers.seen(unit, second, "b", after(61))
        workers.sign_off(unit, first)
        unit.session.flush()
        assert workers.living(unit, NOON) == 1


def test_no_name_and_no_number_lies_open_on_disk(sqlite_template: Path, tmp_path: Path) -> None:
    path = tmp_path / "yushen.db"
    path.write_bytes(sqlite_template.read_bytes())
    database = Database(f"sqlite:///{path}", VAULT)
    revision = add_queued(database, "a")
    with database.unit() as unit:
        verdicts.decide(unit, revision.id, verdict())
        (reading,) = readings.ask_for(unit, [sha("a")], KEYS.sheets, "live", NOON)
        readings.finish(unit, reading, read("a"), KEYS.documents)
        idempotency.remember(unit, TENANT, "k", ANSWER, NOON)
        secret = deliveries.set_endpoint(unit, TENANT, "https://portal.example/hook", NOON)
    database.close()
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT count(*) FROM verdicts").fetchone() == (1,)
    raw.close()
    written = b"".join(part.read_bytes() for part in tmp_path.iterdir())
    assert TENANT.encode() in written
    for open_text in (PERSON, NUMBER, secret):
        assert open_text.encode() not in written
