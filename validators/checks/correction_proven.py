"""Corrections that the papers do not bear out."""

from extractors.schema import kind_of
from validators.cards import sort_cards
from validators.case import Case, Sighting
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.corrections import PROOFS, item_of, new_value, proven_values
from validators.expected import stands_on
from validators.names import PersonNames, compare_people
from validators.numbers import Numbers, compare_numbers
from validators.values import Value, certainty, joined

_REASON = "field.unproven_change"


def run(case: Case, limits: Limits) -> Outcomes:
    """What the registration is to be corrected to stands in the household register or on the police's paper

    The new value is what was typed, or else the card's. Sent back only where the papers surely say something else; a value
    that was not read, or is a character off, goes to a person. A paper may record several changes: this one may be the second.
    That there is no such paper at all is told elsewhere.
    Source: DOMAIN 8.2 X42, 9 A6.
    """
    if not any(True for kind in PROOFS for _ in case.documents(kind)):
        yield DoesNotApply()
        return
    card = sort_cards(case, limits.requirements).of["employee"]
    wanted, proven = new_value(case, card.front), tuple(proven_values(case))
    if wanted is None:
        yield DoesNotApply()
    elif not proven:
        yield CannotTell(_REASON, "not_seen", words={"here": wanted, "there": "（未读到）"})
    elif any(_says_too(seen, item_of(case), wanted) for kind in PROOFS for seen in case.documents(kind)):
        yield Passes()
    else:
        yield _judge(item_of(case), wanted, proven)


def _says_too(seen: Sighting, item: str, wanted: Value) -> bool:
    """Whether a paper that records several changes says this one as well (号码 and 出生日期 in one sentence)."""
    return bool(item) and stands_on(seen.file, seen.document, kind_of("household_register", item), wanted.text)


def _judge(item: str, wanted: Value, proven: tuple[Value, ...]) -> Outcome:
    if any(value.text == wanted.text for value in proven):
        return Passes()
    words = {"here": wanted, "there": joined(proven)}
    place, sure = proven[0].place, certainty(wanted, *proven)
    if item and all(_is_other(item, wanted, value) for value in proven):
        return Finds(_REASON, place, sure, words)
    return CannotTell(_REASON, "misreading", place, sure, words)


def _is_other(item: str, wanted: Value, value: Value) -> bool:
    """Whether two values of a field surely differ, and are not one value misread."""
    if item == "id_number":
        return compare_numbers(wanted, value) is Numbers.DIFFERENT
    if item == "name":
        return compare_people(wanted.text, value.text) is PersonNames.DIFFERENT
    return item == "birth" and wanted.day is not None and value.day is not None


CHECK = Check(run, Limits, rules=("X42",), reasons=(_REASON,))
