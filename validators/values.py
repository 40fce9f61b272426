"""Values as checks compare them: read off a paper or typed by the applicant, with their certainty and their place."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from extractors.evidence import FieldReading
from extractors.schema import NAMES, kind_of
from validators.case import Sighting
from validators.doubts import DOUBTS
from validators.finding import Place
from validators.labels import is_label

USABLE_STATES: Final = frozenset({"read", "masked"})
"""States in which a reading holds a value that can be compared."""


@dataclass(frozen=True, slots=True)
class Slip:
    """How often (0..1) a character was misread where a value stands. ``obscured``: something lies over it, or a pen wrote it,
    so that slips come in stretches and make any character of any other."""

    rate: float = 0.0
    obscured: bool = False


PLAIN_SLIP: Final = 0.0005
"""How often a character of plain print is misread, however high its score."""


@dataclass(frozen=True, slots=True)
class Value:
    """A text with the confidence (0..1) that it is what stands there.

    ``sound``: nothing speaks against it: no failed checksum, no replaced character. ``masked``: some digits are asterisks.
    ``misplaced``: it may answer another question of the paper. ``gaps``: before which of its characters the paper shows a hole,
    where something may stand that was not read.
    """

    text: str
    confidence: float = 1.0
    place: Place = field(default_factory=Place)
    sound: bool = True
    masked: bool = False
    slip: Slip = Slip()
    misplaced: bool = False
    gaps: frozenset[int] = frozenset()

    @property
    def day(self) -> date | None:
        """The value as a day, None where it is none."""
        return day_of(self.text)


def read(sighting: Sighting | None, name: str) -> Value | None:
    """Return a document's field, None where nothing comparable was read."""
    reading = sighting.field(name) if sighting else None
    if sighting is None or reading is None or reading.state not in USABLE_STATES or not reading.value:
        return None
    if is_label(reading.value) and kind_of(sighting.document.type, name) in NAMES:
        return None
    return Value(
        text=reading.value,
        confidence=reading.confidence,
        place=place_of(sighting, reading),
        sound=reading.checksum_ok is not False and not reading.repaired,
        masked=reading.state == "masked" or "*" in reading.value,
        slip=_slip(reading),
        misplaced=any(DOUBTS[doubt].misplaced for doubt in reading.doubts),
        gaps=_gaps(reading),
    )


def _gaps(reading: FieldReading) -> frozenset[int]:
    """Before which characters of the value its line has a gap; none where the two cannot be laid side by side."""
    raw = unicodedata.normalize("NFKC", reading.raw).strip()
    if "".join(raw.split()) != reading.value:
        return frozenset()
    return frozenset(len("".join(raw[:at].split())) for at, char in enumerate(raw) if char.isspace())


def _slip(reading: FieldReading) -> Slip:
    """How readily it was misread: by its doubts, or where there are none by its score, which is too sure of itself."""
    told = max((DOUBTS[doubt].slip for doubt in reading.doubts), default=0.0)
    by_score = PLAIN_SLIP if reading.doubts else max(PLAIN_SLIP, (1 - reading.confidence) ** 2)
    by_pen = DOUBTS["handwritten"].slip if reading.handwritten else 0.0
    rate = max(told, by_pen)
    return Slip(rate, obscured=True) if rate > by_score else Slip(by_score)


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


def joined(values: Iterable[Value]) -> Value:
    """Several values in a row as one, as sure as the least sure of them; the first says where they stand."""
    every = tuple(dict.fromkeys(values))
    text = "、".join(dict.fromkeys(value.text for value in every))
    if not every:
        return Value("")
    sound = all(value.sound for value in every)
    return replace(every[0], text=text, confidence=certainty(*every), sound=sound, masked=any(one.masked for one in every))


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
