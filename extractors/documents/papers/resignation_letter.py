"""辞职信, 辞职报告, 离职申请: the employee's own paper, no proof of an ending by itself (DOMAIN 3.2)."""

from typing import Final

from extractors.documents.titled_paper import TitledPaper

READER: Final = TitledPaper(
    type="resignation_letter",
)
