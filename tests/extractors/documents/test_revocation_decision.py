"""Decisions that revoke a licence, in their layouts, and decisions that do not."""

import pytest

from tests.extractors.documents.papers import FIRM, MARKET, USCC, Layout, kinds, seen, values

DECISION = (
    "云上市监处罚〔2023〕418号",
    f"当事人：{FIRM}",
    "主体资格证照名称：营业执照",
    f"统一社会信用代码：{USCC}",
    "住所：样例省云上市山前区一号",
    "经查，当事人开业后自行停业连续六个月以上，未办理歇业备案。本局已送达行政处罚告知书，当事人未提出陈述申辩。",
    "依据《中华人民共和国公司法》第二百六十条的规定，本局决定处罚如下：吊销营业执照。",
    f"> {MARKET}",
    "> 2023年11月6日",
)
LAYOUTS = {
    "decision": Layout(("# 行政处罚决定书", *DECISION), {"document_number": "云上市监处罚〔2023〕418号"}),
    "older": Layout(
        (
            "# 吊销营业执照决定书",
            "云工商处字（2023）第12号",
            f"当事人：{FIRM}，统一社会信用代码：{USCC}。",
            "当事人连续两年未报送年度报告，经公告仍未改正。现决定吊销当事人的营业执照。",
            f"> {MARKET}",
            "> 二〇二三年十一月六日",
        ),
        {"document_number": "云工商处字〔2023〕第12号"},
    ),
    "table": Layout(
        (
            "# 行政处罚决定书",
            f"当事人名称 | {FIRM}",
            f"统一社会信用代码 |  | {USCC}",
            "决定书文号 | 云上市监处罚〔2023〕418号",
            "违法事实 | 未按期报送年度报告",
            "处罚内容 | 吊销营业执照",
            f"处罚机关 | {MARKET}",
            "处罚决定日期 | 2023年11月6日",
        ),
        {"document_number": "云上市监处罚〔2023〕418号"},
    ),
    "on a line": Layout(
        ("# 行政处罚决定书", "云上市监处罚_〔2023〕418号", *DECISION[1:]), {"document_number": "云上市监处罚〔2023〕418号"}
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_read(name: str) -> None:
    (document,) = seen(*LAYOUTS[name].rows)
    assert document.type == "revocation_decision"
    expected = {"name": FIRM, "uscc": USCC, "penalty": "吊销营业执照", "issue_date": "2023-11-06", "authority": MARKET}
    read = values(document)
    expected |= LAYOUTS[name].values
    assert {field: read.get(field) for field in expected} == expected


@pytest.mark.parametrize("title", ["行政处罚决定节", "行政处罰决定书", "行改处罚决定书"])
def test_titles_read_with_a_slip_are_known(title: str) -> None:
    assert kinds(f"# {title}", *DECISION) == ["revocation_decision"]


@pytest.mark.parametrize(
    "rows",
    [
        ("# 行政处罚决定书", f"当事人：{FIRM}", "情节严重的可以吊销营业执照。现决定对当事人罚款五千元。", f"> {MARKET}"),
        ("# 行政处罚决定书", f"当事人：{FIRM}", "现责令改正，并决定处以罚款人民币3000元。", f"> {MARKET}"),
        ("# 行政处罚告知书", f"当事人：{FIRM}", "本局拟对你单位作出吊销营业执照的行政处罚，你有权要求听证。", f"> {MARKET}"),
        ("# 准予注销登记通知书", f"{FIRM}：", "我局决定准予注销登记。", f"> {MARKET}"),
    ],
)
def test_other_papers_are_none(rows: tuple[str, ...]) -> None:
    assert "revocation_decision" not in kinds(*rows)
