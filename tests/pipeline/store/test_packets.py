"""Packets are seen by their tenant alone, listed page by page, handed in once, and leave nothing when deleted."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pipeline.store import packets, verdicts
from pipeline.store.database import Database
from pipeline.store.packets import Filters, StoredFile
from pipeline.store.tables import Base, DeliveryRow, PacketRow, RevisionFileRow, RevisionRow, VerdictRow
from tests.pipeline.store.rows import (
    NOON,
    NUMBER,
    TENANT,
    add,
    add_decided,
    add_queued,
    after,
    at_once,
    files,
    manifest,
    sha,
    verdict,
)


def test_what_was_said_and_sent_comes_back(database: Database) -> None:
    with database.unit() as unit:
        revision = add(unit, "licence", "card")
        packets.add_files(unit, revision, [StoredFile("more.pdf", "id_card", sha("more"), 9)])
    with database.reading() as unit:
        stored = packets.find(unit, TENANT, revision.packet_id)
        assert stored is not None
        assert packets.manifest_of(unit, stored.revision) == manifest()
        assert packets.files_of(unit, revision.id) == [
            *files("licence", "card"),
            StoredFile("more.pdf", "id_card", sha("more"), 9),
        ]
        assert (stored.revision.received_at, stored.packet.created_at) == (NOON, NOON)


def test_another_tenant_finds_and_lists_nothing(database: Database) -> None:
    mine, theirs = add_queued(database, "a"), add_queued(database, "a", tenant="chaoyang")
    with database.reading() as unit:
        assert packets.find(unit, TENANT, theirs.packet_id) is None
        assert packets.find(unit, "chaoyang", mine.packet_id) is None
        assert packets.find(unit, TENANT, "0" * 32) is None
        assert [stored.packet.id for stored in packets.list_packets(unit, TENANT, Filters(), 50)] == [mine.packet_id]
        assert packets.list_packets(unit, "nobody", Filters(), 50) == []


def test_pages_follow_one_another_newest_first(database: Database) -> None:
    added = [add_queued(database, at=after(second // 2)).packet_id for second in range(7)]
    seen: list[str] = []
    before = None
    with database.reading() as unit:
        while page := packets.list_packets(unit, TENANT, Filters(before=before), 3):
            seen += [stored.packet.id for stored in page]
            before = (page[-1].packet.created_at, page[-1].packet.id)
    assert sorted(seen) == sorted(added)
    assert set(seen[:1]) == set(added[6:])


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), {"queued", "decided", "draft"}),
        (Filters(state="queued"), {"queued"}),
        (Filters(outcome="bounce"), {"decided"}),
        (Filters(outcome="accept"), set()),
        (Filters(scenario="individual_withdrawal"), {"draft"}),
        (Filters(external_id="2024-draft"), {"draft"}),
        (Filters(external_id="2024-draft\0"), {"draft"}),
        (Filters(since=after(1)), {"queued", "decided"}),
        (Filters(until=after(2)), {"queued", "draft"}),
        (Filters(since=after(1), until=after(2)), {"queued"}),
    ],
)
def test_listings_are_narrowed(database: Database, filters: Filters, found: set[str]) -> None:
    with database.unit() as unit:
        draft = add(unit, said=manifest("2024-draft", scenario="individual_withdrawal"))
    ids = {
        "draft": draft.packet_id,
        "queued": add_queued(database, at=after(1)).packet_id,
        "decided": add_decided(database, at=after(2)).packet_id,
    }
    with database.reading() as unit:
        listed = {stored.packet.id for stored in packets.list_packets(unit, TENANT, filters, 50)}
    assert listed == {ids[name] for name in found}


def test_a_listing_shows_the_latest_revision(database: Database) -> None:
    first = add_decided(database, "a")
    with database.unit() as unit:
        second = packets.begin_revision(unit, first.packet_id, manifest("2024-2"), "live", after(5))
    with database.reading() as unit:
        (stored,) = packets.list_packets(unit, TENANT, Filters(), 50)
        assert (stored.revision.id, stored.revision.number, stored.revision.state) == (second.id, 2, "draft")
        assert [revision.number for revision in packets.revisions_of(unit, first.packet_id)] == [1, 2]
        assert packets.list_packets(unit, TENANT, Filters(outcome="bounce"), 50) == []


def test_revisions_begun_at_once_get_numbers_of_their_own(database: Database) -> None:
    packet_id = add_decided(database, "a").packet_id

    def begin() -> int:
        with database.unit() as unit:
            return packets.begin_revision(unit, packet_id, manifest(), "live", NOON).number

    assert sorted(at_once([begin] * 4)) == [2, 3, 4, 5]


def test_a_draft_is_handed_in_once(database: Database) -> None:
    with database.unit() as unit:
        revision = add(unit, "a")

    def hand_in() -> bool:
        with database.unit() as unit:
            return packets.hand_in(unit, revision.id, NOON)

    assert sorted(at_once([hand_in] * 4)) == [False, False, False, True]


def test_a_file_comes_into_a_draft_or_not_at_all(database: Database) -> None:
    with database.unit() as unit:
        revision = add(unit, "a")

    def hand_in() -> int:
        with database.unit() as unit:
            packets.hand_in(unit, revision.id, NOON)
            return len(packets.files_of(unit, revision.id))

    def add_one() -> int:
        with database.unit() as unit:
            return int(packets.add_files(unit, revision, files("late")))

    handed_in, added = at_once([hand_in, add_one])
    with database.reading() as unit:
        assert len(packets.files_of(unit, revision.id)) == 1 + added == handed_in


def test_waiting_revisions_are_due_ever_more_rarely(database: Database) -> None:
    revision = add_queued(database)
    pushes = []
    with database.unit() as unit:
        for second in range(0, 1000, 5):
            pushes += [second for pushed in packets.due(unit, after(second), 10) if pushed == (revision.id, "live")]
    assert pushes == [30, 90, 210, 330, 450, 570, 690, 810, 930]


def test_the_longest_waiting_are_due_first_and_no_more_than_asked(database: Database) -> None:
    late, early = add_queued(database, at=after(3)), add_queued(database, at=after(1))
    with database.unit() as unit:
        assert packets.due(unit, after(60), 1) == [(early.id, "live")]
        assert packets.due(unit, after(60), 9) == [(late.id, "live")]


def test_drafts_and_decided_revisions_are_never_due(database: Database) -> None:
    add_decided(database)
    with database.unit() as unit:
        add(unit, "a")
        assert packets.due(unit, NOON + timedelta(days=30), 10) == []


def test_a_content_tells_who_waits_for_it(database: Database) -> None:
    first, second = add_queued(database, "a", "b"), add_queued(database, "a", "a")
    add_decided(database, "a")
    with database.unit() as unit:
        add(unit, "a")
        assert {pushed[0] for pushed in packets.waiting_for(unit, sha("a"))} == {first.id, second.id}
        assert packets.waiting_for(unit, sha("b")) == [(first.id, "live")]


def test_only_contents_that_nobody_else_holds_are_let_go(database: Database) -> None:
    doomed = add_decided(database, "shared", "own")
    add_queued(database, "shared", tenant="chaoyang")
    with database.unit() as unit:
        assert packets.delete_packet(unit, doomed.packet_id, NOON) == [sha("own")]
        assert packets.find(unit, TENANT, doomed.packet_id) is None
    with database.reading() as unit:
        assert packets.list_packets(unit, TENANT, Filters(), 50) == []
        for table in (RevisionRow, RevisionFileRow, VerdictRow, DeliveryRow):
            of_packet: type[Base] = table
            assert len(unit.session.scalars(select(of_packet)).all()) == (table in (RevisionRow, RevisionFileRow))
        assert unit.session.get_one(PacketRow, doomed.packet_id).deleted_at == NOON


def test_a_deleted_packet_is_decided_no_more(database: Database) -> None:
    revision = add_queued(database, "a")
    with database.unit() as unit:
        packets.delete_packet(unit, revision.packet_id, NOON)
    with database.unit() as unit:
        assert not verdicts.decide(unit, revision.id, verdict())


@pytest.mark.parametrize("text", ["x" * 5000, "a\0b", NUMBER, "名" * 300])
def test_a_caller_may_name_a_packet_as_it_likes(database: Database, text: str) -> None:
    with database.unit() as unit:
        revision = add(unit, said=manifest(text, scenario=text, region=text))
    with database.reading() as unit:
        (stored,) = packets.list_packets(unit, TENANT, Filters(external_id=text, scenario=text), 5)
        assert packets.manifest_of(unit, stored.revision).packet_id == text
        assert stored.revision.id == revision.id
