"""撤销登记申请表 and 社会保险注销登记申请表: an employer withdraws a registration or ends its account (DOMAIN 4, 9 A16)."""

import re
from typing import Final

from extractors.documents.titled_paper import TitledPaper, patterns

READER: Final = TitledPaper(
    type="withdrawal_application",
    content=re.compile(r"撤销|注销(?:原因|登记|备案|社会保险)|登记注销|(?:登记|备案)编号"),
    alone=patterns(
        r"申请[^。]{0,24}(?:撤销|注销)[^。]{0,12}(?:登记|备案)|(?:撤销|注销)(?:用工|就业|灵活就业)?(?:登记|备案)",
        r"(?:撤销|注销|申请)(?:原因|理由|事由)",
        r"(?:登记|备案)编号",
        r"单位名称|申请单位|用人单位",
    ),
    contrary=re.compile(r"准予|不予(?:撤销|受理)|特此委托|兹委托|受托人"),
)
