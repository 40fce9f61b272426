"""A revision has one verdict, whoever comes first, and its delivery is planned with it or not at all."""

import pytest

from pipeline.store import deliveries, packets, verdicts
from pipeline.store.database import Database
from pipeline.verdict import Outcome
from tests.pipeline.store.rows import NOON, TENANT, add, add_queued, after, at_once, verdict

OUTCOMES: list[Outcome] = ["accept", "review", "bounce", "bounce"]


def test_of_many_verdicts_at_once_one_counts(database: Database) -> None:
    revision = add_queued(database, "a")
    with database.unit() as unit:
        deliveries.set_endpoint(unit, TENANT, "https://portal.example/hook", NOON)

    def decide(outcome: Outcome) -> bool:
        with database.unit() as unit:
            decided = verdicts.decide(unit, revision.id, verdict(outcome=outcome))
            return decided and deliveries.plan(unit, revision.id, TENANT, NOON) is not None

    results = at_once([lambda outcome=outcome: decide(outcome) for outcome in OUTCOMES])  # type: ignore[misc]  # mypy infers no defaults
    assert results.count(True) == 1
    with database.reading() as unit:
        kept = verdicts.verdict_of(unit, revision.id)
        stored = packets.find(unit, TENANT, revision.packet_id)
        assert kept is not None
        assert stored is not None
        assert kept.outcome == stored.revision.outcome
        assert (stored.revision.state, stored.revision.decided_at) == ("decided", NOON)
        assert len(deliveries.list_deliveries(unit, TENANT, None, 10)) == 1
    assert kept == verdict(outcome=kept.outcome)


def test_a_draft_gets_no_verdict(database: Database) -> None:
    with database.unit() as unit:
        revision = add(unit, "a")
        assert not verdicts.decide(unit, revision.id, verdict())
        assert verdicts.verdict_of(unit, revision.id) is None


def test_what_fails_later_in_the_transaction_leaves_no_verdict(database: Database) -> None:
    revision = add_queued(database, "a")

    def decide_and_fail() -> None:
        with database.unit() as unit:
            verdicts.decide(unit, revision.id, verdict())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        decide_and_fail()
    with database.unit() as unit:
        assert verdicts.verdict_of(unit, revision.id) is None
        assert verdicts.decide(unit, revision.id, verdict(at=after(1)))
