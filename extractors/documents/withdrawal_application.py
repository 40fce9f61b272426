"""撤销登记申请表 and 社会保险注销登记申请表: an employer withdraws a registration or ends its account (DOMAIN 4, 9 A16)."""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.answers import Answers, patterns
from extractors.documents.body import Found
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import FIRM_PATTERN, PERSON_PATTERN

LABELS: Final = spelt(
    employer_name="单位名称 用人单位 用人单位名称 申请单位: 申请单位名称 企业名称 单位名称(盖章) "
    "单位名称(公章) 用人单位(盖章) 用工单位 用工单位名称 公司名称 参保单位名称 缴费单位名称 参保单位 缴费单位 单位:",
    uscc="统一社会信用代码 社会信用代码 信用代码 统一信用代码",
    employee_name="姓名 员工姓名 职工姓名 劳动者姓名 撤销人员姓名 人员姓名 申请人姓名 撤销人员",
    employee_id="身份证号码 身份证号 公民身份号码 居民身份证号码 证件号码 身份证件号码",
    registration_id="原登记编号 登记编号 原备案编号 备案编号 就业登记编号 原用工备案编号 用工备案编号 原登记号 "
    "原就业登记编号 灵活就业登记编号",
    reason="撤销原因 申请撤销原因 撤销理由 申请理由 撤销登记原因 注销原因 申请原因 撤销事由 变更(注销)原因 撤销登记理由 "
    "注销登记原因",
    issue_date="申请日期 填表日期 填报日期 申请时间 日期:",
    _="法定代表人 法定代表人(负责人) 经办人 联系电话 联系人 单位地址 序号 性别 岗位 工种 原登记日期 登记日期 备案日期 "
    "备案时间 登记时间 合同期限 劳动合同期限 解除日期 解除(终止)日期 离职日期 单位意见 审核意见 经办机构意见 受理意见 备注 "
    "有无欠费 欠费情况 是否欠费 社会保险登记证号 单位编号 社保编号 参保人数 "
    "登记类型 申请事项 就业类型 填表说明 申请单位意见 办理机构意见 申请人(签字) 电话:",
)
_EMPLOYER: Final = patterns(
    rf"(?:我|本)(?:单位|公司)[,(:]?(?P<v>{FIRM_PATTERN})", rf"申请(?:单位|人)(?:\([^()]*\))?:?(?P<v>{FIRM_PATTERN})"
)
_EMPLOYEE: Final = patterns(
    rf"(?:职工|员工|劳动者|人员|为|将)(?P<v>{PERSON_PATTERN})(?:同志|先生|女士)?(?=[,(]?(?:身份证|公民身份|证件))",
    rf"本人(?P<v>{PERSON_PATTERN})(?=[,(])",
)
_NUMBER: Final = patterns(r"(?:登记|备案)(?:编号|号)(?:为|是|:)*(?P<v>[0-9A-Z\-]{6,30})")
_REASON: Final = patterns(
    r"(?:现?因|由于)(?P<v>[^。;,]{2,30}?)(?=[,。;]|现申请|申请|特申请|需)", r"撤销(?:原因|理由)(?:为|是|:)+(?P<v>[^。;]{2,40})"
)
_NOT_OURS: Final = re.compile(r"审核|受理|经办机构|领取|签收|意见")


def _read(answers: Answers) -> Mapping[str, Found | None]:
    return {
        "employer_name": answers.organisation("employer_name", _EMPLOYER),
        "uscc": answers.uscc(),
        "employee_name": answers.person("employee_name", _EMPLOYEE),
        "employee_id": answers.id_number("employee_id"),
        "registration_id": answers.code("registration_id", _NUMBER),
        "reason": answers.words("reason", _REASON),
        "issue_date": answers.issued(not_ours=_NOT_OURS),
    }


READER: Final = TitledPaper(
    type="withdrawal_application",
    labels=LABELS,
    content=re.compile(r"撤销|注销(?:原因|登记|备案|社会保险)|登记注销|(?:登记|备案)编号"),
    read=_read,
    alone=patterns(
        r"申请[^。]{0,24}(?:撤销|注销)[^。]{0,12}(?:登记|备案)|(?:撤销|注销)(?:用工|就业|灵活就业)?(?:登记|备案)",
        r"(?:撤销|注销|申请)(?:原因|理由|事由)",
        r"(?:登记|备案)编号",
        r"单位名称|申请单位|用人单位",
    ),
    contrary=re.compile(r"准予|不予(?:撤销|受理)|授权委托|特此委托|兹委托|受托人"),
    signer="employer_name",
)
