"""The comparison of two people by name and number, with what a difference means (DOMAIN 8.4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.schema.identity import number_form
from validators.check import CannotTell, DoesNotApply, Finds, Outcome, Passes
from validators.finding import Place
from validators.names import UNREADABLE, PersonNames, compare_people, in_latin, is_personal, rare_character
from validators.numbers import Numbers, compare_numbers
from validators.values import Value, certainty


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one paper, or the applicant, names them."""

    name: Value | None
    number: Value | None = None


@dataclass(frozen=True, slots=True)
class Differences:
    """The reasons to give where the names or the numbers differ; a check may use one for both."""

    name: str
    number: str


_NAME_DOUBTS = {
    PersonNames.SPELLING: "other_spelling",
    PersonNames.PART: "partial_name",
    PersonNames.ONE_CHARACTER: "misreading",
    PersonNames.OTHER_SCRIPT: "other_spelling",
}


def compare(one: Person, other: Person, reasons: Differences) -> Iterator[Outcome]:
    """Compare numbers, then names. The finding's place is the first's, or the second's where the first was typed."""
    numbers = compare_numbers(one.number, other.number)
    if one.number and other.number:
        yield _of_numbers(numbers, one.number, other.number, reasons.number)
    if one.name and other.name:
        yield _of_names(numbers, one.name, other.name, reasons.name)
    if numbers is Numbers.UNKNOWN and not (one.name and other.name):
        yield DoesNotApply()


def _of_numbers(relation: Numbers, one: Value, other: Value, reason: str) -> Outcome:
    words, place, sure = {"here": one.text, "there": other.text}, _place(one, other), certainty(one, other)
    if relation is Numbers.DIFFERENT:
        return Finds(reason, place, sure, words)
    if relation is Numbers.UNSURE:
        others = number_form(one.text) or number_form(other.text)
        doubt = "foreign_number" if others else "misreading" if len(one.text) == len(other.text) else "bad_number"
        return CannotTell(reason, doubt, place, sure, words)
    return Passes()


def _of_names(numbers: Numbers, one: Value, other: Value, reason: str) -> Outcome:
    """The same number forgives an unusual spelling; a different one takes away the benefit of the doubt."""
    relation = compare_people(one.text, other.text)
    if relation is PersonNames.SAME or (relation is PersonNames.SPELLING and numbers is Numbers.SAME and _unread(one, other)):
        return Passes()
    if relation is PersonNames.ONE_CHARACTER and numbers is not Numbers.DIFFERENT and _mistaken_for_common(one, other):
        return Passes()
    words, place, sure = {"here": one.text, "there": other.text}, _place(one, other), certainty(one, other)
    if not (is_personal(one.text) and is_personal(other.text)) and relation is PersonNames.DIFFERENT:
        return CannotTell(reason, "no_persons_name", place, sure, words)
    if relation is PersonNames.DIFFERENT or numbers is Numbers.DIFFERENT:
        return Finds(reason, place, sure, words)
    return CannotTell(reason, _NAME_DOUBTS[relation], place, sure, words)


def _unread(one: Value, other: Value) -> bool:
    """Whether the spelling differs only where OCR met a character that it does not know, or in the order of Latin words."""
    return bool(set(one.text + other.text) & UNREADABLE) or (in_latin(one.text) and in_latin(other.text))


def _mistaken_for_common(one: Value, other: Value) -> bool:
    """Whether one name has a rare character where the other, read by OCR, has one in use: what it takes those for.

    Two people with names alike but for that are not on the papers of one packet (DOMAIN 8.4, rare characters).
    """
    return any(rare_character(here.text, there.text) and there.place.file for here, there in ((one, other), (other, one)))


def _place(one: Value, other: Value) -> Place:
    return one.place if one.place.file else other.place
