"""The last day typed is not the one on the certificate."""

from validators.case import Case
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import endings
from validators.reasons import name_of
from validators.sayable import Words
from validators.slips import Difference, weigh_days
from validators.values import Value, read, typed


def run(case: Case, limits: Limits) -> Outcomes:
    """The typed last day is the certificate's, the agreement's or the ruling's

    Of several certificates it is enough that one agrees: that they contradict one another is judged elsewhere. A digit that may
    be misread for the other, or any under a stamp, leaves a question.
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
    words: Words = {"here": told, "there": stated, "seen": name_of(stated.place.document or "termination_certificate")}
    found = weigh_days(told, stated)
    if found.difference is Difference.MISREAD:
        return CannotTell("match.separation_date", "misreading", stated.place, found.sure, words)
    return Finds("match.separation_date", stated.place, found.sure, words)


CHECK = Check(run, Limits, rules=("X29",), reasons=("match.separation_date",))
