"""Applications to withdraw a registration: a form for one person, a list, and a letter."""

import pytest

from extractors.documents.papers.withdrawal_application import READER
from extractors.evidence import Quad
from tests.extractors.documents.asking import ID, kind, only, read, titled
from tests.extractors.documents.lines import EM_PX, MARGIN_PX, sheet, text_line, with_lines

TITLES = titled(
    "撤销登记申请表 用工备案撤销申请表 就业登记撤销申请表 撤销用工备案申请表 灵活就业登记撤销申请表 "
    "劳动用工备案变更(注销)表 撤_销_登_记_申_请_表 撤销登记审请表 撤消登记申请表 "
    "就业登记注销申请表 撤銷登記申請表"
)
ENDING_TITLES = titled("社会保险注销登记申请表 社会保险登记注销申请表 参保单位注销登记申请表 社会保险单位注销登记表")
USCC = "91110105PDY00001XG"
FORM = (
    "单位名称 | 样例科技有限公司",
    f"统一社会信用代码 | {USCC}",
    f"姓名 | 王芳 | 身份证号码 | {ID}",
    "原登记编号 | 1101992023000123",
    "撤销原因 | 员工离职",
    "申请单位（盖章）：    经办人：",
    "申请日期：2024年6月3日",
)
WHOLE = {
    "employer_name": "样例科技有限公司",
    "uscc": USCC,
    "employee_name": "王芳",
    "employee_id": ID,
    "registration_id": "1101992023000123",
    "reason": "员工离职",
    "issue_date": "2024-06-03",
}


@pytest.mark.parametrize("title", TITLES)
def test_its_titles_are_recognised(title: str) -> None:
    rows = (*FORM[:-2], "申请撤销上述人员的用工登记。", *FORM[-2:])
    assert kind(f"# {title}", *rows) == "withdrawal_application"


@pytest.mark.parametrize("title", ENDING_TITLES)
def test_an_account_with_the_insurance_is_ended_by_such_a_paper_too(title: str) -> None:
    rows = (
        "参保单位名称 | 样例科技有限公司",
        f"统一社会信用代码 | {USCC}",
        "注销登记原因 | 单位解散",
        "有无欠费 | 无",
        "现申请注销社会保险登记。",
        "申请单位（盖章）：",
        "申请日期：2024年6月3日",
    )
    assert kind(f"# {title}", *rows) == "withdrawal_application"
    found = read(READER, f"# {title}", *rows)
    assert {name: found[name] for name in ("employer_name", "uscc", "reason", "issue_date")} == {
        "employer_name": "样例科技有限公司",
        "uscc": USCC,
        "reason": "单位解散",
        "issue_date": "2024-06-03",
    }


def test_an_account_is_ended_by_a_letter() -> None:
    assert (
        kind(
            "# 社会保险登记注销申请书",
            f"我单位样例科技有限公司（统一社会信用代码：{USCC}）因公司注销，现申请注销社会保险登记。",
            "我单位已无参保人员，请予办理。",
            "> 申请单位（盖章）：",
        )
        == "withdrawal_application"
    )


def test_a_first_registration_with_the_insurance_is_no_such_paper() -> None:
    assert kind("# 社会保险登记表", "单位名称 | 样例科技有限公司", f"统一社会信用代码 | {USCC}", "参保人数 | 12") == "unknown"


def test_without_a_title_it_is_known_by_its_labels_though_less_surely() -> None:
    document = only(READER, *FORM, "申请撤销上述人员用工登记。")
    assert 0.5 < document.confidence < 0.8


def test_a_form_is_read() -> None:
    assert read(READER, "# 撤销登记申请表", *FORM) == WHOLE


def test_a_list_is_read() -> None:
    found = read(
        READER,
        "# 用工备案撤销申请表",
        f"用人单位：样例科技有限公司    统一社会信用代码：{USCC}",
        "序号 | 姓名 | 身份证号码 |  | 原备案编号",
        f"1 | 王芳 | {ID} |  | 1101992023000123",
        "申请理由：员工离职",
        "> 单位（盖章）：样例科技有限公司",
        "> 2024年6月3日",
    )
    assert found == WHOLE


def test_a_letter_is_read() -> None:
    found = read(
        READER,
        "# 撤销用工备案申请书",
        f"我单位样例科技有限公司（统一社会信用代码：{USCC}）",
        f"因员工离职，现申请撤销职工王芳（身份证号码：{ID}）的用工备案，备案编号：1101992023000123。",
        "> 样例科技有限公司（盖章）",
        "> 2024年6月3日",
    )
    assert found == WHOLE


@pytest.mark.parametrize(
    "rows",
    [
        ("# 撤销登记申请表", "请假一天。"),
        ("# 准予注销登记通知书", "准予样例科技有限公司注销登记。", "登记编号：1"),
        ("# 公司注销登记申请书", *FORM),
        ("# 灵活就业登记表", *FORM[2:4]),
        ("# 授权委托书", "委托王芳办理撤销用工备案有关事宜。", "登记编号：1101992023000123", "申请原因：离职"),
        ("授权委托事项：申请撤销用工登记", "登记编号：110199", "申请原因：离职", "单位名称：样例公司", "受托人：王芳"),
    ],
)
def test_what_is_none(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()


def test_a_label_with_room_for_the_seal_may_be_broken_over_two_lines() -> None:
    form = sheet("# 撤销登记申请表", *FORM[1:])
    label = [text_line(MARGIN_PX, 170, "单位名称(盖"), text_line(MARGIN_PX, 170 + 1.3 * EM_PX, "章)")]
    firm = text_line(MARGIN_PX + 250, 170 + 0.65 * EM_PX, "样例科技有限公司")
    lines = [line.model_copy(update={"quad": _lower(line.quad)}) for line in form.lines[1:]]
    (document,) = READER.find(with_lines(form, (form.lines[0], *label, firm, *lines)))
    assert document.fields["employer_name"].value == "样例科技有限公司"


def _lower(quad: Quad) -> Quad:
    one, two, three, four = ((x, y + 0.1) for x, y in quad)
    return one, two, three, four


def test_a_signers_name_that_goes_on_in_the_next_line_is_read_in_full_from_the_text() -> None:
    found = read(
        READER,
        "# 撤销用工备案申请书",
        f"我单位样例科技有限公司驻马店分公司（统一社会信用代码：{USCC}）因员工离职，现申请撤销职工王芳（身份证号码：{ID}）的用工登记。",
        "> 申请单位（盖章）：样例科技有限公司驻马店",
        "> 分公司",
        "> 2024年6月3日",
    )
    assert found["employer_name"] == "样例科技有限公司驻马店分公司"
