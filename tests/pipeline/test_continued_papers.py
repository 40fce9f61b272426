"""Two photos of one paper are one paper for the rules, and two files for whoever has to take one of them again."""

from collections.abc import Sequence
from datetime import date

import pytest

from extractors.evidence import Document, Seal
from pipeline.continued_papers import with_continued_papers
from pipeline.documents import documents_of
from tests.extractors.documents.asking import ID
from tests.extractors.documents.test_joined_pages import CERTIFICATE, END, SEAL, on_page
from tests.validators.cases import AGENT, back, front, license_, sent, told
from validators.case import Case, CaseFile
from validators.finding import Finding
from validators.policy import load_policy
from validators.run import judge

FIRM = "样例科技有限公司"
WHO = {"employee_name": "王芳", "employee_id": ID, "employer_name": FIRM}
OTHER = {"employee_name": "李思涵", "employee_id": "32019919950112008X", "employer_name": FIRM}
SEALED = SEAL.model_copy(update={"page": 1, "text": FIRM, "text_confidence": 0.99, "box": (0.7, 0.08, 0.9, 0.2)})
FOREIGN = SEALED.model_copy(update={"text": "云上市远山贸易商行"})


def photo(name: str, *rows: str, seals: tuple[Seal, ...] = (), slot: str | None = "termination_certificate") -> CaseFile:
    """A picture of one sheet, looked at in colour."""
    page, documents = on_page(1, *rows, seals=seals)
    page = page.model_copy(update={"traces": ()})
    return sent(*documents, name=name, slot=slot, shown=(page,))


FIRST, SECOND = photo("第一张.jpg", *CERTIFICATE), photo("第二张.jpg", *END, seals=(SEALED,))
BESIDE = (
    sent(license_(name=FIRM, legal_rep=AGENT.name), slot="business_license"),
    sent(front(AGENT), back(), slot="legal_rep_id"),
)


def packet(*files: CaseFile) -> Case:
    declared = told(**WHO, separation_date="2024-05-31", legal_rep_name=AGENT.name)
    joined = with_continued_papers((*BESIDE, *files))
    return Case(
        packet_id="p-1",
        scenario="employer_withdrawal",
        submitted_on=date(2024, 6, 10),
        declared=declared,
        files=joined,
    )


def certificates(case: Case) -> list[Document]:
    return [seen.document for seen in case.documents("termination_certificate")]


def judged(case: Case) -> list[Finding]:
    return [one for one in judge(case, load_policy("employer_withdrawal")) if one.severity != "info"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param((FIRST, SECOND), id="in order"),
        pytest.param((SECOND, FIRST), id="the last sheet first"),
        pytest.param((FIRST.model_copy(update={"slot": None}), SECOND.model_copy(update={"slot": None})), id="no slots"),
        pytest.param(
            (photo("1.jpg", *CERTIFICATE[:3]), photo("2.jpg", CERTIFICATE[3], *END, seals=(SEALED,))), id="split in the middle"
        ),
    ],
)
def test_a_certificate_on_two_photos_is_accepted(files: Sequence[CaseFile]) -> None:
    case = packet(*files)
    assert len(certificates(case)) == 1
    assert judged(case) == []


def test_the_verdict_shows_one_paper_of_two_files_with_every_mark_where_it_stands() -> None:
    (shown,) = [one for one in documents_of(packet(FIRST, SECOND)) if one.type == "termination_certificate"]
    assert [(ref.file, ref.page) for ref in shown.files] == [("第一张.jpg", 1), ("第二张.jpg", 1)]
    assert [(seal.file, seal.page) for seal in shown.seals] == [("第二张.jpg", 1)]
    assert (shown.fields["issue_date"].file, shown.fields["issue_date"].page) == ("第二张.jpg", 1)
    assert shown.fields["separation_date"].file == "第一张.jpg"
    assert not [one for one in documents_of(packet(FIRST, SECOND)) if one.type == "unknown"]


def test_a_defect_on_the_second_photo_is_told_of_that_photo() -> None:
    other = photo("第二张.jpg", *END, seals=(FOREIGN,))
    (found,) = judged(packet(FIRST, other))
    assert (found.code, found.severity, found.file, found.page) == ("seal.wrong_owner", "bounce", "第二张.jpg", 1)


def test_a_certificate_without_a_seal_on_either_photo_lacks_it() -> None:
    (found,) = judged(packet(FIRST, photo("第二张.jpg", *END)))
    assert (found.code, found.severity) == ("seal.missing", "bounce")


def test_the_first_photo_alone_is_half_a_certificate() -> None:
    assert {"seal.missing", "date.missing"} <= {one.code for one in judged(packet(FIRST))}


@pytest.mark.parametrize(
    "files",
    [
        pytest.param((FIRST, SECOND.model_copy(update={"slot": "authorization_letter"})), id="said to be something else"),
        pytest.param((FIRST, photo("2.jpg", "# 离职交接单", *END, seals=(SEALED,))), id="with a heading of its own"),
        pytest.param((photo("1.jpg", *CERTIFICATE, *END, seals=(SEALED,)), SECOND), id="the first is whole"),
        pytest.param((photo("1.jpg", *CERTIFICATE, "单位（盖章）："), SECOND), id="the place for the seal is on the first"),
    ],
)
def test_a_page_that_may_be_something_else_stays_apart(files: Sequence[CaseFile]) -> None:
    assert not any(file.continues for file in packet(*files).files)


def test_of_two_open_certificates_the_one_in_the_file_before_is_meant() -> None:
    name, number = OTHER["employee_name"], OTHER["employee_id"]
    other = photo("乙.jpg", *(row.replace("王芳", name).replace(ID, number) for row in CERTIFICATE))
    ends = [photo(f"尾{at}.jpg", *END, seals=(SEALED,)) for at in (1, 2)]
    beside = packet(FIRST, ends[0], other, ends[1])
    assert [file.continues for file in beside.files[2:]] == ["", "第一张.jpg", "", "乙.jpg"]
    unclear = packet(FIRST, other, BESIDE[0].model_copy(update={"name": "x.jpg"}), ends[0])
    assert not any(file.continues for file in unclear.files)


def test_nothing_gives_nothing() -> None:
    assert with_continued_papers(()) == ()
