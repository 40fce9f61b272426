"""ID cards that are not in force."""

from collections.abc import Iterator
from datetime import timedelta

from validators.cards import HOLDERS, Cards, name_of_card, sort_cards
from validators.case import Case, Sighting
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.sayable import Words
from validators.values import Value, read


class ExpiryLimits(Limits):
    """``soon_days``: days before the end from which it is worth a note (DOMAIN 7)."""

    soon_days: int = 30


def run(case: Case, limits: ExpiryLimits) -> Outcomes:
    """An ID card is in force on the day of submission

    It is valid through its last day. A card that nobody asked for, or beside which lies one of the same holder that is in
    force, need not be. Source: DOMAIN 8.2 X11, 7.
    """
    cards = sort_cards(case, limits.requirements)
    for seen in case.documents("id_card"):
        yield from _judge(case, seen, limits, needed=_is_needed(case, seen, cards, limits))


def _is_needed(case: Case, seen: Sighting, cards: Cards, limits: ExpiryLimits) -> bool:
    """Whether the case rests on this side of a card: asked for of its holder, who shows none in force."""
    asked = {one.holder for one in limits.requirements if one.holder and one.applies(case) != "no"}
    mine = [holder for holder in HOLDERS if seen in (*cards.of[holder].fronts, *cards.of[holder].backs)]
    if not mine:
        return not asked or any(not cards.of[holder].backs for holder in asked)
    beside = [other for holder in mine for other in (*cards.of[holder].fronts, *cards.of[holder].backs)]
    is_asked = not asked or any(holder in asked for holder in mine)
    return is_asked and not any(_in_force(case, other) for other in beside)


def _in_force(case: Case, seen: Sighting) -> bool:
    until = read(seen, "valid_until")
    return until is not None and (until.day is None or until.day >= case.submitted_on)


def _judge(case: Case, seen: Sighting, limits: ExpiryLimits, *, needed: bool) -> Iterator[Outcome]:
    until, since = read(seen, "valid_until"), read(seen, "valid_from")
    if until and until.day and until.day < case.submitted_on:
        yield _finding(case, "field.expired", seen, until) if needed else Passes()
    elif until and until.day and until.day - case.submitted_on < timedelta(days=limits.soon_days):
        yield _finding(case, "field.expired/card_soon", seen, until)
    elif until:
        yield Passes()
    if since and since.day and since.day > case.submitted_on:
        yield _finding(case, "field.expired/card_early", seen, since)


def _finding(case: Case, reason: str, seen: Sighting, value: Value) -> Outcome:
    words: Words = {"seen": name_of_card(seen), "here": value, "there": case.submitted_on.isoformat()}
    return Finds(reason, value.place, value.confidence, words)


CHECK = Check(
    run, ExpiryLimits, rules=("X11",), reasons=("field.expired", "field.expired/card_soon", "field.expired/card_early")
)
