"""Papers that do not say what they are to prove."""

from extractors.schema import PAPERS
from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.lacking import surely_lacks
from validators.paper_fields import MUST_SAY, about_paper, is_beside, is_extra
from validators.reasons import field_name
from validators.values import about_field, place_of

_REASON = "field.missing/paper"


def run(case: Case, limits: Limits) -> Outcomes:
    """An agreement, application, proof or ruling says what it is to prove

    Who, whose and when, by type. A place left empty on a paper that people fill in is sent back; what was nowhere seen may
    only not have been recognised. A paper that others serve for need not say anything. Source: DOMAIN 4; 8.3 D15.
    """
    for kind, fields in MUST_SAY.items():
        for seen in case.documents(kind):
            if is_beside(case, seen, limits.requirements):
                continue
            extra = is_extra(case, seen, limits.requirements)
            yield from (about_paper(_judge(case, seen, field), seen, extra=extra) for field in fields)


def _judge(case: Case, seen: Sighting, field: str) -> Outcome:
    reading, about = seen.field(field), about_field(seen, field)
    words = {"field": field_name(seen.document.type, field)}
    filled_in = PAPERS[seen.document.type].filled_in
    if reading is None and filled_in and surely_lacks(case, seen, field):
        return Finds(_REASON, place_of(seen), seen.document.confidence, words, about)
    if reading is None:
        return CannotTell(_REASON, "not_seen", place_of(seen), words=words, about=about)
    if reading.state != "blank":
        return Passes()
    if not filled_in:
        return CannotTell(_REASON, "not_seen", place_of(seen, reading), reading.confidence, words, about)
    return Finds(_REASON, place_of(seen, reading), reading.confidence, words, about)


CHECK = Check(run, Limits, rules=("D15",), reasons=(_REASON,))
