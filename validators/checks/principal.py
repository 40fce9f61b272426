"""An authorisation by another firm."""

from validators.case import Case
from validators.check import CannotTell, Check, DoesNotApply, Limits, Outcomes, Passes
from validators.firms import FIRM_REASONS, compare_with_employer, employer_of
from validators.papers import authorization_of, is_individual_business
from validators.values import read

_REASON = "match.employer_name/principal"


def run(case: Case, limits: Limits) -> Outcomes:
    """The letter of authorisation is given by the employer on the licence

    Given by the legal representative in person instead, it goes to a person; who runs a business of their own is that business.
    Source: DOMAIN 8.2 X33.
    """
    employer = employer_of(case)
    principal, representative = read(authorization_of(case), "principal"), read(employer.license, "legal_rep")
    if employer.license is None or principal is None:
        yield DoesNotApply()
    elif representative and principal.text == representative.text and is_individual_business(employer.license):
        yield Passes()
    elif representative and principal.text == representative.text:
        words = {"here": principal.text, "there": "（法定代表人本人）"}
        yield CannotTell(_REASON, "partial_name", principal.place, principal.confidence, words)
    else:
        yield compare_with_employer(case, principal, employer, _REASON)


CHECK = Check(run, Limits, rules=("X33", "X20", "X21", "X22"), reasons=(_REASON, *FIRM_REASONS))
