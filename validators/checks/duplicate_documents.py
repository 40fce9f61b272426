"""Two papers where one was asked for, that do not say the same."""

from collections.abc import Iterator
from itertools import combinations

from validators.cards import HOLDERS, sort_cards
from validators.case import Case, Sighting
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.numbers import Numbers, compare_numbers
from validators.reasons import name_of
from validators.sayable import Words
from validators.values import certainty, place_of, read


def run(case: Case, limits: Limits) -> Outcomes:
    """There are not two different licences, letters or cards for one

    Copies of the same paper are fine (正本 and 副本 have equal force). Different ones leave open which is meant.
    Source: CONTRACT 5, ``doc.duplicate``; DOMAIN 1.1.
    """
    yield from _compare(tuple(case.documents("business_license")), "uscc")
    yield from _compare(tuple(case.documents("authorization_letter")), "agent_id")
    cards = sort_cards(case, limits.requirements)
    for holder in HOLDERS:
        yield from _compare(cards.of[holder].fronts, "id_number")


def _compare(seen: tuple[Sighting, ...], field: str) -> Iterator[Outcome]:
    for one, other in combinations(seen, 2):
        here, there = read(one, field), read(other, field)
        if here and there and compare_numbers(here, there) is Numbers.DIFFERENT:
            words: Words = {"seen": name_of(one.document.type), "here": here, "there": there}
            yield Finds("doc.duplicate", place_of(other), certainty(here, there), words)
        else:
            yield Passes()


CHECK = Check(run, Limits, rules=(), reasons=("doc.duplicate",))
