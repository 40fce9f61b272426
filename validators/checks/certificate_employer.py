"""A certificate by another firm."""

from validators.case import Case, Sighting
from validators.check import Check, Limits, Outcomes, Passes
from validators.firms import FIRM_REASONS, compare_stamped, employer_of
from validators.names import PersonNames, compare_people
from validators.paper_fields import about_paper
from validators.papers import certificates
from validators.values import read


def run(case: Case, limits: Limits) -> Outcomes:
    """The certificate is by the employer

    Compared with the licence, or where there is none, or another firm's, with what was typed. A variant of the name, a branch,
    a former name or a dispatch company goes to a person, and so does another firm's certificate beside the employer's. Print
    that a seal hides gives way to a ring that says the licence's name in full. Source: DOMAIN 8.2 X19 to X23, 8.4.
    """
    employer = employer_of(case)
    reason = "match.employer_name/certificate" if employer.license else "match.employer_name/certificate_typed"
    found = [(compare_stamped(case, seen, "employer_name", employer, reason), seen) for seen in certificates(case)]
    fitting = [seen for outcome, seen in found if isinstance(outcome, Passes)]
    yield from (about_paper(outcome, seen, extra=any(_of_one_person(seen, one) for one in fitting)) for outcome, seen in found)


def _of_one_person(one: Sighting, other: Sighting) -> bool:
    first, second = read(one, "employee_name"), read(other, "employee_name")
    return first is None or second is None or compare_people(first.text, second.text) is PersonNames.SAME


CHECK = Check(
    run,
    Limits,
    rules=("X19", "X20", "X21", "X22", "X23"),
    reasons=("match.employer_name/certificate", "match.employer_name/certificate_typed", *FIRM_REASONS),
)
