"""A file's pages become one paper where they say so, and stay apart where anything speaks against it."""

from collections.abc import Sequence

from extractors.documents.classify import find_documents
from extractors.documents.joined_pages import OnPage, join_pages
from extractors.evidence import Document, PageEvidence, Seal
from extractors.text.folios import find_folio
from extractors.text.rows import rows_of
from tests.extractors.documents.asking import ID, values
from tests.extractors.documents.lines import HEIGHT_PX, WIDTH_PX, sheet
from validators.doubts import certainty_of

FILLING = tuple(f"第{number}条 甲乙双方应当按照约定履行各自的义务，互不追究。" for number in range(3, 24))
FIRST = (
    "# 解除劳动合同协议书",
    "甲方：样例科技有限公司",
    f"乙方：王芳  身份证号码：{ID}",
    "甲乙双方经协商一致，就解除劳动合同达成如下协议：",
    "第一条 甲乙双方于2024年5月31日解除劳动合同。",
    *FILLING,
)
LAST = ("第二十五条 本协议自双方签字盖章之日起生效。", "甲方（盖章）：样例科技有限公司", "乙方（签字）：", "2024年5月28日")
SEAL = Seal(
    kind="round",
    text="样例科技有限公司",
    center_text="",
    color="red",
    visible=1.0,
    page=2,
    box=(0.5, 0.3, 0.7, 0.45),
    confidence=0.9,
)


def on_page(number: int, *rows: str, seals: tuple[Seal, ...] = ()) -> OnPage:
    """A page as it is read, with its documents."""
    on = sheet(*rows, page=number)
    folio = find_folio(rows_of(on.lines, WIDTH_PX, HEIGHT_PX))
    page = PageEvidence(number=number, width_px=WIDTH_PX, height_px=HEIGHT_PX, lines=on.lines, folio=folio)
    return page, tuple(document.model_copy(update={"seals": seals}) for document in find_documents(on))


def shapes(documents: Sequence[Document]) -> list[tuple[str, tuple[int, ...]]]:
    return [(document.type, document.pages) for document in documents]


def test_pages_that_number_themselves_are_one_paper() -> None:
    pages = (on_page(1, *FIRST, "第1页 共2页"), on_page(2, *LAST, *FILLING[:8], "第2页 共2页", seals=(SEAL,)))
    (document,) = join_pages(pages)
    assert (document.type, document.pages, document.seals) == ("termination_agreement", (1, 2), (SEAL,))
    assert values(document)["separation_date"] == "2024-05-31"


def test_a_page_that_only_signs_the_one_before_belongs_to_it() -> None:
    (document,) = join_pages((on_page(1, *FIRST), on_page(2, *LAST)))
    assert (document.pages, values(document)["issue_date"]) == ((1, 2), "2024-05-28")
    signed = document.fields["issue_date"]
    assert (signed.page, certainty_of(signed) <= 0.89) == (2, True)


def test_a_record_with_its_title_on_every_page_is_one() -> None:
    head = ("# 社会保险个人权益记录单", f"姓名：王芳  身份证号：{ID}", "养老保险 缴费年月 | 缴费基数 | 个人缴费")
    pages = [
        on_page(
            number, *head, *(f"2023{month:02d} | 5000.00 | 400.00" for month in range(first, first + 6)), f"第{number}页 共2页"
        )
        for number, first in ((1, 1), (2, 7))
    ]
    (document,) = join_pages(pages)
    assert document.pages == (1, 2)
    assert (values(document)["first_month"], values(document)["last_month"]) == ("2023-01", "2023-12")


def test_what_has_a_heading_of_its_own_stays_apart() -> None:
    pages = (on_page(1, *FIRST), on_page(2, "# 离职交接单", *LAST))
    assert shapes(join_pages(pages)) == [("termination_agreement", (1,)), ("unknown", (2,))]
    pages = (on_page(1, *FIRST), on_page(2, "# 样例花园施工日志", *LAST))
    assert shapes(join_pages(pages)) == [("termination_agreement", (1,)), ("unknown", (2,))]


def test_a_paper_that_is_signed_already_ends_on_its_page() -> None:
    pages = (on_page(1, *FIRST, "甲方（盖章）：", "2024年5月28日"), on_page(2, *LAST))
    assert shapes(join_pages(pages)) == [("termination_agreement", (1,)), ("unknown", (2,))]


def test_a_page_of_another_count_stays_apart() -> None:
    pages = (on_page(1, *FIRST, "第1页 共3页"), on_page(2, *LAST, *FILLING[:8], "第2页 共8页"))
    assert shapes(join_pages(pages)) == [("termination_agreement", (1,)), ("unknown", (2,))]


def test_two_papers_of_a_type_are_two() -> None:
    pages = (on_page(1, *FIRST, "2024年5月28日"), on_page(2, *FIRST, "2024年5月28日"))
    assert shapes(join_pages(pages)) == [("termination_agreement", (1,)), ("termination_agreement", (2,))]


def test_nothing_gives_nothing() -> None:
    assert join_pages(()) == ()
