"""辞职信, 辞职报告, 离职申请: the employee's own paper, no proof of an ending by itself (DOMAIN 3.2)."""

import re
from typing import Final

from extractors.documents.titled_paper import TitledPaper, patterns

READER: Final = TitledPaper(
    type="resignation_letter",
    content=re.compile(
        r"(?:我|本人)[^。]{0,60}?(?:辞职|离职|辞去|离开)|(?:申请|提出|请求|恳请|递交)[^。]{0,12}(?:辞职|离职|辞去)|"
        r"(?:离职|辞职)(?:原因|事由|理由|日期)"
    ),
    alone=patterns(
        r"尊敬的|领导[:,您好]|您好|此致|敬礼",
        r"(?:提出|申请|请求|递交|决定)[^。]{0,10}(?:辞职|离职|辞去)|辞去[^。]{0,20}职",
        r"本人|我",
    ),
    contrary=re.compile(r"特此证明|兹证明|予以证明|离职手续已|甲乙双方|通知如下"),
)
