"""Registrations that are not the one applied for."""

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.persons import Differences, Person, compare
from validators.places import names_place
from validators.subject import subject_of
from validators.values import Value, certainty, read, typed

_BY_FORM, _BY_APPLICATION = "match.registration", "match.registration/application"
_CITY, _PERSON = "match.registration/city", "match.registration/person"


class RegistrationLimits(Limits):
    """``people``: whether the proof must name the applicant as the card does; where names are to be corrected it cannot.

    ``slip``: differing characters up to which a number may be misread or mistyped (DOMAIN 8.1).
    """

    people: bool = True
    slip: int = 1


def run(case: Case, limits: RegistrationLimits) -> Outcomes:
    """The proof of registration is the one that the application names

    Number, person and city. A number that differs in one character may be misread, a city may be written in two ways: a person
    looks. Source: DOMAIN 8.2 X38, 8.4.
    """
    for seen in case.documents("registration_proof"):
        number = read(seen, "registration_id")
        yield from _numbers(typed(case.declared.registration_id), number, _BY_FORM, limits)
        for application in case.documents("withdrawal_application"):
            yield from _numbers(read(application, "registration_id"), number, _BY_APPLICATION, limits)
        yield from _city(case, seen)
        if limits.people:
            person = Person(read(seen, "name"), read(seen, "id_number"))
            yield from compare(person, subject_of(case, limits), Differences(_PERSON, _PERSON))


def _numbers(one: Value | None, other: Value | None, reason: str, limits: RegistrationLimits) -> Iterator[Outcome]:
    if one is None or other is None:
        return
    apart = Levenshtein.distance(_plain(one.text), _plain(other.text))
    words, sure = {"here": one.text, "there": other.text}, certainty(one, other)
    if apart == 0:
        yield Passes()
    elif apart <= limits.slip or not one.sound or not other.sound:
        yield CannotTell(reason, "misreading", other.place, sure, words)
    else:
        yield Finds(reason, other.place, sure, words)


def _city(case: Case, seen: Sighting) -> Iterator[Outcome]:
    told, stated = (
        typed(case.declared.registered_in),
        [value for name in ("region", "authority") if (value := read(seen, name))],
    )
    if told is None or not stated:
        return
    if any(names_place(value.text, told.text) for value in stated):
        yield Passes()
        return
    words = {"here": told.text, "there": "、".join(value.text for value in stated)}
    if len(stated) == 1:
        yield CannotTell(_CITY, "place_names", stated[0].place, stated[0].confidence, words)
    else:
        yield Finds(_CITY, stated[0].place, certainty(*stated), words)


def _plain(number: str) -> str:
    return "".join(char for char in number.upper() if char.isalnum())


CHECK = Check(run, RegistrationLimits, rules=("X38",), reasons=(_BY_FORM, _BY_APPLICATION, _CITY, _PERSON))
