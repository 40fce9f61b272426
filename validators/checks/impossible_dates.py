"""Days that no calendar has."""

import re
from collections.abc import Iterator
from typing import Final

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.reasons import name_of
from validators.values import Value, read

_DATE: Final = re.compile(r"\d{1,4}-\d{1,2}-\d{1,2}")
_FIELDS: Final = {
    "termination_certificate": ("separation_date", "issue_date", "start_date"),
    "authorization_letter": ("issue_date", "valid_until"),
    "business_license": ("established_on", "term_until", "issued_on"),
    "id_card": ("birth", "valid_from", "valid_until"),
}
_WRITTEN_BY_PEOPLE: Final = frozenset({"termination_certificate", "authorization_letter"})
"""On licences and cards an impossible date is a misreading."""


class ImpossibleDateLimits(Limits):
    """``certain_from``: confidence (0..1) of the reading from which it is the paper that errs (DOMAIN 7)."""

    certain_from: float = 0.95


def run(case: Case, limits: ImpossibleDateLimits) -> Outcomes:
    """Every date is a day of the calendar, its year in four digits

    Source: DOMAIN 7, last row.
    """
    for seen in case.documents():
        yield from _judge(seen, limits)


def _judge(seen: Sighting, limits: ImpossibleDateLimits) -> Iterator[Outcome]:
    for field in _FIELDS.get(seen.document.type, ()):
        value = read(seen, field)
        if value is None:
            continue
        if _DATE.fullmatch(value.text) and value.day is None:
            yield _finding(seen, field, value, limits)
        else:
            yield Passes()


def _finding(seen: Sighting, field: str, value: Value, limits: ImpossibleDateLimits) -> Outcome:
    words = {"seen": name_of(seen.document.type), "field": name_of(field), "here": value.text}
    if seen.document.type in _WRITTEN_BY_PEOPLE and value.confidence >= limits.certain_from:
        return Finds("date.invalid", value.place, value.confidence, words)
    return CannotTell("date.invalid", "low_confidence", value.place, value.confidence, words)


CHECK = Check(run, ImpossibleDateLimits, rules=(), reasons=("date.invalid",))
