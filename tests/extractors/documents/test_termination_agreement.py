"""Agreements to end a contract: clauses between two sides, a form, and a letter of one paragraph."""

import pytest

from extractors.documents.papers.termination_agreement import READER
from tests.extractors.documents.asking import ID, kind, only, read, titled
from tests.extractors.documents.lines import sheet

TITLES = titled(
    "解除劳动合同协议书 解除劳动合同协议 协商解除劳动合同协议书 解除(终止)劳动合同协议书 "
    "解除劳动关系协议书 用工关系解除协议 离职协议书 解_除_劳_动_合_同_协_议_书 解除劳动合间协议书 "
    "解除劳动合同协仪书 解除勞動合同協議書"
)
CLAUSES = (
    "甲方（用人单位）：样例科技有限公司",
    f"乙方（劳动者）：王芳    身份证号码：{ID}",
    "甲乙双方于2021年3月1日签订劳动合同，现经平等协商一致，就解除劳动合同事宜达成如下协议：",
    "一、甲乙双方同意于2024年5月31日解除劳动合同。",
    "二、因乙方个人发展需要，乙方提出解除劳动合同。",
    "三、乙方应于2024年6月5日前办理工作交接。",
    "甲方（盖章）：    乙方（签字）：",
    "2024年5月28日",
)


@pytest.mark.parametrize("title", TITLES)
def test_its_titles_are_recognised(title: str) -> None:
    assert kind(f"# {title}", *CLAUSES) == "termination_agreement"


def test_without_a_title_it_is_known_by_what_it_says_though_less_surely() -> None:
    assert 0.5 < only(READER, *CLAUSES).confidence < 0.8


def test_clauses_are_read() -> None:
    assert read(READER, "# 解除劳动合同协议书", *CLAUSES) == {
        "employer_name": "样例科技有限公司",
        "employee_name": "王芳",
        "employee_id": ID,
        "separation_date": "2024-05-31",
        "issue_date": "2024-05-28",
        "reason": "乙方个人发展需要",
    }


def test_each_side_signs_with_a_date_of_its_own() -> None:
    found = read(
        READER,
        "# 协商解除劳动合同协议书",
        "甲方：样例科技有限公司",
        f"乙方：王芳，身份证号：{ID}",
        "经双方协商一致，自2024年5月31日起解除双方的劳动关系，并签订本协议。",
        "甲方（公章） | 乙方（签名）",
        "日期：2024年5月28日 | 日期：2024年5月28日",
    )
    assert (found["separation_date"], found["issue_date"], found["reason"]) == ("2024-05-31", "2024-05-28", "双方协商一致")


def test_a_form_is_read() -> None:
    found = read(
        READER,
        "# 解除(终止)劳动合同协议书",
        "甲方 | 样例科技有限公司",
        f"乙方 | 王芳 | 身份证号码 | {ID}",
        "解除日期 | 2024年5月31日 | 解除原因 | 双方协商一致",
        "甲方（盖章） | 乙方（签字）",
        "签订日期：2024年5月28日",
    )
    assert found == {
        "employer_name": "样例科技有限公司",
        "employee_name": "王芳",
        "employee_id": ID,
        "separation_date": "2024-05-31",
        "issue_date": "2024-05-28",
        "reason": "双方协商一致",
    }


@pytest.mark.parametrize(
    "rows",
    [
        ("# 解除劳动合同通知书", *CLAUSES),
        ("# 劳动合同书", *CLAUSES),
        ("# 解除劳务合同协议书", "甲方：样例公司", "乙方：王芳", "双方解除劳务合同。"),
        ("甲方：样例公司", "乙方：王芳", "双方订立本合同，可以解除劳动合同，签订本协议。"),
    ],
)
def test_what_is_none(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (f"乙方：王芳 | 其身份证号码：{ID}", "王芳"),
        (f"乙方：王芳其身份证号码：{ID}", "王芳"),
        (f"乙方：王芳其公民身份号码：{ID}", "王芳"),
        (f"乙方：张其身份证号码：{ID}", "张其"),
    ],
)
def test_what_leads_to_the_number_is_no_part_of_the_name(row: str, name: str) -> None:
    found = read(READER, "# 解除劳动合同协议书", CLAUSES[0], row, *CLAUSES[2:])
    assert (found["employee_name"], found["employee_id"]) == (name, ID)
