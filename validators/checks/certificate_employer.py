"""A certificate by another firm."""

from validators.case import Case
from validators.check import Check, Limits, Outcomes, Passes
from validators.firms import FIRM_REASONS, compare_stamped, employer_of
from validators.paper_fields import about_paper
from validators.papers import certificates


def run(case: Case, limits: Limits) -> Outcomes:
    """The certificate is by the employer

    Compared with the licence, or where there is none, or another firm's, with what was typed. A variant of the name, a branch,
    a former name or a dispatch company goes to a person, and so does another firm's certificate beside the employer's. Print
    that a seal hides gives way to a ring that says the licence's name in full. Source: DOMAIN 8.2 X19 to X23, 8.4.
    """
    employer = employer_of(case)
    reason = "match.employer_name/certificate" if employer.license else "match.employer_name/certificate_typed"
    found = [(compare_stamped(case, seen, "employer_name", employer, reason), seen) for seen in certificates(case)]
    one_fits = any(isinstance(outcome, Passes) for outcome, _ in found)
    yield from (about_paper(outcome, seen, extra=one_fits) for outcome, seen in found)


CHECK = Check(
    run,
    Limits,
    rules=("X19", "X20", "X21", "X22", "X23"),
    reasons=("match.employer_name/certificate", "match.employer_name/certificate_typed", *FIRM_REASONS),
)
