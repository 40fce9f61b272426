"""Proofs that contributions stopped: a letter, a table, and the list of those who left; and those that did not stop."""

import pytest

from extractors.documents.papers.contribution_stop_proof import READER
from tests.extractors.documents.asking import ID, kind, only, read, titled
from tests.extractors.documents.lines import sheet

TITLES = titled(
    "停保证明 社保停缴证明 社会保险停保证明 社会保险个人停保单 参保人员减少表 社会保险参保人员减少表 "
    "单位减员回执 社会保险减员回执 停_保_证_明 停保证朋 社会保睑停保证明 社會保險停保證明"
)
LETTER = (
    f"兹证明王芳（身份证号码：{ID}）原参保单位样例科技有限公司，",
    "已于2024年5月办理基本养老保险、失业保险、工伤保险停保手续。",
    "特此证明。",
    "> 云上市山前区社会保险基金管理中心",
    "> 2024年6月5日",
)
WHOLE = {
    "name": "王芳",
    "id_number": ID,
    "employer_name": "样例科技有限公司",
    "insurance": "基本养老保险、失业保险、工伤保险",
    "stop_month": "2024-05",
    "status": "停保",
    "issue_date": "2024-06-05",
    "authority": "云上市山前区社会保险基金管理中心",
}


@pytest.mark.parametrize("title", TITLES)
def test_its_titles_are_recognised(title: str) -> None:
    assert kind(f"# {title}", *LETTER) == "contribution_stop_proof"


def test_without_a_title_it_is_known_by_what_it_says_though_less_surely() -> None:
    assert 0.5 < only(READER, *LETTER).confidence < 0.8


def test_a_letter_is_read() -> None:
    assert read(READER, "# 停保证明", *LETTER) == WHOLE


def test_a_table_is_read() -> None:
    found = read(
        READER,
        "# 社会保险个人停保单",
        f"姓名 | 王芳 | 社会保障号码 | {ID}",
        "单位名称 | 样例科技有限公司",
        "险种 | 基本养老保险、失业保险、工伤保险",
        "停保年月 | 202405 | 参保状态 | 停保",
        "经办机构：云上市山前区社会保险基金管理中心",
        "打印日期：2024年6月5日",
    )
    assert found == WHOLE


def test_a_list_of_those_who_left_is_read() -> None:
    found = read(
        READER,
        "# 社会保险参保人员减少表",
        "单位名称：样例科技有限公司",
        "姓名 | 身份证号码 |  | 减少年月 | 变更类型",
        f"王芳 | {ID} |  | 2024-05 | 停保",
        "险种：基本养老保险、失业保险、工伤保险",
        "受理机构（盖章）：云上市山前区社会保险基金管理中心",
        "受理日期：2024-06-05",
    )
    assert found == WHOLE


def test_somebody_who_still_pays_is_seen_to() -> None:
    found = read(READER, "# 停保证明", "姓名：王芳", "参保单位：样例科技有限公司", "养老保险缴费状态：正常缴费")
    assert found["status"] == "正常缴费"


@pytest.mark.parametrize(
    "rows",
    [
        ("# 停保证明", "请假一天。"),
        ("# 参保人员增加表", "姓名：王芳", "养老保险 增加年月：202405"),
        ("# 社会保险参保证明", *LETTER[:1], "养老保险正常缴费"),
        ("# 离职证明", "王芳的社会保险已停保。", "特此证明。"),
    ],
)
def test_what_is_none(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()
