"""The person an application is for: as the card shows them, or as they were typed."""

from validators.cards import sort_cards
from validators.case import Case
from validators.check import Limits
from validators.papers import deceased_instead, is_of_death
from validators.persons import Person
from validators.values import typed


def subject_of(case: Case, limits: Limits) -> Person:
    """Name and number on the employee's ID card; where there is no card, what was typed. An heir typed as the one who died is
    not: then it is whom the death certificate names."""
    dead = deceased_instead(case)
    if dead is not None:
        return dead
    card = sort_cards(case, limits.requirements).of["employee"]
    if card.front:
        return card.person
    return Person(typed(case.declared.employee_name), typed(case.declared.employee_id))


def applicant_of(case: Case, limits: Limits) -> Person:
    """Who is paid: the heir of somebody who died, else the person the application is for; never an agent."""
    card = sort_cards(case, limits.requirements).of["heir"]
    if card.front:
        return card.person
    told = case.declared
    if deceased_instead(case) is not None:
        return Person(typed(told.employee_name), typed(told.employee_id))
    if not told.applicant_name or not is_of_death(case) or told.applicant_role == "agent":
        return subject_of(case, limits)
    return Person(typed(told.applicant_name), typed(told.applicant_id))
