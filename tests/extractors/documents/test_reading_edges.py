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
