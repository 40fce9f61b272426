"""Proofs of registration as employed: a table, a letter, and lines of labels."""

import pytest

from extractors.documents.papers.registration_proof import READER
from tests.extractors.documents.asking import ID, kind, only, read, titled
from tests.extractors.documents.lines import sheet

TITLES = titled(
    "灵活就业登记证明 灵活就业登记表 就业登记证明 就业登记表 灵活就业人员登记表 灵活就业人员就业登记证明 "
    "就业创业证 就业失业登记证 灵_活_就_业_登_记_证_明 灵活就业登记证朋 就业登记让明 "
    "靈活就業登記證明"
)
TABLE = (
    "姓名 | 王芳 | 性别 | 女",
    f"公民身份号码 | {ID}",
    "登记编号 | 1101992023000123",
    "就业类型 | 灵活就业 | 登记状态 | 已登记",
    "登记日期 | 2023年3月1日",
    "以上人员已在本机构办理就业登记，特此证明。",
    "> 云上市山前区公共就业服务中心",
    "> 2023年3月2日",
)
WHOLE = {
    "name": "王芳",
    "id_number": ID,
    "registration_id": "1101992023000123",
    "employment_type": "灵活就业",
    "registered_on": "2023-03-01",
    "authority": "云上市山前区公共就业服务中心",
    "region": "云上市山前区",
}


@pytest.mark.parametrize("title", TITLES)
def test_its_titles_are_recognised(title: str) -> None:
    assert kind(f"# {title}", *TABLE) == "registration_proof"


def test_without_a_title_it_is_known_by_its_labels_though_less_surely() -> None:
    assert 0.5 < only(READER, *TABLE).confidence < 0.8


def test_a_table_is_read() -> None:
    assert read(READER, "# 灵活就业登记证明", *TABLE) == WHOLE


def test_a_letter_is_read() -> None:
    found = read(
        READER,
        "# 就业登记证明",
        f"兹证明王芳（身份证号码：{ID}）于2023年3月1日在我中心办理灵活就业登记，",
        "登记编号：1101992023000123，就业类型为灵活就业。",
        "特此证明。",
        "> 云上市山前区公共就业服务中心（盖章）",
        "> 2023年3月2日",
    )
    assert found == WHOLE


def test_lines_of_labels_are_read() -> None:
    found = read(
        READER,
        "# 灵活就业登记表",
        "登记编号：1101992023000123",
        "姓名：王芳    性别：女",
        f"身份证号：{ID}",
        "就业形式：灵活就业",
        "登记时间：2023-03-01",
        "登记地区：云上市山前区",
        "登记机构（盖章）：云上市山前区公共就业服务中心",
        "本人签字：",
    )
    assert found == WHOLE


@pytest.mark.parametrize(
    "rows",
    [
        ("# 就业登记证明", "请假一天。"),
        ("# 失业登记证明", *TABLE[:4]),
        ("# 灵活就业登记撤销申请表", *TABLE, "撤销原因：找到工作"),
        ("登记编号：110199", "登记日期：2023年3月1日", "公司登记机关"),
    ],
)
def test_what_is_none(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()
