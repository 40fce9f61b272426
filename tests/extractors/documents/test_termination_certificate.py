"""Certificates of termination in letters, tables, lists and slips; and the papers that only look like them."""

import pytest

from extractors.documents.papers.termination_certificate import READER
from extractors.evidence import Document
from tests.extractors.documents.lines import sheet
from validators.doubts import certainty_of

ID = "110199199003070113"
_TITLES = (
    "离职证明 离职证明书 离职证明信 员工离职证明 辞职证明 解除劳动合同证明 解除劳动合同证明书 终止劳动合同证明 "
    "终止劳动合同证明书 解除、终止劳动合同证明书 解除(终止)劳动合同证明书 解除（终止）劳动合同证明书 "
    "终止(解除)劳动合同证明书 解除或终止劳动合同证明书 解除或者终止劳动合同证明 解除劳动关系证明 解除劳动关系证明书 "
    "终止(解除)劳动关系证明 解除/终止劳动关系证明 劳动关系解除证明 劳动合同解除证明 退工证明 退工单 "
    "上海市单位退工证明 解除聘用合同证明书 解除(终止)聘用关系证明 工作(离职)证明 离岗证明"
)
TITLES = _TITLES.split()
NOISY_TITLES = (
    "解除劳动合间证明书",
    "离职证朋",
    "解 除 劳 动 合 同 证 明 书",
    "解除劳动台同证明",
    "样例科技有限公司离职证明",
    "解除劳动关系证朋书",
    "離職證明",
    "解除勞動合同證明書",
)
_OTHER_PAPERS = (
    "解除劳动合同通知书 终止劳动合同通知书 解除劳动合同协议书 离职协议书 辞职信 辞职报告 离职申请 离职申请表 "
    "离职交接单 离职手续单 工作证明 在职证明 收入证明 实习证明 解除劳动合同审批表 介绍信 授权委托书 营业执照 禺职证明"
)
OTHER_PAPERS = _OTHER_PAPERS.split()
LETTER = (
    f"兹证明张三（身份证号码：{ID}）自2021年3月1日起在我单位工作，",
    "担任销售经理一职。因个人原因辞职，双方劳动合同已于2024年5月31日解除。",
    "特此证明。",
    "> 样例科技有限公司",
    "> 2024年6月1日",
)


def only(*rows: str) -> Document:
    (document,) = READER.find(sheet(*rows))
    return document


def values(document: Document) -> dict[str, str]:
    return {name: field.value for name, field in document.fields.items() if field.state == "read"}


@pytest.mark.parametrize("title", TITLES)
def test_every_title_in_use_is_recognised(title: str) -> None:
    assert only(f"# {title}", *LETTER).confidence >= 0.75


@pytest.mark.parametrize("title", NOISY_TITLES)
def test_misread_titles_are_recognised(title: str) -> None:
    assert only(f"# {title}", *LETTER).type == "termination_certificate"


@pytest.mark.parametrize("title", OTHER_PAPERS)
def test_other_papers_are_not_claimed_by_their_title(title: str) -> None:
    rows = (f"# {title}", "因个人原因，本人与公司的劳动合同于2024年5月31日解除。", "> 2024年6月1日")
    assert READER.find(sheet(*rows)) == ()


