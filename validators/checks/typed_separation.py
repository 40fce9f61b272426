"""The last day typed is not the one on the certificate."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import endings
from validators.values import Value, read, typed


def run(case: Case, limits: Limits) -> Outcomes:
    """The typed last day is the certificate's, the agreement's or the ruling's

    Of several certificates it is enough that one agrees: that they contradict one another is judged elsewhere.
    Source: DOMAIN 8.2 X29, X10.
    """
    told = typed(case.declared.separation_date)
    stated = [value for seen in endings(case) if (value := read(seen, "separation_date")) and value.day]
    if told is None or told.day is None or not stated:
        yield DoesNotApply()
    elif any(value.day == told.day for value in stated):
        yield Passes()
    else:
        yield from (_finding(told, value) for value in stated)


def _finding(told: Value, stated: Value) -> Outcome:
    return Finds("match.separation_date", stated.place, stated.confidence, {"here": told.text, "there": stated.text})


CHECK = Check(run, Limits, rules=("X29",), reasons=("match.separation_date",))
