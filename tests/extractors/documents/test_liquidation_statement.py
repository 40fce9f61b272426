"""Statements of liquidators about a closed firm's workers, in their layouts, and what is none."""

import pytest

from tests.extractors.documents.papers import FIRM, LI, USCC, ZHAO, kinds, seen, values

LETTER = (
    f"{FIRM}（统一社会信用代码：{USCC}）因股东会决议解散，",
    f"于2024年1月5日成立清算组，清算组负责人为{ZHAO}。",
    "现将用工关系处理情况说明如下：原有职工三人的劳动关系已全部依法解除，",
    "工资、经济补偿已结清，社会保险已办理停保。",
    "特此说明。",
    f"> {FIRM}清算组（盖章）",
    f"> 清算组负责人：{ZHAO}",
    "> 2024年3月20日",
)
LAYOUTS = {
    "letter": LETTER,
    "labels": (
        f"企业名称：{FIRM}",
        f"统一社会信用代码：{USCC}",
        f"清算组负责人：{ZHAO}",
        f"清算组成员：{ZHAO}、{LI}",
        "我公司已进入清算程序，全部职工的用工关系已处理完毕，附原用工登记记录清单。",
        f"> {FIRM}清算组",
        "> 2024年3月20日",
    ),
    "table": (
        f"公司名称 | {FIRM}",
        f"统一社会信用代码 |  | {USCC}",
        f"清算组负责人 | {ZHAO}",
        "职工人数 | 3人",
        "处理情况 | 劳动合同已全部解除",
        "公司注销前职工安置已完成，特此说明。",
        "> 2024年3月20日",
    ),
}
TITLES = ("关于用工关系处理情况的说明", "清算组说明", "清算组关于职工安置情况的说明")


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("title", [*TITLES, "关于用工关系处埋情况的说明", "清算纽说明"])
def test_every_layout_is_read_under_every_title(name: str, title: str) -> None:
    (document,) = seen(f"# {title}", *LAYOUTS[name])
    assert document.type == "liquidation_statement"
    expected = {"name": FIRM, "head": ZHAO, "uscc": USCC, "issue_date": "2024-03-20"}
    read = values(document)
    assert {field: read.get(field) for field in expected} == expected


@pytest.mark.parametrize(
    "rows",
    [
        ("# 情况说明", f"本人{LI}因个人原因申请撤销灵活就业登记，特此说明。", f"> {LI}"),
        ("# 个人声明", f"本人{LI}声明从未在{FIRM}工作。", f"> {LI}"),
        ("# 部门例会会议纪要", "讨论采购计划。"),
        ("# 离职证明", f"兹证明{LI}于2024年3月1日与我单位解除劳动合同。特此证明。", f"> {FIRM}", "> 2024年3月1日"),
    ],
)
def test_other_papers_are_none(rows: tuple[str, ...]) -> None:
    assert "liquidation_statement" not in kinds(*rows)
