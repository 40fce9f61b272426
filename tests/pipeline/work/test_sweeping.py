"""Whatever a broker or a worker lost is found and handed out again."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pipeline.packet import now
from pipeline.sandbox import Sandbox
from pipeline.service import Service
from pipeline.store import deliveries, readings, workers
from pipeline.store.tables import ReadingRow
from pipeline.work.desk import Desk
from pipeline.work.sweeping import sweep, take_over
from tests.pipeline.services import Sent
from tests.pipeline.work.desks import desk_for, sent_to
from tests.pipeline.work.test_judging import finish_reading
from tests.pipeline.working import HandedIn, page, store, submit

LATER = timedelta(minutes=5)


@pytest.fixture
def handed(service: Service, tmp_path: Path) -> HandedIn:
    """Return a packet of one file."""
    return submit(service, [store(service, page(1), tmp_path)])


@pytest.fixture
def late(service: Service, sandbox: Sandbox) -> Desk:
    """Return the desk of a worker some minutes from now."""
    return desk_for(service, sandbox, now() + LATER)


def test_a_lost_message_is_sent_again_after_a_while(handed: HandedIn, desk: Desk, late: Desk) -> None:
    (sent,) = sent_to(desk.service)
    sweep(desk, desk.clock())
    assert sent_to(desk.service) == [], "it is under way"
    sweep(late, late.clock())
    assert sent_to(desk.service) == [sent]
    sweep(late, late.clock())
    assert sent_to(desk.service) == [], "and again it is under way"


def test_a_revision_that_is_read_and_was_never_judged_is_judged(handed: HandedIn, service: Service, late: Desk) -> None:
    finish_reading(service)
    sweep(late, late.clock())
    assert sent_to(service) == [Sent("judge", handed.revision_id)]


def test_what_was_never_asked_for_under_a_new_key_is_read(handed: HandedIn, service: Service, late: Desk) -> None:
    (sent,) = sent_to(service)
    newer = late._replace(service=service._replace(evidence_keys=service.evidence_keys._replace(sheets="newer")))
    sweep(newer, newer.clock())
    asked = {one.id for one in sent_to(service)}
    assert len(asked - {sent.id}) == 1


def test_work_of_a_worker_that_died_is_free(handed: HandedIn, service: Service, desk: Desk, late: Desk) -> None:
    (sent,) = sent_to(service)
    with service.database.unit() as unit:
        readings.claim(unit, sent.id, desk.worker_id, service.evidence_keys.sheets)
    sweep(late, late.clock())
    assert sent_to(service) == [sent]
    with service.database.reading() as unit:
        row = unit.session.get_one(ReadingRow, sent.id)
        assert (row.state, row.deaths) == ("waiting", 1)
        assert workers.living(unit, now() - LATER) == 1, "the dead one is forgotten"


def test_a_worker_keeps_what_it_has_in_hand_and_gives_back_what_it_left_behind(
    handed: HandedIn, service: Service, desk: Desk
) -> None:
    (sent,) = sent_to(service)
    with service.database.unit() as unit:
        readings.claim(unit, sent.id, desk.worker_id, service.evidence_keys.sheets)
    with desk.in_hand.holding(sent.id):
        sweep(desk, desk.clock())
        assert sent_to(service) == []
    sweep(desk, desk.clock())
    assert sent_to(service) == [sent]
    with service.database.reading() as unit:
        assert unit.session.get_one(ReadingRow, sent.id).deaths == 0, "no mark against the file"


def test_a_process_that_starts_takes_over_from_the_one_before(handed: HandedIn, service: Service, desk: Desk) -> None:
    (sent,) = sent_to(service)
    with service.database.unit() as unit:
        readings.claim(unit, sent.id, "the one before", service.evidence_keys.sheets)
    take_over(desk, desk.clock())
    sweep(desk, desk.clock())
    assert sent_to(service) == [sent, Sent("read", sent.id)][:1]


def test_a_file_that_outlives_worker_after_worker_is_quarantined(handed: HandedIn, service: Service, sandbox: Sandbox) -> None:
    (sent,) = sent_to(service)
    at = now()
    for death in range(readings.MAX_DEATHS):
        with service.database.unit() as unit:
            readings.claim(unit, sent.id, f"worker {death}", service.evidence_keys.sheets)
        at += LATER
        sweep(desk_for(service, sandbox, at), at)
    with service.database.reading() as unit:
        assert unit.session.get_one(ReadingRow, sent.id).state == "failed"
    at += LATER
    sent_to(service)
    sweep(desk_for(service, sandbox, at), at)
    assert sent_to(service) == [Sent("judge", handed.revision_id)]


def test_a_delivery_that_is_due_is_sent_once_a_minute(service: Service, handed: HandedIn, desk: Desk) -> None:
    at: datetime = desk.clock()
    with service.database.unit() as unit:
        deliveries.set_endpoint(unit, "zhaopin", "https://receiver.invalid/", at)
        delivery_id = deliveries.plan(unit, handed.revision_id, "zhaopin", at)
    sent_to(service)
    for seconds, expected in ((1, [delivery_id]), (30, []), (62, [delivery_id])):
        sweep(desk, at + timedelta(seconds=seconds))
        assert [sent.id for sent in sent_to(service) if sent.kind == "deliver"] == expected
