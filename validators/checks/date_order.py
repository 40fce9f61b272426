"""Dates in an order that cannot be, or seldom is."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from validators.case import Case, Sighting
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.firms import employer_of
from validators.papers import certificates
from validators.values import Value, certainty, day_of, read

_ISO_DAY_CHARS: Final = 10
"""A contract's term begins with its first day (2021-06-01至2024-05-31)."""


class OrderLimits(Limits):
    """Days (DOMAIN 7): ``issued_before_days`` by which a certificate may be printed in advance, ``issued_after_days`` after
    which it was issued late."""

    issued_before_days: int = 30
    issued_after_days: int = 730


def run(case: Case, limits: OrderLimits) -> Outcomes:
    """Employment begins before it ends, after the firm was founded, and is certified when it has ended

    Nobody leaves a building site before coming to it. Certificates are often printed some days in advance, and firms change
    their form: only an end before the beginning is sent back.
    Source: DOMAIN 8.2 X28, 7.
    """
    founded = read(employer_of(case).license, "established_on")
    for seen in certificates(case):
        start, end, issued = (read(seen, field) for field in ("start_date", "separation_date", "issue_date"))
        if start and end:
            yield from _in_order(end, start, "date.out_of_order")
        if issued and end:
            yield from _issued(issued, end, limits)
        if end:
            yield from _after_contract_began(seen, end)
        if start and founded:
            yield from _in_order(start, founded, "date.out_of_order/founded_later")
    for seen in case.documents("exit_confirmation"):
        entered, left = read(seen, "entered_on"), read(seen, "exited_on")
        if entered and left:
            yield from _in_order(left, entered, "date.out_of_order/site")


def _in_order(later: Value, earlier: Value, reason: str) -> Iterator[Outcome]:
    if later.day and earlier.day:
        yield _finding(reason, later, earlier) if later.day < earlier.day else Passes()


def _issued(issued: Value, end: Value, limits: OrderLimits) -> Iterator[Outcome]:
    if not (issued.day and end.day):
        return
    early_days = (end.day - issued.day).days
    if early_days > limits.issued_before_days:
        yield _finding("date.out_of_order/issued_far", issued, end)
    elif early_days > 0:
        yield _finding("date.out_of_order/issued_early", issued, end)
    elif -early_days > limits.issued_after_days:
        yield _finding("date.out_of_order/issued_late", issued, end)


def _after_contract_began(seen: Sighting, end: Value) -> Iterator[Outcome]:
    term = read(seen, "contract_term")
    began = day_of(term.text[:_ISO_DAY_CHARS]) if term else None
    if term and began and end.day and end.day < began:
        words = {"here": end, "there": replace(term, text=began.isoformat())}
        yield Finds("date.out_of_order/contract", end.place, certainty(end, term), words)


def _finding(reason: str, one: Value, other: Value) -> Outcome:
    return Finds(reason, one.place, certainty(one, other), {"here": one, "there": other})


CHECK = Check(
    run,
    OrderLimits,
    rules=("X28",),
    reasons=(
        "date.out_of_order",
        *(
            f"date.out_of_order/{case}"
            for case in ("contract", "site", "issued_early", "issued_far", "issued_late", "founded_later")
        ),
    ),
)
