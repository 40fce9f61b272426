"""What is past its time goes, by outcome; what nobody holds goes after a day; everything else stays."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from pipeline.housekeeping import run_housekeeping
from pipeline.opening_service import open_service
from pipeline.service import Service
from pipeline.store import idempotency, packets, readings, verdicts
from pipeline.store.alone import alone
from pipeline.store.idempotency import Answered
from pipeline.store.tables import PacketRow
from pipeline.verdict import Outcome
from tests.pipeline.housekeeping.kept import audited, contents_left, packets_left, put, shas
from tests.pipeline.services import RecordingQueue
from tests.pipeline.store.rows import NOON, NUMBER, TENANT, add, add_decided, add_queued, at_once, files, manifest, verdict

DAY = timedelta(days=1)
ANSWER = Answered("f" * 64, 201, b"{}")


@pytest.mark.parametrize(("outcome", "days"), [("accept", 30), ("review", 30), ("bounce", 7)])
def test_packets_are_kept_as_long_as_their_outcome_has(service: Service, outcome: Outcome, days: int) -> None:
    packet_id = add_decided(service.database, "a", outcome=outcome).packet_id
    put(service, "a")
    run_housekeeping(service, NOON + days * DAY)
    assert packets_left(service) == {packet_id}
    run_housekeeping(service, NOON + days * DAY + timedelta(seconds=1))
    assert packets_left(service) == set()
    assert contents_left(service) == (set(), set())
    with service.database.reading() as unit:
        assert verdicts.verdict_of(unit, packet_id) is None
    ((actor, action, detail),) = audited(service)
    assert (actor, action) == ("system", "packet.deleted")
    assert f"{outcome} kept for {days} days" in detail


def test_zero_days_keep_for_good(service: Service, queue: RecordingQueue) -> None:
    packet_id = add_decided(service.database, "a").packet_id
    for_good = service.settings.model_copy(update={"keep_bounced_days": 0})
    run_housekeeping(service._replace(settings=for_good), NOON + 9999 * DAY)
    assert packets_left(service) == {packet_id}


def test_what_waits_for_its_verdict_is_never_past_its_time(service: Service) -> None:
    queued = add_queued(service.database, "a")
    decided = add_decided(service.database, "b")
    with service.database.unit() as unit:
        resubmitted = packets.begin_revision(unit, decided.packet_id, manifest(), "live", NOON)
        packets.hand_in(unit, resubmitted.id, NOON)
    put(service, "a", "b")
    run_housekeeping(service, NOON + 100 * DAY)
    assert packets_left(service) == {queued.packet_id, decided.packet_id}
    assert contents_left(service) == (shas("a", "b"), shas("a", "b"))


def test_a_forgotten_draft_goes(service: Service) -> None:
    with service.database.unit() as unit:
        add(unit, "a")
    put(service, "a")
    run_housekeeping(service, NOON + 3 * DAY)
    assert packets_left(service) == set()
    assert contents_left(service) == (set(), set())


def test_a_forgotten_draft_after_a_verdict_takes_nothing_else_along(service: Service) -> None:
    decided = add_decided(service.database, "a")
    with service.database.unit() as unit:
        draft = packets.begin_revision(unit, decided.packet_id, manifest(), "live", NOON)
        packets.add_files(unit, draft, files("a", "b"))
    put(service, "a", "b")
    run_housekeeping(service, NOON + 3 * DAY)
    with service.database.reading() as unit:
        stored = packets.find(unit, TENANT, decided.packet_id)
        assert stored is not None
        assert stored.revision.id == decided.id
    assert contents_left(service) == (shas("a"), shas("a"))
    run_housekeeping(service, NOON + 8 * DAY)
    assert packets_left(service) == set()


def test_nothing_of_what_was_deleted_is_left_on_disk(service: Service) -> None:
    if service.database.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL erases in its own time")
    folder = Path(str(service.database.engine.url.database)).parent
    add_decided(service.database, "a")
    put(service, "a")
    assert on_disk(folder, NUMBER)
    run_housekeeping(service, NOON + 8 * DAY)
    assert not on_disk(folder, NUMBER)


def on_disk(folder: Path, text: str) -> bool:
    return any(text.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_many_go_at_once(service: Service) -> None:
    with service.database.unit() as unit:
        for number in range(110):
            add(unit, said=manifest(str(number)))
    run_housekeeping(service, NOON + 3 * DAY)
    assert packets_left(service) == set()
    assert len(audited(service)) == 110


def test_orphans_go_after_a_day_and_not_before(service: Service) -> None:
    add_queued(service.database, "held")
    put(service, "held", "orphan")
    run_housekeeping(service, NOON + DAY)
    assert contents_left(service) == (shas("held", "orphan"), shas("held", "orphan"))
    run_housekeeping(service, NOON + DAY + timedelta(seconds=1))
    assert contents_left(service) == (shas("held"), shas("held"))
    assert ("system", "orphans.removed", "evidence that nobody held: 1") in audited(service)


def test_a_file_without_evidence_is_an_orphan_too(service: Service) -> None:
    put(service, "orphan")
    with service.database.unit() as unit:
        readings.drop(unit, list(shas("orphan")))
    run_housekeeping(service, NOON + 2 * DAY)
    assert contents_left(service)[0] == set()


def test_leftovers_and_old_answers_go(service: Service) -> None:
    uploads = service.settings.data_dir / "uploads"
    old, fresh = uploads / "old" / "part", uploads / "fresh" / "part"
    for path in (old, fresh):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"half a licence")
    (uploads / "loose").write_bytes(b"half a card")
    moment = datetime.now(UTC)
    for path in (old.parent, uploads / "loose"):
        os.utime(path, ((moment - 2 * DAY).timestamp(),) * 2)
    with service.database.unit() as unit:
        idempotency.remember(unit, TENANT, "old", ANSWER, moment - 2 * DAY)
        idempotency.remember(unit, TENANT, "new", ANSWER, moment)
    run_housekeeping(service, moment)
    assert list(uploads.iterdir()) == [fresh.parent]
    with service.database.reading() as unit:
        assert idempotency.answered(unit, TENANT, "old") is None
        assert idempotency.answered(unit, TENANT, "new") == ANSWER


def test_what_was_added_to_a_packet_while_it_was_deleted_goes(service: Service) -> None:
    revision = add_queued(service.database, "a")
    put(service, "a")
    with service.database.unit() as unit:
        unit.session.execute(update(PacketRow).values(deleted_at=NOON))
    run_housekeeping(service, NOON)
    with service.database.reading() as unit:
        assert packets.revisions_of(unit, revision.packet_id) == []
    assert contents_left(service) == (set(), set())


def test_a_second_round_at_the_same_time_does_no_harm(service: Service) -> None:
    for number in range(5):
        add_decided(service.database, str(number))
    put(service, *"01234")
    at_once([lambda: run_housekeeping(service, NOON + 8 * DAY)] * 3)
    run_housekeeping(service, NOON + 8 * DAY)
    assert packets_left(service) == set()
    assert contents_left(service) == (set(), set())
    assert [action for _, action, _ in audited(service)].count("packet.deleted") == 5


def test_on_postgresql_one_process_keeps_house_at_a_time(service: Service) -> None:
    if service.database.engine.dialect.name == "sqlite":
        pytest.skip("SQLite serves one process")
    with alone(service.database, "housekeeping") as first, alone(service.database, "housekeeping") as second:
        assert (first, second) == (True, False)
        add_decided(service.database, "a")
        run_housekeeping(service, NOON + 8 * DAY)
        assert len(packets_left(service)) == 1
    with alone(service.database, "housekeeping") as again:
        assert again


def test_uploads_that_cannot_be_got_at_keep_nothing_else(service: Service, tmp_path: Path) -> None:
    with service.database.unit() as unit:
        idempotency.remember(unit, TENANT, "old", ANSWER, NOON)
    nowhere = service.settings.model_copy(update={"blobs_url": "s3://nobodys", "s3_endpoint_url": "http://127.0.0.1:9"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "k")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "s")
        with open_service(nowhere, RecordingQueue()) as away:
            run_housekeeping(away, NOON + 3 * DAY)
    with service.database.reading() as unit:
        assert idempotency.answered(unit, TENANT, "old") is None


def test_a_decided_revision_is_looked_at_again_before_it_goes(service: Service) -> None:
    decided = add_decided(service.database, "a")

    def resubmit() -> bool:
        with service.database.unit() as unit:
            revision = packets.begin_revision(unit, decided.packet_id, manifest(), "live", NOON)
            return packets.hand_in(unit, revision.id, NOON)

    def keep_house() -> bool:
        run_housekeeping(service, NOON + 8 * DAY)
        return True

    at_once([resubmit, keep_house])
    run_housekeeping(service, NOON + 8 * DAY)
    with service.database.reading() as unit:
        left = packets.revisions_of(unit, decided.packet_id)
    assert [revision.number for revision in left] in ([], [1, 2])


def test_a_verdict_for_a_deleted_packet_counts_for_nothing(service: Service) -> None:
    with service.database.unit() as unit:
        revision = add(unit, "a")
    run_housekeeping(service, NOON + 3 * DAY)
    with service.database.unit() as unit:
        assert not verdicts.decide(unit, revision.id, verdict())
