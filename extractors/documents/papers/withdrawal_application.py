"""撤销登记申请表 and 社会保险注销登记申请表: an employer withdraws a registration or ends its account (DOMAIN 4, 9 A16)."""

from typing import Final

from extractors.documents.titled_paper import TitledPaper

READER: Final = TitledPaper(
    type="withdrawal_application",
)
