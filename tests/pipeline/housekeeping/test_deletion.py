"""What is deleted on request is gone at once, and nothing of anybody else's with it."""

from datetime import timedelta

from pipeline.blobs.blobs import BlobsUnavailableError
from pipeline.housekeeping import run_housekeeping
from pipeline.housekeeping.deletion import delete_packet
from pipeline.service import Service
from pipeline.store import packets
from tests.pipeline.housekeeping.kept import audited, contents_left, packets_left, put, shas
from tests.pipeline.store.rows import NOON, TENANT, add, add_decided, add_queued, at_once, files, manifest, sha


def test_files_evidence_and_verdict_go_and_the_audit_log_stays(service: Service) -> None:
    doomed = add_decided(service.database, "own", "shared")
    add_queued(service.database, "shared", tenant="chaoyang")
    put(service, "own", "shared")
    assert delete_packet(service, TENANT, doomed.packet_id, "key-1", NOON)
    assert packets_left(service) == set()
    assert contents_left(service) == (shas("shared"), shas("shared"))
    assert audited(service) == [("key-1", "packet.deleted", "on request; revisions: 1, contents removed: 1")]


def test_all_revisions_go(service: Service) -> None:
    first = add_decided(service.database, "a")
    with service.database.unit() as unit:
        second = packets.begin_revision(unit, first.packet_id, manifest(), "live", NOON)
        packets.add_files(unit, second, files("b"))
    put(service, "a", "b")
    assert delete_packet(service, TENANT, first.packet_id, "key-1", NOON)
    assert contents_left(service) == (set(), set())


def test_nobody_deletes_what_is_not_theirs_or_gone(service: Service) -> None:
    packet_id = add_decided(service.database, "a").packet_id
    assert not delete_packet(service, "chaoyang", packet_id, "key-2", NOON)
    assert not delete_packet(service, TENANT, "0" * 32, "key-1", NOON)
    assert delete_packet(service, TENANT, packet_id, "key-1", NOON)
    assert not delete_packet(service, TENANT, packet_id, "key-1", NOON)
    assert len(audited(service)) == 1


def test_of_two_deletions_at_once_none_fails(service: Service) -> None:
    packet_id = add_decided(service.database, "a", "b").packet_id
    put(service, "a", "b")
    results = at_once([lambda: delete_packet(service, TENANT, packet_id, "key-1", NOON)] * 3)
    assert any(results)
    assert contents_left(service) == (set(), set())


def test_a_content_taken_up_while_it_is_let_go_is_there_in_the_end(service: Service) -> None:
    """Whoever comes first: an upload that is told its file was stored finds it stored."""
    for round_ in range(8):
        doomed = add_decided(service.database, "a")
        put(service, "a")

        def take_up(name: str = f"2024-{round_}") -> bool:
            put_again(service)  # it may be gone the next moment: nothing holds it yet
            with service.database.unit() as unit:
                add(unit, "a", tenant="chaoyang", said=manifest(name))
                put_again(service)
            return True

        at_once([take_up, lambda packet_id=doomed.packet_id: delete_packet(service, TENANT, packet_id, "key", NOON)])  # type: ignore[misc]  # mypy infers no defaults
        assert contents_left(service)[0] == shas("a")
        with service.database.unit() as unit:
            for packet_id in packets_left(service, "chaoyang"):
                packets.delete_packet(unit, packet_id, NOON)


def put_again(service: Service) -> None:
    path = service.settings.data_dir / "again"
    path.write_bytes(b"a")
    service.blobs.put(sha("a"), path)


def test_a_store_that_is_away_leaves_the_file_to_the_sweep(service: Service) -> None:
    class Away:
        """A store that does not answer."""

        def delete(self, sha256: str) -> None:
            raise BlobsUnavailableError("the store of uploads does not answer")

    packet_id = add_decided(service.database, "a").packet_id
    put(service, "a")
    away = service._replace(blobs=Away())  # type: ignore[arg-type]  # only what is asked of it
    assert delete_packet(away, TENANT, packet_id, "key-1", NOON)
    assert packets_left(service) == set()
    assert contents_left(service) == (shas("a"), set())
    run_housekeeping(service, NOON + timedelta(days=2))
    assert contents_left(service) == (set(), set())
