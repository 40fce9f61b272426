"""The verdict on a packet that we could not screen: a person looks at it."""

from datetime import datetime

from pipeline.packet import Packet
from pipeline.system_findings import packet_failed
from pipeline.verdict import EngineInfo, Verdict, outcome_of
from pipeline.version import yushen_version


def failed_verdict(packet: Packet, detail: str, decided_at: datetime) -> Verdict:
    """Return it. ``detail`` is for the reviewer: what failed, without anything from the papers."""
    findings = (packet_failed(packet.packet_id, detail),)
    return Verdict(
        packet_id=packet.packet_id,
        outcome=outcome_of(findings),
        scenario=packet.scenario,
        policy_version="",
        findings=findings,
        engine=EngineInfo(yushen=yushen_version(), ocr=""),
        received_at=packet.received_at,
        decided_at=decided_at,
        source=packet.source,
    )
