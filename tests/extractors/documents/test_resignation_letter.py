"""Letters of resignation: the employee's own paper, in letters, lines and forms."""

import pytest

from extractors.documents.papers.resignation_letter import READER
from tests.extractors.documents.asking import ID, kind, only, read, titled
from tests.extractors.documents.lines import sheet

TITLES = titled(
    "辞职信 辞职报告 辞职申请书 离职申请 离职申请书 员工离职申请表 辞呈 辞_职_信 辞职报吿 辞職信 离职申请表 辞职审请书"
)
LETTER = (
    "尊敬的样例科技有限公司领导：",
    "您好！我因个人发展原因，现向公司提出辞职申请，希望于2024年5月31日前办理完离职手续。",
    "感谢公司在我任职期间给予的信任与帮助。恳请批准。",
    "此致  敬礼",
    "> 申请人：王芳",
    "> 2024年5月1日",
)


@pytest.mark.parametrize("title", TITLES)
def test_its_titles_are_recognised(title: str) -> None:
    assert kind(f"# {title}", *LETTER) == "resignation_letter"


def test_without_a_title_it_is_known_by_what_it_says_though_less_surely() -> None:
    assert 0.5 < only(READER, *LETTER).confidence < 0.8


def test_a_letter_is_read() -> None:
    assert read(READER, "# 辞职信", *LETTER) == {
        "employee_name": "王芳",
        "employer_name": "样例科技有限公司",
        "separation_date": "2024-05-31",
        "issue_date": "2024-05-01",
        "reason": "个人发展原因",
    }


def test_a_report_with_a_number_is_read() -> None:
    found = read(
        READER,
        "# 辞职报告",
        "样例科技有限公司：",
        f"本人王芳，身份证号码：{ID}，于2021年3月1日入职公司，现任会计。",
        "由于家庭原因，本人申请于2024年5月31日离职，请予批准。",
        "> 辞职人（签字）：王芳",
        "> 日期：2024年5月1日",
    )
    assert found == {
        "employee_name": "王芳",
        "employee_id": ID,
        "employer_name": "样例科技有限公司",
        "separation_date": "2024-05-31",
        "issue_date": "2024-05-01",
        "reason": "家庭原因",
    }


def test_a_form_is_read() -> None:
    found = read(
        READER,
        "# 员工离职申请表",
        "姓名 | 王芳 | 部门 | 财务部",
        f"身份证号码 | {ID}",
        "入职日期 | 2021年3月1日 | 预计离职日期 | 2024年5月31日",
        "离职原因 | 个人原因",
        "申请日期 | 2024年5月1日",
        "部门意见 | 同意  2024年5月6日",
    )
    assert found == {
        "employee_name": "王芳",
        "employee_id": ID,
        "separation_date": "2024-05-31",
        "issue_date": "2024-05-01",
        "reason": "个人原因",
    }


@pytest.mark.parametrize(
    "rows",
    [
        ("# 辞职信", "张三于2024年5月31日离职，劳动合同解除。"),
        ("# 辞职证明", "兹证明王芳于2024年5月31日辞职。特此证明。"),
        ("# 离职申请审批通知", "王芳：你的辞职申请已获批准。"),
        ("# 离职证明", "王芳因个人原因提出辞职，已于2024年5月31日办理完毕离职手续。", "特此证明。"),
    ],
)
def test_what_is_none(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()
