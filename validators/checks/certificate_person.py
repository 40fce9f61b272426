"""A certificate about somebody else."""

from validators.cards import Cards, person_on_card, sort_cards
from validators.case import Case
from validators.check import Check, Limits, Outcomes, Passes
from validators.numbers import Numbers, compare_numbers
from validators.papers import certificates, is_about_listed
from validators.persons import Differences, Person, compare
from validators.values import read, typed

_BY_CARD = Differences(name="match.person_name/certificate", number="match.person_id/certificate")
_BY_FORM = Differences(name="match.person_name/certificate_typed", number="match.person_id/certificate_typed")


def run(case: Case, limits: Limits) -> Outcomes:
    """The certificate is about the employee

    Compared with the employee's ID card, or where that is not asked for with what was typed. Of a number with asterisks only
    the digits to be seen count. Source: DOMAIN 8.2 X07, X08, 8.4.
    """
    cards = sort_cards(case, limits.requirements)
    card = cards.of["employee"]
    told = Person(typed(case.declared.employee_name), typed(case.declared.employee_id))
    for seen in certificates(case):
        person = Person(read(seen, "employee_name"), read(seen, "employee_id"))
        if is_about_listed(case, seen) or (told.name is None and told.number is None and _has_own_card(case, cards, person)):
            yield Passes()
            continue
        yield from compare(person, card.person, _BY_CARD) if card.front else compare(person, told, _BY_FORM)


def _has_own_card(case: Case, cards: Cards, person: Person) -> bool:
    """Whether one of several workers' cards is this one's, where nobody typed whom it is about."""
    workers = (*cards.of["employee"].fronts, *cards.loose_sides("front"))
    people = (person_on_card(seen) for seen in workers)
    return any(compare_numbers(person.number, one.number) is Numbers.SAME for one in people)


CHECK = Check(run, Limits, rules=("X07", "X08"), reasons=(_BY_CARD.name, _BY_CARD.number, _BY_FORM.name, _BY_FORM.number))
