"""Terms of ID cards that the law does not know."""

from datetime import date, timedelta
from typing import Final

from extractors.schema.identity import identity_paper
from validators.cards import HOLDERS, Card, sort_cards
from validators.case import Case, Sighting
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.numbers import birth_of
from validators.values import Value, day_of, read, years_after

FOR_EVER: Final = "长期"
_REASON: Final = "field.inconsistent/card_term"


class TermLimits(Limits):
    """``terms``: age at issue from which each term (years, 0 for 长期) is given, by law of resident identity cards art. 5.

    ``leeway_days``: of 29 February, and of clerks (DOMAIN 2.3). ``temporary_days``: three months, the longest they can be.
    """

    terms: tuple[tuple[int, int], ...] = ((0, 5), (16, 10), (26, 20), (46, 0))
    leeway_days: int = 1
    temporary_days: int = 92


def run(case: Case, limits: TermLimits) -> Outcomes:
    """An ID card's term is one the law gives to somebody of that age

    5, 10 or 20 years or 长期, by age at issue; a temporary card three months. A card that has expired is told so elsewhere.
    Source: DOMAIN 8.3 D06, 2.3; X12 for the term.
    """
    cards = sort_cards(case, limits.requirements)
    for holder in HOLDERS:
        yield _judge(case, cards.of[holder], limits)


def _judge(case: Case, card: Card, limits: TermLimits) -> Outcome:
    traits = {trait for seen in (*card.fronts, *card.backs) for trait in seen.document.traits}
    if "temporary_card" in traits:
        return _temporary(case, card, limits)
    back = next(iter(card.backs), None)
    since, until = read(back, "valid_from"), read(back, "valid_until")
    if identity_paper(traits) is not None or since is None or until is None or since.day is None or _is_over(case, until):
        return DoesNotApply()
    years = _years(since.day, until, limits)
    born = _born(card.front) if card.paired else None
    if years is None or (born and years != _due(born, since.day, limits)):
        words = {"here": f"有效期{since.text}至{until.text}，出生{born or '未读到'}"}
        return Finds(_REASON, until.place, min(since.confidence, until.confidence), words)
    return Passes()


def _is_over(case: Case, until: Value) -> bool:
    return until.day is not None and until.day < case.submitted_on


def _temporary(case: Case, card: Card, limits: TermLimits) -> Outcome:
    sides = (*card.fronts, *card.backs)
    since = next((value for seen in sides if (value := read(seen, "valid_from"))), None)
    if any(_is_over(case, until) for seen in sides if (until := read(seen, "valid_until"))):
        return DoesNotApply()
    if since is None or since.day is None:
        return CannotTell(_REASON, "special_card", words={"here": "临时身份证，未读到起始日期"})
    if since.day + timedelta(days=limits.temporary_days) < case.submitted_on:
        return Finds(_REASON, since.place, since.confidence, {"here": f"临时身份证，自{since.text}起三个月"})
    return Passes()


def _years(since: date, until: Value, limits: TermLimits) -> int | None:
    """The term in years, 0 for 长期, None for any that the law does not know."""
    if until.text == FOR_EVER:
        return 0
    for _, years in limits.terms:
        if years and until.day and abs((until.day - years_after(since, years)).days) <= limits.leeway_days:
            return years
    return None


def _due(born: date, since: date, limits: TermLimits) -> int:
    """The term due at that age, in years; 0 for 长期."""
    age = since.year - born.year - ((since.month, since.day) < (born.month, born.day))
    return max((from_age, years) for from_age, years in limits.terms if from_age <= max(age, 0))[1]


def _born(front: Sighting | None) -> date | None:
    number, birth = read(front, "id_number"), read(front, "birth")
    return (number and birth_of(number.text)) or (birth and day_of(birth.text)) or None


CHECK = Check(run, TermLimits, rules=("D06", "X12"), reasons=(_REASON,))
