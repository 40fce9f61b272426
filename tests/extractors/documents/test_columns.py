"""Heads of columns find their values wherever they stand: over them, under them, or tall at the left of several rows."""

import pytest

from extractors.documents.classify import find_documents
from extractors.documents.reader import Sheet
from extractors.evidence import Document, Legibility, TextLine
from tests.extractors.documents.lines import CELL_PX, EM_PX, HEIGHT_PX, MARGIN_PX, WIDTH_PX, sheet, text_line, with_lines

ID = "110199199003070113"
FIRM = "样例科技有限公司"


def values(page: Sheet) -> dict[str, str]:
    (document,) = (one for one in find_documents(page) if one.type != "unknown")
    return {name: field.value for name, field in document.fields.items()}


def foot(day: str = "2024年6月1日") -> tuple[str, ...]:
    return ("以上情况属实，特此证明。", f"> {FIRM}", f"> {day}")


def test_heads_over_one_row_of_values_are_its_labels() -> None:
    got = values(
        sheet(
            "# 员工离职证明单",
            "姓名 | 性别 | 证件号码 |  | 岗位",
            f"张三 | 男 | {ID} |  | 生鲜主管",
            "入司日期 | 离司日期 | 司龄 | 离职原因",
            "2011/09/01 | 2016/05/31 | 4年9个月 | 合同期满",
            *foot("2016年6月1日"),
        )
    )
    assert got["employee_name"] == "张三"
    assert got["employee_id"] == ID
    assert got["position"] == "生鲜主管"
    assert (got["start_date"], got["separation_date"]) == ("2011-09-01", "2016-05-31")
    assert got["years_of_service"] == "4年9个月"


def test_heads_under_their_values_are_their_labels() -> None:
    rows = (
        text_line(MARGIN_PX, 300, "和思颖"), text_line(MARGIN_PX + 300, 300, ID), text_line(MARGIN_PX + 700, 300, "2024年5月"),
        text_line(MARGIN_PX, 340, "参保人姓名", 22), text_line(MARGIN_PX + 300, 340, "社会保障号码", 22),
        text_line(MARGIN_PX + 700, 340, "停保年月", 22),
        text_line(MARGIN_PX, 440, FIRM), text_line(MARGIN_PX + 700, 440, "已停保"),
        text_line(MARGIN_PX, 480, "申报单位", 22), text_line(MARGIN_PX + 700, 480, "当前参保状态", 22),
    )  # fmt: skip
    base = sheet("# 社会保险停保证明")
    got = values(
        with_lines(base, (*base.lines, *rows, text_line(700, 800, "五华区社会保险局"), text_line(700, 860, "2024年5月17日")))
    )
    assert (got["name"], got["id_number"], got["stop_month"]) == ("和思颖", ID, "2024-05")
    assert (got["employer_name"], got["status"]) == (FIRM, "已停保")


def test_a_list_of_people_stays_a_list() -> None:
    got = values(
        sheet(
            "# 就业登记人员花名册",
            f"单位名称：{FIRM}",
            "序号 | 姓名 | 证件号码 |  | 登记日期",
            f"1 | 张三 | {ID} |  | 2020-06-15",
            "2 | 李四 | 110199199003070121 |  | 2020-06-16",
            "打印日期：2024-06-01",
        )
    )
    assert got["people"] == "张三、李四"
    assert got["issue_date"] == "2024-06-01"


def test_a_tall_cell_at_the_left_stands_before_the_rows_it_heads() -> None:
    got = values(
        with_lines(
            sheet("# 授权委托书"),
            (
                *sheet("# 授权委托书").lines,
                *(
                    text_line(300, 300 + 60 * at, label)
                    for at, label in enumerate(("名称", "法定代表人", "姓名", "身份证号码"))
                ),
                *(text_line(560, 300 + 60 * at, said) for at, said in enumerate((FIRM, "赵六", "冉波", ID))),
                tall(MARGIN_PX, 290, 370, "授权单位"),
                tall(MARGIN_PX, 410, 490, "被授权人"),
                text_line(300, 560, "办理就业登记撤销手续"),
                tall(MARGIN_PX, 510, 610, "授权事项"),
                text_line(700, 800, "2024年5月6日"),
            ),
        )
    )
    assert (got["agent_name"], got["agent_id"]) == ("冉波", ID)
    assert (got["principal"], got["legal_rep"]) == (FIRM, "赵六")
    assert got["matter"] == "办理就业登记撤销手续"


def tall(left: float, top: float, bottom: float, text: str) -> TextLine:
    """A cell of upright print as wide as a character."""
    a, b, c, d = left / WIDTH_PX, top / HEIGHT_PX, (left + EM_PX) / WIDTH_PX, bottom / HEIGHT_PX
    return TextLine(quad=((a, b), (c, b), (c, d), (a, d)), text=text, score=0.98)


@pytest.mark.parametrize("day", ["2024-04-11", "2024年4月11日"])
def test_two_pairs_in_a_row_are_no_heads_of_the_row_below(day: str) -> None:
    got = values(
        sheet(
            "# 离职证明",
            f"姓名 | 张三 | 身份证号 | {ID}",
            f"入职日期 | 2021年3月1日 | 离职日期 | {day}",
            "岗位 | 出纳 | 部门 | 财务部",
            *foot(),
        )
    )
    assert (got["employee_name"], got["separation_date"], got["position"]) == ("张三", "2024-04-11", "出纳")


