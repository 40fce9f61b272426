"""How long a letter of authorisation runs where it names no last day: 有效期30天, 自签署之日起三个月内有效 (DOMAIN 4)."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from extractors.documents.authorization_patterns import LASTS
from extractors.documents.body import Found
from extractors.documents.sentences import Sentences
from extractors.text.numerals import read_small_number

_MONTHS: Final = {"月": 1, "年": 12}


def lasts_until(sentences: Sentences, issued: Found | None) -> Found | None:
    """The last day of a letter that says how long it runs; None where it does not, or bears no day of the calendar."""
    try:
        day = date.fromisoformat(issued.value) if issued is not None else None
    except ValueError:
        return None
    return next(_counted(sentences, day), None) if day is not None else None


def _counted(sentences: Sentences, day: date) -> Iterator[Found]:
    for match in sentences.search(LASTS):
        last = _after(day, int(match["n"]) if match["n"].isdigit() else read_small_number(match["n"]), match["u"])
        if last is not None:
            yield Found(last.isoformat(), sentences.passage, sentences.span(*match.span())).doubted("elsewhere")


def _after(day: date, count: int | None, unit: str) -> date | None:
    if not count:
        return None
    if unit[-1] not in _MONTHS:
        return day + timedelta(days=count)
    month = day.month - 1 + count * _MONTHS[unit[-1]]
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
