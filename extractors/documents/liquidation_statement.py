"""清算组说明: what became of a closed firm's workers, told by its liquidators, its owners or its superior body (DOMAIN 4).

``name`` is the firm's, not the liquidators' (某某有限公司清算组).
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extractors.documents.answers import Answers, first_of, patterns
from extractors.documents.body import Found
from extractors.documents.papers import signed_by
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import COMPANY_PATTERN, PERSON_PATTERN, read_organisation
from extractors.text.rows import Row, without_specks

_SPELLINGS: Final = spelt(
    name="企业名称 公司名称 单位名称 名称: 清算企业名称",
    head="清算组负责人 清算组组长 清算负责人 清算组长 负责人:",
    issue_date="日期: 出具日期 签署日期 备案日期",
    _="清算组成员 清算组成员名单 清算组成员签字 清算组负责人(签字) 统一社会信用代码 联系电话 经办人 附件 备案机关 登记机关",
)
_NAME: Final = patterns(
    rf"(?:^|[。,:;])(?:兹有|现|因)?(?P<v>{COMPANY_PATTERN})(?:\([^()]{{2,30}}\))?(?:因|于|经|股东|已|根据|自|的?清算组)",
)
_HEAD: Final = patterns(
    rf"(?:清算组)?(?:负责人|组长)(?:为|是|由|:)*(?P<v>(?![为是由]){PERSON_PATTERN})(?:同志|先生|女士|担任)?(?=[,。;(、]|清算组|成员|$)",
    rf"(?:由|(?<![\u4e00-\u9fff]))(?P<v>(?!由){PERSON_PATTERN})(?:同志|先生|女士)?(?:任|为|担任)(?:清算组)?(?:负责人|组长)",
)
_OF_LIQUIDATORS: Final = re.compile(
    r"^(?:单位|出具单位|说明单位|落款)?(?:\([^()]{1,6}\))?:?(?P<v>.{4,}?)清算(?:小)?组(?:\([^()]{1,6}\))?:?$"
)


def _fields(text: Answers) -> Mapping[str, Found | None]:
    return {
        "name": first_of(text.body("name"), _signing_firm(text), text.body("", _NAME), signed_by(text.part)),
        "head": _bare(text.person("head", _HEAD)),
        "uscc": text.uscc(),
        "issue_date": text.issued(),
    }


def _bare(head: Found | None) -> Found | None:
    """The name without the words of a sentence around it (由某某担任)."""
    return replace(head, value=re.sub("^[由为是]|担任$", "", head.value)) if head is not None else None


def _signing_firm(text: Answers) -> Found | None:
    """The firm in the liquidators' name, lowest line first."""
    for row in reversed(text.part.rows):
        for one in (row, without_specks(row)):
            found = _firm_on(one)
            if found is not None:
                return found
    return None


def _firm_on(row: Row) -> Found | None:
    compact, _ = row.passage.compact
    match = _OF_LIQUIDATORS.match(compact)
    firm = read_organisation(match["v"]) if match else None
    return Found(firm, row.passage, row.passage.spread(match.span("v"))) if match and firm else None


READER: Final = TitledPaper(
    type="liquidation_statement",
    labels=_SPELLINGS,
    content=re.compile(
        r"清算|(?:注销|解散|吊销|破产)[^。]{0,60}(?:职工|员工|用工|劳动)|(?:职工|员工|用工|劳动)[^。]{0,60}(?:注销|解散|吊销|破产)"
    ),
    read=_fields,
    alone=(
        re.compile(r"清算组"),
        re.compile(r"(?:职工|员工)[^。]{0,40}(?:安置|劳动关系|劳动合同|用工)|用工关系"),
        re.compile(r"特此说明|情况说明如下|说明如下"),
    ),
)
