"""The comparison of two people by name and number, with what a difference means (DOMAIN 8.4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.schema.identity import number_form
from validators.check import CannotTell, DoesNotApply, Finds, Outcome, Passes
from validators.finding import Place
from validators.known_characters import holds_unknown
from validators.names import UNREADABLE, PersonNames, compare_people, in_latin, is_personal, rare_character
from validators.numbers import Numbers, compare_numbers, nearly_same, sure_of_numbers
from validators.slips import Difference, reads_as, weigh
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
        close = numbers is Numbers.UNSURE and nearly_same(one.number, other.number)
        yield compare_names(one.name, other.name, reasons.name, Numbers.SAME if close else numbers)
    if numbers is Numbers.UNKNOWN and not (one.name and other.name):
        yield DoesNotApply()


def _of_numbers(relation: Numbers, one: Value, other: Value, reason: str) -> Outcome:
    words, place = {"here": one, "there": other}, _place(one, other)
    if relation is Numbers.DIFFERENT:
        return Finds(reason, place, sure_of_numbers(one, other), words)
    if relation is Numbers.UNSURE:
        others = number_form(one.text) or number_form(other.text)
        doubt = "foreign_number" if others else "misreading" if len(one.text) == len(other.text) else "bad_number"
        return CannotTell(reason, doubt, place, certainty(one, other), words)
    return Passes()


def compare_names(one: Value, other: Value, reason: str, numbers: Numbers = Numbers.UNKNOWN) -> Outcome:
    """Compare two people's names. ``numbers``: how the numbers that stand beside them relate.

    The same number forgives an unusual spelling, and makes any other difference a question: what is misread is the name. A
    different one takes away the benefit of the doubt.
    """
    relation = compare_people(one.text, other.text)
    if relation is PersonNames.SAME or (relation is PersonNames.SPELLING and numbers is Numbers.SAME and _unread(one, other)):
        return Passes()
    if relation is PersonNames.ONE_CHARACTER and numbers is not Numbers.DIFFERENT and _mistaken_for_common(one, other):
        return Passes()
    as_it_comes_back = reads_as(one.text, other.text) or reads_as(other.text, one.text)
    if as_it_comes_back and numbers is Numbers.SAME:
        return Passes()
    doubt = _doubt(relation, one, other, numbers)
    words, place, sure = {"here": one, "there": other}, _place(one, other), certainty(one, other)
    if doubt:
        return CannotTell(reason, doubt, place, sure, words)
    return Finds(reason, place, sure if numbers is Numbers.DIFFERENT else weigh(one, other, "person").sure, words)


def _doubt(relation: PersonNames, one: Value, other: Value, numbers: Numbers) -> str:
    """Why two names that are not written alike may be one person's; empty where they are two people's."""
    if holds_unknown(one.text) or holds_unknown(other.text):
        return "unknown_character"
    if relation is PersonNames.DIFFERENT and not (is_personal(one.text) and is_personal(other.text)):
        return "no_persons_name"
    if numbers is Numbers.DIFFERENT:
        return ""
    if relation is not PersonNames.DIFFERENT:
        return _NAME_DOUBTS[relation]
    if numbers is Numbers.SAME:
        return "same_number"
    return "misreading" if weigh(one, other, "person").difference is Difference.MISREAD else ""


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
