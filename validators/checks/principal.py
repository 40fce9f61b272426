"""An authorisation by another firm."""

from validators.case import Case
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.firms import FIRM_REASONS, compare_stamped, employer_of
from validators.names import PersonNames, compare_people
from validators.papers import authorization_of, given_by_person, is_individual_business
from validators.persons import compare_names
from validators.representatives import represents
from validators.sayable import Words
from validators.subject import applicant_of, subject_of
from validators.values import Value, joined, read

_REASON, _BY_ANOTHER = "match.employer_name/principal", "match.person_name/principal"


def run(case: Case, limits: Limits) -> Outcomes:
    """The letter of authorisation is given by the employer on the licence

    Where no employer takes part, by the applicant. Given by the legal representative in person instead, it goes to a person;
    who runs a business of their own is that business. Source: DOMAIN 8.2 X33, 5.3.
    """
    employer = employer_of(case)
    letter = authorization_of(case)
    principal = read(letter, "principal")
    in_person = principal is not None and represents(employer.license, principal.text)
    if employer.license is None and letter is not None and principal is not None and given_by_person(case, letter):
        yield _given_by_applicant(case, principal, limits)
    elif employer.license is None or principal is None or letter is None:
        yield DoesNotApply()
    elif in_person and is_individual_business(employer.license):
        yield Passes()
    elif in_person:
        words: Words = {"here": principal, "there": "（法定代表人本人）"}
        yield CannotTell(_REASON, "partial_name", principal.place, principal.confidence, words)
    else:
        yield compare_stamped(case, letter, "principal", employer, _REASON)


def _given_by_applicant(case: Case, principal: Value, limits: Limits) -> Outcome:
    """Whether a person's letter is the applicant's own."""
    people = [one.name for one in (subject_of(case, limits), applicant_of(case, limits)) if one.name]
    words: Words = {"here": principal, "there": joined(people)}
    if any(compare_people(principal.text, one.text) is not PersonNames.DIFFERENT for one in people):
        return Passes()
    found = [compare_names(principal, one, _BY_ANOTHER) for one in people]
    doubted = next((one for one in found if not isinstance(one, Finds)), None)
    if doubted or not people:
        return doubted or DoesNotApply()
    return Finds(_BY_ANOTHER, principal.place, min(one.confidence for one in found if isinstance(one, Finds)), words)


CHECK = Check(run, Limits, rules=("X33", "X20", "X21", "X22"), reasons=(_REASON, _BY_ANOTHER, *FIRM_REASONS))
