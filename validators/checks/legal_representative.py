"""An ID card of somebody who does not represent the employer."""

from validators.cards import sort_cards
from validators.case import Case
from validators.check import Check, Limits, Outcomes
from validators.firms import is_of_other_firm
from validators.papers import license_of
from validators.persons import Differences, Person, compare
from validators.values import read, typed

_BY_CARD = Differences(name="match.legal_rep", number="match.legal_rep")
_BY_FORM = Differences(name="match.legal_rep/typed", number="match.legal_rep/typed")


def run(case: Case, limits: Limits) -> Outcomes:
    """The legal representative's ID card and the typed name are those of the person on the licence

    Whatever the licence calls the person: 法定代表人, 负责人, 经营者, 投资人, 执行事务合伙人. The licence of another firm says
    nothing about anybody here.
    Source: DOMAIN 8.2 X13, 8.4.
    """
    license_ = license_of(case)
    if license_ and not is_of_other_firm(case, license_):
        named = Person(read(license_, "legal_rep"))
        yield from compare(sort_cards(case, limits.requirements).of["legal_rep"].person, named, _BY_CARD)
        yield from compare(Person(typed(case.declared.legal_rep_name)), named, _BY_FORM)


CHECK = Check(run, Limits, rules=("X13",), reasons=(_BY_CARD.name, _BY_FORM.name))
