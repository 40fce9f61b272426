"""Applications made late."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import endings
from validators.sayable import Words
from validators.values import Value, read


class OverdueLimits(Limits):
    """Days from the last day of employment: ``legal_days`` by ordinance 28 art. 62, ``advised_days`` the portals' advice,
    ``long_days`` a year (DOMAIN 6.3, X31)."""

    legal_days: int = 15
    advised_days: int = 30
    long_days: int = 365


def run(case: Case, limits: OverdueLimits) -> Outcomes:
    """The application comes soon after the employment ended

    Late is never a reason to send back. Source: DOMAIN 8.2 X31, 6.3, 7.
    """
    for seen in endings(case):
        end = read(seen, "separation_date")
        yield _judge(case, end, limits) if end else DoesNotApply()


def _judge(case: Case, end: Value, limits: OverdueLimits) -> Outcome:
    late_days = (case.submitted_on - end.day).days if end.day else 0
    words: Words = {"here": end, "there": case.submitted_on.isoformat()}
    steps = (
        (limits.long_days, "date.overdue/long"),
        (limits.advised_days, "date.overdue"),
        (limits.legal_days, "date.overdue/legal"),
    )
    for days, reason in steps:
        if late_days > days:
            return Finds(reason, end.place, end.confidence, {**words, "limit": str(days)})
    return Passes()


CHECK = Check(run, OverdueLimits, rules=("X31",), reasons=("date.overdue", "date.overdue/legal", "date.overdue/long"))
