"""就业登记证明, 灵活就业登记表: a person is registered as employed, where, since when and under which number (DOMAIN 4)."""

from collections.abc import Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.office_places import with_region
from extractors.documents.titled_paper import Reading, TitledPaper


def _finished(reading: Reading) -> Mapping[str, Found]:
    """Where no label gives the place, it is the one that the office is named after."""
    return with_region(reading.fields)


READER: Final = TitledPaper(
    type="registration_proof",
    finish=_finished,
)
