"""个人声明, 情况说明: what a person declares on their own responsibility (DOMAIN 9, A3 and A11)."""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.titled_paper import Reading, TitledPaper, from_title, patterns

_ABOUT: Final = re.compile(r"关于(?P<v>.{2,30}?)的(?:个人)?(?:情况)?(?:说明|声明)书?")


def _finished(reading: Reading) -> Mapping[str, Found]:
    """A statement whose title says what it is about need not say so again."""
    subject = reading.fields.get("subject")
    return reading.fields if subject and subject.value else {**reading.fields, **from_title(reading, "subject", _ABOUT)}


READER: Final = TitledPaper(
    type="personal_statement",
    content_decides=True,
    content=re.compile(r"(?=.*(?:本人|我(?!公司|单位|司|厂|店|院|校|们)))(?=.*(?:声明|说明|承诺|情况))", re.DOTALL),
    alone=patterns(
        r"本人",
        r"(?:特此|郑重|现)(?:作出)?(?:声明|说明)|(?:声明|说明|情况)如下|如下(?:声明|说明)",
        r"声明人|说明人",
        r"法律责任|真实|属实|后果",
    ),
    contrary=re.compile(
        r"(?:我|本)(?:公司|单位)(?:郑重)?(?:声明|说明|承诺)|清算组|特此证明|授权|兹委托|特此委托|辞去|提出辞职|遗失|作废"
    ),
    finish=_finished,
)
