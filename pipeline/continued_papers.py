"""Papers that go on in another file: two photos of one certificate."""

from collections.abc import Sequence
from typing import NamedTuple

from extractors.documents.joined_pages import OnPage, rest_of
from extractors.evidence import Document, PageEvidence
from validators.case import CaseFile


class _Begun(NamedTuple):
    """The last paper in a file, with the page on which it ends so far."""

    document: Document
    page: PageEvidence


def with_continued_papers(files: Sequence[CaseFile]) -> tuple[CaseFile, ...]:
    """The files, each page that nobody recognises by itself given to the paper in another file that it goes on with.

    Only where one paper alone can be meant: of several the one in the file before. The order of upload tells nothing else.
    """
    told = list(files)
    begun = {at: paper for at, file in enumerate(files) if (paper := _last_paper(file)) is not None}
    for at, file in enumerate(files):
        page = _only_page(file)
        if page is None:
            continue
        rests = {
            first: rest
            for first, (document, before) in begun.items()
            if first != at and _together(files[first], file) and (rest := rest_of(document, before, page)) is not None
        }
        first = at - 1 if at - 1 in rests else next(iter(rests), None) if len(rests) == 1 else None
        if first is not None:
            told[at] = _as_rest(file, rests[first], files[first].name)
            begun[first] = _Begun(begun[first].document.with_rest(rests[first]), page[0])
            begun.pop(at, None)
    return tuple(told)


def _last_paper(file: CaseFile) -> _Begun | None:
    """A file's last document, where it is a known one and lies on the file's last page."""
    if not file.evidence.documents or not file.evidence.pages:
        return None
    document, page = file.evidence.documents[-1], file.evidence.pages[-1]
    known = document.type != "unknown" and document.pages[-1] == page.number == file.last_page
    return _Begun(document, page) if known else None


def _only_page(file: CaseFile) -> OnPage | None:
    """A file's page and the one document on it, where that is all there is."""
    pages, documents = file.evidence.pages, file.evidence.documents
    return (pages[0], documents) if len(pages) == 1 and len(documents) == 1 and file.last_page == 1 else None


def _together(one: CaseFile, other: CaseFile) -> bool:
    """Whether the applicant did not say that two files are two things."""
    return one.slot is None or other.slot is None or one.slot == other.slot


def _as_rest(file: CaseFile, rest: Document, continues: str) -> CaseFile:
    evidence = file.evidence.model_copy(update={"documents": (rest,)})
    return file.model_copy(update={"evidence": evidence, "continues": continues})
