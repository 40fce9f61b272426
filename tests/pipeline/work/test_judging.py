"""One verdict for a revision, whoever comes to it and however often; what fails on our side goes to a person."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from extractors.evidence import FileEvidence
from pipeline.packet import Manifest, now
from pipeline.service import Service
from pipeline.store import audit, deliveries, readings, verdicts
from pipeline.work import judging
from pipeline.work.judging import DECIDED, judge
from tests.pipeline.services import Sent
from tests.pipeline.work.desks import sent_to
from tests.pipeline.working import TENANT, HandedIn, page, store, submit, verdict_of


@pytest.fixture
def handed(service: Service, tmp_path: Path) -> HandedIn:
    """Return a packet of one file whose reading is still to be done."""
    return submit(service, [store(service, page(1), tmp_path)])


def finish_reading(service: Service) -> None:
    """Find nothing in what waits to be read."""
    with service.database.unit() as unit:
        for sent in sent_to(service):
            sha256 = readings.claim(unit, sent.id, "somebody")
            assert sha256 is not None
            nothing = FileEvidence(sha256=sha256, size_bytes=1, format="png", page_count=1, extractor="blank")
            readings.finish(unit, sent.id, nothing)


def with_endpoint(service: Service) -> None:
    with service.database.unit() as unit:
        deliveries.set_endpoint(unit, TENANT, "https://receiver.invalid/", now())


def test_a_revision_is_decided_logged_and_sent_in_one_go(service: Service, handed: HandedIn) -> None:
    with_endpoint(service)
    finish_reading(service)
    judge(service, handed.revision_id, now)
    verdict = verdict_of(service, handed)
    assert verdict is not None
    assert verdict.packet_id == handed.packet_id, "the applicant gave none"
    assert "doc.missing" in {finding.code for finding in verdict.findings}
    with service.database.reading() as unit:
        (entry,) = audit.entries_of(unit, TENANT, handed.packet_id)
        (delivery,) = deliveries.list_deliveries(unit, TENANT, None, 10)
    assert (entry.action, entry.policy_version, entry.actor) == (DECIDED, verdict.policy_version, audit.SYSTEM)
    assert sent_to(service) == [Sent("deliver", delivery.id)]


def test_a_revision_whose_file_is_not_read_yet_waits(service: Service, handed: HandedIn) -> None:
    judge(service, handed.revision_id, now)
    assert verdict_of(service, handed) is None


def test_many_at_once_give_one_verdict_and_one_delivery(service: Service, handed: HandedIn) -> None:
    with_endpoint(service)
    finish_reading(service)
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda _: judge(service, handed.revision_id, now), range(6)))
    assert [sent.kind for sent in sent_to(service)] == ["deliver"]
    with service.database.reading() as unit:
        assert len(audit.entries_of(unit, TENANT, handed.packet_id)) == 1
    first = verdict_of(service, handed)
    judge(service, handed.revision_id, now)
    assert verdict_of(service, handed) == first


def test_without_an_endpoint_nothing_is_sent(service: Service, handed: HandedIn) -> None:
    finish_reading(service)
    judge(service, handed.revision_id, now)
    assert sent_to(service) == []


@pytest.mark.parametrize(
    ("scenario", "detail"), [("no_such_scenario", "no_such_scenario"), ("", "ZeroDivisionError")], ids=["no policy", "a crash"]
)
def test_what_we_cannot_judge_goes_to_a_person(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scenario: str, detail: str
) -> None:
    handed = submit(service, [store(service, page(1), tmp_path)], manifest=Manifest(scenario=scenario, packet_id="2024-7"))
    finish_reading(service)
    if not scenario:
        monkeypatch.setattr(judging, "look", lambda *_: 1 // 0)
    judge(service, handed.revision_id, now)
    verdict = verdict_of(service, handed)
    assert verdict is not None
    assert (verdict.outcome, verdict.packet_id) == ("review", "2024-7")
    (finding,) = verdict.findings
    assert finding.code == "system.failed"
    assert detail in finding.detail


def test_a_deleted_revision_is_passed_over(service: Service) -> None:
    judge(service, "0" * 32, now)
    with service.database.reading() as unit:
        assert verdicts.verdict_of(unit, "0" * 32) is None
