"""Applications made late."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import certificates
from validators.values import Value, read


class OverdueLimits(Limits):
    """Days from the last day of employment: ``advised_days`` the portals' advice, ``long_days`` a year (DOMAIN 6.3, X31)."""

    advised_days: int = 30
    long_days: int = 365


def run(case: Case, limits: OverdueLimits) -> Outcomes:
    """The application comes soon after the employment ended

    Late is never a reason to send back. Source: DOMAIN 8.2 X31, 6.3, 7.
    """
    for seen in certificates(case):
        end = read(seen, "separation_date")
        yield _judge(case, end, limits) if end else DoesNotApply()


def _judge(case: Case, end: Value, limits: OverdueLimits) -> Outcome:
    late_days = (case.submitted_on - end.day).days if end.day else 0
    words = {"here": end.text, "there": case.submitted_on.isoformat(), "limit": str(limits.advised_days)}
    if late_days > limits.long_days:
        return Finds("date.overdue/long", end.place, end.confidence, words)
    if late_days > limits.advised_days:
        return Finds("date.overdue", end.place, end.confidence, words)
    return Passes()


CHECK = Check(run, OverdueLimits, rules=("X31",), reasons=("date.overdue", "date.overdue/long"))