def test_rows_of_pairs_over_rows_of_pairs_are_no_table() -> None:
    got = values(
        sheet(
            "# 离职证明",
            "员工编号 | 00052366 | 员工姓名 | 先良才",
            f"证件类型 | 居民身份证 | 证件号码 | {ID}",
            "部门 | 合成车间 | 岗位 | 操作工",
            "入职日期 | 20120806 | 离职日期 | 20240520",
            "合同开始 | 20180806 | 合同结束 | 20280805",
            "工龄 | 11年9个月 | 离职类型 | 辞职",
            *foot("2024年5月22日"),
        )
    )
    assert (got["start_date"], got["separation_date"]) == ("2012-08-06", "2024-05-20")
    assert got["position"] == "操作工"


def test_a_stub_and_the_paper_beside_it_are_two_papers() -> None:
    page = sheet("", "", f"姓名：张三 |  |  | {FIRM}与张三（{ID}）", "离职日期 |  |  | 于2024年5月31日解除劳动合同。")
    heads = (
        text_line(MARGIN_PX, 120, "解除劳动合同证明书", 40), text_line(MARGIN_PX + 3 * CELL_PX, 120, "解除劳动合同证明书", 40),
        text_line(MARGIN_PX + 60, 170, "(存根)"),
    )  # fmt: skip
    documents: list[Document] = [
        one for one in find_documents(with_lines(page, (*heads, *page.lines))) if one.type != "unknown"
    ]
    assert sorted("counterfoil" in one.traits for one in documents) == [False, True]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (
            ("□1.合同期满终止", "□2.双方协商一致", "3.劳动者提前三十日通知", "□4.试用期内解除", "□5.其他："),
            "劳动者提前三十日通知",
        ),
        (("□(1)合同期满终止", "(2)双方协商一致", "□(3)劳动者提前通知", "□(4)其他："), "双方协商一致"),
        (("□1.合同期满终止", "☑2.双方协商一致", "3.劳动者提前三十日通知", "□4.试用期内解除"), "双方协商一致"),
    ],
)
def test_the_one_option_without_a_box_is_the_ticked_one(rows: tuple[str, ...], reason: str) -> None:
    told = values(
        sheet(
            "# 解除劳动合同证明书",
            "姓名：张三",
            f"身份证号：{ID}",
            "解除日期：2024年5月31日",
            "解除原因（在相应项打√）：",
            *rows,
            *foot(),
        )
    )
    assert told["reason"] == reason


def test_strokes_between_the_years_and_the_months_are_ones() -> None:
    told = values(
        sheet("# 离职证明", "姓名：张三", f"身份证号：{ID}", "离职日期：2024年5月31日", "工作年限：3年Ⅱ个月", *foot())
    )
    assert told["years_of_service"] == "3年11个月"


@pytest.mark.parametrize("heading", ["解除劳动合同证明（建筑工人）", "离职证明"])
def test_a_title_set_as_the_text_is_the_papers(heading: str) -> None:
    body = (f"张三，身份证号码{ID}，系我公司员工，2022年5月13日入职，", "双方劳动合同于2024年5月31日解除，工资已结清。")
    (document,) = (one for one in find_documents(sheet(heading, *body, *foot())) if one.type != "unknown")
    assert document.title == heading.replace("（", "(").replace("）", ")")
    assert document.confidence > 0.9


def test_figures_behind_a_label_that_are_no_day_were_not_left_blank() -> None:
    (document,) = find_documents(sheet("# 离职证明", "姓名：张三", f"身份证号：{ID}", "终止日期 | 20", "特此证明。", *foot()))
    assert document.fields["separation_date"].state == "illegible"


@pytest.mark.parametrize(("edge", "is_sure"), [(0.045, True), (0.09, False)])
def test_beside_a_blurred_line_nothing_is_surely_lacking(edge: float, is_sure: bool) -> None:
    base = sheet("# 离职证明", "合同到期终止，在职满三年。", "该员工离职时已完成全部交接。", "特此证明。", *foot())
    plain = Legibility(height_px=44, edge=0.045, contrast=0.6, paper=0.9, noise=0.0)
    soft = plain.model_copy(update={"edge": edge})
    lines = tuple(line.model_copy(update={"legibility": soft if at == 1 else plain}) for at, line in enumerate(base.lines))
    (document,) = find_documents(with_lines(base, lines))
    assert ("employee_name" in document.lacks) == is_sure


@pytest.mark.parametrize(("text", "is_sure"), [("Oll", True), ("月3日", False), ("2024年1月", False)])
def test_a_speck_hides_no_day_and_the_end_of_one_may(text: str, is_sure: bool) -> None:
    base = sheet(
        "# 离职证明", f"张三（身份证号：{ID}）系我公司员工，于2024年5月31日离职。", "特此证明。", "> 样例科技有限公司", text
    )
    lines = tuple(line.model_copy(update={"score": 0.4}) if line.text == text else line for line in base.lines)
    (document,) = find_documents(with_lines(base, lines))
    assert ("issue_date" in document.lacks) == is_sure
