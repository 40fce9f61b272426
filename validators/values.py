"""Values as checks compare them: read off a paper or typed by the applicant, with their certainty and their place."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from extractors.evidence import FieldReading
from validators.case import Sighting
from validators.finding import Place

USABLE_STATES: Final = frozenset({"read", "masked"})
"""States in which a reading holds a value that can be compared."""


@dataclass(frozen=True, slots=True)
class Value:
    """A text with the confidence (0..1) that it is what stands there.

    ``sound``: nothing speaks against it: no failed checksum, no replaced character. ``masked``: some digits are asterisks.
    """

    text: str
    confidence: float = 1.0
    place: Place = field(default_factory=Place)
    sound: bool = True
    masked: bool = False

    @property
    def day(self) -> date | None:
        """The value as a day, None where it is none."""
        return day_of(self.text)


def read(sighting: Sighting | None, name: str) -> Value | None:
    """Return a document's field, None where nothing comparable was read."""
    reading = sighting.field(name) if sighting else None
    if sighting is None or reading is None or reading.state not in USABLE_STATES or not reading.value:
        return None
    return Value(
        text=reading.value,
        confidence=reading.confidence,
        place=place_of(sighting, reading),
        sound=reading.checksum_ok is not False and not reading.repaired,
        masked=reading.state == "masked" or "*" in reading.value,
    )


def typed(text: str) -> Value | None:
    """Return what the applicant typed, None where nothing was."""
    return Value(text) if text else None


def place_of(sighting: Sighting, reading: FieldReading | None = None) -> Place:
    """Where a reading stands, or where its document is."""
    document = sighting.document
    page = reading.page if reading else document.pages[0]
    return Place(document=document.type, file=sighting.file.name, page=page, bbox=reading.box if reading else document.box)


def about_field(sighting: Sighting, name: str) -> str:
    """What findings about one field of one document are settled by: the one that says more is told."""
    return f"{sighting.file.name}/{sighting.document.pages[0]}/{sighting.document.side or sighting.document.type}/{name}"


def certainty(*values: Value) -> float:
    """The confidence of a comparison: the least of its values'."""
    return min(value.confidence for value in values)


def day_of(text: str) -> date | None:
    """An ISO date as a day; None for anything else, days that do not exist among them."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def years_after(day: date, years: int) -> date:
    """The same day some years later; 1 March for 29 February in a common year."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
