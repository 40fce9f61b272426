"""An agent who is not the one authorised."""

from validators.cards import sort_cards
from validators.case import Case
from validators.check import Check, Limits, Outcomes
from validators.papers import authorization_of
from validators.persons import Differences, Person, compare
from validators.values import read, typed

_BY_CARD = Differences(name="match.agent", number="match.agent")
_BY_FORM = Differences(name="match.agent/typed", number="match.agent/typed")


def run(case: Case, limits: Limits) -> Outcomes:
    """The agent's ID card and the typed agent are the one the letter authorises

    Source: DOMAIN 8.2 X14, 8.4.
    """
    letter = authorization_of(case)
    if letter:
        authorised = Person(read(letter, "agent_name"), read(letter, "agent_id"))
        told = Person(typed(case.declared.agent_name), typed(case.declared.agent_id))
        yield from compare(sort_cards(case, limits.requirements).of["agent"].person, authorised, _BY_CARD)
        yield from compare(told, authorised, _BY_FORM)


CHECK = Check(run, Limits, rules=("X14",), reasons=(_BY_CARD.name, _BY_FORM.name))
