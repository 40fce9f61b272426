"""A certificate by another firm."""

from validators.case import Case
from validators.check import Check, Limits, Outcomes
from validators.firms import FIRM_REASONS, compare_stamped, employer_of
from validators.papers import certificates


def run(case: Case, limits: Limits) -> Outcomes:
    """The certificate is by the employer

    Compared with the licence, or where there is none, or another firm's, with what was typed. A variant of the name, a branch,
    a former name or a dispatch company goes to a person. Print that a seal hides gives way to a ring that says the licence's
    name in full. Source: DOMAIN 8.2 X19 to X23, 8.4.
    """
    employer = employer_of(case)
    reason = "match.employer_name/certificate" if employer.license else "match.employer_name/certificate_typed"
    for seen in certificates(case):
        yield compare_stamped(case, seen, "employer_name", employer, reason)


CHECK = Check(
    run,
    Limits,
    rules=("X19", "X20", "X21", "X22", "X23"),
    reasons=("match.employer_name/certificate", "match.employer_name/certificate_typed", *FIRM_REASONS),
)
