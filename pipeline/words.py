"""What things are called in Chinese, for screens and reports. Names that the reasons need come from their catalogue."""

from collections.abc import Mapping
from typing import Final

from pipeline.verdict import Outcome
from validators.finding import Severity
from validators.reasons import CATALOGUE

OUTCOMES: Final[Mapping[Outcome, str]] = {"accept": "通过", "review": "转人工", "bounce": "退回补正"}
SEVERITIES: Final[Mapping[Severity, str]] = {"bounce": "须补正", "review": "人工核对", "info": "提示"}

SCENARIOS: Final[Mapping[str, str]] = {
    "employer_withdrawal": "单位撤销用工备案",
    "individual_withdrawal": "个人撤销灵活就业登记",
    "registration_correction": "登记信息更正",
    "employer_deregistered": "单位注销/吊销",
    "migrant_worker_withdrawal": "农民工实名制",
    "social_insurance_closure": "社保账号注销",
}

STATES: Final[Mapping[str, str]] = {"blank": "空白", "incomplete": "不完整", "masked": "部分遮盖", "illegible": "看不清"}

SEAL_KINDS: Final[Mapping[str, str]] = {
    "round": "圆章",
    "oval": "椭圆章",
    "square": "方章",
    "rectangular": "长方章",
    "cross_page": "骑缝章",
    "electronic": "电子章",
}

DECLARED: Final[Mapping[str, str]] = {
    "employer_name": "单位名称",
    "uscc": "统一社会信用代码",
    "legal_rep_name": "法定代表人",
    "employee_name": "员工姓名",
    "employee_id": "员工身份证号",
    "applicant_role": "办理人身份",
    "agent_name": "经办人姓名",
    "agent_id": "经办人身份证号",
    "reason": "撤销原因",
    "reason_detail": "原因说明",
    "separation_date": "解除日期",
}
"""What the applicant fills in."""

ROLES: Final[Mapping[str, str]] = {"legal_rep": "法定代表人", "agent": "经办人", "individual": "本人"}

_FIELDS: Final[Mapping[str, str]] = {
    "employee_id": "身份证号",
    "agent_id": "受托人身份证号",
    "reason": "离职原因",
    "sex": "性别",
    "ethnicity": "民族",
    "address": "地址",
    "authority": "签发机关",
    "type": "类型",
    "registered_capital": "注册资本",
}
"""Fields of documents, before the catalogue's names: some are called otherwise there, as slots."""


def document_name(type_: str, side: str | None = None) -> str:
    """Return a document's name, with its side where it has one; an unknown type stays as it is."""
    name = CATALOGUE.names.get(type_, type_)
    return f"{name}（{CATALOGUE.names.get(side, side)}）" if side else name


def field_name(field: str, document_type: str = "") -> str:
    """Return a field's name; an unknown field stays as it is."""
    if field == "name" and document_type == "id_card":
        return CATALOGUE.names["person_name"]
    return _FIELDS.get(field) or CATALOGUE.names.get(field, field)
