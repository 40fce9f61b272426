"""A content is read once, whoever asks; whoever waited for it alone is judged next."""

from pathlib import Path

import pytest

from extractors.evidence import FileEvidence
from extractors.files.limits import DEFAULT_LIMITS
from pipeline.errors import EngineUnavailableError
from pipeline.reading import EngineChoice, ReadFailure
from pipeline.sandbox import Sandbox
from pipeline.store import readings
from pipeline.store.tables import ReadingRow
from pipeline.work.desk import Desk
from pipeline.work.reading import read
from tests.pipeline.services import Sent
from tests.pipeline.work.desks import LIMITS, sent_to
from tests.pipeline.working import page, store, submit


def reading_ids(desk: Desk) -> list[str]:
    """Return the readings that the queue was given, and forget them."""
    return [sent.id for sent in sent_to(desk.service) if sent.kind == "read"]


def state_of(desk: Desk, reading_id: str) -> str:
    with desk.service.database.reading() as unit:
        return unit.session.get_one(ReadingRow, reading_id).state


def test_a_packet_is_judged_once_its_last_file_is_read(desk: Desk, tmp_path: Path) -> None:
    handed = submit(desk.service, [store(desk.service, page(number), tmp_path) for number in (1, 2)])
    first, last = reading_ids(desk)
    read(desk, first)
    assert sent_to(desk.service) == []
    read(desk, last)
    assert sent_to(desk.service) == [Sent("judge", handed.revision_id)]
    assert desk.in_hand.ids() == frozenset()


def test_a_second_message_does_nothing(desk: Desk, tmp_path: Path) -> None:
    submit(desk.service, [store(desk.service, page(1), tmp_path)])
    (reading_id,) = reading_ids(desk)
    read(desk, reading_id)
    sent_to(desk.service)
    read(desk, reading_id)
    assert sent_to(desk.service) == []


def test_packets_that_share_a_file_are_both_judged_after_one_reading(desk: Desk, tmp_path: Path) -> None:
    file = store(desk.service, page(1), tmp_path)
    handed = [submit(desk.service, [file]), submit(desk.service, [file], "backlog")]
    ids = reading_ids(desk)
    assert ids[0] == ids[1]
    read(desk, ids[0])
    assert {sent.id for sent in sent_to(desk.service)} == {one.revision_id for one in handed}


def test_a_content_beyond_every_limit_is_cut(desk: Desk, tmp_path: Path) -> None:
    file = store(desk.service, page(1) + bytes(DEFAULT_LIMITS.max_bytes + 100), tmp_path)
    submit(desk.service, [file])
    read(desk, reading_ids(desk)[0])
    with desk.service.database.reading() as unit:
        outcomes = readings.outcomes_of(unit, {file.sha256: file.size_bytes}, desk.service.evidence_keys)
    assert outcomes is not None
    evidence = outcomes[file.sha256]
    assert isinstance(evidence, FileEvidence)
    assert evidence.size_bytes == DEFAULT_LIMITS.max_bytes + 1


def test_a_content_that_is_gone_fails_and_its_packet_is_judged(desk: Desk, tmp_path: Path) -> None:
    file = store(desk.service, page(1), tmp_path)
    handed = submit(desk.service, [file])
    desk.service.blobs.delete(file.sha256)
    read(desk, reading_ids(desk)[0])
    with desk.service.database.reading() as unit:
        outcomes = readings.outcomes_of(unit, {file.sha256: file.size_bytes}, desk.service.evidence_keys)
    assert outcomes is not None
    assert isinstance(outcomes[file.sha256], ReadFailure)
    assert sent_to(desk.service) == [Sent("judge", handed.revision_id)]


def test_a_worker_that_stops_gives_its_reading_back(desk: Desk, tmp_path: Path) -> None:
    submit(desk.service, [store(desk.service, page(1), tmp_path)])
    (reading_id,) = reading_ids(desk)
    closed = Sandbox(LIMITS)
    closed.close()
    read(desk._replace(sandbox=closed), reading_id)
    assert state_of(desk, reading_id) == "waiting"


def test_a_worker_without_models_gives_its_reading_back_and_says_so(desk: Desk, tmp_path: Path) -> None:
    submit(desk.service, [store(desk.service, page(1), tmp_path)])
    (reading_id,) = reading_ids(desk)
    with pytest.raises(EngineUnavailableError):
        read(desk._replace(engine=EngineChoice("paddle", tmp_path)), reading_id)
    assert state_of(desk, reading_id) == "waiting"
    read(desk, reading_id)
    assert state_of(desk, reading_id) == "read"
