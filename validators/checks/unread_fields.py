"""Values that must be there and were not read."""

from collections.abc import Iterator
from typing import Final

from validators.cards import HOLDERS, sort_cards
from validators.case import Case, Sighting
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import authorization_of, certificates, is_individual_business, license_of
from validators.reasons import name_of
from validators.values import about_field, place_of, read

_ON_CERTIFICATE: Final = {
    "employee_name": "employee_name",
    "employee_id": "person_id",
    "employer_name": "employer_name",
    "separation_date": "separation_date",
    "issue_date": "issue_date",
}
_ON_LETTER: Final = {"principal": "principal", "agent_name": "agent_name", "agent_id": "agent_person_id", "matter": "matter"}


def run(case: Case, limits: Limits) -> Outcomes:
    """What every licence and ID card says was read, and no ink is left unread

    A licence always has a name, a number and a person, a card a name, a number and a term: where one was not read, whatever is
    compared with it would pass unseen. On certificates and letters only ink that nobody can read counts here; what is not
    there at all is judged elsewhere. Source: DOMAIN 8.1, 8.3 D01.
    """
    license_ = license_of(case)
    if license_:
        yield from _license(license_)
    cards = sort_cards(case, limits.requirements)
    for holder in HOLDERS:
        for front in cards.of[holder].fronts:
            yield from (_must_be(front, field, name) for field, name in (("name", "person_name"), ("id_number", "id_number")))
        for back in cards.of[holder].backs:
            yield _must_be(back, "valid_until", "valid_until")
    for certificate in certificates(case):
        yield from _ink(certificate, _ON_CERTIFICATE)
    letter = authorization_of(case)
    if letter:
        yield from _ink(letter, _ON_LETTER)


def _license(seen: Sighting) -> Iterator[Outcome]:
    if not is_individual_business(seen):
        yield _must_be(seen, "name", "name")
    yield _must_be(seen, "legal_rep", "legal_rep")
    yield Passes() if read(seen, "registration_number") else _must_be(seen, "uscc", "uscc")


def _must_be(seen: Sighting, field: str, name: str) -> Outcome:
    return Passes() if read(seen, field) else _unread(seen, field, name)


def _ink(seen: Sighting, fields: dict[str, str]) -> Iterator[Outcome]:
    for field, name in fields.items():
        reading = seen.field(field)
        yield _unread(seen, field, name) if reading and reading.state == "illegible" else Passes()


def _unread(seen: Sighting, field: str, name: str) -> Outcome:
    reading = seen.field(field)
    words = {"seen": name_of(seen.document.type), "field": name_of(name)}
    sure = reading.confidence if reading else seen.document.confidence
    return Finds("field.illegible", place_of(seen, reading), sure, words, about_field(seen, field))


CHECK = Check(run, Limits, rules=("D01",), reasons=("field.illegible",))
