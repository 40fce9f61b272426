"""停保证明, 减员回执: contributions of a person ended with a month, or have not ended (DOMAIN 4)."""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.answers import MONTH, Answers, patterns
from extractors.documents.body import Found
from extractors.documents.contributions import NAME, insurances
from extractors.documents.sentences import DATE
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import FIRM_PATTERN

LABELS: Final = spelt(
    name="姓名 参保人姓名 职工姓名 参保人员姓名 人员姓名 参保人: 个人姓名",
    id_number="公民身份号码 身份证号码 身份证号 居民身份证号码 证件号码 社会保障号码 社会保障号 身份证件号码",
    employer_name="单位名称 参保单位 参保单位名称 原参保单位 用人单位 缴费单位 缴费单位名称 减员单位 原工作单位 单位: "
    "所在单位 申报单位",
    stop_month="停保年月 停保时间 停保日期 停保月份 减少年月 减员年月 减员日期 减员时间 减员月份 停缴年月 停缴时间 停缴月份 "
    "停缴日期 停止缴费年月 停止缴费时间 暂停缴费年月 暂停缴费时间 中断缴费时间 终止缴费年月 减少日期 减少时间 减少月份 "
    "变更年月 停保生效年月",
    status="参保状态 缴费状态 人员状态 当前状态 参保缴费状态 变更类型 减员类型 办理结果 业务类型 状态:",
    issue_date="打印日期 出具日期 打印时间 开具日期 办理日期 制表日期 受理日期 查询日期 申报日期 日期:",
    authority="经办机构 社保经办机构 社会保险经办机构 出具机构 受理机构 社保机构 所属社保机构 经办机构名称 出具单位 "
    "参保地经办机构",
    _="性别 民族 序号 险种 险种类型 参保险种 险种名称 个人编号 单位编号 停保原因 减员原因 减少原因 停缴原因 变更原因 备注 "
    "经办人 缴费基数 联系电话 参保地 校验码 验证码 首次参保年月 起始年月 缴费截止年月 终止年月 统一社会信用代码 "
    "个人社保编号 社保编号 受理编号 回执编号 业务流水号 受理人 截止年月",
)
_STOPPED: Final = r"(?:停保|停缴|停止缴费|暂停缴费|中断缴费|终止缴费|减员|办理减少|暂停参保|终止参保)"
_EMPLOYER: Final = patterns(
    rf"(?:原参保单位|参保单位|原在|在|由|与|原)(?:为|是|:)*(?P<v>(?!在){FIRM_PATTERN})",
)
_MONTH: Final = patterns(
    rf"(?:于|自|从|已于)?(?P<v>{MONTH})(?:份|起|开始|底|末)?(?:,)?[^。;{DATE[1:-1]}]{{0,40}}?{_STOPPED}",
    rf"{_STOPPED}(?:年月|时间|日期|月份)?(?:为|是|于|:)+(?P<v>{MONTH})",
    rf"缴(?:费|纳)(?:至|到)(?P<v>{MONTH})",
)
_STATUS: Final = patterns(
    r"(?:状态|目前|现)(?:为|是|处于|:)+(?P<v>[^。;,]{2,8})(?=[。;,]|$)",
    r"(?P<v>正常缴费|正常参保|参保缴费|仍在缴费|继续缴费|缴费中|在保)",
    r"状态(?P<v>正常)",
    rf"(?<![未没无不])(?<!未办理)(?<!尚未)(?<!没有)(?<!无需)(?<!未曾)(?P<v>{_STOPPED})(?!年|月|时间|日期|原因|证明|单|回执|表|类型)",
)


def _read(answers: Answers) -> Mapping[str, Found | None]:
    return {
        "name": answers.person("name", NAME),
        "id_number": answers.id_number("id_number"),
        "employer_name": answers.organisation("employer_name", _EMPLOYER),
        "insurance": insurances(answers),
        "stop_month": answers.month("stop_month", _MONTH),
        "status": answers.words("status", _STATUS),
        "issue_date": answers.issued(),
        "authority": answers.office("authority"),
    }


READER: Final = TitledPaper(
    type="contribution_stop_proof",
    labels=LABELS,
    content=re.compile(
        rf"(?=.*(?:保险|社保|参保))(?=.*(?:{_STOPPED}|减少|正常缴费|参保缴费))|(?:减少|减员|停保)(?:日期|年月|时间|原因)",
        re.DOTALL,
    ),
    read=_read,
    alone=patterns(
        r"社会保险|社保|养老保险",
        r"(?:停保|停缴|减员|减少|停止缴费|暂停缴费|终止缴费)(?:年月|时间|日期|月份)|(?:办理|已)[^。;]{0,30}(?:停保|减员|停缴)",
        r"姓名|兹证明",
        r"身份证|社会保障号|公民身份",
    ),
    contrary=re.compile(r"增员|参保人员增加|新增参保|离职手续|劳动合同(?:已|于)|裁决|撤销原因"),
)
