"""The papers a case turns on: which licence, which certificate, which authorisation, where there may be several."""

import re
from typing import Final

from validators.case import Case, Sighting
from validators.matters import is_another_matter
from validators.names import PersonNames, compare_people, is_personal
from validators.numbers import Numbers, compare_numbers
from validators.persons import Person
from validators.representatives import represents
from validators.seals import is_a_persons, signing_seals
from validators.values import read, typed

_INDIVIDUAL_BUSINESS: Final = "个体"
_INDIVIDUAL_BUSINESS_CODE: Final = "92"
"""What a credit code of an individual business begins with (GB 32100-2015)."""

_OLD_INDIVIDUAL_NUMBER: Final = re.compile(r"\d{6}[6-9]\d{8}")
"""Their numbers before 2015: the seventh digit tells (DOMAIN 1.4)."""

NAMELESS: Final = frozenset({"", "无", "*", "**", "***", "****"})
"""What stands for the name on the licence of an individual business without one (DOMAIN 1.2)."""


def license_of(case: Case) -> Sighting | None:
    """The licence of the employer: the one with the typed code or name, else the certificate's issuer's, else the surest."""
    told, seen = case.declared, tuple(case.documents("business_license"))
    issuers = {issuer.text for one in case.documents("termination_certificate") if (issuer := read(one, "employer_name"))}

    def fit(one: Sighting) -> tuple[bool, bool, bool, bool, float]:
        name = read(one, "name")
        by_issuer = name is not None and name.text in issuers
        by_form = _has(one, "name", told.employer_name), by_issuer, represents(one, told.legal_rep_name)
        return _has(one, "uscc", told.uscc), *by_form, one.document.confidence

    return max(seen, key=fit, default=None)


def certificates(case: Case) -> tuple[Sighting, ...]:
    """The certificates about the employee: the worker's copies before stubs, the employee's own before other people's."""
    seen = tuple(case.documents("termination_certificate"))
    seen = tuple(one for one in seen if "counterfoil" not in one.document.traits) or seen
    return tuple(one for one in seen if _about_employee(case, one) or is_about_listed(case, one)) or seen


_EMPLOYERS_OWN: Final = frozenset({"employer_withdrawal", "employer_deregistered"})
"""The scenarios in which the employer applies, with papers of its own."""


def is_stub(case: Case, seen: Sighting) -> bool:
    """Whether a certificate is a part that stays with the employer (存根, 单位留存联), and does not serve as a certificate.

    It does in the employer's own matter, once a firm's seal stands on it: then it is the employer's copy of a sealed paper.
    """
    return "counterfoil" in seen.document.traits and not (_is_employers_own(case) and is_sealed(seen))


def is_sealed(seen: Sighting) -> bool:
    """Whether a seal that can sign for a firm stands on a paper, whosever and in whatever colour."""
    return any(not is_a_persons(seal) for seal in signing_seals(seen))


def _is_employers_own(case: Case) -> bool:
    return case.scenario in _EMPLOYERS_OWN and case.declared.applicant_role != "individual"


def authorization_of(case: Case) -> Sighting | None:
    """The letter of authorisation: of several one that is not for another matter, names the agent and is in force, else the
    surest."""
    told = case.declared

    def fit(seen: Sighting) -> tuple[bool, bool, bool, float]:
        matter = read(seen, "matter")
        ours = matter is None or not is_another_matter(matter.text)
        until = read(seen, "valid_until")
        over = until is not None and until.day is not None and until.day < case.submitted_on
        names_agent = _has(seen, "agent_id", told.agent_id) or _has(seen, "agent_name", told.agent_name)
        return ours, names_agent, not over, seen.document.confidence

    return max(case.documents("authorization_letter"), key=fit, default=None)


def given_by_person(case: Case, letter: Sighting) -> bool:
    """Whether a person, and no firm, gives the authority: the one on the licence, or where there is none, anybody."""
    principal, license_ = read(letter, "principal"), license_of(case)
    if principal is None:
        return False
    if license_ is None:
        return is_personal(principal.text)
    return represents(license_, principal.text)


