"""A label with a colon that ends its line: the value stands alone on the next one, or the place was left empty."""

import pytest

from extractors.documents.classify import find_documents
from tests.extractors.documents.asking import ID
from tests.extractors.documents.lines import sheet

SAYS = "特此证明。"
WRAPPED = {
    "termination_certificate": (("# 离职证明", "姓名：", "王芳", "离职日期：2024年2月29日", SAYS), {"employee_name": "王芳"}),
    "withdrawal_application": (
        ("# 撤销登记申请表", "姓名：", "王芳", "原登记编号：", "1101992023000123", "申请撤销用工登记。"),
        {"employee_name": "王芳", "registration_id": "1101992023000123"},
    ),
    "resignation_letter": (
        ("# 辞职申请表", "姓名：", "王芳", "辞职原因：", "个人发展", "本人申请辞职。"),
        {"employee_name": "王芳", "reason": "个人发展"},
    ),
    "registration_proof": (("# 就业登记证明", "姓名：", "王芳", "就业类型：灵活就业"), {"name": "王芳"}),
    "complaint_receipt": (("# 投诉受理回执", "投诉人：", "王芳", "被投诉单位：样例科技有限公司", "已受理。"), {"name": "王芳"}),
    "police_certificate": (
        ("# 姓名变更证明", "姓名：", "王芳芳", "变更前：", "王芳", "变更后：", "王芳芳", "> 样例市公安局河东派出所"),
        {"name": "王芳芳", "old_value": "王芳", "new_value": "王芳芳"},
    ),
    "kinship_proof": (
        ("# 亲属关系证明", "姓名：", "王芳", "身份证号码：", ID, "亲属姓名：", "李小明", "与本人关系：", "夫妻", SAYS),
        {"name": "王芳", "id_number": ID, "relative": "李小明"},
    ),
    "nationality_loss_proof": (
        ("# 户口注销证明", "姓名：", "王芳", "注销原因：出国定居", "注销日期：", "2023年9月10日", "> 2023年9月12日"),
        {"name": "王芳", "lost_on": "2023-09-10", "issue_date": "2023-09-12"},
    ),
    "bank_card": (
        ("# 收款账户确认书", "户名：", "王芳", "银行账号：", "6217001234567890128"),
        {"holder": "王芳", "account_number": "6217001234567890128"},
    ),
    "exit_confirmation": (
        ("# 工人退场确认单", "姓名：", "王芳", "项目名称：", "城东安置房项目", "退场日期：2023年12月20日"),
        {"name": "王芳", "project": "城东安置房项目"},
    ),
    "authorization_letter": (
        ("# 授权委托书", "受托人姓名：", "王芳", "身份证号码：", ID, "委托事项：办理用工备案撤销"),
        {"agent_name": "王芳", "agent_id": ID},
    ),
}


@pytest.mark.parametrize("kind", WRAPPED)
def test_the_value_is_on_the_next_line(kind: str) -> None:
    rows, expected = WRAPPED[kind]
    (document,) = find_documents(sheet(*rows))
    assert document.type == kind
    assert {name: document.fields[name].value for name in expected} == expected


@pytest.mark.parametrize("below", ["特此证明。", "本人于2020年入职，表现良好。", "经双方协商一致解除劳动合同。"])
def test_an_empty_place_stays_empty_whatever_text_goes_on_below(below: str) -> None:
    (document,) = find_documents(sheet("# 离职证明", "离职日期：2024年2月29日", "姓名：", below, "> 样例科技有限公司"))
    assert document.fields["employee_name"].state == "blank"


def test_a_day_of_issue_at_the_right_edge_fills_no_day_left_blank() -> None:
    (document,) = find_documents(sheet("# 离职证明", "姓名：王芳", "离职日期：", "> 样例科技有限公司", "> 2024年3月1日"))
    assert document.fields["separation_date"].state == "blank"
