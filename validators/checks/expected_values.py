"""Values that nothing on the paper asks for, but that stand there as they were typed."""

from validators.case import Case
from validators.check import Check, Finds, Limits, Outcomes, Passes
from validators.reasons import field_name, name_of
from validators.values import about_field, place_of

_REASON = "field.illegible/expected"


def run(case: Case, limits: Limits) -> Outcomes:
    """A value that was told only by what the applicant typed is shown to the reviewer

    Nobody is asked for it: it stands on the paper. Source: DOMAIN 8.3 D15.
    """
    for seen in case.documents():
        for field, reading in seen.document.fields.items():
            if "expected" in reading.doubts:
                words = {
                    "seen": name_of(seen.document.type),
                    "field": field_name(seen.document.type, field),
                    "here": reading.raw,
                }
                yield Finds(_REASON, place_of(seen, reading), reading.confidence, words, about_field(seen, field))
            else:
                yield Passes()


CHECK = Check(run, Limits, rules=(), reasons=(_REASON,))
