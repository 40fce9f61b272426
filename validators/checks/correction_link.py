"""Papers that do not link the old value with the new one."""

from collections.abc import Iterator

from validators.case import Case, Sighting
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.corrections import item_of
from validators.names import PersonNames, compare_people
from validators.numbers import Numbers, compare_numbers
from validators.reasons import field_name, name_of
from validators.values import Value, certainty, joined, place_of, read, typed

_LINK, _OLD = "field.unproven_change/link", "field.unproven_change/old"


def run(case: Case, limits: Limits) -> Outcomes:
    """The police's paper shows both the old and the new value, and the old one is the registration's

    A paper that shows one of them does not prove that the two are one person: a person looks. Source: DOMAIN 8.3 D21, 9 A6.
    """
    for seen in case.documents("police_certificate"):
        lacking = [field for field in ("old_value", "new_value") if read(seen, field) is None]
        words = {
            "seen": name_of(seen.document.type),
            "field": "、".join(field_name(seen.document.type, field) for field in lacking),
        }
        yield Finds(_LINK, place_of(seen), seen.document.confidence, words) if lacking else Passes()
        yield from _old(case, seen)


def _old(case: Case, seen: Sighting) -> Iterator[Outcome]:
    old, item = read(seen, "old_value"), item_of(case)
    recorded = [typed(case.declared.old_value), *(read(proof, item) for proof in case.documents("registration_proof") if item)]
    known = [value for value in recorded if value is not None]
    if old is None or not known:
        return
    if any(_is_same(old, value) for value in known):
        yield Passes()
    else:
        words = {"here": old, "there": joined(known)}
        yield Finds(_OLD, old.place, certainty(old, *known), words)


def _is_same(old: Value, value: Value) -> bool:
    if old.text == value.text or compare_numbers(old, value) is Numbers.SAME:
        return True
    return compare_people(old.text, value.text) in (PersonNames.SAME, PersonNames.SPELLING)


CHECK = Check(run, Limits, rules=("D21",), reasons=(_LINK, _OLD))
