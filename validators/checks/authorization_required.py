"""An agent without a letter."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcomes, Passes
from validators.papers import authorization_of
from validators.requirements import acts_by_agent


def run(case: Case, limits: Limits) -> Outcomes:
    """Where an agent shows, there is a letter of authorisation

    For a declared agent the letter is asked for anyway; this is for an agent named in the form, or whose card is there, while
    the role says otherwise or nothing. Source: CONTRACT 5; DOMAIN 9 A2.
    """
    declared = case.declared
    if declared.applicant_role == "agent" or not acts_by_agent(case):
        yield DoesNotApply()
    elif authorization_of(case) or any(file.slot == "authorization_letter" for file in case.files):
        yield Passes()
    else:
        yield Finds("scenario.authorization_required", words={"here": declared.applicant_role or "（未填）"})


CHECK = Check(run, Limits, rules=("X15",), reasons=("scenario.authorization_required",))
