"""Registrations that are not the one applied for."""

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import Levenshtein

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import is_about_listed
from validators.persons import Differences, Person, compare
from validators.places import names_place
from validators.slips import Difference, weigh
from validators.subject import subject_of
from validators.values import Value, certainty, joined, read, typed

_BY_FORM, _BY_APPLICATION = "match.registration", "match.registration/application"
_CITY, _PERSON = "match.registration/city", "match.registration/person"


_HERE: Final = frozenset({"本市", "本地", "本区", "本县", "本省", "当地"})
_CITIES: Final = ("市", "州", "盟", "地区")
"""What cities' names end in. A district or a county may lie in the city of the proof."""


class RegistrationLimits(Limits):
    """``people``: whether the proof must name the applicant as the card does; where names are to be corrected it cannot.

    ``slip``: differing characters up to which a number may be misread or mistyped (DOMAIN 8.1).
    """

    people: bool = True
    slip: int = 1


def run(case: Case, limits: RegistrationLimits) -> Outcomes:
    """The proof of registration is the one that the application names

    Number, person and city. A number that differs in one character may be misread, a city may be written in two ways, a
    district may lie in it: a person looks. Of several proofs one must fit. Source: DOMAIN 8.2 X38, 8.4.
    """
    told = [[*_judge(case, seen, limits)] for seen in case.documents("registration_proof") if not _is_of_listed(case, seen)]
    one_fits = any(not any(isinstance(outcome, Finds) for outcome in outcomes) for outcomes in told)
    asked = not limits.requirements or any("registration_proof" in one.any_of for one in limits.requirements)
    for outcome in (outcome for outcomes in told for outcome in outcomes):
        yield outcome if asked and not one_fits else _only_a_question(outcome)


def _judge(case: Case, seen: Sighting, limits: RegistrationLimits) -> Iterator[Outcome]:
    number = read(seen, "registration_id")
    yield from _numbers(typed(case.declared.registration_id), number, _BY_FORM, limits)
    for application in case.documents("withdrawal_application"):
        yield from _numbers(read(application, "registration_id"), number, _BY_APPLICATION, limits)
    yield from _city(case, seen)
    if limits.people:
        person = Person(read(seen, "name"), read(seen, "id_number"))
        yield from compare(person, subject_of(case, limits), Differences(_PERSON, _PERSON))


def _is_of_listed(case: Case, seen: Sighting) -> bool:
    return is_about_listed(case, seen, ("name", "id_number"))


def _only_a_question(outcome: Outcome) -> Outcome:
    """A proof beside one that fits, or that nobody asked for, leaves no more than a question."""
    if isinstance(outcome, Finds):
        return CannotTell(outcome.reason, "extra", outcome.place, outcome.confidence, outcome.words, outcome.about)
    return outcome


def _numbers(one: Value | None, other: Value | None, reason: str, limits: RegistrationLimits) -> Iterator[Outcome]:
    if one is None or other is None:
        return
    apart = Levenshtein.distance(_plain(one.text), _plain(other.text))
    words, found = {"here": one, "there": other}, weigh(one, other, "number")
    if apart == 0:
        yield Passes()
    elif apart <= limits.slip or not one.sound or not other.sound or found.difference is Difference.MISREAD:
        yield CannotTell(reason, "misreading", other.place, certainty(one, other), words)
    else:
        yield Finds(reason, other.place, found.sure, words)


def _city(case: Case, seen: Sighting) -> Iterator[Outcome]:
    told, stated = (
        typed(case.declared.registered_in),
        [value for name in ("region", "authority") if (value := read(seen, name))],
    )
    if told is None or not stated or told.text in _HERE:
        return
    if any(names_place(value.text, told.text) for value in stated):
        yield Passes()
        return
    words = {"here": told, "there": joined(stated)}
    if len(stated) == 1 or not told.text.endswith(_CITIES):
        yield CannotTell(_CITY, "place_names", stated[0].place, stated[0].confidence, words)
    else:
        yield Finds(_CITY, stated[0].place, certainty(*stated), words)


def _plain(number: str) -> str:
    """Its digits and letters, without the words that people write before a number (编号, No.)."""
    return re.sub(r"^(?:[^A-Z0-9]|NO(?=\W|\d))+", "", "".join(char for char in number.upper() if char.isalnum()))


CHECK = Check(run, RegistrationLimits, rules=("X38",), reasons=(_BY_FORM, _BY_APPLICATION, _CITY, _PERSON))
