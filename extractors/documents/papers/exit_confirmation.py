"""退场确认表, 离场证明: a migrant worker has left a building site, and was paid or was not (DOMAIN 4)."""

from typing import Final

from extractors.documents.titled_paper import TitledPaper

READER: Final = TitledPaper(
    type="exit_confirmation",
)
