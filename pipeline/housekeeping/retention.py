"""Retention: packets are deleted some days after their verdict, as many as the outcome has; drafts some days after they began.

A packet counts by its latest revision. Where that is a forgotten draft after a verdict, the draft goes and the packet counts by
the revision before it. What waits for its verdict is never past its time.
"""

from datetime import datetime, timedelta
from typing import Final

from pipeline.housekeeping.deletion import Doomed, delete_rows, remove_unheld
from pipeline.service import Service
from pipeline.settings import Settings
from pipeline.store import lapsed, packets, readings
from pipeline.store.audit import SYSTEM, Entry, record
from pipeline.store.lapsed import Lapse
from pipeline.verdict import Outcome

BATCH: Final = 100
DRAFT_DROPPED: Final = "revision.dropped"
"""What the audit log calls it when a forgotten draft goes and its packet stays."""


def remove_what_is_past_its_time(service: Service, now: datetime) -> int:
    """Delete every packet past its time; return how many."""
    return sum(_remove_all(service, outcome, days, now) for outcome, days in _days_of(service.settings).items() if days)


def _days_of(settings: Settings) -> dict[Outcome | None, int]:
    """Return the days that packets are kept, by outcome; 0: for good. Drafts have none and come first: they hide verdicts."""
    return {
        None: settings.keep_drafts_days,
        "accept": settings.keep_accepted_days,
        "review": settings.keep_reviewed_days,
        "bounce": settings.keep_bounced_days,
    }


def _remove_all(service: Service, outcome: Outcome | None, days: int, now: datetime) -> int:
    lapse, reason = Lapse(outcome, now - timedelta(days=days)), f"{outcome or 'draft'} kept for {days} days"
    removed = 0
    while batch := sum(_remove(service, lapse, doomed, now) for doomed in _lapsed(service, lapse, reason)):
        removed += batch
    return removed


def _lapsed(service: Service, lapse: Lapse, reason: str) -> list[Doomed]:
    with service.database.reading() as unit:
        return [Doomed(packet.id, packet.tenant, SYSTEM, reason) for packet in lapsed.lapsed(unit, lapse, BATCH)]


def _remove(service: Service, lapse: Lapse, doomed: Doomed, now: datetime) -> bool:
    """Delete a packet, or the draft at its end, if it is past its time still."""
    with service.database.unit() as unit:
        if not lapsed.is_lapsed(unit, lapse, doomed.packet_id):
            return False
        latest = packets.revisions_of(unit, doomed.packet_id)[-1]
        if latest.state == "draft" and latest.number > 1:
            let_go = packets.drop_draft(unit, latest.id)
            readings.drop(unit, let_go)
            record(unit, now, Entry(doomed.tenant, SYSTEM, DRAFT_DROPPED, doomed.packet_id, detail=f"revision {latest.number}"))
        else:
            let_go = delete_rows(unit, doomed, now)
    remove_unheld(service, let_go)
    return True
