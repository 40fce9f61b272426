"""Judging: what was read of a revision to its one verdict, and that verdict on its way, in one transaction."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import structlog
from pydantic import ValidationError

from pipeline import metrics
from pipeline.errors import PolicyUnavailableError
from pipeline.failed_verdict import failed_verdict
from pipeline.packet import Manifest, Packet, PacketDefaults, PacketFile, build_packet
from pipeline.policies import policy_for
from pipeline.prescreen import Clock, conclude, look
from pipeline.reading import FileOutcome
from pipeline.service import Service
from pipeline.store import audit, deliveries, packets, readings, verdicts
from pipeline.store.database import Unit
from pipeline.store.readings import KeptSheets
from pipeline.store.tables import PacketRow, RevisionRow
from pipeline.verdict import Verdict
from pipeline.work.finding_anew import found_anew

DECIDED: Final = "verdict.decided"
"""What the audit log calls it."""

_log = structlog.get_logger()


class _Case(NamedTuple):
    """A revision that can be judged: what was said, and which contents its files have, in their order."""

    revision: RevisionRow
    tenant: str
    packet: Packet
    sha256s: tuple[str, ...]
    kept: Mapping[str, FileOutcome | KeptSheets]
    """What came of reading each content."""
    problem: str = ""
    """Why it cannot be judged after all; empty: it can."""


class _StoredEvidence:
    """An ``EvidenceReader`` that was told everything before."""

    def __init__(self, outcomes: tuple[FileOutcome, ...]) -> None:
        self._outcomes = outcomes

    def read(self, files: Sequence[PacketFile]) -> tuple[FileOutcome, ...]:
        """Return the outcomes, one for each file in the same order."""
        return self._outcomes


def judge(service: Service, revision_id: str, clock: Clock) -> None:
    """Give a queued revision its verdict, if all its contents are read and it has none yet."""
    with service.database.reading() as unit:
        case = _load(unit, service, revision_id)
    if case is None:
        return
    outcome_of = found_anew(service, case.kept)
    verdict = _verdict_on(case, tuple(outcome_of[sha256] for sha256 in case.sha256s), clock)
    with service.database.unit() as unit:
        is_first, delivery_id = _decide(unit, case, verdict)
    if is_first:
        waited_since = case.revision.queued_at or case.revision.received_at
        metrics.verdict_given(verdict, (verdict.decided_at - waited_since).total_seconds())
    if delivery_id is not None:
        service.queue.deliver(delivery_id)


def _load(unit: Unit, service: Service, revision_id: str) -> _Case | None:
    revision = unit.session.get(RevisionRow, revision_id)
    if revision is None or revision.state != "queued":
        return None
    tenant = unit.session.get_one(PacketRow, revision.packet_id).tenant
    files = packets.files_of(unit, revision_id)
    kept = readings.outcomes_of(unit, {file.sha256: file.size_bytes for file in files}, service.evidence_keys)
    if kept is None:
        return None
    manifest, problem = _manifest(unit, revision)
    packet = build_packet(
        manifest,
        tuple(PacketFile(file.name, file.slot) for file in files),
        revision.packet_id,
        PacketDefaults(revision.received_at, revision.scenario, revision.region),
    )
    return _Case(revision, tenant, packet, tuple(file.sha256 for file in files), kept, problem)


def _manifest(unit: Unit, revision: RevisionRow) -> tuple[Manifest, str]:
    try:
        return packets.manifest_of(unit, revision), ""
    except ValidationError:
        return Manifest(packet_id=revision.external_id), "保存的申请信息无法使用"


def _verdict_on(case: _Case, outcomes: tuple[FileOutcome, ...], clock: Clock) -> Verdict:
    """Whatever is wrong with one revision alone becomes its verdict: a person looks at it."""
    if case.problem:
        return failed_verdict(case.packet, case.problem, clock())
    try:
        policy = policy_for(case.packet.scenario, case.packet.region)
        return conclude(look(case.packet, _StoredEvidence(outcomes), clock), policy, clock)
    except PolicyUnavailableError as error:
        _log.warning("no policy for a packet, a person takes over", revision=case.revision.id, reason=str(error))
        return failed_verdict(case.packet, str(error), clock())
    except Exception as error:  # the boundary between one packet and the rest
        _log.error("a packet could not be judged, a person takes over", revision=case.revision.id, exc_info=error)
        return failed_verdict(case.packet, type(error).__name__, clock())


def _decide(unit: Unit, case: _Case, verdict: Verdict) -> tuple[bool, str | None]:
    """Return whether this verdict is the one, and its delivery where it has one."""
    if not verdicts.decide(unit, case.revision.id, verdict):
        return False, None
    delivery_id = deliveries.plan(unit, case.revision.id, case.tenant, verdict.decided_at)
    audit.record(unit, verdict.decided_at, _entry(case, verdict))
    return True, delivery_id


def _entry(case: _Case, verdict: Verdict) -> audit.Entry:
    detail = f"revision {case.revision.number}: {verdict.outcome}"
    return audit.Entry(case.tenant, audit.SYSTEM, DECIDED, case.revision.packet_id, verdict.policy_version, detail)
