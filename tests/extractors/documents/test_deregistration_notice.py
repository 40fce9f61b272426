"""Notices that a firm was struck off, in their layouts, and the registry's other notices."""

import pytest

from tests.extractors.documents.papers import FIRM, MARKET, USCC, Layout, kinds, seen, values

CLASSIC = (
    "（云上）登记企销字〔2024〕第1203号",
    f"{FIRM}：",
    "你单位提交的注销登记申请材料齐全，符合法定形式，我局决定准予注销登记。",
    f"统一社会信用代码：{USCC}",
    f"> {MARKET}",
    "> 2024年3月18日",
)
LAYOUTS = {
    "classic": Layout(
        ("# 准予注销登记通知书", *CLASSIC),
        {"document_number": "(云上)登记企销字〔2024〕第1203号", "deregistered_on": "2024-03-18"},
    ),
    "since 2022": Layout(
        (
            "# 登记通知书",
            "云上登字〔2024〕第77号",
            f"名称：{FIRM}",
            f"统一社会信用代码：{USCC}",
            "经审查，上述主体提交的注销登记申请符合有关规定，决定予以注销登记。",
            f"> {MARKET}",
            "> 2024年3月18日",
        ),
        {"document_number": "云上登字〔2024〕第77号", "deregistered_on": "2024-03-18"},
    ),
    "table": Layout(
        (
            "# 企业注销证明",
            f"企业名称 | {FIRM}",
            f"统一社会信用代码 |  | {USCC}",
            "法定代表人 | 赵明远",
            "登记状态 | 注销",
            "注销日期 | 2024年3月15日",
            f"登记机关 | {MARKET}",
            "以上信息来自登记档案，特此证明。",
            "> 2024年3月18日",
        ),
        {"deregistered_on": "2024-03-15", "issue_date": "2024-03-18"},
    ),
    "letter": Layout(
        (
            "# 注销证明",
            f"{FIRM}（统一社会信用代码：{USCC}）于2024年3月15日经我局核准注销登记。",
            "特此证明。",
            f"> {MARKET}",
            "> 2024年3月18日",
        ),
        {"deregistered_on": "2024-03-15", "issue_date": "2024-03-18"},
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_read(name: str) -> None:
    (document,) = seen(*LAYOUTS[name].rows)
    assert document.type == "deregistration_notice"
    expected = {"name": FIRM, "uscc": USCC, "authority": MARKET, **LAYOUTS[name].values}
    read = values(document)
    assert {field: read.get(field) for field in expected} == expected


@pytest.mark.parametrize("title", ["准子注销登记通知书", "准予注消登记通知书", "准予注销登记通知", "个体工商户注销通知书"])
def test_titles_read_with_a_slip_are_known(title: str) -> None:
    assert kinds(f"# {title}", *CLASSIC) == ["deregistration_notice"]


def test_a_notice_without_its_title_is_known_less_surely() -> None:
    (document,) = seen(*CLASSIC)
    assert (document.type, document.confidence < 0.9) == ("deregistration_notice", True)


@pytest.mark.parametrize(
    "rows",
    [
        ("# 准予变更登记通知书", f"{FIRM}：", "你单位提交的变更登记申请材料齐全，我局决定准予变更登记。", f"> {MARKET}"),
        ("# 准予设立登记通知书", f"{FIRM}：", "我局决定准予设立登记。", f"> {MARKET}"),
        ("# 登记通知书", "云上登字〔2024〕第77号", f"名称：{FIRM}", "经审查，决定予以变更登记。", f"> {MARKET}"),
        ("# 登记通知书", f"名称：{FIRM}", "注销登记申请材料不齐全，决定不予注销登记。", f"> {MARKET}"),
        ("# 清税证明", f"{FIRM}：", "所有税务事项均已结清，可申请注销登记。", "> 云上市税务局"),
        ("# 户口注销证明", "兹证明李思涵因出国定居注销户口。", "> 云上市公安局"),
        ("# 公告", f"{FIRM}拟向公司登记机关申请注销登记，请债权人申报债权。"),
    ],
)
def test_other_papers_are_none(rows: tuple[str, ...]) -> None:
    assert "deregistration_notice" not in kinds(*rows)
