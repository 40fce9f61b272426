"""用工备案花名册 and its other names: the platform's list of who was registered by an employer (DOMAIN 4)."""

from typing import Final

from extractors.documents.titled_paper import TitledPaper

READER: Final = TitledPaper(
    type="registration_list",
)
