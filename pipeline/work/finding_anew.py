"""Documents found anew on stored sheets, where other readers than today's found them: once, and without a pixel."""

from collections.abc import Mapping

import structlog

from extractors.evidence import FileEvidence
from extractors.recognise import evidence_of
from extractors.sheets import FileSheets
from pipeline.reading import FileOutcome, ReadFailure
from pipeline.service import Service
from pipeline.store import readings
from pipeline.store.readings import KeptSheets

_log = structlog.get_logger()


def found_anew(service: Service, kept: Mapping[str, FileOutcome | KeptSheets]) -> dict[str, FileOutcome]:
    """Return what came of reading contents: of those whose sheets alone hold, what is found on them now. That is kept."""
    behind = {sha256: one for sha256, one in kept.items() if isinstance(one, KeptSheets)}
    anew = {sha256: _documents_on(one.sheets) for sha256, one in behind.items()}
    _keep(service, {behind[sha256].reading_id: one for sha256, one in anew.items() if isinstance(one, FileEvidence)})
    return {sha256: one for sha256, one in kept.items() if not isinstance(one, KeptSheets)} | anew


def _keep(service: Service, evidence: Mapping[str, FileEvidence]) -> None:
    if evidence:
        with service.database.unit() as unit:
            readings.replace_evidence(unit, evidence, service.evidence_keys.documents)


def _documents_on(sheets: FileSheets) -> FileOutcome:
    try:
        return evidence_of(sheets)
    except Exception as error:  # the boundary: what sheets do to a reader stays with them, and a person takes over
        _log.error("no documents could be found on stored sheets", sha256=sheets.sha256, reason=type(error).__name__)
        detail = f"识别出错（{type(error).__name__}）"
        return ReadFailure(kind="failed", sha256=sheets.sha256, size_bytes=sheets.size_bytes, detail=detail)
