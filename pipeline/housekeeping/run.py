"""One round of housekeeping, by one process at a time."""

from collections.abc import Callable
from datetime import datetime

import structlog

from pipeline.blobs.blobs import BlobMissingError, BlobsUnavailableError
from pipeline.housekeeping import orphans, retention
from pipeline.service import Service
from pipeline.store.alone import alone

STEPS: tuple[Callable[[Service, datetime], int], ...] = (
    retention.remove_what_is_past_its_time,
    orphans.finish_deletions,
    orphans.remove_orphaned_evidence,
    orphans.remove_orphaned_blobs,
    orphans.forget_answers,
    orphans.remove_leftovers,
    orphans.erase_deleted,
)

_log = structlog.get_logger()


def run_housekeeping(service: Service, now: datetime) -> None:
    """Do one round, unless another process is at it. A round that is broken off is finished by the next one."""
    with alone(service.database, "housekeeping") as is_alone:
        if not is_alone:
            _log.info("housekeeping is done elsewhere")
            return
        for step in STEPS:
            _do(step, service, now)


def _do(step: Callable[[Service, datetime], int], service: Service, now: datetime) -> None:
    """Uploads that cannot be got at keep nothing else from being seen to."""
    try:
        count = step(service, now)
    except (BlobsUnavailableError, BlobMissingError) as error:
        _log.warning("housekeeping left something for the next round", step=step.__name__, reason=str(error))
    else:
        _log.info("housekeeping", step=step.__name__, count=count)
