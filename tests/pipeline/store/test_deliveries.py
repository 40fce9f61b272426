"""One delivery for a verdict: sent by one worker at a time, tried again, given up, sent again when asked."""

import pytest

from pipeline.store import deliveries, verdicts, workers
from pipeline.store.database import Database
from pipeline.store.tables import DeliveryRow
from tests.pipeline.store.rows import NOON, TENANT, add_queued, after, at_once, verdict


@pytest.fixture
def delivery(database: Database) -> str:
    """Return a delivery that waits to be sent."""
    revision = add_queued(database, "a")
    with database.unit() as unit:
        deliveries.set_endpoint(unit, TENANT, "https://portal.example/hook", NOON)
        verdicts.decide(unit, revision.id, verdict())
        planned = deliveries.plan(unit, revision.id, TENANT, NOON)
    assert planned is not None
    return planned


def row_of(database: Database, delivery: str) -> DeliveryRow:
    with database.reading() as unit:
        return unit.session.get_one(DeliveryRow, delivery)


def test_without_an_endpoint_nothing_is_planned(database: Database) -> None:
    revision = add_queued(database, "a")
    with database.unit() as unit:
        assert deliveries.endpoint_of(unit, TENANT) is None
        assert deliveries.plan(unit, revision.id, TENANT, NOON) is None


def test_an_endpoint_set_again_has_a_new_secret(database: Database) -> None:
    with database.unit() as unit:
        secrets = {deliveries.set_endpoint(unit, TENANT, f"https://portal.example/{number}", NOON) for number in range(2)}
        endpoint = deliveries.endpoint_of(unit, TENANT)
        assert endpoint is not None
        assert endpoint.url == "https://portal.example/1"
        assert endpoint.secret in secrets
        assert len(secrets) == 2
        assert deliveries.remove_endpoint(unit, TENANT)
        assert not deliveries.remove_endpoint(unit, TENANT)


def test_one_of_many_workers_sends(database: Database, delivery: str) -> None:
    def claim() -> bool:
        with database.unit() as unit:
            return deliveries.claim(unit, delivery, "w") is not None

    assert at_once([claim] * 4).count(True) == 1
    assert row_of(database, delivery).attempts == 1


def test_what_arrived_is_not_sent_again_unless_asked(database: Database, delivery: str) -> None:
    with database.unit() as unit:
        deliveries.claim(unit, delivery, "w")
        deliveries.arrived(unit, delivery, after(1))
        assert deliveries.claim(unit, delivery, "w") is None
        assert deliveries.due(unit, after(9999), after(9999), 10) == []
        assert not deliveries.send_again(unit, "chaoyang", delivery, after(2)), "another tenant's"
        assert deliveries.send_again(unit, TENANT, delivery, after(2))
        assert not deliveries.send_again(unit, TENANT, delivery, after(2)), "it waits already"
        assert deliveries.due(unit, after(2), after(60), 10) == [delivery]


def test_a_failure_is_tried_again_later_and_given_up_in_the_end(database: Database, delivery: str) -> None:
    with database.unit() as unit:
        deliveries.claim(unit, delivery, "w")
        deliveries.failed(unit, delivery, "HTTP 500" * 200, after(60))
        assert deliveries.due(unit, after(59), after(99), 10) == []
        assert deliveries.due(unit, after(60), after(99), 10) == [delivery]
        assert deliveries.due(unit, after(61), after(99), 10) == [], "its message is under way"
        deliveries.claim(unit, delivery, "w")
        deliveries.failed(unit, delivery, "HTTP 500", None)
        assert [row.id for row in deliveries.list_deliveries(unit, TENANT, "dead", 10)] == [delivery]
        assert deliveries.list_deliveries(unit, "chaoyang", None, 10) == []
        assert deliveries.due(unit, after(9999), after(9999), 10) == []
    assert (row_of(database, delivery).attempts, row_of(database, delivery).last_error) == (2, "HTTP 500")


def test_only_the_dead_lose_what_they_were_sending(database: Database, delivery: str) -> None:
    with database.unit() as unit:
        worker = workers.sign_on(unit, "a", NOON)
        deliveries.claim(unit, delivery, worker)
        unit.session.flush()
        assert deliveries.free_from_the_dead(unit, NOON, after(1)) == 0
        assert deliveries.free_from_the_dead(unit, after(1), after(2)) == 1
        assert deliveries.due(unit, after(2), after(60), 10) == [delivery]
