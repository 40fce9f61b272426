"""Firms that were closed before the employment ended."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import endings
from validators.values import Value, certainty, read, typed

_REASON = "date.out_of_order/deregistered"


def run(case: Case, limits: Limits) -> Outcomes:
    """A firm is closed after its people have left

    Otherwise nobody was there to end the employment, and a person looks. Source: DOMAIN 7; X43.
    """
    ends = [value for seen in endings(case) if (value := read(seen, "separation_date"))]
    told = typed(case.declared.separation_date)
    for seen in case.documents("deregistration_notice"):
        closed = read(seen, "deregistered_on")
        for end in ends or ([told] if told else []):
            yield _judge(closed, end) if closed else DoesNotApply()


def _judge(closed: Value, end: Value) -> Outcome:
    if closed.day is None or end.day is None:
        return DoesNotApply()
    if closed.day >= end.day:
        return Passes()
    return Finds(_REASON, closed.place, certainty(closed, end), {"here": closed, "there": end})


CHECK = Check(run, Limits, rules=(), reasons=(_REASON,))
