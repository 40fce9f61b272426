"""What a report shows, worked out before any HTML is written."""

import base64
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from extractors.evidence import Box
from pipeline.assemble import Seen
from pipeline.packet import OFFICIAL_TIME, DeclaredValues
from pipeline.report.page_images import PageImage
from pipeline.verdict import Verdict, VerdictDocument
from pipeline.words import DECLARED, ROLES, SEAL_KINDS, SEVERITIES, STATES, document_name, field_name
from validators.finding import Finding, Severity

LOW_CONFIDENCE: Final = 0.9
"""Below this a reading is marked: the checks do not bounce on it either (DOMAIN 8.1)."""

PageKey = tuple[str, int]
"""A file's name and a page's number."""

Images = Mapping[str, Sequence[PageImage]]
"""Page images by file name."""


class FindingView(NamedTuple):
    """A finding with its number on the page and the place it links to."""

    number: int
    finding: Finding
    severity: str
    document: str
    anchor: str


class Mark(NamedTuple):
    """A box on a page: its anchor, its style (percentages of the page), its kind and the label in its corner."""

    anchor: str
    style: str
    kind: Severity | str
    label: str


class FieldView(NamedTuple):
    """One line of a document's fields."""

    name: str
    value: str
    state: str
    confidence: float
    low: bool
    anchor: str


class DocumentView(NamedTuple):
    """One document as listed beside the first of its pages."""

    name: str
    confidence: float
    fields: tuple[FieldView, ...]
    seals: tuple[str, ...]


class PageView(NamedTuple):
    """One page: its picture (a data URI, empty where there is none), the marks on it, what is said and read beside it."""

    anchor: str
    file: str
    number: int
    image: str
    size: tuple[int, int]
    marks: tuple[Mark, ...]
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
    typed = seen.packet.declared.model_dump(include=set(DeclaredValues.model_fields))
    declared = tuple((DECLARED[name], ROLES.get(value, value)) for name, value in typed.items() if value)
    return ReportView(
        submitted_on=seen.case.submitted_on.isoformat(),
        decided_at=f"{verdict.decided_at.astimezone(OFFICIAL_TIME):%Y-%m-%d %H:%M}",
        files=len(seen.packet.files),
        declared=declared,
        findings=findings,
        pages=pages,
    )


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
    return f"mark-{number}" if finding.bbox else _page_anchor(*key)


def _page(key: PageKey, verdict: Verdict, findings: Sequence[FindingView], images: Images) -> PageView:
    file, number = key
    picture = next((image for image in images.get(file, ()) if image.number == number), None)
    here = tuple(view for view in findings if view.finding.file == file and (view.finding.page or 1) == number)
    documents = [document for document in verdict.documents if any((ref.file, ref.page) == key for ref in document.files)]
    anchor = _page_anchor(file, number)
    marks = [*_field_marks(documents, key, anchor), *_finding_marks(here)]
    return PageView(
        anchor=anchor,
        file=file,
        number=number,
        image=_data_uri(picture) if picture else "",
        size=(picture.width_px, picture.height_px) if picture else (0, 0),
        marks=tuple(marks),
        findings=here,
        documents=tuple(_document(document, key, anchor) for document in documents),
    )


def _document(document: VerdictDocument, key: PageKey, anchor: str) -> DocumentView:
    fields = tuple(
        FieldView(
            name=field_name(name, document.type),
            value=field.value,
            state=STATES.get(field.state, ""),
            confidence=field.confidence,
            low=field.confidence < LOW_CONFIDENCE,
            anchor=f"{anchor}-{document.type}-{document.side}-{name}" if field.bbox else "",
        )
        for name, field in document.fields.items()
        if (field.file, field.page) == key
    )
    seals = tuple(
        f"{SEAL_KINDS[seal.kind]}：{seal.text or '未能读出'}" for seal in document.seals if (seal.file, seal.page) == key
    )
    return DocumentView(document_name(document.type, document.side), document.confidence, fields, seals)


def _field_marks(documents: Sequence[VerdictDocument], key: PageKey, anchor: str) -> Iterator[Mark]:
    for document in documents:
        for name, field in document.fields.items():
            if field.bbox and (field.file, field.page) == key:
                where = f"{anchor}-{document.type}-{document.side}-{name}"
                yield Mark(where, _style(field.bbox), "field", field_name(name, document.type))


def _finding_marks(findings: Sequence[FindingView]) -> Iterator[Mark]:
    for view in findings:
        if view.finding.bbox:
            yield Mark(view.anchor, _style(view.finding.bbox), view.finding.severity, str(view.number))


def _style(box: Box) -> str:
    x0, y0, x1, y1 = (min(max(edge, 0.0), 1.0) for edge in box)
    return f"left:{x0:.2%};top:{y0:.2%};width:{max(x1 - x0, 0):.2%};height:{max(y1 - y0, 0):.2%}"


def _page_anchor(file: str, number: int) -> str:
    return f"page-{base64.urlsafe_b64encode(file.encode()).decode().rstrip('=')}-{number}"


def _data_uri(image: PageImage) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(image.jpeg).decode()}"
