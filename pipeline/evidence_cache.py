"""Evidence kept between runs: one JSON file for each content and extractor, so that a change in a rule costs no OCR."""

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import Final

import structlog
from pydantic import ValidationError

import extractors
from extractors.evidence import FileEvidence

FOLDER_NAME: Final = "evidence"
_UNSAFE: Final = re.compile(r"\W+")

_log = structlog.get_logger()


class EvidenceCache:
    """Evidence by the SHA-256 of a file's content, below one folder for each extractor. Safe for many processes.

    Entries hold what stands on people's papers: only their owner may read them.
    """

    def __init__(self, folder: Path, extractor: str) -> None:
        self._folder = folder / FOLDER_NAME / extractor

    def get(self, sha256: str) -> FileEvidence | None:
        """Return what is stored for a content, None where nothing is, or nothing that can be used."""
        try:
            evidence = FileEvidence.model_validate_json(self._path(sha256).read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError) as error:
            _log.warning("a stored evidence cannot be used, the file is read again", sha256=sha256, reason=type(error).__name__)
            return None
        return evidence if evidence.sha256 == sha256 else None

    def put(self, sha256: str, evidence: FileEvidence) -> None:
        """Store evidence, whole or not at all. A folder that cannot be written to costs time later, nothing else."""
        path = self._path(sha256)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
                part.write(evidence.model_dump_json().encode())
            Path(part.name).replace(path)
        except OSError as error:
            _log.warning("evidence could not be stored", reason=error.strerror)

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / f"{sha256}.json"


def extractor_key(engine: str, models: Path | None) -> str:
    """Return a name for what reads: it changes with the engine, the models' folder and any line of the extractors' source."""
    source = hashlib.sha256()
    for path in sorted(Path(str(extractors.__file__)).parent.rglob("*.py")):
        source.update(path.read_bytes())
    source.update(os.fsencode(models) if models else b"")
    return f"{_UNSAFE.sub('_', engine)}-{source.hexdigest()[:16]}"
