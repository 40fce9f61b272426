"""Certificates without a date, or with half of one."""

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.lacking import surely_lacks
from validators.papers import certificates, is_stub
from validators.reasons import field_name
from validators.values import about_field, place_of


def run(case: Case, limits: Limits) -> Outcomes:
    """The certificate's dates are written in full

    Year, month and day of the date at its foot and of the last day of employment. A place left empty is sent back, and a
    paper that was read whole and holds no other day; else a seal may lie over it, and a person looks. A stub (存根) is to be
    replaced anyway.
    Source: DOMAIN 8.3 D14, 3.6.
    """
    for seen in certificates(case):
        if is_stub(case, seen):
            continue
        yield _issue_date(case, seen)
        yield _whole(seen, "separation_date")


def _issue_date(case: Case, seen: Sighting) -> Outcome:
    reading, about = seen.field("issue_date"), about_field(seen, "issue_date")
    if reading is None and surely_lacks(case, seen, "issue_date"):
        return Finds("date.missing", place_of(seen), seen.document.confidence, about=about)
    if reading is None:
        return CannotTell("date.missing", "not_seen", place_of(seen), about=about)
    if reading.state == "blank":
        return Finds("date.missing", place_of(seen, reading), reading.confidence, about=about)
    return _whole(seen, "issue_date")


def _whole(seen: Sighting, field: str) -> Outcome:
    reading = seen.field(field)
    if reading is None or reading.state != "incomplete":
        return Passes()
    words = {"field": field_name(seen.document.type, field), "here": reading.value or reading.raw}
    return Finds("date.incomplete", place_of(seen, reading), reading.confidence, words, about_field(seen, field))


CHECK = Check(run, Limits, rules=("D14",), reasons=("date.missing", "date.incomplete"))
