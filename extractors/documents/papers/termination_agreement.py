"""解除劳动合同协议书 and its other names: both sides end the contract and sign for it (DOMAIN 3.2)."""

import re
from typing import Final

from extractors.documents.titled_paper import TitledPaper, patterns

READER: Final = TitledPaper(
    type="termination_agreement",
    content=re.compile(r"(?=.*甲方)(?=.*乙方)(?=.*(?:解除|终止))", re.DOTALL),
    alone=patterns(
        r"甲方",
        r"乙方",
        r"(?:解除|终止)[^。]{0,8}劳动(?:合同|关系)",
        r"(?:达成|签订|订立)(?:如下|本|以下)?(?:解除)?协议|本协议",
    ),
    contrary=re.compile(r"订立本合同|签订本合同|本合同(?:为|期限|一式)|试用期(?:为|至|\d)|现通知|特此通知|竞业限制期|特此证明"),
)
