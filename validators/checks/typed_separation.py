"""The last day typed is not the one on the certificate."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import certificates
from validators.values import Value, read, typed


def run(case: Case, limits: Limits) -> Outcomes:
    """The typed last day is the certificate's

    Source: DOMAIN 8.2 X29.
    """
    told = typed(case.declared.separation_date)
    for seen in certificates(case):
        yield _judge(told, read(seen, "separation_date"))


def _judge(told: Value | None, stated: Value | None) -> Outcome:
    if told is None or stated is None or told.day is None or stated.day is None:
        return DoesNotApply()
    if told.day == stated.day:
        return Passes()
    return Finds("match.separation_date", stated.place, stated.confidence, {"here": told.text, "there": stated.text})


CHECK = Check(run, Limits, rules=("X29",), reasons=("match.separation_date",))
