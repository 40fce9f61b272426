"""The lines for machines at the foot of passports, which carry check digits (ICAO 9303, two lines of 44 characters)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from extractors.text.identifiers import DIGIT_LOOKALIKES

_FILLERS: Final = str.maketrans({"«": "<<", "《": "<<", "〈": "<", "く": "<", "\u2039": "<", "⟨": "<"})
"""What the filler is read as."""
_UPPER: Final = re.compile(r"P[A-Z<](?P<state>[A-Z<]{3})(?P<name>[A-Z]+(?:<+[A-Z]+)*)<{2,}[A-Z<]*")
_LOWER: Final = re.compile(
    r"(?P<number>[A-Z0-9<]{9})(?P<n>[0-9OQDILSZBG<])(?P<nation>[A-Z<]{3})(?P<birth>[0-9OQDILSZBG]{6})(?P<b>[0-9OQDILSZBG])"
    r"(?P<sex>[MFX<])(?P<until>[0-9OQDILSZBG]{6})(?P<u>[0-9OQDILSZBG]).*"
)
_PERMIT: Final = re.compile(r"(?P<code>C[RTSD])[A-Z0-9<]{28,40}")
"""The first line on the back of exit and entry permits: CR of Hong Kong and Macao, CT of Taiwan, CS and CD of mainlanders."""
_LEAST_FILLERS: Final = 1
_SEXES: Final = {"M": "男", "F": "女"}


@dataclass(frozen=True, slots=True)
class MachineReadable:
    """What a passport's lines say: dates in ISO form, empty where their check digit does not fit.

    ``upper``, ``lower``: which lines they are. ``proven``: the number's check digit fits.
    """

    upper: int
    lower: int
    name: str
    number: str
    proven: bool
    nationality: str
    birth: str
    sex: str
    until: str


def read_mrz(lines: Sequence[str]) -> MachineReadable | None:
    """The passport's lines among some lines of text; None where there are none."""
    bare = [_bare(line) for line in lines]
    upper = next(((at, match) for at, line in enumerate(bare) if (match := _UPPER.fullmatch(line))), None)
    lower = next(((at, match) for at, line in enumerate(bare) if (match := _LOWER.fullmatch(line))), None)
    if upper is None or lower is None:
        return None
    told = lower[1]
    number = told["number"]
    proven = check_digit(number) == _digits(told["n"])
    until = _day(told["until"], told["u"], "20")
    return MachineReadable(
        upper=upper[0],
        lower=lower[0],
        name=_name(upper[1]["name"]),
        number=number.replace("<", ""),
        proven=proven,
        nationality=told["nation"].replace("<", ""),
        birth=_born(told["birth"], told["b"], until),
        sex=_SEXES.get(told["sex"], ""),
        until=until,
    )


def permit_code(line: str) -> str:
    """What kind of exit and entry permit a line for machines is of (CR, CT, CS, CD); empty for any other line."""
    bare = _bare(line)
    match = _PERMIT.fullmatch(bare)
    return match["code"] if match and bare.count("<") >= _LEAST_FILLERS and any(char.isdigit() for char in bare) else ""


def check_digit(text: str) -> str:
    """The check digit of a field (ICAO 9303 part 3, 4.9).

    >>> check_digit("L898902C3"), check_digit("740812")
    ('6', '2')
    """
    values = (0 if char == "<" else int(char) if char.isdigit() else ord(char) - ord("A") + 10 for char in text)
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)


def _bare(line: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", line.translate(_FILLERS)).upper())


def _digits(text: str) -> str:
    return text.translate(DIGIT_LOOKALIKES).replace("<", "0")


def _name(field: str) -> str:
    surname, _, given = field.partition("<<")
    return ", ".join(part.replace("<", " ").strip() for part in (surname, given) if part.strip("<"))


def _day(field: str, check: str, century: str) -> str:
    digits = _digits(field)
    text = f"{century}{digits[:2]}-{digits[2:4]}-{digits[4:]}"
    try:
        return date.fromisoformat(text).isoformat() if check_digit(digits) == _digits(check) else ""
    except ValueError:
        return ""


def _born(field: str, check: str, until: str) -> str:
    """A date of birth: of this century only where the passport ends later than that."""
    here = _day(field, check, "20")
    return here if here and until and here < until else _day(field, check, "19")
