"""Dates as people write them on papers, to ISO (every form of DOMAIN 3.6).

Texts given to the ``find_*`` functions are folded already (:func:`extractors.text.fold.fold`), so that offsets stay true.

What is not a clean date is told apart, never guessed: a form left empty is *blank* (``年  月  日``, ``20__年__月__日`` or
``××××年××月××日``), a date that lacks a part is *incomplete* (``2024年3月  日`` -> ``2024-03``), and a date that no calendar
holds keeps its ISO-like text with ``valid`` False (``2月30日`` -> ``2024-02-30``, a year of three digits -> ``204-03-05``): a
check that parses the value finds it out. A year of two digits is one of the century in which such papers are written
(``24年3月5号`` -> ``2024-03-05``): what was lost before it can only have been that century.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from extractors.text.fold import fold
from extractors.text.numerals import NUMERAL_CHARS, read_small_number, read_year

OPEN_END: Final = "长期"
"""The value of an end that is not a date."""
_FULL_YEAR: Final = 4
"""Digits of a year."""
_SHORT_YEAR: Final = 2
_CENTURY: Final = "20"
_CENTURY_BEFORE: Final = "19"
_LAST_SHORT_YEAR: Final = 49
"""Years of two digits up to this are of this century: contracts run for decades, nobody who works was born before 1950."""
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2100
"""Years outside this range are misread: nobody's birth, contract or card lies there."""
_MONTHS_A_YEAR: Final = 12
_PREPRINTED: Final = ("20", "19", "202", "203", "2")
"""What a form prints of the year before somebody fills it in."""

_N: Final = re.escape(NUMERAL_CHARS)
_GAP: Final = r"\s_"
_BLANK: Final = r"\s_×xX*.·/\\\-—–"
_SLOT: Final = f"[{_N}{_BLANK}]"
_ZERO_LOST: Final = re.compile("二[一二三][〇○O0零一二三四五六七八九]")
"""A year of this century in Chinese numerals whose small circle was not read: 二二四年 is 二〇二四年."""
_STROKE_ASTRAY: Final = re.compile("[一三][〇○O0零][〇○O0零一二三四五六七八九]{2}")
"""A year whose 二 gained a stroke from a seal's rim or lost one under it: 三零二五年 is 二零二五年, there is no other."""
_SPECKED_YEAR: Final = re.compile(r"(?<![\d.·])(?:2[.·]?0|1[.·]?9)[.·]?\d[.·]?\d$")
"""A year whose four digits a speck or a pen's stroke parts: 202.5年."""
_LUNAR: Final = re.compile(r"(?:农历|阴历|夏历)$")

