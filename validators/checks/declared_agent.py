"""An agent who is not the one who applies."""

from validators.cards import sort_cards
from validators.case import Case
from validators.check import Check, Limits, Outcomes
from validators.persons import Differences, Person, compare
from validators.values import typed

_REASONS = Differences(name="match.applicant", number="match.applicant")


def run(case: Case, limits: Limits) -> Outcomes:
    """The agent who applies is the one on the agent's ID card

    As far as the form tells who applies: the account that is logged in is not part of a packet. Source: DOMAIN 8.2 X15.
    """
    told = Person(typed(case.declared.agent_name), typed(case.declared.agent_id))
    yield from compare(told, sort_cards(case, limits.requirements).of["agent"].person, _REASONS)


CHECK = Check(run, Limits, rules=("X15",), reasons=(_REASONS.name,))
