"""Somebody who applies for others without a word why."""

from collections.abc import Iterator

from validators.cards import HOLDERS, sort_cards
from validators.case import Case
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcomes, Passes
from validators.firms import employer_of
from validators.names import FirmNames, PersonNames, compare_firms, compare_people, is_personal
from validators.numbers import Numbers, compare_numbers
from validators.papers import authorization_of
from validators.persons import Person
from validators.values import Value, joined, read, typed

_REASON = "match.applicant/other"


def run(case: Case, limits: Limits) -> Outcomes:
    """Who applies is the employer, a worker, the legal representative, the agent or the heir

    As far as the form tells who applies: the account that is logged in is no part of a packet. A name alone that differs in a
    character, or nobody to compare with, leaves a question. Source: DOMAIN 8.2 X15.
    """
    told = case.declared
    applicant = Person(typed(told.applicant_name), typed(told.applicant_id))
    if applicant.name is None and applicant.number is None:
        yield DoesNotApply()
        return
    people = [one for one in _people(case, limits) if one.name or one.number]
    words = {"here": applicant.name or applicant.number or Value(""), "there": joined(one.name for one in people if one.name)}
    if any(_is_same(applicant, one, near=False) for one in people) or _is_employer(case):
        yield Passes()
    elif applicant.name and not is_personal(applicant.name.text):
        yield CannotTell(_REASON, "not_seen", words=words)
    elif not people or any(_is_same(applicant, one, near=True) for one in people):
        yield CannotTell(_REASON, "misreading" if people else "not_seen", words=words)
    else:
        yield Finds(_REASON, words=words)


def _is_employer(case: Case) -> bool:
    """Whether the employer itself is typed as the one who applies, by its name or its code."""
    told, employer = case.declared, employer_of(case).name
    names = [name for name in (told.employer_name, employer.text if employer else "") if name]
    same = any(compare_firms(told.applicant_name, name) is FirmNames.SAME for name in names if told.applicant_name)
    return same or bool(told.applicant_id and told.applicant_id == told.uscc)


def _people(case: Case, limits: Limits) -> Iterator[Person]:
    told, cards = case.declared, sort_cards(case, limits.requirements)
    yield Person(typed(told.employee_name), typed(told.employee_id))
    yield Person(typed(told.legal_rep_name))
    yield Person(typed(told.agent_name), typed(told.agent_id))
    yield from (Person(typed(one.name), typed(one.id_number)) for one in told.employees)
    yield from (cards.of[holder].person for holder in HOLDERS)
    letter = authorization_of(case)
    yield Person(read(letter, "agent_name"), read(letter, "agent_id"))


def _is_same(one: Person, other: Person, near: bool) -> bool:
    numbers = compare_numbers(one.number, other.number)
    if numbers in (Numbers.SAME, Numbers.DIFFERENT):
        return numbers is Numbers.SAME
    if one.name is None or other.name is None:
        return near and numbers is Numbers.UNSURE
    relation = compare_people(one.name.text, other.name.text)
    return relation is not PersonNames.DIFFERENT if near else relation is PersonNames.SAME


CHECK = Check(run, Limits, rules=("X15",), reasons=(_REASON,))
