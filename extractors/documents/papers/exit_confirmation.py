"""退场确认表, 离场证明: a migrant worker has left a building site, and was paid or was not (DOMAIN 4)."""

import re
from typing import Final

from extractors.documents.titled_paper import TitledPaper, patterns

READER: Final = TitledPaper(
    type="exit_confirmation",
    content=re.compile(r"(?=.*(?:退场|离场|出场|撤场))(?=.*(?:项目|工程|工地|施工|劳务|班组|工人))", re.DOTALL),
    alone=patterns(r"退场|离场", r"进场|入场", r"项目|工程|工地", r"工资|劳动报酬", r"姓名|兹证明|本人"),
    contrary=re.compile(r"进场(?:申请|审批|教育)|安全交底|劳动合同书|裁决"),
)
