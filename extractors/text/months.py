"""Months as papers on contributions write them: 2024年5月, 202405, 2024-05, 2024.5."""

import re
from dataclasses import dataclass
from typing import Final

from extractors.text.dates import find_dates

_SEPARATED: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[-./]\s?(?P<month>1[0-2]|0?[1-9])(?![\d.\-/]|\s?[-./]\s?\d)月?"
)
_COMPACT: Final = re.compile(r"(?<![\dA-Za-z])(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?![\dA-Za-z])")
_MONTH_LENGTH: Final = 7


@dataclass(frozen=True, slots=True)
class MonthReading:
    """A month (``2024-05``) and where it stands in a text."""

    value: str
    start: int
    end: int


def find_months(text: str) -> tuple[MonthReading, ...]:
    """Every month in a folded text in the order they stand; of a whole date its month.

    >>> [month.value for month in find_months("自202103至2024年5月")]
    ['2021-03', '2024-05']
    """
    found = [
        MonthReading(date.value[:_MONTH_LENGTH], date.start, date.end)
        for date in find_dates(text)
        if date.valid and len(date.value) >= _MONTH_LENGTH
    ]
    for pattern in (_SEPARATED, _COMPACT):
        found += [MonthReading(f"{match['year']}-{int(match['month']):02}", *match.span()) for match in pattern.finditer(text)]
    kept: list[MonthReading] = []
    for month in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or month.start >= kept[-1].end:
            kept.append(month)
    return tuple(kept)
