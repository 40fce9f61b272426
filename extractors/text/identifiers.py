"""Numbers that carry their own proof: credit codes, organisation codes, registration numbers, ID numbers.

Each ``read_*`` takes one candidate string, as it was read or typed, and returns its normal form with what its checksum says;
None where it cannot be such a number at all. Each ``find_*`` looks for candidates inside a line. A look-alike is replaced
only as the repair rule allows (DOMAIN 1.3), and a repaired value always says so.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

USCC_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters of a credit code and their values 0..30: no I, O, S, V, Z (GB 32100-2015)."""
ORGANISATION_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The 36 characters of an organisation code (GB 11714-1997), which also values positions 9 to 17 of a credit code."""
USCC_WEIGHTS: Final = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
ORGANISATION_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
ID_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ID_CHECK_DIGITS: Final = "10X98765432"

USCC_LENGTH: Final = 18
ID_LENGTH: Final = 18
REGISTRATION_LENGTH: Final = 15
USCC_SHAPE: Final = re.compile(r"(?:[1-9]\d|[AN]\d|Y1)\d{6}[0-9A-HJ-NP-RTUWXY]{10}")
"""Authority, kind of body (letters only in A1, N1-N3, N9, Y1), six digits of region, organisation code, check character."""

ILLEGAL_IN_USCC: Final = str.maketrans("OISZV", "0152U")
"""Letters that a credit code never holds, and what was printed where one is read."""
DIGIT_LOOKALIKES: Final = str.maketrans("OQDIL|SZBG", "0001115286")
"""Letters read in a place where only digits stand, and a pen's 1 read as a rule."""
USCC_SWAPS: Final = {"8": "B", "B": "8"}
"""The one pair of look-alikes that are both legal in a credit code (DOMAIN 1.3)."""

_X_VARIANTS: Final = str.maketrans(dict.fromkeys("\u2169\u2179\u0425\u0445\u00d7\u2715", "X"))
"""Roman ten, Cyrillic Ha, and crosses, upper and lower: what is typed or read for the check character X."""
_NOT_IN_CODES: Final = re.compile("[\\s\\-\u2010-\u2015\u2212_·.:,']")
_RUN: Final = re.compile(r"[0-9A-Z]+")


@dataclass(frozen=True, slots=True)
class CodeReading:
    """A number in its normal form.

    ``valid``: every checksum (and the calendar) passes. ``repaired``: look-alikes were replaced.
    """

    value: str
    valid: bool
    repaired: bool = False


def fold_code(text: str) -> str:
    """Fold widths and variants of X, drop spaces, dashes and dots, and raise to upper case."""
    folded = unicodedata.normalize("NFKC", text.translate(_X_VARIANTS))
    return _NOT_IN_CODES.sub("", folded).upper()


def organisation_check(body: str) -> str:
    """The check character of an organisation code's eight characters (GB 11714-1997).

    >>> organisation_check("PDY00001")
    'X'
    """
    total = sum(ORGANISATION_ALPHABET.index(char) * weight for char, weight in zip(body, ORGANISATION_WEIGHTS, strict=True))
    return "0123456789X0"[11 - total % 11]


def uscc_check(body: str) -> str:
    """The check character of a credit code's first 17 characters (GB 32100-2015).

    >>> uscc_check("91110105PDY00001X")
    'G'
    """
    total = sum(USCC_ALPHABET.index(char) * weight for char, weight in zip(body, USCC_WEIGHTS, strict=True))
    return USCC_ALPHABET[(31 - total % 31) % 31]


def registration_check(body: str) -> str:
    """The check digit of a registration number's 14 digits (GS 15-2006, ISO 7064 MOD 11,10).

    >>> registration_check("11019900000001")
    '1'
    """
    product = 10
    for digit in body:
        product = (((int(digit) + product) % 10) or 10) * 2 % 11
    return str((11 - product) % 10)


def id_check(body: str) -> str:
    """The check digit of an ID number's first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2).

    >>> id_check("11019919900307011")
    '3'
    """
    return ID_CHECK_DIGITS[sum(int(digit) * weight for digit, weight in zip(body, ID_WEIGHTS, strict=True)) % 11]