@pytest.mark.parametrize(
    "rows",
    [
        ("兹证明张三自2021年3月1日起在我单位工作，现任职销售经理，月收入一万元。", "特此证明。"),
        ("尊敬的领导：", "我因个人原因申请辞去现任职务，拟于2024年5月31日离职。", "> 张三"),
        ("甲乙双方经协商一致，于2024年5月31日解除劳动合同。", "特此证明。"),
        ("办理业务所需材料", "1.离职证明", "2.身份证"),
        ("番茄炒蛋", "先把鸡蛋打散。"),
        (),
    ],
)
def test_text_without_a_title_is_not_guessed_at(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()


def test_a_letter_whose_title_was_cut_off_is_recognised_with_less_confidence() -> None:
    document = only(*LETTER)
    assert 0.5 < document.confidence < 0.9
    assert values(document)["separation_date"] == "2024-05-31"


def test_a_letter_is_read() -> None:
    assert values(only("# 离职证明", *LETTER)) == {
        "employee_name": "张三",
        "employee_id": ID,
        "employer_name": "样例科技有限公司",
        "start_date": "2021-03-01",
        "separation_date": "2024-05-31",
        "issue_date": "2024-06-01",
        "position": "销售经理",
        "reason": "个人原因辞职",
    }


def test_values_broken_over_two_lines_are_joined() -> None:
    document = only(
        "# 解除劳动合同证明书",
        "兹有我公司员工阿依古丽·买买提女士，身份证号：1101991",
        "99003070113，因合同期满，双方劳动合同已于二〇二四年五",
        "月三十一日终止。劳动合同期限为2021年6月1日至2024年5月",
        "31日，本单位工作年限为3年。特此证明。",
        "> 样例科技（北京）有限公司（盖章）",
        "> 2024.6.1",
    )
    read = values(document)
    assert read["employee_name"] == "阿依古丽·买买提"
    assert read["employee_id"] == ID
    assert read["separation_date"] == "2024-05-31"
    assert read["contract_term"] == "2021-06-01至2024-05-31"
    assert read["years_of_service"] == "3年"
    assert read["employer_name"] == "样例科技(北京)有限公司"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("双方劳动合同已于2024年5月31日解除。", "2024-05-31"),
        ("该员工已于2024年5月31日与我公司解除劳动关系，离职手续已办理完毕。", "2024-05-31"),
        ("自2024年5月31日起解除劳动合同。", "2024-05-31"),
        ("于2024年5月31日因下列情形终止劳动合同：", "2024-05-31"),
        ("已于2024-05-31办理完毕离职手续。", "2024-05-31"),
        ("2024年5月31日离职。", "2024-05-31"),
        ("离职日期为2024年5月31日。", "2024-05-31"),
        ("解除劳动合同时间：贰零贰肆年伍月叁拾壹日", "2024-05-31"),
        ("自2021年3月1日起至2024年5月31日止在我单位担任会计，现已离职。", "2024-05-31"),
        ("最后工作日：2024年5月31日", "2024-05-31"),
    ],
)
def test_ways_to_say_when_it_ended(sentence: str, day: str) -> None:
    document = only("# 离职证明", f"兹证明张三同志（身份证号{ID}）系我单位员工，", sentence, "特此证明。", "> 2024年6月2日")
    assert document.fields["separation_date"].value == day


def test_the_end_of_the_contract_is_not_the_day_of_separation() -> None:
    document = only("# 离职证明", "兹证明张三的劳动合同期限为2021年3月1日至2027年2月28日，现已离职。", "特此证明。")
    assert "separation_date" not in values(document)
    assert values(document)["contract_term"] == "2021-03-01至2027-02-28"


def test_a_table_is_read() -> None:
    document = only(
        "# 终止劳动合同证明书",
        "姓   名 | 李小明 | 性别 | 男",
        f"身份证号码 | {ID}",
        "用人单位 | 样例科技有限责任公司",
        "工作岗位 | 会计 | 工作年限 | 3年2个月",
        "劳动合同期限 | 2021.4.1至2024.5.31",
        "入职时间 | 2021.4.1 | 终止日期 | 2024.5.31",
        "离职原因 | 劳动合同期满终止",
        "兹证明上述人员与我单位已终止劳动合同。",
        "> 单位（盖章）：样例科技有限责任公司",
        "> 日期：2024 年 6 月 1 日",
    )
    assert values(document) == {
        "employee_name": "李小明",
        "employee_id": ID,
        "employer_name": "样例科技有限责任公司",
        "start_date": "2021-04-01",
        "separation_date": "2024-05-31",
        "issue_date": "2024-06-01",
        "position": "会计",
        "years_of_service": "3年2个月",
        "reason": "劳动合同期满终止",
        "contract_term": "2021-04-01至2024-05-31",
    }


def test_the_ticked_ground_is_the_reason() -> None:
    document = only(
        "# 解除劳动合同证明书",
        f"张三（身份证号码{ID}）与我单位签订的劳动合同，于2024年5月31日因下列情形解除：",
        "□1.劳动者提前三十日以书面形式通知解除",
        "■2.双方协商一致",
        "□3.用人单位依照第四十一条规定裁减人员",
        "> 样例科技有限公司",
    )
    assert document.fields["reason"].value == "双方协商一致"
    assert document.fields["employee_name"].value == "张三"


