"""A verdict says all that was seen, and what we could not do ourselves never sends anybody away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from extractors.evidence import Document, FieldReading, FileEvidence, FileProblem, PageEvidence, Seal
from pipeline.errors import PolicyUnavailableError
from pipeline.packet import DeclaredValues, Packet, PacketFile
from pipeline.prescreen import prescreen
from pipeline.reading import FileOutcome, ReadFailure
from pipeline.verdict import Verdict

NOON = datetime(2024, 6, 10, 4, tzinfo=UTC)
BOX = (0.1, 0.2, 0.3, 0.4)


@dataclass
class Known:
    """A reader that knows the answers."""

    outcomes: tuple[FileOutcome, ...]

    def read(self, files: Sequence[PacketFile]) -> tuple[FileOutcome, ...]:
        return self.outcomes


def evidence(
    *documents: Document, pages: int = 1, problems: tuple[FileProblem, ...] = (), read: int | None = None
) -> FileEvidence:
    shown = tuple(PageEvidence(number=number, width_px=1000, height_px=1400) for number in range(1, (read or pages) + 1))
    return FileEvidence(
        sha256="ab" * 32,
        size_bytes=1,
        format="pdf",
        page_count=pages,
        problems=problems,
        pages=shown,
        documents=documents,
        extractor="1 known",
    )


def screened(*outcomes: FileOutcome, scenario: str = "employer_withdrawal") -> Verdict:
    files = tuple(PacketFile(name=f"{number}.pdf") for number in range(1, len(outcomes) + 1))
    packet = Packet("7", NOON, NOON, files, scenario=scenario, declared=DeclaredValues())
    return prescreen(packet, Known(outcomes), lambda: NOON)


def failure(kind: str) -> ReadFailure:
    return ReadFailure.model_validate({"kind": kind, "sha256": "cd" * 32, "size_bytes": 1, "detail": "180秒内未完成"})


def test_every_page_belongs_to_a_document() -> None:
    licence = Document(type="business_license", pages=(2,), confidence=0.9)
    broken = FileProblem(kind="corrupt", page=3)
    seen = screened(evidence(licence, pages=3, read=2, problems=(broken,)), evidence(pages=1))
    assert [(document.type, [(ref.file, ref.page) for ref in document.files]) for document in seen.documents] == [
        ("business_license", [("1.pdf", 2)]),
        ("unknown", [("1.pdf", 1), ("1.pdf", 3)]),
        ("unknown", [("2.pdf", 1)]),
    ]


def test_a_file_that_cannot_be_opened_has_no_pages() -> None:
    locked = evidence(pages=0, problems=(FileProblem(kind="encrypted"),))
    assert screened(locked).documents == ()


def test_fields_and_seals_come_with_their_file_and_place() -> None:
    field = FieldReading(
        value="2024-03",
        confidence=0.8,
        page=1,
        box=BOX,
        state="incomplete",
        raw="2024年3月  日",
        handwritten=True,
        doubts=("handwritten",),
    )
    seal = Seal(kind="round", text="样例", center_text="", color="red", visible=0.9, page=1, box=BOX, confidence=0.7)
    document = Document(type="termination_certificate", pages=(1,), confidence=0.9, fields={"issue_date": field}, seals=(seal,))
    (shown,) = screened(evidence(document)).documents
    assert shown.fields["issue_date"].model_dump(exclude={"confidence", "repaired"}) == {
        "value": "2024-03", "file": "1.pdf", "page": 1, "bbox": BOX, "state": "incomplete", "handwritten": True,
        "doubts": ("handwritten",),
    }  # fmt: skip
    assert (shown.seals[0].file, shown.seals[0].bbox, shown.seals[0].kind) == ("1.pdf", BOX, "round")


@pytest.mark.parametrize("kind", ["timeout", "failed"])
def test_a_file_that_we_failed_to_read_may_be_what_is_missing(kind: str) -> None:
    seen = screened(failure(kind))
    assert seen.outcome == "review"
    ours = [finding for finding in seen.findings if finding.code == f"system.{kind}"]
    assert [(finding.file, finding.severity) for finding in ours] == [("1.pdf", "review")]
    assert "180秒内未完成" in ours[0].detail
    assert "file.corrupt" not in {finding.code for finding in seen.findings}


def test_an_empty_packet_of_another_scenario_names_it() -> None:
    with pytest.raises(PolicyUnavailableError, match="employer_withdrawal"):
        screened(evidence(), scenario="holiday")


def test_the_verdict_records_what_it_was_made_with() -> None:
    seen = screened(evidence())
    assert seen.policy_version.startswith("employer_withdrawal ")
    assert seen.engine.ocr == "1 known"
    assert set(seen.timings_ms) == {"read", "judge", "total"}
