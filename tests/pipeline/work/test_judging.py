"""One verdict for a revision, whoever comes to it and however often; what fails on our side goes to a person."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select, update

from extractors.evidence import PageEvidence
from extractors.recognise import evidence_of
from extractors.sheets import FileSheets, SheetEvidence
from pipeline.packed_sheets import pack, unpack
from pipeline.packet import Manifest, now
from pipeline.reading import ReadFile
from pipeline.service import Service
from pipeline.store import audit, deliveries, readings, verdicts
from pipeline.store.tables import ReadingRow
from pipeline.work import finding_anew, judging
from pipeline.work.judging import DECIDED, judge
from tests.extractors.documents.lines import sheet
from tests.pipeline.services import Sent
from tests.pipeline.work.desks import sent_to
from tests.pipeline.working import TENANT, HandedIn, page, store, submit, verdict_of

LINES = sheet("# 离职证明", "姓名：王芳", "离职日期：2024年5月31日", "> 样例科技有限公司", "> 2024年6月3日").lines
CERTIFICATE = SheetEvidence(
    page=PageEvidence(number=1, width_px=1240, height_px=1754, lines=LINES), print_lines=tuple(range(len(LINES)))
)


@pytest.fixture
def handed(service: Service, tmp_path: Path) -> HandedIn:
    """Return a packet of one file whose reading is still to be done."""
    return submit(service, [store(service, page(1), tmp_path)])


def finish_reading(service: Service) -> None:
    """Find nothing in what waits to be read."""
    with service.database.unit() as unit:
        for sent in sent_to(service):
            sha256 = readings.claim(unit, sent.id, "somebody", service.evidence_keys.sheets)
            assert sha256 is not None
            nothing = FileSheets(sha256=sha256, size_bytes=1, format="png", page_count=1, engine="blank")
            readings.finish(unit, sent.id, ReadFile(nothing, evidence_of(nothing)), service.evidence_keys.documents)


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


def found_nothing_on(service: Service, sheets: SheetEvidence) -> None:
    """Read what waits to be read, as somebody who knew none of the documents on it."""
    with service.database.unit() as unit:
        for sent in sent_to(service):
            sha256 = readings.claim(unit, sent.id, "somebody", service.evidence_keys.sheets)
            assert sha256 is not None
            file = FileSheets(sha256=sha256, size_bytes=1, format="png", page_count=1, sheets=(sheets,), engine="blank")
            nothing = evidence_of(file).model_copy(update={"documents": ()})
            readings.finish(unit, sent.id, ReadFile(file, nothing), service.evidence_keys.documents)


def types_seen(service: Service, handed: HandedIn) -> list[str]:
    judge(service, handed.revision_id, now)
    verdict = verdict_of(service, handed)
    assert verdict is not None
    return [document.type for document in verdict.documents]


def test_changed_readers_find_documents_on_stored_sheets_once(
    service: Service, handed: HandedIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is read for it: there is no worker here, no child process, and no file any more."""
    found_nothing_on(service, CERTIFICATE)
    assert types_seen(service, handed) == ["unknown"]
    file = store(service, page(1), tmp_path)
    newer = service._replace(evidence_keys=service.evidence_keys._replace(documents="newer"))
    first, second = submit(newer, [file]), submit(newer, [file])
    assert {sent.kind for sent in sent_to(newer)} == {"judge"}
    service.blobs.delete(file.sha256)
    assert types_seen(newer, first) == ["termination_certificate"]
    monkeypatch.setattr(finding_anew, "evidence_of", lambda _: 1 // 0)
    assert types_seen(newer, second) == ["termination_certificate"], "it was kept"


def test_sheets_that_changed_readers_stumble_over_go_to_a_person(service: Service, handed: HandedIn) -> None:
    newer = service._replace(evidence_keys=service.evidence_keys._replace(documents="newer"))
    found_nothing_on(service, CERTIFICATE)
    with service.database.unit() as unit:
        (row,) = unit.session.scalars(select(ReadingRow))
        assert row.sealed_sheets is not None
        sheets = unpack(unit.vault.open(row.sealed_sheets))
        stumbling = CERTIFICATE.model_copy(update={"print_lines": (99,)})
        row.sealed_sheets = unit.vault.seal(pack(sheets.model_copy(update={"sheets": (stumbling,)})))
    judge(newer, handed.revision_id, now)
    verdict = verdict_of(newer, handed)
    assert verdict is not None
    assert verdict.outcome == "review"
    (finding,) = [finding for finding in verdict.findings if finding.code == "system.failed"]
    assert "IndexError" in finding.detail


def test_evidence_from_before_there_were_sheets_is_read_again(service: Service, handed: HandedIn, tmp_path: Path) -> None:
    finish_reading(service)
    with service.database.unit() as unit:
        unit.session.execute(update(ReadingRow).values(sheets_key="openvino-0123", sealed_sheets=None, documents_key=None))
    again = submit(service, [store(service, page(1), tmp_path)])
    assert {sent.kind for sent in sent_to(service)} == {"read"}
    judge(service, again.revision_id, now)
    assert verdict_of(service, again) is None


def test_a_deleted_revision_is_passed_over(service: Service) -> None:
    judge(service, "0" * 32, now)
    with service.database.reading() as unit:
        assert verdicts.verdict_of(unit, "0" * 32) is None
