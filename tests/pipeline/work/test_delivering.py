"""A verdict is sent until it arrives or is a dead letter; a dead letter can be sent again, the same bytes."""

import json
from pathlib import Path

import pytest

from pipeline.packet import now
from pipeline.service import Service
from pipeline.store import deliveries
from pipeline.store.tables import DeliveryRow
from pipeline.work.delivering import deliver
from pipeline.work.desk import Desk
from pipeline.work.judging import judge
from tests.pipeline.work.desks import sent_to
from tests.pipeline.work.test_judging import finish_reading
from tests.pipeline.working import TENANT, page, receiver, store, submit, verdict_of

AWAY = "http://127.0.0.1:1/"


@pytest.fixture
def open_desk(desk: Desk) -> Desk:
    """Return a desk that may send to this machine, three times."""
    changed = {"webhook_allow_private": True, "webhook_attempts": 3}
    return desk._replace(service=desk.service._replace(settings=desk.service.settings.model_copy(update=changed)))


def decided(service: Service, folder: Path) -> str:
    """Have a packet decided and return its delivery."""
    handed = submit(service, [store(service, page(1), folder)])
    finish_reading(service)
    judge(service, handed.revision_id, now)
    (sent,) = sent_to(service)
    return sent.id


def row_of(service: Service, delivery_id: str) -> DeliveryRow:
    with service.database.reading() as unit:
        return unit.session.get_one(DeliveryRow, delivery_id)


def test_what_arrives_holds_the_verdict_and_arrives_once(open_desk: Desk, tmp_path: Path) -> None:
    service = open_desk.service
    with receiver(service) as inbox:
        handed = submit(service, [store(service, page(1), tmp_path)])
        finish_reading(service)
        judge(service, handed.revision_id, now)
        (sent,) = sent_to(service)
        deliver(open_desk, sent.id)
        deliver(open_desk, sent.id)
    body = json.loads(inbox.bodies[sent.id])
    verdict = verdict_of(service, handed)
    assert verdict is not None
    assert body == {
        "delivery_id": sent.id,
        "event": "verdict.decided",
        "packet_id": handed.packet_id,
        "revision": 1,
        "verdict": json.loads(verdict.model_dump_json()),
    }
    assert (inbox.repeated, inbox.refused) == (0, 0)
    assert row_of(service, sent.id).state == "delivered"


def test_a_receiver_that_stays_away_makes_a_dead_letter_which_can_be_sent_again(open_desk: Desk, tmp_path: Path) -> None:
    service = open_desk.service
    with service.database.unit() as unit:
        deliveries.set_endpoint(unit, TENANT, AWAY, now())
    delivery_id = decided(service, tmp_path)
    for attempts, state in ((1, "waiting"), (2, "waiting"), (3, "dead")):
        deliver(open_desk, delivery_id)
        row = row_of(service, delivery_id)
        assert (row.state, row.attempts, row.last_error) == (state, attempts, "ConnectError")
        assert (row.push_at is None) == (state == "dead")
    deliver(open_desk, delivery_id)
    assert row_of(service, delivery_id).attempts == 3, "a dead letter lies"
    with receiver(service) as inbox:
        for _ in range(2):
            with service.database.unit() as unit:
                assert deliveries.send_again(unit, TENANT, delivery_id, now())
            deliver(open_desk, delivery_id)
    assert (len(inbox.bodies), inbox.repeated, inbox.differing, inbox.refused) == (1, 1, 0, 0)


def test_a_private_address_is_not_sent_to(desk: Desk, tmp_path: Path) -> None:
    with receiver(desk.service) as inbox:
        delivery_id = decided(desk.service, tmp_path)
        deliver(desk, delivery_id)
    assert not inbox.bodies
    assert "private" in (row_of(desk.service, delivery_id).last_error or "")


def test_without_an_endpoint_any_more_it_is_a_dead_letter(open_desk: Desk, tmp_path: Path) -> None:
    service = open_desk.service
    with service.database.unit() as unit:
        deliveries.set_endpoint(unit, TENANT, AWAY, now())
    delivery_id = decided(service, tmp_path)
    with service.database.unit() as unit:
        deliveries.remove_endpoint(unit, TENANT)
    deliver(open_desk, delivery_id)
    assert row_of(service, delivery_id).state == "dead"
