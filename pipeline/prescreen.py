"""The whole program, top to bottom: files → evidence → case → findings → verdict."""

from collections.abc import Callable
from datetime import datetime

from pipeline.assemble import Seen, build_case, engines_of, failed_files
from pipeline.documents import documents_of
from pipeline.packet import Packet
from pipeline.reading import EvidenceReader
from pipeline.system_findings import with_system_findings
from pipeline.verdict import EngineInfo, Verdict, milliseconds, outcome_of
from pipeline.version import yushen_version
from validators.policy import load_policy
from validators.run import judge

Clock = Callable[[], datetime]


def prescreen(packet: Packet, reader: EvidenceReader, clock: Clock) -> Verdict:
    """Screen one packet."""
    return conclude(look(packet, reader, clock), clock)


def look(packet: Packet, reader: EvidenceReader, clock: Clock) -> Seen:
    """See everything in a packet's files, and conclude nothing."""
    started_at = clock()
    outcomes = reader.read(packet.files)
    case = build_case(packet, outcomes)
    return Seen(packet, case, failed_files(packet.files, outcomes), started_at, clock())


def conclude(seen: Seen, clock: Clock) -> Verdict:
    """Judge what was seen under the policy in force: no pixels, no network, milliseconds."""
    policy = load_policy(seen.case.scenario, seen.case.region)
    findings = with_system_findings(judge(seen.case, policy), seen.failed)
    decided_at = clock()
    return Verdict(
        packet_id=seen.case.packet_id,
        outcome=outcome_of(findings),
        scenario=seen.case.scenario,
        policy_version=policy.version,
        findings=findings,
        documents=documents_of(seen.case),
        engine=EngineInfo(yushen=yushen_version(), ocr=engines_of(seen.case)),
        received_at=seen.packet.received_at,
        decided_at=decided_at,
        timings_ms={
            "read": milliseconds(seen.started_at, seen.read_at),
            "judge": milliseconds(seen.read_at, decided_at),
            "total": milliseconds(seen.started_at, decided_at),
        },
        source=seen.packet.source,
    )
