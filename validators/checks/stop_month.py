"""Contributions that stopped long before or after the employment did."""

from validators.case import Case, Sighting
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.months import month_of
from validators.papers import endings
from validators.values import Value, certainty, read, typed

_REASON = "match.contribution_stop/month"


class MonthLimits(Limits):
    """Months from the last day of employment in which contributions stop: ``earliest`` before, ``latest`` after (DOMAIN 7)."""

    earliest: int = 1
    latest: int = 2


def run(case: Case, limits: MonthLimits) -> Outcomes:
    """Contributions stop about when the employment does

    From the month before the last day to two months after. The last day is the certificate's, else the typed one.
    Source: DOMAIN 8.2 X41, 7.
    """
    ends = [value for seen in endings(case) if (value := read(seen, "separation_date")) and value.day]
    told = typed(case.declared.separation_date)
    ends = ends or ([told] if told and told.day else [])
    for seen in case.documents("contribution_stop_proof"):
        yield _judge(seen, ends, limits)


def _judge(seen: Sighting, ends: list[Value], limits: MonthLimits) -> Outcome:
    stopped = read(seen, "stop_month")
    month = month_of(stopped.text) if stopped else None
    known = [(value, ended) for value in ends if (ended := month_of(value.text)) is not None]
    if stopped is None or month is None or not known:
        return DoesNotApply()
    if any(-limits.earliest <= month - ended <= limits.latest for _, ended in known):
        return Passes()
    return Finds(_REASON, stopped.place, certainty(stopped, known[0][0]), {"here": stopped, "there": known[0][0]})


CHECK = Check(run, MonthLimits, rules=("X41",), reasons=(_REASON,))
