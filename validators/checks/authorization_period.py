"""Authorisations out of time."""

from collections.abc import Iterator

from validators.case import Case, Sighting
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import authorization_of
from validators.sayable import Words
from validators.values import Value, place_of, read, years_after


class PeriodLimits(Limits):
    """``old_years``: years after which a letter without a period is doubtful (DOMAIN 7)."""

    old_years: int = 1


def run(case: Case, limits: PeriodLimits) -> Outcomes:
    """The letter of authorisation is in force on the day of submission

    It names a last day or runs until the matter is done (至办理完毕止); with neither, a person looks.
    Source: DOMAIN 8.2 X35, 8.3 D19, 7; Civil Code art. 165.
    """
    letter = authorization_of(case)
    yield from _judge(case, letter, limits) if letter else (DoesNotApply(),)


def _judge(case: Case, letter: Sighting, limits: PeriodLimits) -> Iterator[Outcome]:
    issued, until = read(letter, "issue_date"), read(letter, "valid_until")
    ends = until is not None or "until_done" in letter.document.traits
    if issued and issued.day and issued.day > case.submitted_on:
        yield _finding(case, "field.expired/authorization", issued, "issued")
    elif until and until.day and until.day < case.submitted_on:
        yield _finding(case, "field.expired/authorization", until, "until")
    elif not ends and issued and issued.day and years_after(issued.day, limits.old_years) < case.submitted_on:
        yield _finding(case, "field.expired/authorization_old", issued, "issued")
    elif not ends:
        yield Finds("field.missing/authorization_period", place_of(letter, letter.field("valid_until")))
    else:
        yield Passes()


def _finding(case: Case, reason: str, value: Value, called: str) -> Outcome:
    words: Words = {called: value, "here": value, "there": case.submitted_on.isoformat()}
    return Finds(reason, value.place, value.confidence, words)


CHECK = Check(
    run,
    PeriodLimits,
    rules=("X35", "D19"),
    reasons=("field.expired/authorization", "field.expired/authorization_old", "field.missing/authorization_period"),
)
