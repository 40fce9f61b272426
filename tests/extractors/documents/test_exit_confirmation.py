"""Slips about leaving a building site: a table, a letter of the firm, and a declaration of the worker."""

import pytest

from extractors.documents.papers.exit_confirmation import READER
from tests.extractors.documents.asking import ID, kind, only, read, titled
from tests.extractors.documents.lines import sheet

TITLES = titled(
    "退场确认表 工人退场确认表 农民工退场确认书 离场证明 退场证明 退场确认书 人员退场登记表 离场确认表 "
    "退_场_确_认_表 工人退场碓认表 离场证朋 農民工退場確認表"
)
TABLE = (
    "项目名称 | 样例花园二期工程",
    "用工单位 | 样例建筑劳务有限公司",
    f"姓名 | 王芳 | 身份证号码 | {ID}",
    "进场日期 | 2023年3月1日 | 退场日期 | 2024年5月31日",
    "工资结清情况 | 已结清",
    "工人签字：    班组长签字：",
    "填表日期：2024年6月1日",
)
WHOLE = {
    "name": "王芳",
    "id_number": ID,
    "employer_name": "样例建筑劳务有限公司",
    "project": "样例花园二期工程",
    "entered_on": "2023-03-01",
    "exited_on": "2024-05-31",
    "wages_settled": "已结清",
    "issue_date": "2024-06-01",
}


@pytest.mark.parametrize("title", TITLES)
def test_its_titles_are_recognised(title: str) -> None:
    assert kind(f"# {title}", *TABLE) == "exit_confirmation"


def test_without_a_title_it_is_known_by_its_labels_though_less_surely() -> None:
    assert 0.5 < only(READER, *TABLE).confidence < 0.8


def test_a_table_is_read() -> None:
    assert read(READER, "# 退场确认表", *TABLE) == WHOLE


def test_a_letter_is_read() -> None:
    found = read(
        READER,
        "# 离场证明",
        f"兹证明王芳（身份证号码：{ID}）系样例建筑劳务有限公司工人，",
        "于2023年3月1日进场，在样例花园二期工程从事木工工作，已于2024年5月31日退场，工资已结清。",
        "特此证明。",
        "> 样例建筑劳务有限公司（盖章）",
        "> 2024年6月1日",
    )
    assert found == WHOLE


def test_a_workers_declaration_is_read() -> None:
    found = read(
        READER,
        "# 农民工退场确认书",
        f"本人王芳，身份证号：{ID}，自2023年3月1日至2024年5月31日在样例花园二期工程务工，",
        "与样例建筑劳务有限公司的劳动报酬已全部结清，现确认退场。",
        "> 退场人员签字：",
        "> 日期：2024年6月1日",
    )
    assert found == {**WHOLE, "wages_settled": "已全部结清"}


@pytest.mark.parametrize(
    ("written", "state", "value"),
    [
        ("☑已结清 □未结清", "read", "已结清"),
        ("□已结清 ■未结清", "read", "未结清"),
        ("已结清 □未结清", "read", "已结清"),
        ("□是 □否", "illegible", ""),
        ("尚有三千元未结清", "read", "尚有三千元未结清"),
    ],
)
def test_of_two_boxes_the_ticked_one_counts(written: str, state: str, value: str) -> None:
    settled = only(READER, "# 退场确认表", *TABLE[:4], f"工资是否结清：{written}").fields["wages_settled"]
    assert (settled.state, settled.value) == (state, value)


@pytest.mark.parametrize(
    "rows",
    [
        ("# 退场确认表", "请假一天。"),
        ("# 工人进场登记表", *TABLE),
        ("# 工资结清承诺书", "本人工资已结清。"),
        ("# 离职证明", "王芳于2024年5月31日离职。"),
    ],
)
def test_what_is_none(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()
