"""个人声明, 情况说明: what a person declares on their own responsibility (DOMAIN 9, A3 and A11)."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from extractors.documents.answers import Answers, first_of, patterns
from extractors.documents.body import Found
from extractors.documents.sentences import DATE
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.fold import fold_name
from extractors.text.labels import Labelled
from extractors.text.names import PERSON_PATTERN

LABELS: Final = spelt(
    name="声明人姓名 姓名 说明人姓名 本人姓名",
    signed_by="声明人: 说明人: 承诺人: 声明人(签字) 说明人(签字) 声明人签名 本人签字",
    id_number="身份证号码 身份证号 公民身份号码 居民身份证号码 证件号码 身份证:",
    subject="声明事项 说明事项 事由 声明内容 说明内容 事项:",
    issue_date="声明日期 说明日期 日期:",
    _="性别 联系电话 住址 地址: 户籍地址 电话:",
)
_NAME: Final = patterns(
    rf"(?:声明人|说明人|本人)(?:姓名)?:?(?P<v>{PERSON_PATTERN})(?=[,(。]|身份证|公民|性别|系|现|于|因|[男女],)",
    rf"我(?:叫|是)(?P<v>{PERSON_PATTERN})(?=[,(。]|身份证)",
)
_ABOUT: Final = re.compile(r"关于(?P<v>.{2,30}?)的(?:个人)?(?:情况)?(?:说明|声明)书?")
_SUBJECT: Final = patterns(
    r"(?:现|特|在此)?(?:就|将)(?P<v>(?!有关|相关)[^。;,]{2,40}?)(?:的)?(?:有关|相关)?(?:情况|事宜|事项|问题)(?:郑重)?(?:作|做)?(?:出)?(?:如下)?(?:说明|声明)",
    r"(?:郑重|特此|现|特)?(?:作|做)?(?:出)?(?:如下)?(?:声明|说明|承诺|情况)(?:如下)?[:。,](?:一、|1[、.])?(?P<v>[^。;]{4,80}?)(?=[。;])",
    r"(?:郑重|特此)(?:声明|说明|承诺)(?P<v>[^。;:,]{4,60}?)(?=[。;])",
)
_SIGNED: Final = patterns(rf"(?:声明人|说明人|承诺人)(?:\(?签[字名]\)?)?:?[^。;,:{DATE[1:-1]}]{{0,8}}(?:日期:)?(?P<v>{DATE})")
_NOT_OURS: Final = re.compile(r"审核|受理|意见|领取|签收")


def _below(answers: Answers, name: str) -> Found | None:
    """What stands on the row under a label that is alone on its own."""
    rows, labelled = answers.part.rows, [label.passage for label in answers.labels]
    for above, row in pairwise(rows):
        alone = any(label.passage is above.passage and _is_all(label) for label in answers.behind(name))
        value = fold_name(row.passage.text).strip(":,。;")
        if alone and value and not _DECLARING.match(value) and not any(row.passage is passage for passage in labelled):
            return Found(value, row.passage, (0, len(row.passage.text)))
    return None


def _is_all(label: Labelled) -> bool:
    """Whether a label fills its row."""
    return fold_name(label.passage.text).strip(":") == fold_name(label.passage.text[slice(*label.label)]).strip(":")


_DECLARING: Final = re.compile("本人|特此|以上|我(?!市|省|县|区)")
"""How a declaration itself begins."""


def _read(answers: Answers) -> Mapping[str, Found | None]:
    name, signed = answers.person("name", _NAME), answers.person("signed_by")
    issued = answers.issued(not_ours=_NOT_OURS)
    return {
        "name": name if name and name.value else signed if signed and signed.value else name,
        "id_number": answers.id_number("id_number"),
        "subject": first_of(
            answers.words("subject"), answers.titled(_ABOUT), _below(answers, "subject"), answers.said(*_SUBJECT)
        ),
        "issue_date": issued if issued and issued.value else answers.day("signed", _SIGNED) or issued,
    }


READER: Final = TitledPaper(
    type="personal_statement",
    labels=LABELS,
    content=re.compile(r"(?=.*(?:本人|我(?!公司|单位|司|厂|店|院|校|们)))(?=.*(?:声明|说明|承诺|情况))", re.DOTALL),
    read=_read,
    alone=patterns(
        r"本人",
        r"(?:特此|郑重|现)(?:作出)?(?:声明|说明)|(?:声明|说明|情况)如下|如下(?:声明|说明)",
        r"声明人|说明人",
        r"法律责任|真实|属实|后果",
    ),
    contrary=re.compile(
        r"(?:我|本)(?:公司|单位)(?:郑重)?(?:声明|说明|承诺)|清算组|特此证明|授权|兹委托|特此委托|辞去|提出辞职|遗失|作废"
    ),
)
