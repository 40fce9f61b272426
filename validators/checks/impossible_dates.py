"""Days that no calendar has."""

from extractors.evidence import FieldReading
from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.paper_fields import FORMED
from validators.reasons import field_name, name_of
from validators.values import about_field, place_of


class ImpossibleDateLimits(Limits):
    """``certain_from``: confidence (0..1) of the reading from which it is the paper that errs (DOMAIN 7)."""

    certain_from: float = 0.95


def run(case: Case, limits: ImpossibleDateLimits) -> Outcomes:
    """Every date is a day of the calendar, its year in four digits

    Source: DOMAIN 7, last row.
    """
    for seen in case.documents():
        for field, reading in seen.document.fields.items():
            yield _finding(seen, field, reading, limits) if "off_calendar" in reading.doubts else Passes()


def _finding(seen: Sighting, field: str, reading: FieldReading, limits: ImpossibleDateLimits) -> Outcome:
    """On papers that are printed by forms an impossible date is a misreading."""
    kind = seen.document.type
    words = {"seen": name_of(kind), "field": field_name(kind, field), "here": reading.raw}
    place, about = place_of(seen, reading), about_field(seen, field)
    if kind not in FORMED and reading.confidence >= limits.certain_from:
        return Finds("date.invalid", place, reading.confidence, words, about)
    return CannotTell("date.invalid", "low_confidence", place, reading.confidence, words, about)


CHECK = Check(run, ImpossibleDateLimits, rules=(), reasons=("date.invalid",))
