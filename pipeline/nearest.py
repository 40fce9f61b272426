"""What somebody meant who misspelt a name."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from rapidfuzz import fuzz

from pipeline.masking import mask_id_numbers, printable

NEAR_FROM: Final = 60.0
"""Likeness (0..100, rapidfuzz's ratio) from which a name is worth proposing: seperationDay and separation_date have 76."""
_MOST_NAMED: Final = 3
_LONGEST_SHOWN: Final = 64
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_LETTER: Final = re.compile(r"[\W_]+")


def shown(name: str) -> str:
    """Return a name that somebody else chose, as it can stand in one line of an error."""
    text = mask_id_numbers(printable(name))
    return repr(text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…")


def hint(name: str, valid: Iterable[str], also: Mapping[str, str] | None = None) -> str:
    """Return the valid names that are nearest to one that is not, as the end of a sentence; where none is near, all of them.

    ``also``: other words for the valid names, such as their Chinese ones.

    >>> hint("employe_name", ("employee_name", "employer_name", "uscc"))
    '(did you mean employee_name or employer_name?)'
    >>> hint("employerName", ("employee_name", "employer_name", "uscc"))
    '(did you mean employer_name?)'
    """
    names = tuple(valid)
    near = _nearest(name, names, also or {})
    return f"(did you mean {' or '.join(near)}?)" if near else f"(known: {', '.join(names)})"


def _nearest(name: str, names: tuple[str, ...], also: Mapping[str, str]) -> tuple[str, ...]:
    if name.strip() in also:
        return (also[name.strip()],)
    likeness = {one: fuzz.ratio(_plain(name), _plain(one)) for one in names}
    best = max(likeness.values(), default=0.0)
    return tuple(one for one in names if likeness[one] == best)[:_MOST_NAMED] if best >= NEAR_FROM else ()


def _plain(name: str) -> str:
    """A name in one spelling: employerName, Employer-Name and employer_name are one."""
    return _NO_LETTER.sub("_", _CAMEL.sub("_", name)).strip("_").lower()
