"""仲裁裁决书, 调解书, 判决书: what an arbitration board or a court settled between an employee and an employer (DOMAIN 3.2)."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extractors.documents.answers import Answers, patterns
from extractors.documents.body import Found
from extractors.documents.office_letters import in_six_corners
from extractors.documents.sentences import DATE
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import FIRM_PATTERN, PERSON_PATTERN

LABELS: Final = spelt(
    case_number="案号: 案件编号 文书编号 编号:",
    _="法定代表人: 委托代理人: 住所: 住址 地址: 住所地 联系电话 仲裁员 首席仲裁员 书记员 审判员 审判长 案由",
)
_KIND: Final = re.compile(r"(?P<v>裁决书|调解书|判决书)")
_KIND_SAID: Final = patterns(r"(?P<v>裁决如下)", r"(?P<v>判决如下)", r"(?P<v>调解|达成(?:如下|以下)?协议)")
_KIND_OF: Final = {"裁决如下": "裁决书", "判决如下": "判决书"}
_CASE: Final = patterns(
    r"(?P<v>(?:(?![院会])[\u4e00-\u9fff]){0,20}[(\[\u3014【]\d{4}[)\]\u3015】][\u4e00-\u9fff]{0,10}\d{0,6}[\u4e00-\u9fff]{0,8}第?\d{1,6}(?:-\d{1,3})?号)"
)
_PARTY: Final = r"(?:被申请人|申请人|原告|被告|上诉人|被上诉人|申诉人|被诉人)(?:\([^()]{1,16}\))?:?"
_EMPLOYEE: Final = patterns(rf"{_PARTY}(?P<v>{PERSON_PATTERN})(?=[,(。]|[男女],|性别|身份证|公民|汉族|住|与)")
_EMPLOYER: Final = patterns(rf"{_PARTY}(?P<v>{FIRM_PATTERN})", rf"{_PARTY}(?P<v>[^,。;:]{{4,40}}?)(?=[,。;])")
_GAP: Final = rf"[^。;{DATE[1:-1]}]"
_DAY: Final = patterns(
    rf"(?:劳动(?:合同|关系)|双方){_GAP}{{0,16}}?(?:于|自|在)(?P<v>{DATE})(?:之日)?(?:起)?{_GAP}{{0,8}}?(?:解除|终止)",
    rf"(?:解除|终止)(?:双方)?(?:的)?劳动(?:合同|关系)(?:的)?(?:日期|时间)(?:为|是|:)(?P<v>{DATE})",
    rf"(?:于|自|在)(?P<v>{DATE})(?:之日)?(?:起)?(?:解除|终止){_GAP}{{0,8}}?(?:劳动|合同|关系)",
    rf"(?:自|从){DATE}(?:起)?(?:至|到)(?P<v>{DATE})(?:止|期间)?{_GAP}{{0,12}}?存在(?:事实)?劳动关系",
    rf"存在(?:事实)?劳动关系{_GAP}{{0,10}}?(?:自|从){DATE}(?:起)?(?:至|到)(?P<v>{DATE})",
)
_REFUSED: Final = re.compile(r"驳回|不予支持|请求(?:裁决|判令|确认|解除|依法)")
"""What was asked for, or refused, is not settled."""
_NOT_OURS: Final = re.compile(r"领取|签收|送达")


def _read(answers: Answers) -> Mapping[str, Found | None]:
    return {
        "kind": answers.titled(_KIND) or _kind_said(answers),
        "case_number": _case(answers),
        "employee_name": answers.person("employee_name", _EMPLOYEE),
        "employer_name": answers.organisation("employer_name", _EMPLOYER),
        "separation_date": answers.last_day(*_DAY, unless=_REFUSED),
        "issue_date": answers.issued(not_ours=_NOT_OURS),
        "authority": answers.office("authority"),
    }


def _case(answers: Answers) -> Found | None:
    """The number; a board writes the year in six-cornered brackets, a court in round ones (法〔2015〕137号)."""
    said = answers.said(*_CASE)
    return replace(said, value=in_six_corners(said.value)) if said and "仲" in said.value else said


def _kind_said(answers: Answers) -> Found | None:
    said = answers.said(*_KIND_SAID)
    return replace(said, value=_KIND_OF.get(said.value, "调解书")).doubted("only_mentioned") if said else None


READER: Final = TitledPaper(
    type="ruling",
    labels=LABELS,
    content=re.compile(r"(?=.*(?:申请人|原告|被告|上诉人))(?=.*(?:劳动|用工|仲裁|工资))", re.DOTALL),
    read=_read,
    alone=patterns(
        r"被申请人|被告",
        r"(?:裁决|判决|调解|协议)如下|本(?:委|院)(?:认为|查明|依法|受理)|审理终结",
        r"劳动(?:合同|关系|争议|人事)",
        r"[(\[\u3014【]\d{4}[)\]\u3015】][^。]{0,24}号",
    ),
    contrary=re.compile(r"宣告[^。]{0,8}(?:死亡|失踪)|离婚|刑事|请求事项|仲裁请求:1|此致|请求依法|传票|出庭通知|开庭时间"),
)
