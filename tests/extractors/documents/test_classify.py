"""A page is what it clearly is, everything that is on it, or unknown."""

import pytest

from extractors.documents.classify import find_documents
from extractors.documents.reader import Sheet
from extractors.documents.titles import TITLES
from extractors.evidence import DOCUMENT_TYPES
from tests.extractors.documents.lines import HEIGHT_PX, WIDTH_PX, sheet, text_line, with_lines
from tests.extractors.documents.test_id_card import BACK, FRONT, card_lines
from tests.extractors.documents.test_termination_certificate import LETTER


def kinds(on: Sheet) -> list[tuple[str, str | None]]:
    return [(document.type, document.side) for document in find_documents(on)]


def test_an_empty_page_is_unknown() -> None:
    (document,) = find_documents(Sheet(3, WIDTH_PX, HEIGHT_PX, ()))
    assert (document.type, document.pages, document.title) == ("unknown", (3,), "")


@pytest.mark.parametrize(
    "title",
    [
        "工作证明",
        "在职证明",
        "收入证明",
        "解除劳动合同通知书",
        "离职交接单",
        "介绍信",
        "劳动合同",
    ],
)
def test_other_papers_are_unknown_and_keep_their_title(title: str) -> None:
    (document,) = find_documents(sheet(f"# {title}", "张三于2024年5月31日离职，劳动合同解除。", "> 样例科技有限公司"))
    assert (document.type, document.title) == ("unknown", title)


@pytest.mark.parametrize("title", ["收入证明", "样例科技有限公司在职证明", "劳动合同书", "工资条"])
def test_papers_that_nobody_could_take_for_ours_are_named(title: str) -> None:
    rows = ("张三，男，现任会计，月收入九千元。", "情况属实。", "> 样例科技有限公司", "> 2024年5月31日")
    (document,) = find_documents(sheet(f"# {title}", *rows))
    assert (document.type, document.traits) == ("unknown", ("other_paper",))
    assert title.endswith(document.title)


@pytest.mark.parametrize("title", ["解除劳动合同通知书", "离职交接单", "失业登记证明", "公证书", "授入证明", "关于团建的通知"])
def test_papers_that_may_serve_or_were_misread_are_not_called_other_papers(title: str) -> None:
    rows = ("张三，男，现任会计，月收入九千元。", "情况属实。", "> 样例科技有限公司", "> 2024年5月31日")
    assert all("other_paper" not in document.traits for document in find_documents(sheet(f"# {title}", *rows)))


@pytest.mark.parametrize("rows", [("# 红烧肉的做法", "五花肉切块。"), ("会议纪要", "2024年5月31日", "参会人员：张三")])
def test_pages_of_no_kind_keep_their_heading(rows: tuple[str, ...]) -> None:
    (document,) = find_documents(sheet(*rows))
    assert document.type == "unknown"
    assert document.title == rows[0].removeprefix("# ")


def test_a_certificate_is_one() -> None:
    assert kinds(sheet("# 离职证明", *LETTER)) == [("termination_certificate", None)]


def test_both_sides_of_a_card_are_two_documents_from_top_to_bottom() -> None:
    page = (210.0, 297.0)
    lines = card_lines(BACK, 30, page) + card_lines(FRONT, 120, page)
    assert kinds(Sheet(1, WIDTH_PX, HEIGHT_PX, lines)) == [("id_card", "back"), ("id_card", "front")]


def test_titles_belong_to_one_type_each() -> None:
    every = [title for titles in TITLES.values() for title in titles]
    assert len(every) == len(set(every))
    assert set(TITLES) <= set(DOCUMENT_TYPES)


@pytest.mark.parametrize("em_px", [33, 48])
def test_a_speck_beside_a_heading_is_no_part_of_it(em_px: int) -> None:
    """A fold or a stain that was read as a letter or two, in the heading's row."""
    rest = sheet("", "", *LETTER).lines
    heading = text_line((WIDTH_PX - 4 * em_px) / 2, 120, "离职证明", em_px)
    plain = with_lines(sheet(), (heading, *rest))
    specked = with_lines(sheet(), (text_line(300, 120, "AWM", em_px, score=0.35), heading, *rest))
    ((clean,), (stained,)) = find_documents(plain), find_documents(specked)
    assert (stained.type, stained.title, stained.confidence) == (clean.type, "离职证明", clean.confidence)
