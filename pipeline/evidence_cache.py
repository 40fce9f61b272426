"""Readings kept between runs: two files for each content, its sheets and its evidence, so that a change in a rule costs no OCR.

They lie below one folder for each key of sheets. Evidence begins with the key of documents that it was found under: of another
key, documents are found anew on the sheets and kept in its place (:mod:`extractors.keys`).
"""

import tempfile
from pathlib import Path
from typing import Final

import structlog

from extractors.evidence import FileEvidence
from extractors.keys import EvidenceKeys
from extractors.recognise import evidence_of
from pipeline.packed_sheets import pack, unpack
from pipeline.reading import ReadFile

FOLDER_NAME: Final = "evidence"
SHEETS: Final = ".sheets"
EVIDENCE: Final = ".evidence"

_log = structlog.get_logger()


class EvidenceCache:
    """Readings by the SHA-256 of a file's content. Safe for many processes.

    Entries hold what stands on people's papers: only their owner may read them.
    """

    def __init__(self, folder: Path, keys: EvidenceKeys) -> None:
        self._folder = folder / FOLDER_NAME / keys.sheets
        self._documents_key = keys.documents.encode()

    def get(self, sha256: str) -> FileEvidence | None:
        """Return the evidence of a content, None where its pixels have to be read: nothing is stored that can be used."""
        evidence = self._stored(sha256) or self._found_anew(sha256)
        return evidence if evidence and evidence.sha256 == sha256 else None

    def put(self, sha256: str, read: ReadFile) -> None:
        """Store a reading, each half whole or not at all. A folder that cannot be written to costs time later, nothing else."""
        self._write(self._path(sha256, SHEETS), pack(read.sheets))
        self._put_evidence(sha256, read.evidence)

    def _stored(self, sha256: str) -> FileEvidence | None:
        """Evidence that was found under the key in force."""
        key, _, text = self._bytes(self._path(sha256, EVIDENCE)).partition(b"\n")
        if key != self._documents_key:
            return None
        try:
            return FileEvidence.model_validate_json(text)
        except ValueError as error:
            _log.warning("a stored evidence cannot be used", sha256=sha256, reason=type(error).__name__)
            return None

    def _found_anew(self, sha256: str) -> FileEvidence | None:
        """Evidence found on the sheets that are stored, and stored itself now."""
        packed = self._bytes(self._path(sha256, SHEETS))
        if not packed:
            return None
        try:
            evidence = evidence_of(unpack(packed))
        except Exception as error:  # the boundary: a child process reads the file again, and what fails there is told
            _log.warning("stored sheets cannot be used, the file is read again", sha256=sha256, reason=type(error).__name__)
            return None
        self._put_evidence(sha256, evidence)
        return evidence

    def _put_evidence(self, sha256: str, evidence: FileEvidence) -> None:
        self._write(self._path(sha256, EVIDENCE), self._documents_key + b"\n" + evidence.model_dump_json().encode())

    def _bytes(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            _log.warning("a stored reading cannot be read", reason=error.strerror)
            return b""

    def _write(self, path: Path, content: bytes) -> None:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
                part.write(content)
            Path(part.name).replace(path)
        except OSError as error:
            _log.warning("a reading could not be stored", reason=error.strerror)

    def _path(self, sha256: str, suffix: str) -> Path:
        return self._folder / sha256[:2] / f"{sha256}{suffix}"
