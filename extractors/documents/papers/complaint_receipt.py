"""劳动监察投诉回执: the labour inspection took a complaint against an employer (DOMAIN 9, A5)."""

import re
from typing import Final

from extractors.documents.titled_paper import TitledPaper

READER: Final = TitledPaper(
    type="complaint_receipt",
    denies=re.compile("不予受理|消费者|商品|信访"),
)
