"""The workers on the applicant's list, and the papers that prove the end of each one's employment."""

from typing import Final

from validators.case import Case, DeclaredPerson, Sighting
from validators.names import PersonNames, compare_people
from validators.numbers import Numbers, compare_numbers
from validators.values import read, typed

PROVING: Final = ("termination_certificate", "termination_agreement")
"""Papers of which each worker on a list needs one."""


def proofs(case: Case) -> tuple[Sighting, ...]:
    """All papers that may be somebody's on the list."""
    return tuple(seen for kind in PROVING for seen in case.documents(kind))


def lacking_of_listed(case: Case) -> tuple[DeclaredPerson, ...]:
    """Those on the list about whom there is no such paper."""
    papers = proofs(case)
    return tuple(who for who in case.declared.employees if not any(is_about(seen, who, near=False) for seen in papers))


def is_about(seen: Sighting, who: DeclaredPerson, near: bool) -> bool:
    """Whether a paper is about somebody; ``near``: whether a misreading or another spelling may make it so."""
    number = compare_numbers(read(seen, "employee_id"), typed(who.id_number))
    if number is not Numbers.UNKNOWN and not near:
        return number is Numbers.SAME
    name = read(seen, "employee_name")
    relation = compare_people(name.text, who.name) if name and who.name else PersonNames.DIFFERENT
    return (near and number is Numbers.UNSURE) or (
        relation is not PersonNames.DIFFERENT if near else relation is PersonNames.SAME
    )