def read_organisation_code(text: str) -> CodeReading | None:
    """Read a nine-character organisation code, with or without its hyphen."""
    code = fold_code(text)
    if not re.fullmatch(r"[0-9A-Z]{8}[0-9X]", code):
        return None
    return CodeReading(code, organisation_check(code[:8]) == code[8])


def read_uscc(text: str) -> CodeReading | None:
    """Read an 18-character credit code: valid when both its own and the inner organisation code's check characters fit."""
    code = fold_code(text)
    if len(code) != USCC_LENGTH or not code.isascii() or not code.isalnum():
        return None
    legal = code.translate(ILLEGAL_IN_USCC)
    legal = legal[:2] + legal[2:8].translate(DIGIT_LOOKALIKES) + legal[8:]
    if not USCC_SHAPE.fullmatch(legal):
        return None
    if _uscc_fits(legal):
        return CodeReading(legal, True, legal != code)
    fitting = [swapped for swapped in _swapped(legal) if _uscc_fits(swapped)]
    if len(fitting) == 1:
        return CodeReading(fitting[0], True, True)
    return CodeReading(legal, False, legal != code)


def read_registration_number(text: str) -> CodeReading | None:
    """Read a 15-digit registration number of the years before 2015."""
    return _read_digits(text, re.compile(r"\d{15}"), lambda digits: registration_check(digits[:14]) == digits[14])


def read_id_number(text: str) -> CodeReading | None:
    """Read an 18-character ID number: valid when its check digit fits and its birth date exists. Any county is let through."""
    return _read_digits(
        text, re.compile(r"\d{17}[\dX]"), lambda number: id_check(number[:17]) == number[17] and birth_of(number) is not None
    )


def birth_of(id_number: str) -> date | None:
    """The birth date that an 18-character ID number holds; None where the calendar has no such day."""
    try:
        return date(int(id_number[6:10]), int(id_number[10:12]), int(id_number[12:14]))
    except ValueError:
        return None


def sex_of(id_number: str) -> Literal["男", "女"]:
    """The sex that an 18-character ID number holds: its 17th digit is odd for men."""
    return "男" if int(id_number[16]) % 2 else "女"


def find_uscc(text: str) -> CodeReading | None:
    """The credit code in a line; a valid one before one that is not."""
    return _best(text, USCC_LENGTH, read_uscc)


def find_registration_number(text: str) -> CodeReading | None:
    """The 15-digit registration number in a line; a valid one before one that is not."""
    return _best(text, REGISTRATION_LENGTH, read_registration_number)


def find_id_number(text: str) -> CodeReading | None:
    """The 18-character ID number in a line; a valid one before one that is not."""
    return _best(text, ID_LENGTH, read_id_number)


def _uscc_fits(code: str) -> bool:
    return uscc_check(code[:17]) == code[17] and organisation_check(code[8:16]) == code[16]


def _swapped(code: str) -> Iterator[str]:
    """Every code that differs by one legal look-alike."""
    for index, char in enumerate(code):
        if char in USCC_SWAPS:
            yield code[:index] + USCC_SWAPS[char] + code[index + 1 :]


def _read_digits(text: str, shape: re.Pattern[str], fits: Callable[[str], bool]) -> CodeReading | None:
    code = fold_code(text)
    digits = code if shape.fullmatch(code) else code.translate(DIGIT_LOOKALIKES)
    if not digits.isascii() or not shape.fullmatch(digits):
        return None
    return CodeReading(digits, fits(digits), digits != code)


def _best(text: str, length: int, read: Callable[[str], CodeReading | None]) -> CodeReading | None:
    """Only runs of exactly ``length`` characters are numbers of that length: a longer one is some other number.

    Words apart are looked at as they stand and joined, since a number may be printed in groups.
    """
    words = [fold_code(word) for word in text.split()]
    runs = [run for part in (*words, fold_code(text)) for run in _RUN.findall(part) if len(run) == length]
    readings = [reading for reading in map(read, runs) if reading is not None]
    return min(readings, key=lambda reading: (not reading.valid, reading.repaired), default=None)
