"""A reason that says nothing."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcomes, Passes


class UnspecificLimits(Limits):
    """``other``: the form's choices that ask for an explanation."""

    other: tuple[str, ...] = ("其他", "其它", "其他原因", "其它原因", "其他情形")


def run(case: Case, limits: UnspecificLimits) -> Outcomes:
    """Who chooses another reason writes which

    Source: DOMAIN 8.3 D16.
    """
    declared = case.declared
    if declared.reason not in limits.other:
        yield DoesNotApply()
    elif declared.reason_detail.strip():
        yield Passes()
    else:
        yield Finds("scenario.reason_unspecific", words={"here": declared.reason})


CHECK = Check(run, UnspecificLimits, rules=("D16",), reasons=("scenario.reason_unspecific",))
