"""Months as numbers that can be compared: contributions are counted by the month."""

import re
from typing import Final

_MONTH: Final = re.compile(r"(\d{4})-(\d{2})(?:-\d{2})?")
_MONTHS_A_YEAR: Final = 12


def month_of(text: str) -> int | None:
    """Months since the year 0 of an ISO month or day; None for anything else.

    >>> month_of("2024-06") - month_of("2023-12-31"), month_of("2024-13")
    (6, None)
    """
    found = _MONTH.fullmatch(text)
    if found is None or not 1 <= int(found[2]) <= _MONTHS_A_YEAR:
        return None
    return int(found[1]) * _MONTHS_A_YEAR + int(found[2]) - 1
