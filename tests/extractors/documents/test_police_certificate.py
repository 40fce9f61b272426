"""Police papers about a changed name or number, in their layouts, and what is no such paper."""

import pytest

from tests.extractors.documents.papers import LI, LI_ID, POLICE, SUN, SUN_ID, ZHAO_ID, Layout, kinds, seen, values
from validators.doubts import certainty_of

OLD = "李斯涵"
LETTER = (
    f"兹证明我辖区居民{LI}，性别女，公民身份号码{LI_ID}，原登记姓名为{OLD}，因笔误登记错误，",
    f"于2023年5月6日经公安机关批准，将姓名变更为{LI}。特此证明。",
    f"> {POLICE}",
    "> 2023年5月8日",
)
LAYOUTS = {
    "letter": Layout(
        ("# 姓名变更证明", *LETTER),
        {"name": LI, "id_number": LI_ID, "old_value": OLD, "new_value": LI, "changed": "姓名", "reason": "笔误登记错误"},
    ),
    "number": Layout(
        (
            "# 公民身份号码更正证明",
            f"兹有我所辖区居民{LI}，原公民身份号码为{ZHAO_ID}，因重号，",
            f"经公安机关核准，公民身份号码更正为{LI_ID}。",
            "特此证明。",
            f"> {POLICE}",
            "> 2023年5月8日",
        ),
        {"name": LI, "old_value": ZHAO_ID, "new_value": LI_ID, "changed": "公民身份号码", "reason": "重号"},
    ),
    "table": Layout(
        (
            "# 户口登记项目变更更正证明",
            f"姓名 | {LI} | 性别 | 女",
            f"公民身份号码 |  | {LI_ID}",
            "变更更正项目 | 姓名",
            f"变更更正前 | {OLD}",
            f"变更更正后 | {LI}",
            "变更更正原因 | 登记错误",
            "变更更正日期 | 2023年5月6日",
            "以上情况属实，特此证明。",
            f"> {POLICE}",
            "> 2023年5月8日",
        ),
        {"name": LI, "id_number": LI_ID, "old_value": OLD, "new_value": LI, "changed": "姓名", "reason": "登记错误"},
    ),
    "lines": Layout(
        (
            "# 身份证号码变更证明",
            f"姓名：{LI}",
            f"原公民身份号码：{ZHAO_ID}",
            f"现公民身份号码：{LI_ID}",
            f"更正后公民身份号码：{LI_ID}",
            "更正原因：重号",
            f"出具单位：{POLICE}",
            "出具日期：2023-05-08",
        ),
        {"name": LI, "id_number": LI_ID, "old_value": ZHAO_ID, "new_value": LI_ID, "changed": "公民身份号码"},
    ),
    "same person": Layout(
        (
            "# 同一人证明",
            f"兹证明{OLD}（原公民身份号码：{ZHAO_ID}）与{LI}（现公民身份号码：{LI_ID}）系同一人。",
            "特此证明。",
            f"> {POLICE}",
            "> 2023年5月8日",
        ),
        {"old_value": OLD, "new_value": LI, "changed": "姓名", "issue_date": "2023-05-08", "authority": POLICE},
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_read(name: str) -> None:
    (document,) = seen(*LAYOUTS[name].rows)
    assert document.type == "police_certificate"
    expected = {"authority": POLICE, "issue_date": "2023-05-08", **LAYOUTS[name].values}
    read = values(document)
    assert {field: read.get(field) for field in expected} == expected


@pytest.mark.parametrize(
    "title", ["姓名变更证眀", "姓名变吏证明", "公民身份号玛更正证明", "户口登记项日变更更正证明", "户籍证明", "同—人证明"]
)
def test_titles_read_with_a_slip_are_known(title: str) -> None:
    assert kinds(f"# {title}", *LETTER) == ["police_certificate"]


def test_a_letter_whose_title_was_cut_off_is_known_less_surely() -> None:
    (document,) = seen(*LETTER)
    assert document.type == "police_certificate"
    assert document.confidence < 0.9


def test_a_full_stop_that_was_not_read_ends_a_value_all_the_same() -> None:
    (document,) = seen("# 姓名变更证明", *(row.replace("。特此证明", "特此证明") for row in LETTER))
    assert values(document)["new_value"] == LI


def test_a_paper_that_leaves_the_old_value_out_has_none() -> None:
    (document,) = seen(
        "# 姓名变更证明",
        f"兹证明我辖区居民{LI}，公民身份号码{LI_ID}，姓名变更为{LI}。",
        "特此证明。",
        f"> {POLICE}",
        "> 2023年5月8日",
    )
    assert "old_value" not in document.fields
    assert document.fields["new_value"].value == LI


def test_a_plain_household_certificate_tells_of_no_change() -> None:
    (document,) = seen(
        "# 户籍证明",
        f"兹证明{LI}，女，公民身份号码{LI_ID}，户籍地址为样例省云上市。",
        "特此证明。",
        f"> {POLICE}",
        "> 2023年5月8日",
    )
    assert document.type == "police_certificate"
    assert not {"old_value", "new_value"} & document.fields.keys()


def test_two_numbers_of_one_name_are_what_changed() -> None:
    (document,) = seen(
        "# 同一人证明",
        f"兹证明{SUN}（身份证号码：{ZHAO_ID}）与{SUN}（身份证号码：{SUN_ID}）系同一人。",
        f"> {POLICE}",
        "> 2023年5月8日",
    )
    read = values(document)
    assert (read["old_value"], read["new_value"], read["changed"]) == (ZHAO_ID, SUN_ID, "公民身份号码")
    assert certainty_of(document.fields["old_value"]) < 0.9


@pytest.mark.parametrize(
    "rows",
    [
        ("# 无犯罪记录证明", f"经查，{LI}（身份证号码{LI_ID}）无犯罪记录。", f"> {POLICE}", "> 2023年5月8日"),
        ("# 居住证明", f"兹证明{LI}居住于样例省云上市，户籍地为外地。", f"> {POLICE}"),
        ("# 在职证明", f"兹证明{LI}，身份证号{LI_ID}，系我单位员工。", "> 云上市样例科技有限公司"),
        ("# 准予变更登记通知书", "云上市样例科技有限公司：", "名称变更为云上市新样例科技有限公司。", "> 云上市市场监督管理局"),
    ],
)
def test_other_papers_are_none(rows: tuple[str, ...]) -> None:
    assert "police_certificate" not in kinds(*rows)
