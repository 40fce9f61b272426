"""Values that must be there and were not read."""

from collections.abc import Iterator
from typing import Final

from extractors.evidence import FieldReading
from extractors.schema import NAMES, fields_of, kind_of
from validators.cards import HOLDERS, sort_cards
from validators.case import Case, Sighting
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.numbers import agrees_in_part
from validators.paper_fields import MUST_SAY, is_extra, must_be_readable
from validators.papers import authorization_of, certificates, is_individual_business, license_of
from validators.reasons import field_name, name_of
from validators.spare_papers import but_of_spare_papers
from validators.values import Value, about_field, place_of, read, typed

FILLED_IN_BELOW: Final = 0.90
"""Confidence that what a pen wrote, or stands on a ruled line, never reaches."""


class UnreadLimits(Limits):
    """``unread_below``: confidence (0..1) of a reading below which nobody knows what was read; hidden print has 0.5."""

    unread_below: float = 0.5


def run(case: Case, limits: UnreadLimits) -> Outcomes:
    """What every licence and ID card says was read, and no ink is left unread

    A licence always has a name, a number and a person, a card a name, a number and a term: where one was not read, whatever is
    compared with it would pass unseen. On certificates and letters only ink that nobody can read counts here, unless all that
    was read of a number filled in by hand is the card's, and labels that were taken for names; what is not there at all is
    judged elsewhere. Of a paper that nothing needs it is a note. Source: DOMAIN 8.1, 8.3 D01.
    """
    told = _numbers_told(case, limits)
    judged = [*_formed(case, limits), *((seen, outcome) for seen in _papers(case, limits) for outcome in _ink(seen, told))]
    yield from but_of_spare_papers(case, judged, limits)


def _formed(case: Case, limits: UnreadLimits) -> Iterator[tuple[Sighting, Outcome]]:
    """Licence and cards, which are all alike."""
    license_ = license_of(case)
    if license_:
        yield from ((license_, outcome) for outcome in _license(license_, limits))
    cards = sort_cards(case, limits.requirements)
    for holder in HOLDERS:
        for seen in (*cards.of[holder].fronts_read, *cards.of[holder].backs):
            needed = must_be_readable("id_card", seen.document.side, seen.document.traits)
            yield from ((seen, _must_be(seen, field, limits)) for field in needed)


def _numbers_told(case: Case, limits: Limits) -> dict[str, Value | None]:
    """The numbers that papers give, as the cards have them or the applicant typed them."""
    cards = sort_cards(case, limits.requirements).of
    return {
        "employee_id": cards["employee"].person.number or typed(case.declared.employee_id),
        "agent_id": cards["agent"].person.number or typed(case.declared.agent_id),
    }


def _papers(case: Case, limits: Limits) -> Iterator[Sighting]:
    """Papers without a form of their own."""
    yield from certificates(case)
    letter = authorization_of(case)
    if letter:
        yield letter
    for kind in MUST_SAY:
        yield from (seen for seen in case.documents(kind) if not is_extra(case, seen, limits.requirements))


def _license(seen: Sighting, limits: UnreadLimits) -> Iterator[Outcome]:
    if not is_individual_business(seen):
        yield _must_be(seen, "name", limits)
    yield _must_be(seen, "legal_rep", limits)
    yield Passes() if read(seen, "registration_number") else _must_be(seen, "uscc", limits)


def _must_be(seen: Sighting, field: str, limits: UnreadLimits) -> Outcome:
    value, reading = read(seen, field), seen.field(field)
    proven = reading is not None and reading.checksum_ok is True and not reading.repaired
    return Passes() if value and (proven or value.confidence >= limits.unread_below) else _unread(seen, field)


def _ink(seen: Sighting, told: dict[str, Value | None]) -> Iterator[Outcome]:
    for field in must_be_readable(seen.document.type):
        reading = seen.field(field)
        unread = reading is not None and reading.state == "illegible" and not _filled_in_alike(reading, told.get(field))
        yield _unread(seen, field) if unread or _is_only_a_label(seen, field, told) else Passes()


def _is_only_a_label(seen: Sighting, field: str, told: dict[str, Value | None]) -> bool:
    """Whether a label was taken for a name (当事人), and no number beside it tells who is meant."""
    reading = seen.field(field)
    if reading is None or reading.state != "read" or kind_of(seen.document.type, field) not in NAMES or read(seen, field):
        return False
    numbers = (read(seen, name) for name in fields_of(seen.document.type, "id_number"))
    return not any(number and one and number.text == one.text for number in numbers for one in told.values())


def _filled_in_alike(reading: FieldReading, told: Value | None) -> bool:
    """Whether what can be made out of a number filled in by hand is the card's. A printed one lacks digits itself."""
    return told is not None and reading.confidence < FILLED_IN_BELOW and agrees_in_part(reading.raw, told.text)


def _unread(seen: Sighting, field: str) -> Outcome:
    reading = seen.field(field)
    words = {"seen": name_of(seen.document.type), "field": field_name(seen.document.type, field)}
    sure = reading.confidence if reading else seen.document.confidence
    return Finds("field.illegible", place_of(seen, reading), sure, words, about_field(seen, field))


CHECK = Check(run, UnreadLimits, rules=("D01",), reasons=("field.illegible", "field.illegible/extra"))
