"""Two certificates that tell two stories."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from validators.case import Case, Sighting
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.names import FirmNames, PersonNames, compare_firms, compare_people
from validators.numbers import Numbers, compare_numbers
from validators.papers import certificates
from validators.reasons import field_name
from validators.sayable import Words
from validators.values import certainty, read

_SAME_FIRM: Final = (FirmNames.SAME, FirmNames.ALIKE, FirmNames.VARIANT)


def run(case: Case, limits: Limits) -> Outcomes:
    """Certificates about one person agree on the last day and the employer

    Source: DOMAIN 8.2 X10, 7.
    """
    for one, other in combinations(certificates(case), 2):
        if _about_one_person(one, other):
            contradictions = list(_contradictions(one, other))
            yield from contradictions or (Passes(),)


def _about_one_person(one: Sighting, other: Sighting) -> bool:
    numbers = compare_numbers(read(one, "employee_id"), read(other, "employee_id"))
    names = read(one, "employee_name"), read(other, "employee_name")
    if numbers is not Numbers.UNKNOWN or not (names[0] and names[1]):
        return numbers is not Numbers.DIFFERENT
    return compare_people(names[0].text, names[1].text) is not PersonNames.DIFFERENT


def _contradictions(one: Sighting, other: Sighting) -> Iterator[Outcome]:
    for field in ("separation_date", "employer_name"):
        here, there = read(one, field), read(other, field)
        if here is None or there is None or here.text == there.text:
            continue
        if field == "separation_date" or compare_firms(here.text, there.text) not in _SAME_FIRM:
            words: Words = {"field": field_name("termination_certificate", field), "here": here, "there": there}
            yield Finds("match.certificates", there.place, certainty(here, there), words)


CHECK = Check(run, Limits, rules=("X10",), reasons=("match.certificates",))
