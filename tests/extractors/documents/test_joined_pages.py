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
    assert [numbers for _, numbers in shapes(join_pages(pages))] == [(1,), (2,)]


def test_a_paper_that_is_signed_already_ends_on_its_page() -> None:
    pages = (on_page(1, *FIRST, "甲方（盖章）：", "2024年5月28日"), on_page(2, *LAST))
    assert [numbers for _, numbers in shapes(join_pages(pages))] == [(1,), (2,)]


def test_a_page_of_another_count_stays_apart() -> None:
    pages = (on_page(1, *FIRST, "第1页 共3页"), on_page(2, *LAST, *FILLING[:8], "第2页 共8页"))
    assert [numbers for _, numbers in shapes(join_pages(pages))] == [(1,), (2,)]


def test_two_papers_of_a_type_are_two() -> None:
    pages = (on_page(1, *FIRST, "2024年5月28日"), on_page(2, *FIRST, "2024年5月28日"))
    assert shapes(join_pages(pages)) == [("termination_agreement", (1,)), ("termination_agreement", (2,))]


CERTIFICATE = (
    "# 解除（终止）劳动合同证明书",
    f"兹证明王芳（身份证号：{ID}）原系我单位职工，岗位：电工。",
    "双方签订的劳动合同期限自2021年6月1日起至2024年5月31日止。",
    "因个人原因辞职，双方于2024年5月31日解除劳动合同，在本单位工作年限3年。",
)
END = ("特此证明。", "> 样例科技有限公司", "> 2024年6月3日")


def test_a_short_certificate_whose_end_alone_is_on_the_next_sheet_is_one() -> None:
    (document,) = join_pages((on_page(1, *CERTIFICATE), on_page(2, *END, seals=(SEAL,))))
    assert (document.type, document.pages, document.seals) == ("termination_certificate", (1, 2), (SEAL,))
    told = values(document)
    assert (told["employer_name"], told["issue_date"]) == ("样例科技有限公司", "2024-06-03")
    assert (told["employee_id"], told["separation_date"]) == (ID, "2024-05-31")


def test_what_the_second_sheet_says_of_the_matter_counts() -> None:
    pages = (on_page(1, *CERTIFICATE[:3]), on_page(2, CERTIFICATE[3], *END, seals=(SEAL,)))
    (document,) = join_pages(pages)
    assert (document.pages, values(document)["separation_date"]) == ((1, 2), "2024-05-31")


def test_sheets_in_the_other_order_are_one_paper() -> None:
    (document,) = join_pages((on_page(1, *END, seals=(SEAL,)), on_page(2, *CERTIFICATE)))
    assert (document.type, sorted(document.pages), document.seals) == ("termination_certificate", [1, 2], (SEAL,))


def test_a_strip_across_the_edges_does_not_end_a_paper() -> None:
    strip = SEAL.model_copy(update={"kind": "cross_page", "page": 1})
    (document,) = join_pages((on_page(1, *CERTIFICATE, seals=(strip,)), on_page(2, *END, seals=(SEAL,))))
    assert document.seals == (strip, SEAL)


def test_print_of_the_ring_is_no_part_of_the_name_beside_it() -> None:
    page, documents = on_page(2, *END, seals=(SEAL,))
    ring = page.lines[0].model_copy(update={"text": "科技", "quad": ((0.55, 0.35), (0.6, 0.35), (0.6, 0.37), (0.55, 0.37))})
    page = page.model_copy(update={"lines": (*page.lines, ring)})
    (document,) = join_pages((on_page(1, *CERTIFICATE), (page, documents)))
    assert values(document)["employer_name"] == "样例科技有限公司"


def test_a_sealed_page_does_not_seal_a_certificate_that_is_not_its_own() -> None:
    apart = [("termination_certificate", (1,)), ("unknown", (2,))]
    unsealed = (*CERTIFICATE, "单位（盖章）：样例科技有限公司")
    assert shapes(join_pages((on_page(1, *unsealed), on_page(2, *END, seals=(SEAL,))))) == apart
    undated = (*CERTIFICATE, *END[:2], "> 日期：    年  月  日")
    assert shapes(join_pages((on_page(1, *undated), on_page(2, *END, seals=(SEAL,))))) == apart
    signed = (*CERTIFICATE, *END)
    assert shapes(join_pages((on_page(1, *signed), on_page(2, *END, seals=(SEAL,))))) == apart
    others = ("特此证明。", "> 远山市大河贸易有限公司", "> 2024年6月3日")
    named = (*CERTIFICATE, "> 样例科技有限公司")
    assert shapes(join_pages((on_page(1, *named), on_page(2, *others, seals=(SEAL,))))) == apart
    long_ = (*(f"{number}、已交回工作证、钥匙和电脑，物品清点无误。" for number in range(1, 16)), *END)
    assert shapes(join_pages((on_page(1, *CERTIFICATE), on_page(2, *long_, seals=(SEAL,))))) == apart
    blank_end = ("附注：以上内容由人事部门填写。",)
    assert shapes(join_pages((on_page(1, *CERTIFICATE), on_page(2, *blank_end)))) == apart


def test_nothing_gives_nothing() -> None:
    assert join_pages(()) == ()
