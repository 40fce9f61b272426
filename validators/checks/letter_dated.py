"""Letters of authorisation without a date, or with half of one."""

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.lacking import surely_lacks
from validators.papers import authorization_of
from validators.reasons import field_name
from validators.values import about_field, place_of

_FIELD, _MISSING, _INCOMPLETE = "issue_date", "date.missing/letter", "date.incomplete/letter"


def run(case: Case, limits: Limits) -> Outcomes:
    """The letter of authorisation says when it was given

    A letter without a day may be older than what it is for, or be filled in later: a person looks. The law asks for a period,
    and for no day of signing, so that nothing is sent back. Source: DOMAIN 8.3 D19; Civil Code 165.
    """
    letter = authorization_of(case)
    yield _dated(case, letter) if letter else DoesNotApply()


def _dated(case: Case, letter: Sighting) -> Outcome:
    reading, about = letter.field(_FIELD), about_field(letter, _FIELD)
    if reading is None and not surely_lacks(case, letter, _FIELD):
        return CannotTell(_MISSING, "not_seen", place_of(letter), about=about)
    if reading is None or reading.state == "blank":
        return Finds(
            _MISSING, place_of(letter, reading), reading.confidence if reading else letter.document.confidence, about=about
        )
    if reading.state == "incomplete":
        words = {"field": field_name(letter.document.type, _FIELD), "here": reading.value or reading.raw}
        return Finds(_INCOMPLETE, place_of(letter, reading), reading.confidence, words, about)
    return Passes()


CHECK = Check(run, Limits, rules=("D19",), reasons=(_MISSING, _INCOMPLETE))
