"""The employee typed is not the one on the card."""

from validators.cards import sort_cards
from validators.case import Case
from validators.check import CannotTell, Check, Limits, Outcomes
from validators.papers import deceased_instead
from validators.persons import Differences, Person, compare
from validators.values import Value, typed

_REASONS = Differences(name="match.person_name/typed", number="match.person_id/typed")


def run(case: Case, limits: Limits) -> Outcomes:
    """Typed name and number are those of the employee's ID card

    Heirs who type themselves where the one who died is asked for go to a person. Source: DOMAIN 8.2 X05, X06, 8.4.
    """
    told = Person(typed(case.declared.employee_name), typed(case.declared.employee_id))
    dead = deceased_instead(case)
    if dead is not None:
        here, there = (one.name or one.number or Value("") for one in (told, dead))
        yield CannotTell(_REASONS.name, "heir_typed", words={"here": here, "there": there})
        return
    yield from compare(told, sort_cards(case, limits.requirements).of["employee"].person, _REASONS)


CHECK = Check(run, Limits, rules=("X05", "X06"), reasons=(_REASONS.name, _REASONS.number))
