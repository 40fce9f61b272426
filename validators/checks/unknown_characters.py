"""Names of which hardly a character can be compared."""

from validators.as_typed import is_told_by_little
from validators.case import Case
from validators.check import CannotTell, Check, DoesNotApply, Limits, Outcomes, Passes
from validators.reasons import field_name, name_of
from validators.values import certainty, place_of, read

_REASON = "field.illegible/unknown_character"


def run(case: Case, limits: Limits) -> Outcomes:
    """A name with characters that the recogniser does not know is told by its other characters, or by the number beside it

    Such a character comes back as another one, so the name counts as it was typed where all the rest is there. Where the rest
    is one character and no number, a person looks. Source: DOMAIN 8.4, rare characters.
    """
    for seen in case.documents():
        for field in seen.document.fields:
            value, reading = read(seen, field), seen.field(field)
            if value is None or reading is None or "respelt" not in reading.doubts:
                yield DoesNotApply()
            elif is_told_by_little(case, seen, field):
                words = {
                    "seen": name_of(seen.document.type),
                    "field": field_name(seen.document.type, field),
                    "here": reading.raw,
                    "there": value.text,
                }
                yield CannotTell(_REASON, "unknown_character", place_of(seen, reading), certainty(value), words)
            else:
                yield Passes()


CHECK = Check(run, Limits, rules=(), reasons=(_REASON,))
