"""What of a value may be repeated to the applicant: what was read for certain, in the form that people write it."""

import unicodedata
from collections.abc import Mapping
from typing import Final

from validators.names import UNREADABLE
from validators.values import Value

Words = Mapping[str, str | Value]
"""What fills a text: names of things as they are called, and values, which are repeated only where they are certain."""

LONGEST_NAME_CHARS: Final = 40
"""Firms' names have up to 30 characters; beyond this, several lines were read as one."""
TAIL_CHARS: Final = 4
"""Of a number only its last characters are said: enough to tell which one is meant, and nobody's number whole."""
MOST_DIGITS: Final = 5
"""Digits of a name (第二分公司3号店); with more it is a number, which is never said whole."""
_MARKS: Final = frozenset("·()&'-.、 ")
_DAY: Final = "day"
_TAIL: Final = "tail"


def text_of(word: str | Value) -> str:
    """A word as it is compared: a name, or what a value says, however certain it is."""
    return word if isinstance(word, str) else word.text


class UnsayableError(ValueError):
    """A text asks for a word that may not be said."""


class Word:
    """A value in a text for the applicant: ``{here}`` a name, ``{here:day}`` a day, ``{here:tail}`` the end of a number.

    ``certain_from``: confidence (0..1) from which a reading is what stands there. One below it, one with a failed checksum and
    one that may answer another question of the paper are never repeated: garbled names are nobody's.
    """

    def __init__(self, value: Value, certain_from: float, day_format: str) -> None:
        self._value = value
        self._certain_from = certain_from
        self._day_format = day_format

    def __format__(self, form: str) -> str:
        """The value in a form.

        Raises:
            UnsayableError: it is not certain, or none of that form.
        """
        value = self._value
        if value.confidence < self._certain_from or value.misplaced or value.masked or not value.sound:
            raise UnsayableError
        shown = {_DAY: self._as_day, _TAIL: self._as_tail}.get(form, self._as_name)()
        if not shown:
            raise UnsayableError
        return shown

    def _as_day(self) -> str:
        day = self._value.day
        return self._day_format.format(year=day.year, month=day.month, day=day.day) if day else ""

    def _as_tail(self) -> str:
        text = self._value.text
        plain = text.isascii() and text.isalnum() and sum(map(str.isdigit, text)) > MOST_DIGITS
        return text[-TAIL_CHARS:] if plain else ""

    def _as_name(self) -> str:
        text = self._value.text
        digits = sum(map(str.isdigit, text))
        return text if len(text) <= LONGEST_NAME_CHARS and digits <= MOST_DIGITS and all(map(_is_of_a_name, text)) else ""


def _is_of_a_name(char: str) -> bool:
    return char not in UNREADABLE and (char in _MARKS or unicodedata.category(char)[0] in "LN")