def is_individual_business(license_: Sighting) -> bool:
    """Whether a licence is one of a 个体工商户."""
    kind, code, old = (read(license_, name) for name in ("type", "uscc", "registration_number"))
    by_code = bool(code and code.text.startswith(_INDIVIDUAL_BUSINESS_CODE))
    by_old_number = code is None and bool(old and _OLD_INDIVIDUAL_NUMBER.fullmatch(old.text))
    return bool(kind and _INDIVIDUAL_BUSINESS in kind.text) or by_code or by_old_number


def _has(seen: Sighting, name: str, text: str) -> bool:
    value = read(seen, name)
    return bool(text) and value is not None and value.text == text


def _about_employee(case: Case, certificate: Sighting) -> bool:
    number = compare_numbers(read(certificate, "employee_id"), typed(case.declared.employee_id))
    if number is not Numbers.UNKNOWN:
        return number is Numbers.SAME
    name, told = read(certificate, "employee_name"), case.declared.employee_name
    return name is not None and compare_people(name.text, told) is PersonNames.SAME


def is_about_listed(case: Case, seen: Sighting, fields: tuple[str, str] = ("employee_name", "employee_id")) -> bool:
    """Whether a paper is about somebody on the applicant's list, by number, or by name where a number is not to be had."""
    name, number = read(seen, fields[0]), read(seen, fields[1])
    for one in case.declared.employees:
        relation = compare_numbers(number, typed(one.id_number))
        by_name = name is not None and bool(one.name) and compare_people(name.text, one.name) is PersonNames.SAME
        if relation is Numbers.SAME or (relation is not Numbers.DIFFERENT and by_name):
            return True
    return False


_OF_DEATH: Final = ("death_certificate", "kinship_proof")
_DEATH: Final = re.compile("死亡|身故|去世|病故|继承")


def is_of_death(case: Case) -> bool:
    """Whether somebody has died, by the papers or the typed reason, and another applies in their place."""
    told = case.declared.reason + case.declared.reason_detail
    return any(True for kind in _OF_DEATH for _ in case.documents(kind)) or bool(_DEATH.search(told))


def deceased_instead(case: Case) -> Person | None:
    """The one who died, by the death certificate, where the heir was typed as the person the application is for.

    The packet says so: the card of the one typed is in it, or the proof of kinship names them, or they apply.
    """
    told = Person(typed(case.declared.employee_name), typed(case.declared.employee_id))
    dead = [_named(seen, "name", "id_number") for seen in case.documents("death_certificate")]
    dead = [one for one in dead if one.name or one.number]
    if not dead or not (told.name or told.number) or any(_may_be_same(one, told) for one in dead):
        return None
    applicant = Person(typed(case.declared.applicant_name), typed(case.declared.applicant_id))
    living = [applicant, *(_named(seen, "name", "id_number") for seen in case.documents("id_card", "front"))]
    for seen in case.documents("kinship_proof"):
        living += [_named(seen, "name", "id_number"), _named(seen, "relative", "relative_id")]
    return dead[0] if any(_is_same(one, told) for one in living) else None


def _named(seen: Sighting, name: str, number: str) -> Person:
    return Person(read(seen, name), read(seen, number))


def _is_same(one: Person, other: Person) -> bool:
    numbers = compare_numbers(one.number, other.number)
    if numbers is not Numbers.UNKNOWN:
        return numbers is Numbers.SAME
    return one.name is not None and other.name is not None and one.name.text == other.name.text


def _may_be_same(one: Person, other: Person) -> bool:
    """Whether nothing tells two people apart for sure."""
    numbers = compare_numbers(one.number, other.number)
    if numbers is not Numbers.UNKNOWN:
        return numbers is not Numbers.DIFFERENT
    return not (one.name and other.name) or compare_people(one.name.text, other.name.text) is not PersonNames.DIFFERENT


ENDING_TYPES: Final = ("termination_agreement", "ruling")
"""Papers besides certificates that say when an employment ended."""


def endings(case: Case) -> tuple[Sighting, ...]:
    """All papers that say when the employment ended: certificates, agreements, rulings."""
    return (*certificates(case), *(seen for kind in ENDING_TYPES for seen in case.documents(kind)))
