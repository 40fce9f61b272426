"""Reading: one content to sheets and evidence, once, whoever asked for it; then whoever waited for it alone can be judged."""

import structlog

from extractors.files.limits import DEFAULT_LIMITS
from pipeline.blobs.blobs import BlobMissingError
from pipeline.errors import YushenError
from pipeline.reading import ReadFailure, ReadFile, ReadTask, read_one
from pipeline.sandbox import SandboxClosedError
from pipeline.service import Service
from pipeline.store import readiness, readings
from pipeline.store.patience import patiently
from pipeline.store.tables import Priority
from pipeline.work.desk import Desk

_log = structlog.get_logger()


def read(desk: Desk, reading_id: str) -> None:
    """Read a content, unless another worker does or did.

    Raises:
        YushenError: there is nothing to read with or from; the reading waits for the next try.
    """
    with desk.in_hand.holding(reading_id) as is_free:
        sha256 = _claim(desk, reading_id) if is_free else None
        if sha256 is None:
            return
        try:
            outcome = _outcome(desk, sha256)
        except YushenError as error:
            _give_back(desk, reading_id)
            if isinstance(error, SandboxClosedError):  # this process stops
                return
            raise
        patiently(lambda: _keep(desk, reading_id, outcome))
    hand_on(desk.service, sha256)


def hand_on(service: Service, sha256: str) -> None:
    """Have every revision judged that waited for this content alone.

    Asked after the reading is committed: of two workers that finish a packet's last two contents at once, one sees both.
    """
    for revision_id, priority in patiently(lambda: _ready_with(service, sha256)):
        service.queue.judge(revision_id, priority)


def _ready_with(service: Service, sha256: str) -> list[tuple[str, Priority]]:
    with service.database.reading() as unit:
        return readiness.ready_with(unit, sha256, service.evidence_keys.sheets)


def _claim(desk: Desk, reading_id: str) -> str | None:
    with desk.service.database.unit() as unit:
        return readings.claim(unit, reading_id, desk.worker_id, desk.service.evidence_keys.sheets)


def _outcome(desk: Desk, sha256: str) -> ReadFile | ReadFailure:
    try:
        content = desk.service.blobs.get(sha256)[: DEFAULT_LIMITS.max_bytes + 1]
    except BlobMissingError:
        _log.error("a content is gone before it was read, a person takes over", sha256=sha256)
        return ReadFailure(kind="failed", sha256=sha256, size_bytes=0, detail="文件内容已丢失")
    (result,) = desk.sandbox.run_all(read_one, [ReadTask(content, desk.engine)])
    if isinstance(result, ReadFile):
        return result
    _log.error("a file could not be read and is quarantined, a person takes over", sha256=sha256, reason=result.detail)
    return ReadFailure(kind=result.kind, sha256=sha256, size_bytes=len(content), detail=result.detail)


def _keep(desk: Desk, reading_id: str, outcome: ReadFile | ReadFailure) -> None:
    with desk.service.database.unit() as unit:
        readings.finish(unit, reading_id, outcome, desk.service.evidence_keys.documents)


def _give_back(desk: Desk, reading_id: str) -> None:
    with desk.service.database.unit() as unit:
        readings.give_back(unit, reading_id, desk.clock())
