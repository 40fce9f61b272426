"""Two sides of an ID card that belong to two cards."""

import re
from typing import Final

from validators.cards import HOLDERS, Card, sort_cards
from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.values import certainty, read

_PLACES: Final = re.compile(r"[省市区县旗]|自治[州县旗]|公安|分局|局")
_SHORTEST_PLACE: Final = 2
"""Characters of a place's name without its sign; one alone (X县) proves nothing."""
_NAMES_A_PLACE: Final = re.compile("[省市区县旗州盟]")
"""A piece of an address, its first line hidden by what is written over a copy, has none of these."""


def run(case: Case, limits: Limits) -> Outcomes:
    """The issuer of an ID card is the police of the place where its holder is registered

    The emblem side has no name. Of the places in the issuer's name (深圳市公安局南山分局) at least one stands in the address.
    People move: a person looks. An address whose beginning was not read names no place. Source: DOMAIN 8.2 X12, 2.3.
    """
    cards = sort_cards(case, limits.requirements)
    for holder in HOLDERS:
        yield _judge(cards.of[holder])


def _judge(card: Card) -> Outcome:
    address = read(card.front, "address")
    authority = read(next(iter(card.backs), None), "authority")
    if not card.paired or address is None or authority is None or not _NAMES_A_PLACE.search(address.text):
        return DoesNotApply()
    places = [place for place in _PLACES.split(authority.text) if len(place) >= _SHORTEST_PLACE]
    if not places or any(place in address.text for place in places):
        return Passes()
    words = {"here": authority, "there": address}
    return Finds("field.inconsistent/card_sides", authority.place, certainty(authority, address), words)


CHECK = Check(run, Limits, rules=("X12",), reasons=("field.inconsistent/card_sides",))
