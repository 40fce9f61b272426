"""Certificates as offices and their forms word them: municipal forms, letterheads, two languages, parties as 甲方 and 乙方."""

import pytest

from extractors.documents.papers.termination_certificate import READER
from extractors.evidence import Document
from tests.extractors.documents.lines import EM_PX, MARGIN_PX, sheet, text_line, with_lines
from validators.doubts import certainty_of

ID = "110199199003070113"
FIRM = "样例科技有限公司"
BODY = "自2021年3月1日起在我单位工作，双方劳动合同已于2024年5月31日解除。"


def only(*rows: str) -> Document:
    (document,) = READER.find(sheet(*rows))
    return document


def value(document: Document, field: str) -> str | None:
    return document.fields[field].value if field in document.fields else None


@pytest.mark.parametrize(
    "opening",
    [
        ("编号：2024（59）", f"张三先生（女士）：（身份证号码：{ID}）"),
        ("证明编号：7717", f"张三同志，女，身份证号码{ID}，"),
        ("第 1804 号", f"张三同志（身份证号 {ID}）"),
        ("致有关单位：", f"张三，女，身份证号{ID}，"),
        (f"甲方：{FIRM}", f"乙方：张三身份证号：{ID}"),
        ("Example Technology Co., Ltd.", f"张三（身份证号码：{ID}）"),
    ],
)
def test_a_name_that_opens_the_text_is_found_whatever_stands_above(opening: tuple[str, str]) -> None:
    assert value(only("# 解除劳动合同证明书", *opening, BODY, "特此证明。"), "employee_name") == "张三"


@pytest.mark.parametrize("department", ["人力资源部", "人事行政部", "综合管理部"])
def test_a_department_that_signs_below_the_letterhead_is_not_the_employer(department: str) -> None:
    rows = (FIRM, "# 离职证明", f"张三（身份证号码：{ID}）{BODY}", "特此证明", f"> {department}", "> 2024年6月1日")
    assert value(only(*rows), "employer_name") == FIRM


def test_a_department_in_a_table_is_not_the_employer() -> None:
    table = ("姓名 | 张三", "部门 财务部 | 职务 会计", "入职日期 | 2021/3/1 | 离职日期 | 2024/5/31")
    assert value(only(f"# {FIRM}", "# 离职证明单", *table), "employer_name") == FIRM


def test_a_forms_words_beside_a_piece_of_a_seal_are_no_employer() -> None:
    rows = ("# 离职证明", f"兹证明张三（身份证号码：{ID}）{BODY}", "特此证明。", "用人单位（盖章） 限公司", "2024年6月1日")
    assert not value(only(*rows), "employer_name")
    assert not value(only(*rows[:3], "MOE限公司", *rows[4:]), "employer_name")


def test_the_ticked_ground_among_others_in_one_row_is_the_ground() -> None:
    row = "退工原因 | □合同期满终止 ☑协商解除 □个人辞职 □退休 □死亡 □其他"
    assert value(only("# 退工证明", "姓名 | 张三", "退工日期 | 2024年5月31日", row), "reason") == "协商解除"
    row = "离职类型 | √辞职 □辞退 □合同到期 □退休"
    assert value(only("# 离职证明", "姓名 | 张三", "离职日期 | 2024年5月31日", row), "reason") == "辞职"


def test_the_beginning_of_the_contract_is_not_the_last_day() -> None:
    row = "合同起始日期 | 2020-04-12 | 解除或终止日期 | 2024-04-11"
    assert value(only("# 上海市单位退工证明", "姓名 | 张三", row), "separation_date") == "2024-04-11"


def test_a_date_before_the_label_of_the_last_day_is_not_its() -> None:
    document = only("# 退工证明", "姓名 | 张三", "用工期 | 2020-04-12 | 解除或终止日", "退工原因 | 个人辞职")
    assert value(document, "separation_date") != "2020-04-12"


def test_a_last_day_beside_its_label_but_on_another_row_is_no_blank() -> None:
    base = sheet("# 退工证明", "姓名 | 张三", "工作岗位 | 会计")
    label = text_line(MARGIN_PX, 600, "解除或终止日期")
    date = text_line(MARGIN_PX + 300, 600 + 0.55 * EM_PX, "2024-04-11", EM_PX * 1.3)
    aside = text_line(MARGIN_PX + 300, 600 - EM_PX, "备案", EM_PX)
    (document,) = READER.find(with_lines(base, (*base.lines, label, date, aside)))
    assert value(document, "separation_date") == "2024-04-11"


@pytest.mark.parametrize(("beside", "day"), [("2024-04-11", "2024-04-11"), ("入职日期：2021-03-01", None)])
def test_only_a_date_without_a_label_of_its_own_is_taken_from_beside(beside: str, day: str | None) -> None:
    base = sheet("# 离职证明", f"姓名：张三 | 身份证号：{ID}")
    lines = (text_line(MARGIN_PX, 600, "解除或终止日期"), text_line(MARGIN_PX + 300, 600, beside))
    (document,) = READER.find(with_lines(base, (*base.lines, *lines)))
    assert (value(document, "separation_date") or None) == day


def test_two_languages_are_read() -> None:
    rows = (
        "# 离职证明",
        "Certificate of Employment Termination",
        f"兹证明张三女士（身份证号码：{ID}）{BODY}",
        "特此证明。It is hereby certified.",
        FIRM,
        "日期 Date：2024-06-01",
    )
    assert value(only(*rows), "issue_date") == "2024-06-01"


def test_the_day_that_both_parties_write_beside_each_other_is_the_day_of_issue() -> None:
    rows = ("特此证明。", "单位意见：属实 | 受聘人员签字：", "（盖章） | 张三", "2024年6月1日 | 2024年6月1日")
    document = only("# 解除聘用合同证明书", f"张三同志，女，身份证号码{ID}，{BODY}", *rows)
    assert value(document, "issue_date") == "2024-06-01"


def test_time_worked_from_one_day_to_another_without_more_words() -> None:
    text = f"兹证明张三（身份证号：{ID}）曾于2020年4月8日至2024年4月7日期间就职于我公司，现已从我公司离职。"
    document = only("# 离职证明", text, "特此证明", f"> {FIRM}")
    assert (value(document, "start_date"), value(document, "separation_date")) == ("2020-04-08", "2024-04-07")
    assert certainty_of(document.fields["separation_date"]) < 0.9


def test_a_position_may_go_on_in_the_next_line() -> None:
    first = f"兹有我单位职工张三，身份证号{ID}，2021年3月1日到我单位工作，岗位"
    document = only("# 离职证明", first, "质检员，合同期限自2021年3月1日至2026年2月28日。因个人原因，于2024年5月31日离职。")
    assert value(document, "position") == "质检员"
    assert only("# 离职证明", "姓名 | 张三", "工作岗位", "离职日期 | 2024年5月31日").fields["position"].state == "blank"


def test_digits_in_a_tight_box_stand_beside_a_label_of_two_lines() -> None:
    base = sheet("# 离职证明", "姓名 | 张三", "离职日期 | 2024年5月31日")
    label = [text_line(MARGIN_PX, 600, "公民身份号"), text_line(MARGIN_PX, 600 + 1.1 * EM_PX, "码")]
    number = text_line(MARGIN_PX + 250, 600 + 0.55 * EM_PX, ID, 0.57 * EM_PX)
    (document,) = READER.find(with_lines(base, (*base.lines, *label, number)))
    assert value(document, "employee_id") == ID
