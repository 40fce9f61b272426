"""Dates in an order that cannot be, or seldom is."""

from collections.abc import Iterator

from validators.case import Case
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.firms import employer_of
from validators.papers import certificates
from validators.values import Value, certainty, read


class OrderLimits(Limits):
    """``issued_before_days``: days by which a certificate may be printed in advance (DOMAIN 7)."""

    issued_before_days: int = 30


def run(case: Case, limits: OrderLimits) -> Outcomes:
    """Employment begins before it ends, after the firm was founded, and is certified when it has ended

    Certificates are often printed some days in advance, and firms change their form: only an end before the beginning is sent
    back.
    Source: DOMAIN 8.2 X28, 7.
    """
    founded = read(employer_of(case).license, "established_on")
    for seen in certificates(case):
        start, end, issued = (read(seen, field) for field in ("start_date", "separation_date", "issue_date"))
        if start and end:
            yield from _in_order(end, start, "date.out_of_order")
        if issued and end:
            yield from _issued(issued, end, limits)
        if start and founded:
            yield from _in_order(start, founded, "date.out_of_order/founded_later")


def _in_order(later: Value, earlier: Value, reason: str) -> Iterator[Outcome]:
    if later.day and earlier.day:
        yield _finding(reason, later, earlier) if later.day < earlier.day else Passes()


def _issued(issued: Value, end: Value, limits: OrderLimits) -> Iterator[Outcome]:
    if issued.day and end.day and issued.day < end.day:
        far = (end.day - issued.day).days > limits.issued_before_days
        yield _finding("date.out_of_order/issued_far" if far else "date.out_of_order/issued_early", issued, end)


def _finding(reason: str, one: Value, other: Value) -> Outcome:
    return Finds(reason, one.place, certainty(one, other), {"here": one.text, "there": other.text})


CHECK = Check(
    run,
    OrderLimits,
    rules=("X28",),
    reasons=("date.out_of_order", *(f"date.out_of_order/{case}" for case in ("issued_early", "issued_far", "founded_later"))),
)
