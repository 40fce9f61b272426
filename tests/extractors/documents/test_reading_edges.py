"""Values begin and end where words do, what stands beside a label is its value, and doubt is named."""

import pytest

from extractors.documents.classify import find_documents
from extractors.evidence import Document
from tests.extractors.documents.lines import sheet

ID = "110199199003070113"
FIRM = "样例科技有限公司"


def certificate(*rows: str) -> Document:
    (document,) = find_documents(sheet("# 离职证明", *rows, "特此证明。", f"> {FIRM}", "> 2024年6月1日"))
    return document


@pytest.mark.parametrize("opening", ["兹证明", "兹有我公司员工", "现有我单位职工", "我司原员工"])
def test_a_name_takes_nothing_of_the_word_before_it(opening: str) -> None:
    document = certificate(f"{opening}张三（身份证号：{ID}）于2024年5月31日离职，双方劳动关系解除。")
    assert document.fields["employee_name"].value == "张三"


@pytest.mark.parametrize("reason", ["劳动者提前三十日以书面形式通知解除", "父亲生病需要照料", "考取在职研究生"])
def test_words_beside_a_label_are_taken_whole(reason: str) -> None:
    document = certificate("姓名：张三", f"身份证号：{ID}", "离职日期：2024年5月31日", f"离职原因：{reason}")
    assert document.fields["reason"].value == reason


@pytest.mark.parametrize(
    ("told", "position"),
    [
        ("从事会计岗位", "会计"),
        ("工作岗位为司机", "司机"),
        ("受聘为初中数学教师", "初中数学教师"),
        ("在我院担任主管护师", "主管护师"),
    ],
)
def test_a_position_is_read_however_the_sentence_tells_it(told: str, position: str) -> None:
    document = certificate(f"兹证明张三（身份证号：{ID}）系我单位员工，{told}，", "劳动合同于2024年5月31日解除。")
    assert document.fields["position"].value == position


@pytest.mark.parametrize("reason", ["公司部门裁撤", "孩子上学需要照顾", "劳动合同期满终止"])
def test_a_reason_in_a_sentence_is_taken_whole(reason: str) -> None:
    document = certificate(f"张三（身份证号：{ID}）系我单位员工，任会计，因{reason}，", "双方于2024年5月31日解除劳动合同。")
    assert document.fields["reason"].value == reason


@pytest.mark.parametrize("gap", [" ", "  ", "\u3000"])
def test_a_label_called_as_the_schema_calls_it_asks_across_a_narrow_gap(gap: str) -> None:
    document = certificate(
        "姓名：张三", f"身份证号：{ID}", f"所在岗位{gap}出纳 |  | 工作年限 8年11个月", "离职日期：2024年5月31日"
    )
    assert document.fields["position"].value == "出纳"


@pytest.mark.parametrize("written", ["2024年6月3日", "2024.6.3", "2024-06-03"])
@pytest.mark.parametrize("telephone", ["130****5251", "13012345251", "0755-8261234"])
def test_the_day_beside_a_telephone_is_no_part_of_a_number(written: str, telephone: str) -> None:
    rows = (
        "# 离职证明",
        "姓名：张三",
        f"身份证号：{ID}",
        "离职日期：2024年5月31日",
        "特此证明。",
        f"> 用人单位（盖章）：{FIRM}",
    )
    (document,) = find_documents(sheet(*rows, f"联系电话：{telephone} |  | {written}"))
    assert document.fields["issue_date"].value == "2024-06-03"


def test_a_firms_name_begins_behind_its_head() -> None:
    rows = (f"本人沈砚清系{FIRM}的法定代表人，现授权陆知遥（身份证号：{ID}）为我单位代理人，办理撤销用工备案登记业务。",)
    (document,) = find_documents(sheet("# 法定代表人授权委托书", *rows, f"> {FIRM}", "> 2024年6月1日"))
    assert document.fields["principal"].value == FIRM


def test_the_heads_of_items_ask_for_what_follows_their_full_stop() -> None:
    document = certificate(
        f"一、基本情况。张三，身份证号码{ID}，2020年8月25日到我单位工作。",
        "二、解除日期。双方于2024年5月31日终止劳动合同。",
        "三、解除原因。合同到期本人不续签。",
        "四、本单位工作年限。三年零十个月。",
    )
    assert document.fields["years_of_service"].value == "三年零十个月"
    assert document.fields["reason"].value == "合同到期本人不续签"


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ("□合同期满 ☑双方协商一致 □本人辞职 □其他", "双方协商一致"),
        ("☑ 本人辞职 □ 合同期满 □ 协商一致", "本人辞职"),
    ],
)
def test_of_the_options_behind_a_label_the_ticked_one_counts(options: str, reason: str) -> None:
    document = certificate("姓名：张三", f"身份证号：{ID}", "离职日期：2024年5月31日", f"离职原因（勾选）：{options}")
    assert document.fields["reason"].value == reason


def test_a_number_is_never_cut_in_two() -> None:
    document = certificate("姓名：张三", f"身份证号：{ID}", "离职日期：2024年5月31日")
    assert document.fields["employee_id"].value == ID


def test_words_under_an_empty_label_leave_it_in_doubt() -> None:
    document = certificate("姓名：张三", f"身份证号：{ID}", "离职日期：2024年5月31日", "离职原因：", "照看孙辈")
    reason = document.fields["reason"]
    assert reason.value == "照看孙辈" or "unsure_blank" in reason.doubts


def test_an_empty_place_above_the_next_label_is_surely_empty() -> None:
    document = certificate("离职日期：2024年5月31日", "姓名：________", f"身份证号：{ID}")
    assert (document.fields["employee_name"].state, document.fields["employee_name"].doubts) == ("blank", ())


@pytest.mark.parametrize(
    ("person", "name", "number"),
    [
        (f"SMITH，JOHN DAVID（身份证号：{ID}）", "SMITH, JOHN DAVID", ID),
        ("O’BRIEN, SEÁN（永久居留身份证号：XXA110081080310）", "O'BRIEN, SEÁN", "XXA110081080310"),
        ("John Smith（护照号：E12345678）", "John Smith", "E12345678"),
        ("SMITH, JOHN DAVID，性别男，（护照号码：E12345678）", "SMITH, JOHN DAVID", "E12345678"),
        ("陈大文（身份证号：H0312345602）", "陈大文", "H03123456"),
        (f"阿依古丽 买买提（身份证号：{ID}）", "阿依古丽·买买提", ID),
    ],
)
def test_foreign_names_and_the_numbers_of_permits_are_read_in_a_sentence(person: str, name: str, number: str) -> None:
    document = certificate(f"兹证明{person}原系我单位职工，于2024年5月31日离职，双方劳动关系解除。")
    assert [document.fields[field].value for field in ("employee_name", "employee_id")] == [name, number]


def test_what_has_no_number_behind_it_is_no_foreigners_name() -> None:
    document = certificate(f"兹证明我司员工（Human Resources）张三（身份证号：{ID}）于2024年5月31日离职，双方劳动关系解除。")
    assert document.fields["employee_name"].value == "张三"


def test_a_foreign_name_that_nothing_tells_is_not_surely_lacking() -> None:
    assert "employee_name" not in certificate("兹证明SMITH, JOHN于2024年5月31日离职，双方劳动关系解除。").lacks
    assert "employee_name" in certificate("兹证明于2024年5月31日离职，双方劳动关系解除。").lacks
