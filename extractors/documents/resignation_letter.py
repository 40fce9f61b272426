"""辞职信, 辞职报告, 离职申请: the employee's own paper, no proof of an ending by itself (DOMAIN 3.2)."""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.answers import Answers, patterns
from extractors.documents.body import Found
from extractors.documents.sentences import DATE
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import FIRM_PATTERN, PERSON_PATTERN

LABELS: Final = spelt(
    employee_name="姓名 员工姓名 辞职人姓名 申请人姓名 离职人姓名 职工姓名",
    signed_by="辞职人: 申请人: 离职人: 辞职人签名 申请人签名 申请人签字 辞职人签字 本人签名 本人签字",
    employee_id="身份证号码 身份证号 公民身份号码 居民身份证号码 证件号码 身份证:",
    employer_name="所在单位 工作单位 单位名称 用人单位 公司名称 单位: 公司:",
    separation_date="离职日期 拟离职日期 预计离职日期 申请离职日期 最后工作日 最后工作日期 离职时间 拟离职时间 预计离职时间 "
    "辞职生效日期",
    issue_date="申请日期 填表日期 提交日期 递交日期 日期:",
    reason="辞职原因 离职原因 辞职理由 离职事由 辞职事由 离职理由 申请原因",
    _="性别 部门: 所在部门 职务: 职位: 岗位: 入职日期 入职时间 联系电话 备注 部门意见 人力资源部意见 领导审批 审批意见 "
    "部门负责人意见 总经理意见 工号 离职类型",
)
_NAME: Final = patterns(
    rf"本人(?P<v>{PERSON_PATTERN})(?=[,(。]|身份证|公民|于|自|因|系|现任|现在|是|由于)",
    rf"我(?:叫|是)(?P<v>{PERSON_PATTERN})(?=[,(。]|身份证|于|自|因)",
)
_EMPLOYER: Final = patterns(
    rf"(?:尊敬的|致|呈)[:,]?(?P<v>{FIRM_PATTERN})",
    rf"^(?P<v>{FIRM_PATTERN})(?:各位|人力|人事|行政)?(?:领导|资源部|部)?:",
    rf"(?:与|同|和|在|到|加入|进入)(?P<v>{FIRM_PATTERN})",
)
_LEAVING: Final = r"(?:离职|离开|辞职|辞去|解除|终止|离岗|办理)"
_NOT_A_BEGINNING: Final = rf"(?:(?!入职|进入|加入|来到|到岗|签订|任职|参加)[^。;{DATE[1:-1]}])"
_DAY: Final = patterns(
    rf"最后工作日(?:期)?(?:为|是|:)+(?P<v>{DATE})",
    rf"(?:于|至|到|在|自|定于|从)(?P<v>{DATE})(?:前|止|起|之前)?{_NOT_A_BEGINNING}{{0,16}}?{_LEAVING}",
    rf"(?P<v>{DATE})(?:前|止|起|之前)?(?:正式)?{_LEAVING}",
    rf"(?:工作|任职)(?:至|到)(?P<v>{DATE})",
)
_SIGNED: Final = patterns(
    rf"(?:申请人|辞职人|离职人|本人签名)(?:\(?签[字名]\)?)?:?[^。;,:{DATE[1:-1]}]{{0,8}}(?:日期:)?(?P<v>{DATE})",
    rf"敬礼[^。]{{0,20}}?(?P<v>{DATE})",
)
_REASON: Final = patterns(
    r"(?:由于|因为|因|鉴于)(?P<v>[^。;,:]{2,30}?)(?:的?缘故)?(?=[,。;]|现向|现申请|现提出|特申请|特向|特提出|决定|申请|向公司|"
    r"无法|不能|提出)",
)
_APPROVAL: Final = re.compile(r"审批|领导|意见|主管|经理|人力|审核")


def _read(answers: Answers) -> Mapping[str, Found | None]:
    name, signed = answers.person("employee_name", _NAME), answers.person("signed_by")
    issued = answers.issued(not_ours=_APPROVAL)
    return {
        "employee_name": name if name and name.value else signed if signed and signed.value else name,
        "employee_id": answers.id_number("employee_id"),
        "employer_name": answers.organisation("employer_name", _EMPLOYER),
        "separation_date": answers.day("separation_date", _DAY),
        "issue_date": issued if issued and issued.value else answers.day("signed", _SIGNED) or issued,
        "reason": answers.words("reason", _REASON),
    }


READER: Final = TitledPaper(
    type="resignation_letter",
    labels=LABELS,
    content=re.compile(
        r"(?:我|本人)[^。]{0,60}?(?:辞职|离职|辞去|离开)|(?:申请|提出|请求|恳请|递交)[^。]{0,12}(?:辞职|离职|辞去)|"
        r"(?:离职|辞职)(?:原因|事由|理由|日期)"
    ),
    read=_read,
    alone=patterns(
        r"尊敬的|领导[:,您好]|您好|此致|敬礼",
        r"(?:提出|申请|请求|递交|决定)[^。]{0,10}(?:辞职|离职|辞去)|辞去[^。]{0,20}职",
        r"本人|我",
    ),
    contrary=re.compile(r"特此证明|兹证明|予以证明|离职手续已|甲乙双方|通知如下"),
)