def test_counterfoil_and_slip_are_two_documents() -> None:
    stub, slip = READER.find(
        sheet(
            "# 离职证明（存根）",
            f"张三同志（身份证号{ID}，性别男），自2021年3月1日起在我公司从事会计工作。已于2024年5月31日解除劳动合同。",
            "经办人： | | 签收：",
            "第 012 号",
            "# 离职证明",
            f"张三同志（身份证号{ID}，性别男），自2021年3月1日起在我公司从事会计工作。已于2024年5月31日解除劳动合同。",
            "特此证明。",
            "> 样例科技有限公司",
            "> 2024年6月1日",
        )
    )
    assert stub.traits == ("counterfoil",)
    assert slip.traits == ()
    assert stub.box is not None
    assert slip.box is not None
    assert stub.box[3] < slip.box[3]
    assert values(slip)["issue_date"] == "2024-06-01"
    assert "issue_date" not in values(stub)
    assert values(stub)["position"] == values(slip)["position"] == "会计"


def test_a_note_that_the_employer_keeps_a_copy_makes_no_counterfoil() -> None:
    assert only("# 离职证明", *LETTER, "注：本证明一式三份，单位存根一份，本人留存一份。").traits == ()


@pytest.mark.parametrize(
    ("row", "field", "state", "value"),
    [
        ("> 年   月   日", "issue_date", "blank", ""),
        ("> 20__年__月__日", "issue_date", "blank", ""),
        ("> 二O    年  月  日", "issue_date", "blank", ""),
        ("> 2024年2月30日", "issue_date", "read", "2024-02-30"),
        ("离职日期：", "separation_date", "blank", ""),
        ("离职日期：____年__月__日", "separation_date", "blank", ""),
        ("离职日期：2024年5月  日", "separation_date", "incomplete", "2024-05"),
        ("员工姓名：________", "employee_name", "blank", ""),
        ("身份证号码：________", "employee_id", "blank", ""),
        ("身份证号码：1101**********0113", "employee_id", "masked", "1101**********0113"),
        ("身份证号码：11019919900307", "employee_id", "illegible", ""),
    ],
)
def test_blanks_and_halves_are_said_to_be_that(row: str, field: str, state: str, value: str) -> None:
    document = only("# 离职证明", "以下人员已与我单位解除劳动合同", row)
    assert (document.fields[field].state, document.fields[field].value) == (state, value)


def test_a_day_of_issue_without_its_day_is_half_there() -> None:
    field = only("# 离职证明", *LETTER[:3], "> 样例科技有限公司", "> 2024年6月  日").fields["issue_date"]
    assert (field.state, field.value) == ("incomplete", "2024-06")


def test_the_receivers_date_is_not_the_day_of_issue() -> None:
    document = only("# 离职证明", *LETTER, "本人签收：张三    2024年6月9日")
    assert document.fields["issue_date"].value == "2024-06-01"


def test_each_value_has_its_place() -> None:
    document = only("# 离职证明", *LETTER)
    box = document.fields["employee_name"].box
    assert box is not None
    assert box[2] - box[0] < 0.1
    assert document.fields["issue_date"].box is not None


def test_a_label_at_the_end_of_a_line_is_not_blank() -> None:
    document = only(
        "# 离职证明",
        "我单位与买买提·阿卜力孜同志（公民身份号码",
        "11019919900307011）签订的劳动合同已解除，解除日期",
        "为2024年5月31日。",
    )
    assert document.fields["employee_id"].state == "illegible"
    assert document.fields["separation_date"].value == "2024-05-31"


def test_the_end_of_a_wrapped_period_is_not_the_day_of_issue() -> None:
    (document,) = READER.find(
        sheet(
            "# 劳动合同解除证明",
            "兹证明张三与我单位的劳动合同已解除，具体情况如下：",
            "一、劳动合同期限：2019年9月30日至",
            "2025年9月29日",
            "二、离职日期：2024年3月4日",
            "特此证明。",
            "> 北京某某科技有限公司",
        )
    )
    issued = document.fields.get("issue_date")
    assert issued is None or issued.value != "2025-09-29"


NOTE = "注：本证明一式三份，用人单位、劳动者、社会保险经办机构各执一份。"


