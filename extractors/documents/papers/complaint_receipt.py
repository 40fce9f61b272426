"""劳动监察投诉回执: the labour inspection took a complaint against an employer (DOMAIN 9, A5)."""

from typing import Final

from extractors.documents.titled_paper import TitledPaper

READER: Final = TitledPaper(
    type="complaint_receipt",
)
