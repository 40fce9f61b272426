"""参保证明, 权益记录单: where, through whom and from when to when a person paid contributions (DOMAIN 4)."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extractors.documents.answers import MONTH, Answers, patterns
from extractors.documents.body import Found
from extractors.documents.contributions import NAME
from extractors.documents.office_places import region_of
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.months import find_months
from extractors.text.names import FIRM_PATTERN

LABELS: Final = spelt(
    name="姓名 参保人姓名 职工姓名 参保人员姓名 人员姓名 参保人: 个人姓名",
    id_number="公民身份号码 身份证号码 身份证号 居民身份证号码 证件号码 社会保障号码 社会保障号 身份证件号码",
    employer_name="单位名称 参保单位 参保单位名称 现参保单位 用人单位 缴费单位 缴费单位名称 所在单位 当前参保单位 单位:",
    region="参保地 参保地区 参保所在地 统筹区 统筹地区 参保行政区 参保地名称 缴费地 参保统筹区",
    first_month="首次参保年月 起始年月 开始年月 缴费起始年月 参保起始年月 首次缴费年月 参保时间 首次参保时间 起始月份 "
    "缴费开始年月 参保开始时间 参保日期 首次参保日期 起始时间",
    last_month="终止年月 截止年月 缴费截止年月 最近缴费年月 最后缴费年月 截止月份 最后缴费月份 参保截止年月 结束年月 "
    "截止时间 缴费终止年月",
    period="缴费起止年月 缴费起止时间 缴费期间 参保起止时间 起止年月 缴费时段 参保期间 参保缴费起止年月 缴费起止月份",
    status="参保状态 缴费状态 人员状态 当前状态 参保缴费状态 当前参保状态 当前缴费状态 状态:",
    issue_date="打印日期 出具日期 打印时间 开具日期 制表日期 查询日期 证明日期 日期:",
    authority="经办机构 社保经办机构 社会保险经办机构 出具机构 社保机构 所属社保机构 经办机构名称 出具单位 参保地经办机构",
    _="性别 民族 序号 险种 险种类型 参保险种 险种名称 个人编号 单位编号 备注 经办人 缴费基数 缴费月数 累计缴费月数 "
    "实际缴费月数 个人缴费 单位缴费 联系电话 校验码 验证码 统一社会信用代码 查询流水号 个人社保编号 出生日期 账户余额 "
    "社保编号 累计月数",
)
_EMPLOYER: Final = patterns(rf"(?:参保单位|缴费单位|通过|在|由)(?:为|是|:)?(?P<v>{FIRM_PATTERN})")
_TO: Final = r"(?:起|份)?[,]?(?:至|到|[-~—–―一])+"
_FIRST: Final = patterns(
    rf"(?:自|从|于)?(?P<v>{MONTH}){_TO}{MONTH}",
    rf"(?:自|从|于)(?P<v>{MONTH})(?:起|份|开始)?[^。;]{{0,16}}?(?:参保|参加|缴费|缴纳)",
)
_LAST: Final = patterns(rf"{MONTH}{_TO}(?P<v>{MONTH})", rf"(?:缴费|参保|缴纳)(?:至|到)(?P<v>{MONTH})")
_STATUS: Final = patterns(
    r"(?:状态|目前|现)(?:为|是|处于|:)?(?P<v>正常缴费|正常参保|参保缴费|暂停缴费|停保|中断缴费|终止参保)",
    r"(?P<v>正常缴费|正常参保|参保缴费|暂停缴费|已停保|中断缴费|终止参保)(?!年|月|时间|日期|证明|记录|凭证)",
)
_REGION: Final = patterns(r"(?:在|于)(?P<v>[^。;,]{2,14}?[市区县镇旗州盟])(?:参加|参保|缴纳|缴费)")


def _read(answers: Answers) -> Mapping[str, Found | None]:
    authority = answers.office("authority")
    recorded = _recorded(answers)
    return {
        "name": answers.person("name", NAME),
        "id_number": answers.id_number("id_number"),
        "employer_name": answers.organisation("employer_name", _EMPLOYER),
        "region": region_of(answers.words("region", _REGION), authority),
        "first_month": _end(answers, 0) or answers.month("first_month", _FIRST) or recorded[0],
        "last_month": _end(answers, -1) or answers.month("last_month", _LAST) or recorded[-1],
        "status": answers.words("status", _STATUS),
        "issue_date": answers.issued(),
        "authority": authority,
    }


def _end(answers: Answers, which: int) -> Found | None:
    """The first (0) or last (-1) month of a period behind a label."""
    for label in answers.behind("period"):
        months = find_months(label.rest_text)
        if len(months) > 1:
            month = months[which]
            return Found(month.value, label.passage, (label.rest[0] + month.start, label.rest[0] + month.end))
    return None


_OTHER_DATE: Final = re.compile(r"日期|时间|打印|出生|有效|查询|截至|首次|累计|年月:|:(?:19|20)\d\d")


def _recorded(answers: Answers) -> tuple[Found | None, Found | None]:
    """The earliest and the latest month among the rows of payments."""
    found = [
        Found(month.value, row.passage, (month.start, month.end)).doubted("only_mentioned")
        for row in answers.part.rows
        if not _OTHER_DATE.search(row.passage.compact[0]) and re.search(r"\d{3,}\D+\d", row.passage.text)
        for month in find_months(row.passage.text)
    ]
    ordered = sorted((replace(one) for one in found), key=lambda one: one.value)
    return (ordered[0], ordered[-1]) if ordered else (None, None)


READER: Final = TitledPaper(
    type="contribution_record",
    labels=LABELS,
    content=re.compile(r"(?=.*(?:保险|社保|参保))(?=.*(?:缴费|参保|缴纳))", re.DOTALL),
    read=_read,
    alone=patterns(
        r"社会保险|养老保险",
        r"缴费(?:起止|月数|基数|年月|记录)|参保(?:状态|起止|时间)|累计缴费",
        r"个人权益|权益记录|参保(?:人员|证明|情况)|缴费(?:情况|证明)",
        r"姓名|兹证明",
        r"身份证|社会保障号|公民身份",
    ),
    contrary=re.compile(r"停保(?:年月|时间|日期|原因)|减员(?:年月|原因)|应发工资|实发工资|裁决|劳动合同"),
)
