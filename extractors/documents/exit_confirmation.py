"""退场确认表, 离场证明: a migrant worker has left a building site, and was paid or was not (DOMAIN 4)."""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.answers import Answers, patterns
from extractors.documents.body import Found
from extractors.documents.sentences import DATE
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import FIRM_PATTERN, PERSON_PATTERN

LABELS: Final = spelt(
    name="姓名 工人姓名 退场人员 退场人员姓名 人员姓名 农民工姓名 劳务人员姓名 本人姓名 退场工人姓名",
    id_number="身份证号码 身份证号 公民身份号码 居民身份证号码 证件号码 身份证:",
    employer_name="所属单位 用工单位 用人单位 劳务公司 劳务企业 施工单位 分包单位 劳务单位 所属企业 所属公司 参建单位 "
    "用工企业 企业名称 单位名称 所属劳务公司 施工企业 劳务分包单位 用人单位名称",
    project="项目名称 工程名称 项目: 所在项目 工程项目名称 项目全称 所属项目 工程项目 所在工程 项目工程名称",
    entered_on="进场日期 进场时间 入场日期 入场时间",
    exited_on="退场日期 退场时间 离场日期 离场时间 出场日期 出场时间",
    wages_settled="工资结清情况 工资是否结清 工资结算情况 工资支付情况 是否结清 工资结清 工资情况 是否结清工资 结清情况 "
    "工资是否已结清 工资发放情况",
    issue_date="填表日期 确认日期 填写日期 开具日期 日期:",
    _="性别 工种 岗位 班组 所属班组 班组长 联系电话 退场原因 离场原因 备注 总包单位 总承包单位 建设单位 项目经理 劳资员 "
    "劳资专管员 本人签字 工人签字 退场人员签字 班组长签字 银行卡号 工资卡号 家庭住址 住址 劳动合同 考勤天数 单位负责人 "
    "项目部意见 签字日期",
)
_NAME: Final = patterns(
    rf"(?:兹证明|兹有|证明)(?:我(?:单位|公司|项目部)?)?(?:工人|农民工|劳务人员)?(?P<v>{PERSON_PATTERN})(?:同志|先生|女士)?"
    r"(?=[,(]|身份证|公民|性别|于|自|在|系)",
    rf"本人(?P<v>{PERSON_PATTERN})(?=[,(]|身份证|于|自|在)",
    rf"(?:工人|农民工|劳务人员)(?P<v>{PERSON_PATTERN})(?=[,(]|身份证)",
)
_EMPLOYER: Final = patterns(
    rf"(?:系|为|受|由|与|在|是)(?:我|本)?(?:项目部|(?:单位|公司)(?!名称))?(?P<v>(?![我本]|项目部){FIRM_PATTERN})"
)
_PROJECT: Final = patterns(
    r"(?:在|到|于|进入|参与)(?P<v>[^。;,:]{2,36}?(?:项目|工程|标段|工地))(?:部)?(?=从事|工作|务工|施工|担任|提供|,|。|进行|做|木工|劳动)",
)
_GAP: Final = rf"[^。;{DATE[1:-1]}]"
_ENTERED: Final = patterns(
    rf"(?:于|自|从)(?P<v>{DATE})(?:起)?{_GAP}{{0,6}}?(?:进场|入场|进入|到)",
    rf"(?:进场|入场)(?:日期|时间)?(?:为|是|:)*(?P<v>{DATE})",
    rf"(?:自|从)(?P<v>{DATE})(?:起)?(?:至|到){DATE}",
)
_EXITED: Final = patterns(
    rf"(?:于|自|在|至)(?P<v>{DATE})(?:起|止)?{_GAP}{{0,10}}?(?:退场|离场|离开|撤场|出场)",
    rf"(?:退场|离场)(?:日期|时间)?(?:为|是|:)*(?P<v>{DATE})",
    rf"(?:自|从){DATE}(?:起)?(?:至|到)(?P<v>{DATE})",
)
_WAGES: Final = patterns(
    r"(?:工资|劳务费|劳动报酬|款项)[^。;]{0,16}?(?P<v>(?:已|均已|已全部|全部|尚|仍|未)?(?:足额)?(?:未结清|未付清|未支付|结清|付清|支付完毕|"
    r"发放完毕|拖欠))",
    r"(?P<v>未拖欠|不存在拖欠|无拖欠)[^。;]{0,8}工资",
)
_NOT_OURS: Final = re.compile(r"签收|领取")


def _read(answers: Answers) -> Mapping[str, Found | None]:
    return {
        "name": answers.person("name", _NAME),
        "id_number": answers.id_number("id_number"),
        "employer_name": answers.organisation("employer_name", _EMPLOYER),
        "project": answers.words("project", _PROJECT),
        "entered_on": answers.day("entered_on", _ENTERED),
        "exited_on": answers.day("exited_on", _EXITED),
        "wages_settled": answers.choice("wages_settled", _WAGES),
        "issue_date": answers.issued(not_ours=_NOT_OURS),
    }


READER: Final = TitledPaper(
    type="exit_confirmation",
    labels=LABELS,
    content=re.compile(r"(?=.*(?:退场|离场|出场|撤场))(?=.*(?:项目|工程|工地|施工|劳务|班组|工人))", re.DOTALL),
    read=_read,
    alone=patterns(r"退场|离场", r"进场|入场", r"项目|工程|工地", r"工资|劳动报酬", r"姓名|兹证明|本人"),
    contrary=re.compile(r"进场(?:申请|审批|教育)|安全交底|劳动合同书|裁决"),
)
