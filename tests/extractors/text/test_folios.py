"""Page numbers with their total are found at head and foot; nothing else is one."""

import pytest

from extractors.evidence import Folio
from extractors.text.folios import find_folio
from extractors.text.rows import rows_of
from tests.extractors.documents.lines import HEIGHT_PX, WIDTH_PX, sheet, text_line

BODY = tuple(f"第{number}条 甲乙双方应当按照约定履行各自的义务。" for number in range(1, 13))


def folio_of(*rows: str) -> Folio | None:
    return find_folio(rows_of(sheet(*rows).lines, WIDTH_PX, HEIGHT_PX))


@pytest.mark.parametrize(
    ("foot", "number", "count"),
    [
        ("第 1 页 共 3 页", 1, 3),
        ("第2页/共3页", 2, 3),
        ("第3页，共3页", 3, 3),
        ("共3页 第1页", 1, 3),
        ("第一页 共三页", 1, 3),
        ("2/3", 2, 3),
        ("- 1/2 -", 1, 2),
        ("Page 2 of 12", 2, 12),
        ("打印日期：2024-06-05 第1页/共2页", 1, 2),
    ],
)
def test_a_foot_tells_the_page(foot: str, number: int, count: int) -> None:
    assert folio_of(*BODY, foot) == Folio(number=number, count=count)


def test_a_head_tells_the_page() -> None:
    assert folio_of("第1页 共3页", *BODY) == Folio(number=1, count=3)


def test_pieces_of_a_row_are_read_together() -> None:
    lines = (*sheet(*BODY).lines, text_line(500, 1500, "第1页"), text_line(640, 1500, "共3页"))
    assert find_folio(rows_of(lines, WIDTH_PX, HEIGHT_PX)) == Folio(number=1, count=3)


@pytest.mark.parametrize(
    "foot",
    ["第 页 共 页", "第4页 共3页", "第0页 共3页", "- 1 -", "第1页", "本协议共3页", "2024/5", "副本编号：1-1", "1/3的工资"],
)
def test_anything_else_is_none(foot: str) -> None:
    assert folio_of(*BODY, foot) is None


def test_the_middle_of_a_page_is_no_foot() -> None:
    assert folio_of(*BODY[:6], "第1页 共3页", *BODY[6:]) is None


def test_an_empty_page_has_none() -> None:
    assert find_folio(()) is None
