"""An ID card of somebody who does not represent the employer."""

from collections.abc import Iterator
from dataclasses import replace

from validators.cards import sort_cards
from validators.case import Case
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.firms import is_of_other_firm
from validators.names import FirmNames, compare_firms
from validators.papers import license_of
from validators.persons import Differences, Person, compare
from validators.representatives import named_in
from validators.values import Value, read, typed

_BY_CARD = Differences(name="match.legal_rep", number="match.legal_rep")
_BY_FORM = Differences(name="match.legal_rep/typed", number="match.legal_rep/typed")


def run(case: Case, limits: Limits) -> Outcomes:
    """The legal representative's ID card and the typed name are those of the person on the licence

    Whatever the licence calls the person: 法定代表人, 负责人, 经营者, 投资人, 执行事务合伙人. For a firm that manages a
    partnership its delegate (委派代表) signs; of several partners any one; a firm whose delegate is not named leaves it to a
    person. The licence of another firm says nothing about anybody here.
    Source: DOMAIN 1.2, 8.2 X13, 8.4.
    """
    license_ = license_of(case)
    if license_ and not is_of_other_firm(case, license_) and (told := read(license_, "legal_rep")):
        card = sort_cards(case, limits.requirements).of["legal_rep"].person
        yield from _one_of(card, told, _BY_CARD)
        yield from _as_typed(case.declared.legal_rep_name, told)


def _one_of(person: Person, told: Value, reasons: Differences) -> Iterator[Outcome]:
    """Compare a person with each of those who may sign: one is enough."""
    known = named_in(told.text)
    found = [list(compare(person, Person(replace(told, text=name)), reasons)) for name in known.people]
    fitting = next((outcomes for outcomes in found if all(isinstance(one, Passes) for one in outcomes)), None)
    if fitting is not None:
        yield from fitting
    elif not known.people or not known.all_known:
        yield from compare(person, Person(told), reasons)
    else:
        nearest = next((outcomes for outcomes in found if any(isinstance(one, CannotTell) for one in outcomes)), found[0])
        yield from (_against_all(one, told, known.people) for one in nearest)


def _against_all(outcome: Outcome, told: Value, people: tuple[str, ...]) -> Outcome:
    if isinstance(outcome, Finds):
        only = {"one": replace(told, text=people[0])} if len(people) == 1 else {}
        return replace(outcome, words={**outcome.words, "there": replace(told, text="、".join(people)), **only})
    return outcome


def _as_typed(text: str, told: Value) -> Iterator[Outcome]:
    """The typed name: of the person, or, as it stands on the licence, of the firm that manages a partnership."""
    if not text:
        return
    typed_, known = named_in(text), named_in(told.text)
    if any(compare_firms(one, other) is FirmNames.SAME for one in typed_.firms for other in known.firms):
        yield Passes()
        return
    each = [list(_one_of(Person(typed(name)), told, _BY_FORM)) for name in typed_.people or (text,)]
    yield from next((outcomes for outcomes in each if all(isinstance(one, Passes) for one in outcomes)), each[0])


CHECK = Check(run, Limits, rules=("X13",), reasons=(_BY_CARD.name, _BY_FORM.name))
