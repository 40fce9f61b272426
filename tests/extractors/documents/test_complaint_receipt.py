"""Receipts for a complaint to the labour inspection: a letter, a table, and a slip."""

import pytest

from extractors.documents.papers.complaint_receipt import READER
from tests.extractors.documents.asking import ID, kind, only, read, titled
from tests.extractors.documents.lines import sheet

TITLES = titled(
    "劳动监察投诉回执 劳动保障监察投诉受理通知书 劳动保障监察投诉登记表 投诉受理通知书 投诉受理回执 "
    "举报投诉登记表 劳_动_监_察_投_诉_回_执 劳动监察投诉回热 劳动保障监察投诉受理通知害 "
    "勞動監察投訴回執"
)
LETTER = (
    "王芳：",
    "你于2024年6月3日投诉样例科技有限公司拒不出具解除劳动合同证明一案，经审查符合受理条件，",
    "我单位决定予以受理。",
    "> 云上市山前区劳动保障监察大队",
    "> 2024年6月5日",
)
OFFICE = "云上市山前区劳动保障监察大队"


@pytest.mark.parametrize("title", TITLES)
def test_its_titles_are_recognised(title: str) -> None:
    assert kind(f"# {title}", *LETTER) == "complaint_receipt"


def test_without_a_title_it_is_known_by_what_it_says_though_less_surely() -> None:
    assert 0.5 < only(READER, *LETTER).confidence < 0.8


def test_a_letter_is_read() -> None:
    assert read(READER, "# 劳动保障监察投诉受理通知书", *LETTER) == {
        "name": "王芳",
        "employer_name": "样例科技有限公司",
        "issue_date": "2024-06-05",
        "authority": OFFICE,
    }


def test_a_table_is_read() -> None:
    found = read(
        READER,
        "# 劳动保障监察投诉登记表",
        f"投诉人 | 王芳 | 身份证号码 | {ID}",
        "被投诉单位 | 样例科技有限公司",
        "投诉事项 | 拒不出具离职证明",
        "受理意见 | 予以受理",
        f"受理机构（盖章） | {OFFICE}",
        "受理日期 | 2024年6月5日",
    )
    assert found == {
        "name": "王芳",
        "id_number": ID,
        "employer_name": "样例科技有限公司",
        "issue_date": "2024-06-05",
        "authority": OFFICE,
    }


def test_a_slip_is_read() -> None:
    found = read(
        READER,
        "# 劳动监察投诉回执",
        f"今收到王芳（身份证号码：{ID}）关于样例科技有限公司不出具离职证明的投诉材料一份。",
        "经办人：赵强",
        f"> {OFFICE}",
        "> 2024年6月5日",
    )
    assert found["name"] == "王芳"
    assert found["employer_name"] == "样例科技有限公司"


@pytest.mark.parametrize(
    "rows",
    [
        ("# 投诉受理通知书", "请假一天。"),
        ("# 不予受理通知书", "你投诉样例公司一案，决定不予受理。"),
        ("# 投诉回执", "收到你的消费者投诉，商品质量问题已登记。"),
        ("# 信访事项受理告知书", "收到你的信访，反映问题已受理。"),
        ("# 劳动保障监察投诉受理通知书", "你的投诉不予受理。"),
    ],
)
def test_what_is_none(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()
