"""ID numbers as checks compare them (DOMAIN 2.1): is it possible, and is it the same as another?"""

import re
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Final

from rapidfuzz.distance import Levenshtein

from extractors.schema.identity import number_form
from validators.slips import Difference, Weighed, weigh
from validators.values import Value, certainty

LENGTH: Final = 18
OLD_LENGTH: Final = 15
"""Digits of numbers given before 1999: no century in the birth date, no check digit."""

SURELY_ANOTHER_FROM: Final = 4
"""Differing characters from which even a number that fails its checksum may be another number and not a misread one."""

SURELY_ANOTHER_VALID_FROM: Final = 3
"""The same for a number with a fitting check digit, which one in eleven with two digits misread has, and none with one."""

_LOST_AT_MOST: Final = 2
"""Characters that may be missing from a number read in part."""
_SHAPE: Final = re.compile(r"\d{17}[\dX]")
_ATTEMPT: Final = re.compile(r"\d{12,20}[\dX]?")
_BIRTH: Final = slice(6, 14)
_SEX_DIGIT: Final = 16


class Numbers(Enum):
    """How two ID numbers relate."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    """They differ, but one of them may be misread."""
    UNKNOWN = "unknown"
    """One of them is not there."""


def compare_numbers(one: Value | None, other: Value | None) -> Numbers:
    """Compare two ID numbers; where one is masked, only the digits to be seen."""
    if one is None or other is None:
        return Numbers.UNKNOWN
    if one.text == other.text:
        return Numbers.SAME
    forms = number_form(one.text), number_form(other.text)
    if any(forms) or len(one.text) != len(other.text):
        return _of_other_papers(*forms)
    here, there = _to_be_seen(one, other)
    if here.text == there.text:
        return Numbers.SAME
    return Numbers.DIFFERENT if _weighed(here, there).difference is Difference.ANOTHER else Numbers.UNSURE


def sure_of_numbers(one: Value, other: Value) -> float:
    """How sure (0..1) it is that two numbers of one length that differ are two; the renewals of a permit do not count."""
    return _weighed(*_to_be_seen(_without_renewals(one), _without_renewals(other))).sure


def _without_renewals(value: Value) -> Value:
    form = number_form(value.text)
    return replace(value, text=form[1]) if form else value


def nearly_same(one: Value | None, other: Value | None) -> bool:
    """Whether so little tells two numbers apart that they are one person's, whatever else was misread there."""
    return one is not None and other is not None and Levenshtein.distance(one.text, other.text) <= _LOST_AT_MOST


def _to_be_seen(one: Value, other: Value) -> tuple[Value, Value]:
    """Both without the places that asterisks cover in either."""
    seen = [at for at, pair in enumerate(zip(one.text, other.text, strict=True)) if "*" not in pair]
    here, there = (replace(value, text="".join(value.text[at] for at in seen)) for value in (one, other))
    return here, there


def _weighed(one: Value, other: Value) -> Weighed:
    valid = is_possible(one.text) and is_possible(other.text) if len(one.text) == LENGTH else None
    found = weigh(one, other, "number", valid=valid)
    differing = sum(a != b for a, b in zip(one.text, other.text, strict=True))
    surely = valid is None or differing >= (SURELY_ANOTHER_VALID_FROM if valid else SURELY_ANOTHER_FROM)
    return found if surely or found.difference is Difference.MISREAD else Weighed(Difference.OPEN, certainty(one, other))


def compare_codes(one: Value, other: Value) -> Weighed:
    """Weigh the difference between two credit codes."""
    return weigh(one, other, "number", valid=is_possible_code(one.text) and is_possible_code(other.text))


def _of_other_papers(one: tuple[str, str] | None, other: tuple[str, str] | None) -> Numbers:
    """Compare the numbers of a permit or a passport, which have no check digit; those of two papers tell nothing.

    A permit's number is its holder's for ever, a passport's only until the next one. That a permit was renewed is counted
    behind its number (H03123456 02), and is no part of it.
    """
    if one is None or other is None or one[0] != other[0]:
        return Numbers.UNSURE
    if one[1] == other[1]:
        return Numbers.SAME
    differing = sum(a != b for a, b in zip(one[1], other[1], strict=False))
    lasting = one[0] in _FOR_LIFE and len(one[1]) == len(other[1])
    return Numbers.DIFFERENT if lasting and differing >= SURELY_ANOTHER_FROM else Numbers.UNSURE


_FOR_LIFE: Final = frozenset({"hk_macao_permit", "taiwan_permit"})


def agrees_in_part(raw: str, number: str) -> bool:
    """Whether what could be read of a number, in its order, is the other's, a character or two missing.

    Two digits that a pen ran into one are read as one; to find 16 digits of another's number in this one by chance is out of
    the question.

    >>> agrees_in_part("4509919890|258250", "450199198901258250")
    True
    """
    seen = re.sub(r"\s", "", raw).upper().replace("|", "1")
    if not LENGTH - _LOST_AT_MOST <= len(seen) < LENGTH or len(number) != LENGTH:
        return False
    rest = iter(number)
    return all(char in rest for char in seen)


def is_possible(number: str) -> bool:
    """Whether it has 18 characters, a fitting check digit and a birth date that exists. The region may be any.

    >>> is_possible("110199199003070113"), is_possible("110199199003070114"), is_possible("110199199002300116")
    (True, False, False)
    """
    return bool(_SHAPE.fullmatch(number)) and birth_of(number) is not None and _checks_out(number)


def _checks_out(number: str) -> bool:
    """ISO 7064 MOD 11-2: the digits, each doubled as often as others follow, leave 1 (GB 11643-1999)."""
    return sum((10 if char == "X" else int(char)) << place for place, char in enumerate(reversed(number))) % 11 == 1


def is_possible_code(code: str) -> bool:
    """Whether it has a credit code's 18 characters, of which the last fits the others (GB 32100-2015).

    >>> is_possible_code("91110105PDY00001XG"), is_possible_code("91110105PDY00001XH")
    (True, False)
    """
    if not _CODE_SHAPE.fullmatch(code):
        return False
    total = sum(_CODE_SIGNS.index(char) * pow(3, place, _CODE_BASE) for place, char in enumerate(code[:-1]))
    return _CODE_SIGNS[-total % _CODE_BASE] == code[-1]


_CODE_SIGNS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_BASE: Final = len(_CODE_SIGNS)
_CODE_SHAPE: Final = re.compile(rf"[{_CODE_SIGNS}]{{18}}")


def is_attempt(number: str) -> bool:
    """Whether it looks like an ID number at all, rather than a passport's or a permit's."""
    return bool(_ATTEMPT.fullmatch(number))


def birth_of(number: str) -> date | None:
    """The birth date inside an 18-character number; None where there is no such day."""
    digits = number[_BIRTH]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def sex_of(number: str) -> str:
    """男 or 女 by the 17th digit; empty for anything that has none."""
    digit = number[_SEX_DIGIT : _SEX_DIGIT + 1]
    return ("女", "男")[int(digit) % 2] if digit.isdecimal() else ""
