"""A content is read once, by one worker; a file that takes workers with it is given up, and what is lost is pushed again."""

import pytest
from sqlalchemy import select

from pipeline.reading import ReadFailure
from pipeline.store import packets, readings, workers
from pipeline.store.database import Database
from pipeline.store.readings import KeptSheets
from pipeline.store.tables import ReadingRow
from pipeline.vault import PlainVault, VaultError
from tests.pipeline.store.rows import KEYS, NOON, add_queued, after, at_once, evidence, read, sha

A, B = sha("a"), sha("b")


def asked(database: Database, *sha256s: str, priority: str = "live", at: float = 0) -> list[str]:
    with database.unit() as unit:
        return readings.ask_for(unit, sha256s, KEYS.sheets, "live" if priority == "live" else "backlog", after(at))


def claimed(database: Database, reading_id: str, worker_id: str = "w") -> str | None:
    with database.unit() as unit:
        return readings.claim(unit, reading_id, worker_id, KEYS.sheets)


def row_of(database: Database, reading_id: str) -> ReadingRow:
    with database.reading() as unit:
        return unit.session.get_one(ReadingRow, reading_id)


def failure(detail: str = "180秒内未完成") -> ReadFailure:
    return ReadFailure(kind="timeout", sha256=A, size_bytes=7, detail=detail)


def test_the_same_content_is_asked_for_once(database: Database) -> None:
    first = asked(database, A, B, A)
    assert len(first) == 2
    assert asked(database, B, A) == first[::-1]
    with database.unit() as unit:
        assert readings.ask_for(unit, [A], "other-2", "live", NOON) != first[:1]


def test_many_may_ask_for_the_same_contents_at_once(database: Database) -> None:
    words = [sha(str(number)) for number in range(6)]
    answers = at_once([lambda order=order: asked(database, *words[::order]) for order in (1, -1, 1, -1)])  # type: ignore[misc]  # mypy infers no defaults
    assert answers[0] == answers[2] == answers[1][::-1] == answers[3][::-1]


def test_one_of_two_workers_gets_a_reading(database: Database) -> None:
    (reading,) = asked(database, A)
    got = at_once([lambda worker=worker: claimed(database, reading, worker) for worker in "abcd"])  # type: ignore[misc]  # mypy infers no defaults
    assert sorted(str(one) for one in got) == sorted([A, "None", "None", "None"])
    assert row_of(database, reading).worker_id == "abcd"[got.index(A)]


def test_what_was_read_is_kept_and_not_asked_for_again(database: Database) -> None:
    (reading,) = asked(database, A)
    claimed(database, reading)
    with database.unit() as unit:
        readings.finish(unit, reading, read("a"), KEYS.documents)
        readings.finish(unit, reading, failure(), KEYS.documents)
    assert asked(database, A) == []
    assert claimed(database, reading) is None
    with database.reading() as unit:
        assert readings.outcomes_of(unit, {A: 7}, KEYS) == {A: evidence("a")}


def test_a_reading_is_kept_under_the_key_of_whoever_reads_it(database: Database) -> None:
    """Another version asked for it before this one came: it is not read twice, and nothing lies under a key not its own."""
    with database.unit() as unit:
        (older,) = readings.ask_for(unit, [A], "older", "live", NOON)
    assert claimed(database, older) == A
    with database.unit() as unit:
        readings.finish(unit, older, read("a"), KEYS.documents)
    assert asked(database, A) == []
    with database.reading() as unit:
        assert readings.outcomes_of(unit, {A: 7}, KEYS) == {A: evidence("a")}
        assert readings.outcomes_of(unit, {A: 7}, KEYS._replace(sheets="older")) is None


def test_what_is_asked_for_under_another_key_too_is_read_once(database: Database) -> None:
    with database.unit() as unit:
        older = [readings.ask_for(unit, [A], key, "live", NOON)[0] for key in ("older", "oldest")]
    got = at_once([lambda reading=reading: claimed(database, reading) for reading in older])  # type: ignore[misc]  # mypy infers no defaults
    assert sorted(str(one) for one in got) == sorted([A, "None"])
    assert asked(database, A) == [older[got.index(A)]]
    with database.reading() as unit:
        assert [row.id for row in unit.session.scalars(select(ReadingRow))] == [older[got.index(A)]]


def test_evidence_holds_while_its_documents_are_found_as_they_were(database: Database) -> None:
    (reading,) = asked(database, A)
    newer = KEYS._replace(documents="newer")
    with database.unit() as unit:
        readings.finish(unit, reading, read("a"), KEYS.documents)
        assert readings.outcomes_of(unit, {A: 7}, KEYS) == {A: evidence("a")}
        assert readings.outcomes_of(unit, {A: 7}, newer) == {A: KeptSheets(reading, read("a").sheets)}
        readings.replace_evidence(unit, {reading: evidence("b"), "0" * 32: evidence("b")}, newer.documents)
    with database.reading() as unit:
        assert readings.outcomes_of(unit, {A: 7}, newer) == {A: evidence("b")}


def test_there_is_nothing_to_judge_before_all_is_read(database: Database) -> None:
    first, second = asked(database, A, B)
    for reading, word in ((first, "a"), (second, "b")):
        with database.unit() as unit:
            assert readings.outcomes_of(unit, {A: 7, B: 7}, KEYS) is None
            assert readings.outcomes_of(unit, {sha("never asked for"): 7}, KEYS) is None
            readings.finish(unit, reading, read(word), KEYS.documents)
    with database.reading() as unit:
        assert readings.outcomes_of(unit, {A: 7, B: 7}, KEYS) == {A: evidence("a"), B: evidence("b")}
        assert readings.outcomes_of(unit, {}, KEYS) == {}


