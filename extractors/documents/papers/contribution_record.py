"""参保证明, 权益记录单: where, through whom and from when to when a person paid contributions (DOMAIN 4)."""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.office_places import with_region
from extractors.documents.titled_paper import Reading, TitledPaper, patterns


def _finished(reading: Reading) -> Mapping[str, Found]:
    """Where no label gives the place, it is the one that the office is named after."""
    return with_region(reading.fields)


READER: Final = TitledPaper(
    type="contribution_record",
    content=re.compile(r"(?=.*(?:保险|社保|参保))(?=.*(?:缴费|参保|缴纳))", re.DOTALL),
    alone=patterns(
        r"社会保险|养老保险",
        r"缴费(?:起止|月数|基数|年月|记录)|参保(?:状态|起止|时间)|累计缴费",
        r"个人权益|权益记录|参保(?:人员|证明|情况)|缴费(?:情况|证明)",
        r"姓名|兹证明",
        r"身份证|社会保障号|公民身份",
    ),
    contrary=re.compile(r"停保(?:年月|时间|日期|原因)|减员(?:年月|原因)|应发工资|实发工资|裁决|劳动合同"),
    finish=_finished,
)
