"""What a certificate does not say."""

from collections.abc import Iterator
from typing import Final

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.firms import employer_of
from validators.lacking import surely_lacks
from validators.papers import certificates, is_stub
from validators.reasons import field_name
from validators.seals import names_in_full, signing_seals
from validators.values import about_field, place_of

_WITHOUT_WHICH_NOTHING: Final = ("employee_name", "employer_name", "separation_date")
_BY_LAW: Final = ("contract_term", "position", "years_of_service")


def run(case: Case, limits: Limits) -> Outcomes:
    """The certificate names the employee, the employer and the last day, and states what the law asks for

    Who, whose and when: a blank is sent back, and so is a paper on which nothing could be it. Without an ID number a namesake
    may be meant. Contract, position and years are left out of many real certificates: a blank on the form goes to a person,
    where there is no word of them, or something stands there that was not read, it is a note. Many forms leave the employer's
    name to its seal (单位盖章): a ring that says it to the character says it. A stub (存根) is to be replaced, whatever it is.
    Source: DOMAIN 3.1, 8.3 D05, D15, D20.
    """
    for seen in certificates(case):
        if is_stub(case, seen):
            continue
        for field in _WITHOUT_WHICH_NOTHING:
            yield Passes() if field == "employer_name" and _sealed_by_name(case, seen) else _needed(case, seen, field)
        yield _number(seen)
        for field in _BY_LAW:
            yield from _stated(seen, field)


def _sealed_by_name(case: Case, seen: Sighting) -> bool:
    """Whether a seal says the name that the print does not: the licence's, to the character."""
    employer = employer_of(case)
    if employer.license is None or employer.name is None:
        return False
    return any(names_in_full(seal, employer.name.text) for seal in signing_seals(seen))


def _needed(case: Case, seen: Sighting, field: str) -> Outcome:
    reading, words = seen.field(field), {"field": field_name(seen.document.type, field)}
    left_to_seal = field == "employer_name" and bool(seen.document.seals)
    if reading is None and surely_lacks(case, seen, field) and not left_to_seal:
        return Finds("field.missing/certificate", place_of(seen), seen.document.confidence, words, about_field(seen, field))
    if reading is None:
        return CannotTell("field.missing/certificate", "not_seen", place_of(seen), words=words, about=about_field(seen, field))
    if reading.state == "blank":
        place = place_of(seen, reading)
        return Finds("field.missing/certificate", place, reading.confidence, words, about_field(seen, field))
    return Passes()


def _number(seen: Sighting) -> Outcome:
    reading = seen.field("employee_id")
    if reading is None or reading.state == "blank":
        sure = reading.confidence if reading else seen.document.confidence
        return Finds("field.missing/certificate_id", place_of(seen, reading), sure, about=about_field(seen, "employee_id"))
    return Passes()


def _stated(seen: Sighting, field: str) -> Iterator[Outcome]:
    reading, words = seen.field(field), {"field": field_name(seen.document.type, field)}
    if reading is None and not (field == "contract_term" and seen.field("start_date")):
        yield Finds("field.missing/certificate_note", place_of(seen), words=words)
    elif reading is not None and reading.state == "blank" and "unsure_blank" in reading.doubts:
        yield CannotTell("field.missing/certificate_note", "not_seen", place_of(seen, reading), words=words)
    elif reading is not None and reading.state == "blank":
        yield Finds("field.missing/certificate_item", place_of(seen, reading), reading.confidence, words)
    else:
        yield Passes()


CHECK = Check(
    run,
    Limits,
    rules=("D05", "D15"),
    reasons=tuple(f"field.missing/certificate{case}" for case in ("", "_id", "_item", "_note")),
)
