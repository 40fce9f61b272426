"""What things are called in Chinese, for screens and reports. Names that the reasons need come from their catalogue."""

from collections.abc import Mapping
from typing import Final

from extractors.evidence import SealColour, SealKind, SignatureRole, SignatureState
from extractors.schema import PAPERS
from pipeline.verdict import Outcome, VerdictField
from validators.coverage import State
from validators.finding import Severity
from validators.reasons import CATALOGUE
from validators.wording import Language, english

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

HANDWRITTEN: Final = "手写"


def remark_on(field: VerdictField) -> str:
    """What is said beside a value: the state it is in, and that a pen wrote it."""
    remarks = (STATES.get(field.state, ""), HANDWRITTEN if field.handwritten else "")
    return "，".join(remark for remark in remarks if remark)


def remark_in_english(field: VerdictField) -> str:
    """The same in English."""
    remarks = (field.state if field.state in STATES else "", "handwritten" if field.handwritten else "")
    return ", ".join(remark for remark in remarks if remark)


SEAL_KINDS: Final[Mapping[SealKind, str]] = {
    "round": "圆形章",
    "oval": "椭圆章",
    "square": "方章",
    "rectangular": "长方章",
    "cross_page": "骑缝章",
    "electronic": "电子签章",
}
SEAL_COLOURS: Final[Mapping[SealColour, str]] = {"red": "红色", "blue": "蓝色", "black": "黑色", "other": "其他颜色"}
SEAL_UNREAD: Final = "未能读出"
SEAL_DETAILS: Final[Mapping[str, str]] = {"center_text": "中间文字", "code": "编码", "print": "印迹"}

SIGNERS: Final[Mapping[SignatureRole, str]] = {
    "employee": "员工",
    "legal_rep": "法定代表人",
    "agent": "受托人",
    "principal": "委托人",
    "handler": "经办人",
    "applicant": "申请人",
    "other": "其他签字人",
}
"""Who is asked to sign."""

SIGNATURE_STATES: Final[Mapping[SignatureState, str]] = {
    "handwritten": "手写签名",
    "printed": "打印姓名",
    "name_seal": "名章",
    "thumbprint": "指印",
    "blank": "空白",
    "unclear": "看不清",
}
SIGNATURE_DETAILS: Final[Mapping[str, str]] = {"label": "签字栏", "text": "读作"}

BOXES: Final[Mapping[str, str]] = {
    "bounce": SEVERITIES["bounce"],
    "review": SEVERITIES["review"],
    "info": SEVERITIES["info"],
    "seal": "印章",
    "signature": "签字处",
    "field": "读取项目",
}
"""What the boxes on a page's picture stand for, findings first."""

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
    "employees": "人员名单",
    "applicant_name": "申请人姓名",
    "applicant_id": "申请人身份证号",
    "registration_id": "原登记编号",
    "registered_in": "原登记地",
    "platform": "登记平台",
    "corrected_item": "更正项目",
    "old_value": "更正前",
    "new_value": "更正后",
    "payee_name": "收款户名",
    "payee_account": "收款账号",
    "account": "社保账户状态",
}
"""What the applicant fills in."""

COVERAGE: Final[Mapping[Language, Mapping[State, str]]] = {
    "zh": {"judged": "已核对", "not_compared": "无可比对", "cannot_tell": "无法判断"},
    "en": {"judged": "judged", "not_compared": "nothing to compare", "cannot_tell": "could not tell"},
}
"""What became of rules."""

ROLES: Final[Mapping[str, str]] = {"legal_rep": "法定代表人", "agent": "经办人", "individual": "本人"}

BECAUSE_OF: Final[Mapping[Language, str]] = {"zh": "同一原因：", "en": "from the same cause: "}
"""Before the codes of what follows from a finding."""

PACKET: Final[Mapping[Language, str]] = {"zh": "材料包", "en": "the packet"}


def document_name(type_: str, side: str | None = None, language: Language = "zh") -> str:
    """Return a document's name, with its side where it has one; an unknown type stays as it is."""
    names = CATALOGUE.names if language == "zh" else english().names
    name = names.get(type_, type_)
    if not side:
        return name
    return f"{name}（{names.get(side, side)}）" if language == "zh" else f"{name}, {names.get(side, side)}"


def field_name(field: str, document_type: str = "", language: Language = "zh") -> str:
    """Return what a field is called on a type of document, or on another that has it; an unknown one stays as it is."""
    papers = (PAPERS[document_type],) if document_type in PAPERS else ()
    known = next((paper.fields[field] for paper in (*papers, *PAPERS.values()) if field in paper.fields), None)
    name: str
    if known is not None:
        name = known.zh if language == "zh" else known.en
    elif language == "zh":
        name = CATALOGUE.names.get(field, field)
    else:
        name = english().names.get(field, field.replace("_", " "))
    return name


def page_name(number: int, language: Language = "zh") -> str:
    """Return what a page is called."""
    return f"第{number}页" if language == "zh" else f"page {number}"


def part_of_page(column: int, row: int, language: Language = "zh") -> str:
    """Return what a ninth of a page is called; column and row from 0 to 2."""
    if language == "en":
        rows, columns = ("top", "middle", "bottom"), ("left", "centre", "right")
        return f"{rows[row]} {columns[column]}"
    words = ("左中右"[column], "上中下"[row])
    return "页面中部" if words == ("中", "中") else f"页面{words[0]}{words[1]}部"
