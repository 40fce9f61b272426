"""停保证明, 减员回执: contributions of a person ended with a month, or have not ended (DOMAIN 4)."""

from typing import Final

from extractors.documents.titled_paper import TitledPaper

_STOPPED: Final = r"(?:停保|停缴|停止缴费|暂停缴费|中断缴费|终止缴费|减员|办理减少|暂停参保|终止参保)"
READER: Final = TitledPaper(
    type="contribution_stop_proof",
)