@pytest.mark.parametrize(
    "rows",
    [
        ("入职日期：二零二三年二月二十三日", "离职日期：二O    年    月    日"),
        ("入职日期：2023年2月23日", "离职日期：____年__月__日", "离职原因：劳动合同期满终止"),
        ("一、入职日期：2023.2.23", "解除劳动合同日期：    年   月   日"),
        ("入职时间 | 2023年2月23日 | 解除劳动合同日期 | 年   月   日", "离职原因 | 个人原因"),
        ("劳动合同期限：2023年2月23日至2024年11月20日", "离职日期：    年   月   日"),
        ("劳动合同期限：2023年2月23日至2024年11月20日", "终止劳动合同日期：20    年   月   日"),
        ("开具日期：2024年11月20日", "离职日期：    年   月   日"),
        ("我单位与张三签订的劳动合同期限为2023年2月23日至", "2026年2月22日，劳动合同于    年   月   日解除。"),
        ("入职日期：2023年2月23日", "离职日期：", "离职原因：个人原因"),
        ("入职时间 | 2023年2月23日 | 离职日期", "合同期限 | 2023年2月23日至2024年11月20日"),
    ],
)
def test_no_other_date_fills_a_blank_day_of_separation(rows: tuple[str, ...]) -> None:
    document = only("# 离职证明", "员工姓名：张三", *rows, "以上情况属实，特此证明。", "> 样例科技有限公司", "> 2024年11月21日")
    assert (document.fields["separation_date"].state, document.fields["separation_date"].value) == ("blank", "")


@pytest.mark.parametrize(
    "rows",
    [
        ("离职日期：2024年11月20日", "入职日期：    年   月   日"),
        ("离职日期 | 2024年11月20日 | 入职日期 | 年   月   日", "离职原因 | 个人原因"),
    ],
)
def test_no_other_date_fills_a_blank_first_day(rows: tuple[str, ...]) -> None:
    document = only("# 离职证明", "员工姓名：张三", *rows, "以上情况属实，特此证明。", "> 样例科技有限公司", "> 2024年11月21日")
    assert document.fields["start_date"].state == "blank"
    assert document.fields["separation_date"].value == "2024-11-20"


def test_a_day_told_elsewhere_than_in_its_blank_place_is_neither_sure_nor_missed_for_sure() -> None:
    said = "双方劳动合同已于2024年5月31日解除。"
    document = only("# 离职证明", "员工姓名：张三", said, "离职日期：    年   月   日", "特此证明。", "> 2024年6月1日")
    assert document.fields["separation_date"].value in ("2024-05-31", "")
    assert certainty_of(document.fields["separation_date"]) < 0.9


@pytest.mark.parametrize("note", [NOTE, "备注：本证明仅供办理社会保险使用，特此证明。", "※ 本证明涂改无效"])
@pytest.mark.parametrize(
    "closing", ["兹证明上述人员与我单位已解除劳动合同。", "特此证明。", "根据该法第五十条的规定出具本证明。"]
)
def test_the_day_of_issue_stands_above_a_note_at_the_foot(closing: str, note: str) -> None:
    table = (
        "姓名 | 张三",
        "用人单位 | 样例科技有限公司",
        "劳动合同期限 | 2019年9月20日至2025年8月4日",
        "离职日期 | 2025年8月4日",
    )
    document = only("# 离职证明", *table, closing, "> 样例科技有限公司", "> 2025年8月5日", note)
    assert values(document)["issue_date"] == "2025-08-05"


@pytest.mark.parametrize(
    ("number", "repaired"), [("110199|99003070113", True), ("|110199199003070113|", False), ("110199199003070113|", False)]
)
def test_a_pens_stroke_within_a_number_is_a_digit_a_rule_beside_it_is_none(number: str, repaired: bool) -> None:
    field = only("# 离职证明", "员工姓名：张三", f"身份证号码：{number}", "离职日期：2024年5月31日").fields["employee_id"]
    assert (field.value, field.state, field.repaired) == (ID, "read", repaired)


def test_a_date_above_an_empty_place_for_one_is_not_surely_the_day_of_issue() -> None:
    document = only("# 离职证明", *LETTER, "> 年   月   日")
    assert document.fields["issue_date"].value == "2024-06-01"
    assert certainty_of(document.fields["issue_date"]) < 0.9


def test_how_partners_are_liable_may_stand_on_a_line_of_its_own() -> None:
    rows = ("用人单位（公章）：样例晨光供应链管理合伙企业", "本人签字： | （有限合伙）", "> 日期：2024年6月1日")
    document = only("# 离职证明", *LETTER[:3], *rows)
    assert document.fields["employer_name"].value == "样例晨光供应链管理合伙企业(有限合伙)"
