"""Certificates from the future."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import certificates
from validators.values import Value, read


def run(case: Case, limits: Limits) -> Outcomes:
    """The certificate is issued, and the employment ended, by the day of submission

    The day itself is fine. Source: DOMAIN 8.2 X26, X27, 7.
    """
    for seen in certificates(case):
        yield _judge(case, read(seen, "issue_date"), "date.future/issue")
        yield _judge(case, read(seen, "separation_date"), "date.future/separation")


def _judge(case: Case, value: Value | None, reason: str) -> Outcome:
    if value is None or value.day is None:
        return DoesNotApply()
    if value.day <= case.submitted_on:
        return Passes()
    return Finds(reason, value.place, value.confidence, {"here": value.text, "there": case.submitted_on.isoformat()})


CHECK = Check(run, Limits, rules=("X26", "X27"), reasons=("date.future/issue", "date.future/separation"))
