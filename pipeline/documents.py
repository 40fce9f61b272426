"""The documents of a verdict: every page of every file belongs to one, ``unknown`` included."""

from collections.abc import Iterator
from typing import Final

from extractors.evidence import Document, FieldReading
from pipeline.verdict import PageRef, VerdictDocument, VerdictField, VerdictSeal, VerdictSignature
from validators.case import Case, CaseFile

MAX_LISTED_PAGES: Final = 1000
"""Pages listed of a file that was not read: a header may claim any number of them."""


def documents_of(case: Case) -> tuple[VerdictDocument, ...]:
    """Return all documents in upload order; the pages of a file that no document claims come last, as ``unknown``."""
    return tuple(document for file in case.files for document in _of_file(file))


def _of_file(file: CaseFile) -> Iterator[VerdictDocument]:
    for document in file.evidence.documents:
        yield _shown(document, file.name)
    claimed = {page for document in file.evidence.documents for page in document.pages}
    seen = {page.number for page in file.evidence.pages} | set(range(1, min(file.evidence.page_count, MAX_LISTED_PAGES) + 1))
    if rest := sorted(seen - claimed):
        yield VerdictDocument(type="unknown", files=tuple(PageRef(file=file.name, page=page) for page in rest), confidence=0.0)


def _shown(document: Document, file: str) -> VerdictDocument:
    return VerdictDocument(
        type=document.type,
        side=document.side,
        files=tuple(PageRef(file=file, page=page) for page in document.pages),
        confidence=document.confidence,
        title=document.title,
        fields={name: _field(reading, file) for name, reading in document.fields.items()},
        seals=tuple(VerdictSeal.of(seal, file) for seal in document.seals),
        signatures=tuple(VerdictSignature.of(signature, file) for signature in document.signatures),
    )


def _field(reading: FieldReading, file: str) -> VerdictField:
    return VerdictField(
        value=reading.value,
        confidence=reading.confidence,
        file=file,
        page=reading.page,
        bbox=reading.box,
        state=reading.state,
        repaired=reading.repaired,
        handwritten=reading.handwritten,
        doubts=reading.doubts,
    )
