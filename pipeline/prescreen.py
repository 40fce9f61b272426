"""The whole program, top to bottom: files → evidence → case → findings → verdict."""

from collections.abc import Callable
from datetime import datetime

import structlog

from pipeline.assemble import Seen, build_case, engines_of, failed_files
from pipeline.documents import documents_of
from pipeline.packet import Packet
from pipeline.policies import policy_for
from pipeline.reading import EvidenceReader
from pipeline.system_findings import with_system_findings
from pipeline.verdict import EngineInfo, Verdict, milliseconds, outcome_of
from pipeline.version import yushen_version
from validators.policy import Policy
from validators.run import as_judged, judge_all
from validators.wording import Language

Clock = Callable[[], datetime]

_log = structlog.get_logger()


def prescreen(packet: Packet, reader: EvidenceReader, clock: Clock) -> Verdict:
    """Screen one packet."""
    policy = policy_for(packet.scenario, packet.region)
    seen = look(packet, reader, clock)
    return conclude(seen, policy, clock)


def look(packet: Packet, reader: EvidenceReader, clock: Clock) -> Seen:
    """See everything in a packet's files, and conclude nothing."""
    started_at = clock()
    outcomes = reader.read(packet.files)
    case = build_case(packet, outcomes)
    return Seen(packet, case, failed_files(packet.files, outcomes), started_at, clock())


def conclude(seen: Seen, policy: Policy, clock: Clock, language: Language = "zh") -> Verdict:
    """Judge what was seen under a policy: no pixels, no network, milliseconds."""
    case = as_judged(seen.case, policy)
    judged = judge_all(case, policy, _log_crash, language)
    findings = with_system_findings(judged.findings, seen.failed, language)
    decided_at = clock()
    return Verdict(
        packet_id=seen.case.packet_id,
        outcome=outcome_of(findings),
        scenario=seen.case.scenario,
        policy_version=policy.version,
        findings=findings,
        documents=documents_of(case),
        coverage=judged.coverage,
        engine=EngineInfo(yushen=yushen_version(), ocr=engines_of(seen.case)),
        received_at=seen.packet.received_at,
        decided_at=decided_at,
        timings_ms=_timings(seen, decided_at),
        source=seen.packet.source,
    )


def _timings(seen: Seen, decided_at: datetime) -> dict[str, int]:
    return {
        "read": milliseconds(seen.started_at, seen.read_at),
        "judge": milliseconds(seen.read_at, decided_at),
        "total": milliseconds(seen.started_at, decided_at),
    }


def _log_crash(check: str, error: Exception) -> None:
    _log.error("a check crashed, a person takes over", check=check, exc_info=error)
