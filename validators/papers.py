"""The papers a case turns on: which licence, which certificate, which authorisation, where there may be several."""

from typing import Final

from validators.case import Case, Sighting
from validators.names import PersonNames, compare_people, is_personal
from validators.numbers import Numbers, compare_numbers
from validators.values import read, typed

_INDIVIDUAL_BUSINESS: Final = "个体"
_INDIVIDUAL_BUSINESS_CODE: Final = "92"
"""What a credit code of an individual business begins with (GB 32100-2015)."""

NAMELESS: Final = frozenset({"", "无", "*", "**", "***", "****"})
"""What stands for the name on the licence of an individual business without one (DOMAIN 1.2)."""


def license_of(case: Case) -> Sighting | None:
    """The licence of the employer: the one with the declared credit code, else the most certain."""
    code = case.declared.uscc
    seen = case.documents("business_license")
    return max(seen, key=lambda one: (_has(one, "uscc", code), one.document.confidence), default=None)


def certificates(case: Case) -> tuple[Sighting, ...]:
    """The certificates about the employee: the worker's copies before stubs, the employee's own before other people's."""
    seen = tuple(case.documents("termination_certificate"))
    seen = tuple(one for one in seen if "counterfoil" not in one.document.traits) or seen
    return tuple(one for one in seen if _about_employee(case, one)) or seen


def authorization_of(case: Case) -> Sighting | None:
    """The letter of authorisation, the most certain where there are several."""
    return max(case.documents("authorization_letter"), key=lambda seen: seen.document.confidence, default=None)


def given_by_person(case: Case, letter: Sighting) -> bool:
    """Whether a person, and no firm, gives the authority: the one on the licence, or where there is none, anybody."""
    principal, license_ = read(letter, "principal"), license_of(case)
    if principal is None:
        return False
    if license_ is None:
        return is_personal(principal.text)
    representative = read(license_, "legal_rep")
    return representative is not None and representative.text == principal.text


def is_individual_business(license_: Sighting) -> bool:
    """Whether a licence is one of a 个体工商户."""
    kind, code = read(license_, "type"), read(license_, "uscc")
    return bool(kind and _INDIVIDUAL_BUSINESS in kind.text) or bool(code and code.text.startswith(_INDIVIDUAL_BUSINESS_CODE))


def _has(seen: Sighting, name: str, text: str) -> bool:
    value = read(seen, name)
    return bool(text) and value is not None and value.text == text


def _about_employee(case: Case, certificate: Sighting) -> bool:
    number = compare_numbers(read(certificate, "employee_id"), typed(case.declared.employee_id))
    if number is not Numbers.UNKNOWN:
        return number is Numbers.SAME
    name, told = read(certificate, "employee_name"), case.declared.employee_name
    return name is not None and compare_people(name.text, told) is PersonNames.SAME


ENDING_TYPES: Final = ("termination_agreement", "ruling")
"""Papers besides certificates that say when an employment ended."""


def endings(case: Case) -> tuple[Sighting, ...]:
    """All papers that say when the employment ended: certificates, agreements, rulings."""
    return (*certificates(case), *(seen for kind in ENDING_TYPES for seen in case.documents(kind)))