@pytest.mark.parametrize("detail", ["180秒内未完成", "长" * 2000])
def test_our_failure_is_kept_until_the_content_is_handed_in_again(database: Database, detail: str) -> None:
    (reading,) = asked(database, A)
    claimed(database, reading)
    with database.unit() as unit:
        readings.finish(unit, reading, failure(detail), KEYS.documents)
    with database.reading() as unit:
        outcomes = readings.outcomes_of(unit, {A: 7}, KEYS)
    assert outcomes == {A: failure(detail[:512])}
    assert asked(database, A) == [reading]
    assert row_of(database, reading).state == "waiting"


def test_evidence_that_cannot_be_used_any_more_is_our_failure(database: Database) -> None:
    (reading,) = asked(database, A)
    with database.unit() as unit:
        readings.finish(unit, reading, read("a"), KEYS.documents)
        row = unit.session.get_one(ReadingRow, reading)
        row.sealed_evidence = row.sealed_sheets = unit.vault.seal(b'{"of": "another version"}')
    for keys in (KEYS, KEYS._replace(documents="newer")):
        with database.reading() as unit:
            outcomes = readings.outcomes_of(unit, {A: 7}, keys)
        assert outcomes is not None
        assert isinstance(outcomes[A], ReadFailure)


def test_both_halves_are_sealed(database: Database) -> None:
    (reading,) = asked(database, A)
    with database.unit() as unit:
        readings.finish(unit, reading, read("a"), KEYS.documents)
    with database.reading() as unit:
        row = unit.session.get_one(ReadingRow, reading)
        for sealed in (row.sealed_sheets, row.sealed_evidence):
            assert sealed is not None
            with pytest.raises(VaultError):
                PlainVault().open(sealed)


def test_a_live_packet_pulls_a_backlog_forward_and_never_back(database: Database) -> None:
    (reading,) = asked(database, A, priority="backlog")
    for priority, expected in (("backlog", "backlog"), ("live", "live"), ("backlog", "live")):
        asked(database, A, priority=priority)
        assert row_of(database, reading).priority == expected


def test_what_a_worker_gives_back_is_due_at_once_without_a_mark(database: Database) -> None:
    (reading,) = asked(database, A)
    claimed(database, reading)
    with database.unit() as unit:
        readings.give_back(unit, reading, after(1))
        assert readings.due(unit, after(1), 10) == [(reading, "live")]
    assert row_of(database, reading).deaths == 0


def test_only_the_dead_lose_what_they_had_in_hand(database: Database) -> None:
    first, second = asked(database, A, B)
    with database.unit() as unit:
        dead, alive = workers.sign_on(unit, "a", NOON), workers.sign_on(unit, "b", NOON)
    claimed(database, first, dead)
    claimed(database, second, alive)
    with database.unit() as unit:
        workers.seen(unit, alive, "b", after(60))
        assert readings.free_from_the_dead(unit, after(30), after(60)) == 1
        assert readings.due(unit, after(60), 10) == [(first, "live")]
    assert (row_of(database, first).deaths, row_of(database, second).state) == (1, "reading")


def test_a_content_that_outlives_too_many_workers_is_given_up(database: Database) -> None:
    revision = add_queued(database, "a", at=after(5000))
    (reading,) = asked(database, A)
    for death in range(readings.MAX_DEATHS):
        assert claimed(database, reading, f"worker {death}") == A
        with database.unit() as unit:
            assert readings.free_from_the_dead(unit, NOON, after(death)) == 1
    assert claimed(database, reading) is None
    with database.unit() as unit:
        outcomes = readings.outcomes_of(unit, {A: 7}, KEYS)
        assert outcomes is not None
        assert isinstance(outcomes[A], ReadFailure)
        assert packets.due(unit, after(10), 10) == [(revision.id, "live")], "its revision is to be judged now"


@pytest.mark.parametrize(
    ("priority", "expected"),
    [("live", [30, 90, 210, 330, 450, 570, 690, 810, 930]), ("backlog", [30, 90, 210, 450, 930])],
)
def test_waiting_readings_are_due_ever_more_rarely(database: Database, priority: str, expected: list[int]) -> None:
    (reading,) = asked(database, A, priority=priority)
    pushes = []
    with database.unit() as unit:
        for second in range(0, 1000, 5):
            pushes += [second for pushed in readings.due(unit, after(second), 10) if pushed == (reading, priority)]
    assert pushes == expected


def test_two_sweeps_at_once_push_each_reading_once(database: Database) -> None:
    asked(database, *(sha(str(number)) for number in range(20)))

    def sweep() -> list[str]:
        with database.unit() as unit:
            return [pushed[0] for pushed in readings.due(unit, after(40), 50)]

    first, second = at_once([sweep, sweep])
    assert len(first) + len(second) == len({*first, *second}) == 20


def test_evidence_is_forgotten_whatever_it_came_from(database: Database) -> None:
    asked(database, A, B)
    with database.unit() as unit:
        readings.ask_for(unit, [A], "other-2", "live", NOON)
        readings.drop(unit, [A])
        assert readings.outcomes_of(unit, {A: 7}, KEYS) is None
    assert len(asked(database, A, B)) == 2
