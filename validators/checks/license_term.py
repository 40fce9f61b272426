"""Licences past their term."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcomes, Passes
from validators.sayable import Words
from validators.values import read


def run(case: Case, limits: Limits) -> Outcomes:
    """The licence's term has not ended

    It may have been extended by filing, and licences printed since September 2022 have no term at all: a person looks.
    Source: DOMAIN 8.2 X36, 7.
    """
    for seen in case.documents("business_license"):
        until = read(seen, "term_until")
        if until is None:
            yield DoesNotApply()
        elif until.day is None or until.day >= case.submitted_on:
            yield Passes()
        else:
            words: Words = {"here": until, "there": case.submitted_on.isoformat()}
            yield Finds("field.expired/license", until.place, until.confidence, words)


CHECK = Check(run, Limits, rules=("X36",), reasons=("field.expired/license",))
