"""The documents of a verdict: every page of every file belongs to one, ``unknown`` included."""

from collections.abc import Iterator
from functools import partial
from typing import Final, TypeVar

from extractors.evidence import FieldReading, Seal, Signature
from pipeline.verdict import PageRef, VerdictDocument, VerdictField, VerdictSeal, VerdictSignature
from validators.case import Case, CaseFile, PageAt, Sighting

Mark = TypeVar("Mark", Seal, Signature)

MAX_LISTED_PAGES: Final = 1000
"""Pages listed of a file that was not read: a header may claim any number of them."""


def documents_of(case: Case) -> tuple[VerdictDocument, ...]:
    """Return all documents in upload order; the pages of a file that no document claims come last, as ``unknown``."""
    return tuple(document for file in case.files for document in _of_file(case, file))


def _of_file(case: Case, file: CaseFile) -> Iterator[VerdictDocument]:
    for paper in case.papers_in(file):
        yield _shown(case, paper)
    claimed = {page for document in file.evidence.documents for page in document.pages}
    there = {page.number for page in file.evidence.pages} | set(range(1, min(file.evidence.page_count, MAX_LISTED_PAGES) + 1))
    if rest := sorted(there - claimed):
        yield VerdictDocument(type="unknown", files=tuple(PageRef(file=file.name, page=page) for page in rest), confidence=0.0)


def _shown(case: Case, seen: Sighting) -> VerdictDocument:
    document, at = seen.document, partial(case.page_at, seen.file.name)
    return VerdictDocument(
        type=document.type,
        side=document.side,
        files=tuple(PageRef(file=place.file, page=place.page) for place in map(at, document.pages)),
        confidence=document.confidence,
        title=document.title,
        fields={name: _field(reading, at(reading.page)) for name, reading in document.fields.items()},
        seals=tuple(VerdictSeal.of(_moved(seal, at(seal.page)), at(seal.page).file) for seal in document.seals),
        signatures=tuple(VerdictSignature.of(_moved(mark, at(mark.page)), at(mark.page).file) for mark in document.signatures),
    )


def _moved(mark: Mark, at: PageAt) -> Mark:
    return mark.model_copy(update={"page": at.page})


def _field(reading: FieldReading, at: PageAt) -> VerdictField:
    return VerdictField(
        value=reading.value,
        confidence=reading.confidence,
        file=at.file,
        page=at.page,
        bbox=reading.box,
        state=reading.state,
        repaired=reading.repaired,
        handwritten=reading.handwritten,
        doubts=reading.doubts,
    )
