"""Lists of registered workers, in their layouts, and lists of other things."""

import pytest

from tests.extractors.documents.papers import FIRM, LI, LI_ID, SUN, SUN_ID, USCC, ZHAO, ZHAO_ID, Layout, kinds, seen, values

PEOPLE = f"{LI}、{ZHAO}、{SUN}"
LAYOUTS = {
    "numbered list": Layout(
        (
            "# 用工备案花名册",
            f"单位名称：{FIRM} |  |  | 备案编号：110199202400123",
            "打印日期：2024年3月21日",
            "序号 | 姓名 | 公民身份号码 |  | 登记日期",
            f"1 | {LI} | {LI_ID} |  | 2021-06-01",
            f"2 | {ZHAO} | {ZHAO_ID} |  | 2021-06-01",
            f"3 | {SUN} | {SUN_ID} |  | 2022-03-15",
            "共3人",
        ),
        {"registration_id": "110199202400123", "issue_date": "2024-03-21"},
    ),
    "numbers of their own": Layout(
        (
            "# 原用工登记记录清单",
            f"用人单位：{FIRM}",
            f"统一社会信用代码：{USCC}",
            "姓名 | 身份证号码 |  | 登记编号 | 状态",
            f"{LI} | {LI_ID} |  | 2021000001 | 已登记",
            f"{ZHAO} | {ZHAO_ID} |  | 2021000002 | 已登记",
            f"{SUN} | {SUN_ID} |  | 2022000003 | 已登记",
            "导出时间：2024-03-21",
        ),
        {"registration_id": "2021000001、2021000002、2022000003", "uscc": USCC},
    ),
    "one person a block": Layout(
        (
            "# 就业登记花名册",
            f"填报单位：{FIRM}",
            "登记编号：110199202400123",
            "序号 | 职工姓名 | 性别 | 岗位 | 登记日期",
            f"1 | {LI} | 女 | 会计 | 2021.6.1",
            f"2 | {ZHAO} | 男 | 司机 | 2021.6.1",
            f"3 | {SUN} | 女 | 店长 | 2022.3.15",
            "> 2024年3月21日",
        ),
        {"registration_id": "110199202400123", "issue_date": "2024-03-21"},
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_read(name: str) -> None:
    (document,) = seen(*LAYOUTS[name].rows)
    assert document.type == "registration_list"
    expected = {"employer_name": FIRM, "people": PEOPLE, **LAYOUTS[name].values}
    read = values(document)
    assert {field: read.get(field) for field in expected} == expected


@pytest.mark.parametrize("title", ["用工备案花名朋", "用工备案花名册（表）", "就业登记花名珊"])
def test_titles_read_with_a_slip_are_known(title: str) -> None:
    assert kinds(f"# {title}", *LAYOUTS["numbered list"].rows[1:]) == ["registration_list"]


@pytest.mark.parametrize(
    "rows",
    [
        ("# 员工花名册", "序号 | 姓名 | 电话", f"1 | {LI} | 13800000000"),
        ("# 考勤表", "姓名 | 日期 | 出勤", f"{LI} | 1 | 出勤"),
        ("# 工资表", "姓名 | 基本工资 | 实发", f"{LI} | 5000 | 4800"),
    ],
)
def test_other_lists_are_none(rows: tuple[str, ...]) -> None:
    assert kinds(*rows) == ["unknown"]
