"""解除劳动合同协议书 and its other names: both sides end the contract and sign for it (DOMAIN 3.2)."""

from typing import Final

from extractors.documents.titled_paper import TitledPaper

READER: Final = TitledPaper(
    type="termination_agreement",
)
