"""劳动监察投诉回执: the labour inspection took a complaint against an employer (DOMAIN 9, A5)."""

import re
from typing import Final

from extractors.documents.titled_paper import TitledPaper, patterns

READER: Final = TitledPaper(
    type="complaint_receipt",
    content_decides=True,
    content=re.compile(r"(?=.*(?:投诉|举报|反映))(?=.*(?:受理|收到|登记|回执|立案|接收|接到))", re.DOTALL),
    alone=patterns(
        r"劳动(?:保障)?监察", r"被投诉(?:单位|人|主体)|你(?:\(单位\))?(?:于|反映|投诉)", r"受理|回执|收到", r"投诉人|你|您"
    ),
    contrary=re.compile(r"不予受理|信访|撤诉|行政处罚|消费者|商品|此致"),
)
