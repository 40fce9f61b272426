"""What a report shows, worked out before any HTML is written."""

import base64
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.account import AccountState
from pipeline.assemble import Seen
from pipeline.packet import DeclaredPerson
from pipeline.report.documents import DocumentView, document_view
from pipeline.report.marks import Mark, PageKey, draw, legend, page_anchor
from pipeline.report.page_images import PageImage
from pipeline.typed_dates import OFFICIAL_TIME
from pipeline.verdict import Verdict
from pipeline.words import DECLARED, ROLES, SEVERITIES, document_name
from validators.finding import Finding

Images = Mapping[str, Sequence[PageImage]]
"""Page images by file name."""


class FindingView(NamedTuple):
    """A finding with its number on the page and the place it links to."""

    number: int
    finding: Finding
    severity: str
    document: str
    anchor: str


class PageView(NamedTuple):
    """One page: its picture (a data URI, empty where there is none), the marks on it, what is said and read beside it."""

    anchor: str
    file: str
    number: int
    image: str
    size: tuple[int, int]
    marks: tuple[Mark, ...]
    legend: tuple[tuple[str, str], ...]
    findings: tuple[FindingView, ...]
    documents: tuple[DocumentView, ...]


class ReportView(NamedTuple):
    """All that a packet's page shows."""

    submitted_on: str
    decided_at: str
    files: int
    declared: tuple[tuple[str, str], ...]
    findings: tuple[FindingView, ...]
    pages: tuple[PageView, ...]


def report_view(seen: Seen, verdict: Verdict, images: Images) -> ReportView:
    """Lay out a packet's report: findings in the order to mend them, pages in upload order."""
    keys = _page_keys(verdict)
    findings = tuple(_finding(number, finding, keys) for number, finding in enumerate(verdict.findings, start=1))
    pages = tuple(_page(key, verdict, findings, images) for key in keys)
    typed = seen.packet.declared
    declared = tuple((title, _typed(getattr(typed, name))) for name, title in DECLARED.items())
    return ReportView(
        submitted_on=seen.case.submitted_on.isoformat(),
        decided_at=f"{verdict.decided_at.astimezone(OFFICIAL_TIME):%Y-%m-%d %H:%M}",
        files=len(seen.packet.files),
        declared=tuple((name, value) for name, value in declared if value),
        findings=findings,
        pages=pages,
    )


def _typed(value: str | tuple[DeclaredPerson, ...] | AccountState) -> str:
    """Return what was typed as one line; people with their numbers."""
    if isinstance(value, AccountState):
        return str(value)
    if isinstance(value, str):
        return ROLES.get(value, value)
    return "、".join(" ".join(part for part in (person.name, person.id_number) if part) for person in value)


def _page_keys(verdict: Verdict) -> list[PageKey]:
    seen = [(ref.file, ref.page) for document in verdict.documents for ref in document.files]
    order = {file: position for position, (file, _) in reversed(list(enumerate(seen)))}
    return sorted(dict.fromkeys(seen), key=lambda key: (order[key[0]], key[1]))


def _finding(number: int, finding: Finding, pages: Sequence[PageKey]) -> FindingView:
    document = document_name(finding.document) if finding.document else ""
    return FindingView(number, finding, SEVERITIES[finding.severity], document, _anchor(number, finding, pages))


def _anchor(number: int, finding: Finding, pages: Sequence[PageKey]) -> str:
    """Return what a finding links to: its box, else its page, nothing where that page is not shown."""
    key = (finding.file or "", finding.page or 1)
    if key not in pages:
        return ""
    return f"mark-{number}" if finding.bbox else page_anchor(key)


def _page(key: PageKey, verdict: Verdict, findings: Sequence[FindingView], images: Images) -> PageView:
    file, number = key
    picture = next((image for image in images.get(file, ()) if image.number == number), None)
    here = tuple(view for view in findings if view.finding.file == file and (view.finding.page or 1) == number)
    documents = tuple(
        document_view(position, document, key)
        for position, document in enumerate(verdict.documents)
        if any((ref.file, ref.page) == key for ref in document.files)
    )
    marks = (*(mark for document in documents for mark in document.marks), *_finding_marks(here))
    return PageView(
        anchor=page_anchor(key),
        file=file,
        number=number,
        image=_data_uri(picture) if picture else "",
        size=(picture.width_px, picture.height_px) if picture else (0, 0),
        marks=marks,
        legend=legend(marks),
        findings=here,
        documents=documents,
    )


def _finding_marks(findings: Sequence[FindingView]) -> Iterator[Mark]:
    for view in findings:
        if view.finding.bbox:
            yield draw(view.anchor, view.finding.bbox, view.finding.severity, str(view.number))


def _data_uri(image: PageImage) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(image.jpeg).decode()}"