_WRITTEN: Final = re.compile(
    rf"(?P<year>{_SLOT}{{0,14}})年(?P<month>{_SLOT}{{0,10}})月"
    rf"(?:(?P<day>{_SLOT}{{0,10}})(?P<mark>[日号曰])|\s?(?P<bare>\d{{1,2}})(?![\d年月.\-/个]))?"
)
_SEPARATED: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[-./·、—–,]\s?(?P<month>\d{1,2})\s?[-./·、—–,]\s?(?P<day>\d\d(?=\d\d:\d\d)|\d{1,2}(?!\d))日?"
)
"""A comma is a point misread, or another's habit: such a date is doubtful."""
_COMPACT: Final = re.compile(
    r"(?<![\dA-Za-z])(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\dA-Za-z])"
)
_YEAR_SIGN_LOST: Final = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?(?P<month>1[0-2]|0?[1-9])月(?P<day>\d{1,2})日")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_NAMES: Final = "|".join(f"{name}|sept|{name[:3]}" if name == "september" else f"{name}|{name[:3]}" for name in _MONTHS)
_ENGLISH: Final = re.compile(
    r"(?<![A-Za-z])(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s\-.]{0,2})?"
    rf"(?P<month>{_MONTH_NAMES})(?![a-z])\.?[\s\-]{{0,2}}"
    r"(?P<later>\d{1,2}(?:st|nd|rd|th)?(?!\d))?[\s,.\-]{0,3}(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
"""March 3, 2023 and 3 March 2023; what stands without a day is none."""
_DAY_FIRST: Final = re.compile(r"(?<![\d/.])(?P<one>\d{1,2})[/.](?P<other>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?![\d/.])")
"""17/02/2025 or 02/17/2025: a date only where one number can be no month."""
_SHORT: Final = re.compile(
    r"(?<![^\s:(~—–至到自_])(?P<year>[0-4]\d)(?P<sign>[-./])(?P<month>1[0-2]|0?[1-9])(?P=sign)(?P<day>[12]\d|3[01]|0?[1-9])日?"
    r"(?![^\s),;。~—–至到起止_])"
)
"""25-08-04 and 25.8.4, standing by themselves: the year is one of this century's first half. With strokes (10/12/24) somebody
may have begun with the day: such a date is doubtful."""
_MONTH_ONLY: Final = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[-./]\s?(?P<month>0?[1-9]|1[0-2])")
_EMPTY_FORM: Final = re.compile(r"(?:19|20)?[\s_×xX*]*[-./][\s_×xX*]*[-./][\s_×xX*]*")

_TO: Final = re.compile(r"[\s,、()起始开日]*[至到~—–―\-一][\s至到~—–―\-一]*自?")
"""What stands between the two dates of a period; OCR reads a long dash as 一."""
_TO_OPEN: Final = re.compile(rf"{_TO.pattern}\s*(长期(?:有效)?)")


@dataclass(frozen=True, slots=True)
class DateReading:
    """One date in a text. ``start`` and ``end`` are offsets; ``doubtful``: its shape smells of a misread stroke."""

    value: str
    state: Literal["read", "blank", "incomplete"]
    raw: str
    start: int
    end: int
    valid: bool = True
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A date, and the date or 长期 up to which it runs."""

    first: DateReading
    last: DateReading


def find_dates(text: str) -> tuple[DateReading, ...]:
    """Every date in a folded text, blank forms included, in the order they stand."""
    found = [_written(text, match) for match in _WRITTEN.finditer(text)]
    found += [
        _digits(match, doubtful="," in match[0]) for pattern in (_SEPARATED, _COMPACT) for match in pattern.finditer(text)
    ]
    found += [_digits(match, doubtful=match["sign"] == "/") for match in _SHORT.finditer(text)]
    found += [_digits(match, doubtful=True) for match in _YEAR_SIGN_LOST.finditer(text)]
    found += [_english(match) for match in _ENGLISH.finditer(text)]
    found += [_day_first(match) for match in _DAY_FIRST.finditer(text)]
    kept: list[DateReading] = []
    for reading in sorted((item for item in found if item is not None), key=lambda item: (item.start, -item.end)):
        if not kept or reading.start >= kept[-1].end:
            kept.append(reading)
    return tuple(kept)


def parse_date(text: str) -> DateReading | None:
    """The date that a cell or a value holds; None where there is none. Offsets are those of the folded text.

    A cell may hold less than a sentence must: ``2024-03`` and ``____/__/__`` count here.

    >>> parse_date("贰零贰肆年叁月伍日").value
    '2024-03-05'
    """
    folded = fold(text)
    dates = find_dates(folded)
    if dates:
        return dates[0]
    stripped = folded.strip()
    month = _MONTH_ONLY.fullmatch(stripped)
    if month:
        return _reading(month["year"], month["month"], "", folded, (0, len(folded)))
    if len(stripped) > 1 and _EMPTY_FORM.fullmatch(stripped):
        return DateReading("", "blank", folded, 0, len(folded))
    return None


def find_periods(text: str) -> tuple[Period, ...]:
    """Every period in a folded text: 自A起至B止, A至B, A-B, A-长期."""
    dates = find_dates(text)
    periods: list[Period] = []
    for index, first in enumerate(dates):
        open_end = _TO_OPEN.match(text, first.end)
        if open_end:
            start, end = open_end.span(1)
            periods.append(Period(first, DateReading(OPEN_END, "read", text[start:end], start, end)))
        elif index + 1 < len(dates) and _TO.fullmatch(text[first.end : dates[index + 1].start]):
            periods.append(Period(first, dates[index + 1]))
    return tuple(periods)


def _digits(match: re.Match[str], doubtful: bool = False) -> DateReading:
    reading = _reading(match["year"], match["month"], match["day"], match[0], match.span())
    return replace(reading, doubtful=doubtful)


def _english(match: re.Match[str]) -> DateReading | None:
    day = match["later"] or match["day"]
    if not day:
        return None
    month = next(number for number, name in enumerate(_MONTHS, start=1) if name.startswith(match["month"].lower()[:3]))
    return _reading(match["year"], str(month), re.sub(r"\D", "", day), match[0], match.span())


def _day_first(match: re.Match[str]) -> DateReading | None:
    one, other = int(match["one"]), int(match["other"])
    if min(one, other) > _MONTHS_A_YEAR or (one != other and max(one, other) <= _MONTHS_A_YEAR):
        return None
    month, day = sorted((one, other))
    return _reading(match["year"], str(month), str(day), match[0], match.span())


def _written(text: str, match: re.Match[str]) -> DateReading | None:
    """A date with 年 and 月; None where the words stand for something else (三年零六个月, 今年3月5日)."""
    specked = _SPECKED_YEAR.search(match["year"])
    year_at = specked.start() if specked else _year_start(match["year"])
    written_year = re.sub(f"[{_BLANK}]", "", match["year"][year_at:])
    year = read_year(written_year)
    month, day = _slot(match["month"]), _slot(match["day"] or match["bare"] or "")
    span = (match.start() + year_at, match.end())
    raw = text[slice(*span)]
    if month is None or day is None:
        return None
    if not month and not day:
        return _unfilled(match, year, raw, span[0])
    if not _dates_something(text, match, year, day):
        return None
    if _ZERO_LOST.fullmatch(written_year):
        return replace(_reading(f"{_CENTURY}{year[1:]}", month, day, raw, span), doubtful=True)
    if _STROKE_ASTRAY.fullmatch(written_year):
        return replace(_reading(f"{_CENTURY}{year[2:]}", month, day, raw, span), doubtful=True)
    reading = _reading(year, month, day, raw, span)
    reading = replace(reading, doubtful=reading.doubtful or _parted(specked))
    lunar = _LUNAR.search(text[: match.start()])
    return replace(reading, value=f"农历{reading.value}", valid=False) if lunar else reading


def _parted(year: re.Match[str] | None) -> bool:
    return year is not None and not year[0].isdigit()


def _dates_something(text: str, match: re.Match[str], year: str, day: str) -> bool:
    """Whether numbers before 年 and 月 are a date: a year of fewer than four digits is one only with a whole day behind it."""
    if len(year) == _FULL_YEAR:
        return True
    if not year:  # the place before 年 is an empty slot, not the end of a word such as 今年
        return bool(match["year"]) or not text[: match.start()].strip()
    return len(year) > 1 and bool(day and match["mark"])


def _year_start(slot: str) -> int:
    """Where the last four numerals of a year's slot begin: spaces and underscores part them, other signs end them."""
    position, seen = len(slot.rstrip(f"{' _×xX*.·/-—–'}\n\t")), 0
    while position > 0 and seen < _FULL_YEAR:
        char = slot[position - 1]
        if char in NUMERAL_CHARS and char not in "十拾廿卅元正":
            seen += 1
        elif char not in " _\n\t":
            break
        position -= 1
    return position + len(slot[position:]) - len(slot[position:].lstrip())


def _slot(text: str) -> str | None:
    """What is filled into the slot of a month or day: digits, empty for nothing, None for something that is no number."""
    filled = re.sub(f"[{_GAP}]", "", text).strip("×xX*.·/\\-—–")
    if not filled:
        return ""
    number = read_small_number(filled)
    return None if number is None else str(number)


def _unfilled(match: re.Match[str], year: str, raw: str, start: int) -> DateReading | None:
    if len(year) == _FULL_YEAR:
        return DateReading(year, "incomplete", raw, start, match.end())
    empty = not year or year in _PREPRINTED
    return DateReading("", "blank", raw, start, match.end()) if empty and match["mark"] else None


def _reading(year: str, month: str, day: str, raw: str, span: tuple[int, int]) -> DateReading:
    start, end = span
    if len(year) < _FULL_YEAR and (not year or year in _PREPRINTED):
        return DateReading("", "incomplete", raw, start, end, doubtful=len(year) > len(_CENTURY))
    if not month:
        return DateReading(year, "incomplete", raw, start, end)
    if len(year) == _SHORT_YEAR and day:
        year = f"{_CENTURY if int(year) <= _LAST_SHORT_YEAR else _CENTURY_BEFORE}{year}"
    value = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    plausible = len(year) == _FULL_YEAR and _FIRST_YEAR <= int(year) <= _LAST_YEAR
    return DateReading(
        value, "read" if day else "incomplete", raw, start, end, plausible and _on_calendar(value), not plausible
    )


def _on_calendar(value: str) -> bool:
    try:
        date.fromisoformat(f"{value}-01" if value.count("-") == 1 else value)
    except ValueError:
        return False
    return True
