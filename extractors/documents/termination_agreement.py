"""解除劳动合同协议书 and its other names: both sides end the contract and sign for it (DOMAIN 3.2)."""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.answers import Answers, patterns
from extractors.documents.body import Found
from extractors.documents.sentences import DATE
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import FIRM_PATTERN, PERSON_PATTERN

LABELS: Final = spelt(
    employer_name="甲方: 甲方(用人单位) 甲方(单位) 甲方(公司) 甲方名称 甲方(用工单位) 用人单位(甲方) 用人单位: 单位名称",
    employee_name="乙方: 乙方(劳动者) 乙方(员工) 乙方(职工) 乙方姓名 劳动者(乙方) 员工(乙方) 劳动者: 劳动者姓名 员工姓名 姓名",
    employee_id="身份证号码 身份证号 公民身份号码 居民身份证号码 证件号码 身份证:",
    separation_date="解除日期 劳动合同解除日期 合同解除日期 解除劳动合同日期 终止日期 劳动合同终止日期 解除(终止)日期",
    issue_date="签订日期 签署日期 协议签订日期 签订时间",
    reason="解除原因 解除劳动合同原因 解除事由 终止原因",
    _="法定代表人: 法定代表人(负责人) 委托代理人: 地址: 住址 住所 联系电话 电话: 统一社会信用代码 性别 联系地址 经济补偿 "
    "经济补偿金 工作岗位 入职日期 备注 日期: 甲方(盖章) 甲方(公章) 甲方(签章) 乙方(签字) 乙方(签名) 乙方(签章) 乙方签字",
)
_SIDE: Final = r"(?:\([^()]{1,10}\))?(?:为|是)?:?"
_EMPLOYER: Final = patterns(
    rf"甲方{_SIDE}(?P<v>{FIRM_PATTERN})",
    rf"用人单位{_SIDE}(?P<v>{FIRM_PATTERN})",
    rf"^(?P<v>{FIRM_PATTERN})\(?以下简称",
)
_EMPLOYEE: Final = patterns(
    rf"乙方{_SIDE}(?P<v>{PERSON_PATTERN})(?<!其)(?=其(?:居民)?(?:身份证|公民身份))",
    rf"乙方{_SIDE}(?P<v>{PERSON_PATTERN})(?=[,(。]|身份证|公民|居民|性别|[男女],|住|联系|电话|甲方)",
    rf"(?:与|和)(?P<v>{PERSON_PATTERN})\((?:身份证|以下简称)",
)
_BETWEEN: Final = rf"(?:(?!签订|签署|入职|订立|进入|建立|支付|之前支付|结清|移交)[^。;{DATE[1:-1]}])"
_DAY: Final = patterns(
    rf"(?:于|自|在|从)(?P<v>{DATE})(?:之日|当日)?(?:起|前)?{_BETWEEN}{{0,16}}?(?:解除|终止)",
    rf"(?:解除|终止)(?:劳动)?(?:合同|关系)?的?(?:之?日期?|时间)(?:为|是|:)+(?P<v>{DATE})",
    rf"(?:解除|终止)[^。;,{DATE[1:-1]}]{{0,24}}?(?:日期|时间|之日)?(?:为|于|是)(?P<v>{DATE})",
    rf"(?P<v>{DATE})(?:起)?(?:正式)?(?:解除|终止|离职)",
)
_SIGNED: Final = patterns(rf"(?P<v>{DATE})[^。;{DATE[1:-1]}]{{0,16}}$", rf"(?:签订|签署)(?:日期|时间):?(?P<v>{DATE})")
_REASON: Final = patterns(
    r"(?:因|由于)(?P<v>(?!本协议|履行|解除|此)[^。;,:]{2,30}?)(?=[,。;]|经甲乙|经双方|甲乙双方|双方|需要?解除|提出)",
    r"(?P<v>(?:甲乙)?双方(?:经)?(?:平等)?(?:自愿)?协商一致)",
)
_NOT_OURS: Final = re.compile(r"领取|签收|证明人")


def _read(answers: Answers) -> Mapping[str, Found | None]:
    return {
        "employer_name": answers.organisation("employer_name", _EMPLOYER),
        "employee_name": answers.person("employee_name", _EMPLOYEE),
        "employee_id": answers.id_number("employee_id"),
        "separation_date": answers.day("separation_date", _DAY),
        "issue_date": _issued(answers),
        "reason": answers.words("reason", _REASON),
    }


def _issued(answers: Answers) -> Found | None:
    alone = answers.issued(not_ours=_NOT_OURS)
    if alone is not None and alone.value:
        return alone
    last = answers.day("signed", _SIGNED)
    return last.doubted("elsewhere") if last else alone


READER: Final = TitledPaper(
    type="termination_agreement",
    labels=LABELS,
    content=re.compile(r"(?=.*甲方)(?=.*乙方)(?=.*(?:解除|终止))", re.DOTALL),
    read=_read,
    alone=patterns(
        r"甲方",
        r"乙方",
        r"(?:解除|终止)[^。]{0,8}劳动(?:合同|关系)",
        r"(?:达成|签订|订立)(?:如下|本|以下)?(?:解除)?协议|本协议",
    ),
    contrary=re.compile(r"订立本合同|签订本合同|本合同(?:为|期限|一式)|试用期(?:为|至|\d)|现通知|特此通知|竞业限制期|特此证明"),
    signer="employer_name",
)
