"""ID cards that are not in force."""

from collections.abc import Iterator
from datetime import timedelta

from validators.case import Case, Sighting
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.values import Value, read


class ExpiryLimits(Limits):
    """``soon_days``: days before the end from which it is worth a note (DOMAIN 7)."""

    soon_days: int = 30


def run(case: Case, limits: ExpiryLimits) -> Outcomes:
    """An ID card is in force on the day of submission

    It is valid through its last day. Source: DOMAIN 8.2 X11, 7.
    """
    for seen in case.documents("id_card"):
        yield from _judge(case, seen, limits)


def _judge(case: Case, seen: Sighting, limits: ExpiryLimits) -> Iterator[Outcome]:
    until, since = read(seen, "valid_until"), read(seen, "valid_from")
    if until and until.day and until.day < case.submitted_on:
        yield _finding(case, "field.expired", until)
    elif until and until.day and until.day - case.submitted_on < timedelta(days=limits.soon_days):
        yield _finding(case, "field.expired/card_soon", until)
    elif until:
        yield Passes()
    if since and since.day and since.day > case.submitted_on:
        yield _finding(case, "field.expired/card_early", since)


def _finding(case: Case, reason: str, value: Value) -> Outcome:
    return Finds(reason, value.place, value.confidence, {"here": value.text, "there": case.submitted_on.isoformat()})


CHECK = Check(
    run, ExpiryLimits, rules=("X11",), reasons=("field.expired", "field.expired/card_soon", "field.expired/card_early")
)
