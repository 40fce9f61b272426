"""Days and moments as portals send them: every common form of a date, with or without a time and a zone.

A moment with a zone is the day that it was in China: a browser in Beijing sends the fourth of August as
``2025-08-03T16:00:00.000Z``. A time without a zone is China's own. What programs send where nothing was chosen (the year 1, the
year 9999, ``0000-00-00``, the first day of 1970 or 1900) is no date: nothing was given.
"""

import math
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from extractors.text.dates import find_dates, parse_date
from extractors.text.fold import fold

OFFICIAL_TIME: Final = ZoneInfo("Asia/Shanghai")
"""The time zone of every date on a Chinese paper: the day a packet was submitted is the day it was there."""

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
"""No paper, no birth and no application lies outside these years."""
_UNSET_YEARS: Final = frozenset({1, 9999})
"""The least and the greatest date of .NET, Go, Java and SQL."""
_UNSET_DAYS: Final = frozenset({date(1900, 1, 1), date(1970, 1, 1)})
"""What SQL Server makes of an empty text, and the day on which computers begin to count."""
_UNSET_TEXT: Final = re.compile(r"0000-00-00(?:[ t]00:00(?::00)?(?:\.0+)?z?)?")
"""MySQL's."""

ACCEPTED: Final = "write it as 2025-08-04, or as a moment with its zone: 2025-08-03T16:00:00Z"

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_CLOCK: Final = (
    r"(?P<before>上午|下午|凌晨|早上|中午|晚上|[ap]\.?m\.?)?\s?(?P<hour>\d{1,2})[:时点](?P<minute>\d{1,2})分?"
    r"(?::?(?P<second>\d{1,2})秒?)?(?:[.,]\d{1,9})?\s?(?P<after>[ap]\.?m\.?)?"
)
_ZONE: Final = r"(?P<named>z|utc|gmt|cst|cdt|北京时间)?\s?(?P<offset>[+\-\u2212]\d{1,2}(?::?\d{2})?)?\s?(?:utc|gmt|cst|cdt)?"
_TAIL: Final = rf"(?:\s?[t,]?\s?{_CLOCK}\s?{_ZONE}|z|[+\-]\d{{2}}:\d{{2}})?"
"""A time and perhaps a zone; a zone without a time (XML's dates) changes no day."""
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?P<year>\d{{4}})\s?(?:[-/.\u2010-\u2015]|年)\s?(?P<month>\d{{1,2}})\s?(?:[-/.\u2010-\u2015]|月)\s?"
        rf"(?P<day>\d{{1,2}})[日号]?{_TAIL}",
        rf"(?P<day>\d{{1,2}})[ -]{_MONTH}[ -](?P<year>\d{{4}}){_TAIL}",
        rf"{_MONTH} (?P<day>\d{{1,2}}),? (?P<year>\d{{4}}){_TAIL}",
        rf"{_MONTH} (?P<day>\d{{1,2}}) {_CLOCK}\s?{_ZONE} ?(?P<year>\d{{4}})",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:[t ](?P<hour>\d\d):?(?P<minute>\d\d):?(?P<second>\d\d)?"
        rf"(?:[.,]\d{{1,9}})?{_ZONE})?",
    )
)
"""ISO and its kin; RFC 2822 and JavaScript's toUTCString; JavaScript's toString; C's and Java's; ISO without separators."""
_DIGITS_IN_A_ROW: Final = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?P<clock>(?:\d\d){0,3}(?:\d{3})?)")
_COUNTED: Final = re.compile(r"[1-9]\d{8,12}(?:\.\d+)?")
_MILLISECONDS_FROM: Final = 12
"""Digits of a count of milliseconds since 1970; counts of seconds have 9 or 10. Telephone numbers have 11, ID numbers more."""
_TELEPHONE: Final = 11
_DOTNET: Final = re.compile(r"/?date\((?P<count>\d{1,13})(?:[+-]\d{4})?\)/?")
_WEEKDAY: Final = re.compile(
    r"(?:星期|周|礼拜)[一二三四五六日天],?|(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun)(?:s?day|nesday|rsday|urday)?(?![a-z])[,.]?"
)
_COMMENT: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_MONTH_OR_DAY_FIRST: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?:\D.*)?")
_BEIJING: Final = timedelta(hours=8)
_ZONES: Final[Mapping[str, tzinfo]] = {
    "z": UTC,
    "utc": UTC,
    "gmt": UTC,
    "cst": timezone(_BEIJING),
    "cdt": timezone(_BEIJING + timedelta(hours=1)),
    "北京时间": OFFICIAL_TIME,
}
"""Java writes CST for China's standard time."""
_PARTS_OF_A_DAY: Final = range(3, 8)
"""Year, month, day, and perhaps a time: how Java's libraries write a local date unless told otherwise."""
_NOON: Final = 12
_END_OF_DAY: Final = 24
_MINUTES: Final = 60
_FURTHEST_ZONE_H: Final = 14
_LONGEST: Final = 100
"""Characters of a date in any of the forms: the longest are a browser's, with the zone's name in words."""
_LETTERS_OR_DIGITS: Final = re.compile(r"[0-9A-Za-z]")


class NoDateError(ValueError):
    """A text that is no day of the calendar. ``str(error)`` says why and what to write instead; it does not repeat the text."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why}, {ACCEPTED}")


class TypedDate(NamedTuple):
    """A day in China, and its moment: midnight where only a day was given."""

    day: date
    moment: datetime


def read_typed_date(text: str) -> TypedDate | None:
    """Return the date that a text gives; None where it gives none: empty, or what a program sends for nothing.

    >>> str(read_typed_date("Mon Aug 04 2025 00:00:00 GMT+0800 (中国标准时间)").day)
    '2025-08-04'

    Raises:
        NoDateError: it is something else, a day that no calendar has, or one that can be read in two ways.
    """
    plain = " ".join(fold(text[: _LONGEST + 1]).split()).strip("\"'").lower()
    if len(plain) > _LONGEST:
        raise NoDateError("it is no date")
    if not plain or _UNSET_TEXT.fullmatch(plain):
        return None
    found = _counted(plain) or _formed(_COMMENT.sub("", plain)) or _of_papers(plain)
    if found is None:
        raise NoDateError(_why_none(plain))
    if found.day.year in _UNSET_YEARS or found.day in _UNSET_DAYS:
        return None
    if not FIRST_YEAR <= found.day.year <= LAST_YEAR:
        raise NoDateError(f"its year is not between {FIRST_YEAR} and {LAST_YEAR}")
    return found


def day_if_any(text: str) -> str:
    """Return a typed day as ISO; empty where none was given, the folded text where it is none.

    >>> day_if_any("2025-08-03T16:00:00.000Z"), day_if_any("上个月底")
    ('2025-08-04', '上个月底')
    """
    try:
        found = read_typed_date(text)
    except NoDateError:
        return fold(text).strip()
    return found.day.isoformat() if found else ""


def day_in_words(text: str) -> str:
    """Return the ISO day of a text of any kind that is a date; empty for everything else, and for digits alone."""
    if text.strip().isdecimal():
        return ""
    try:
        found = read_typed_date(text)
    except NoDateError:
        return ""
    return found.day.isoformat() if found else ""


def as_text(value: object) -> object:
    """Return a date that came as another JSON value as text: a count of (milli)seconds, or a day's parts ([2025, 8, 4]).

    What is neither is returned as it is.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float) and math.isfinite(value):
        return str(int(value))
    if isinstance(value, list | tuple) and len(value) in _PARTS_OF_A_DAY and all(type(part) is int for part in value):
        return f"{value[0]:04}-{value[1]:02}-{value[2]:02}"
    return value


def _counted(plain: str) -> TypedDate | None:
    """A count since 1970, or digits in a row that are year, month, day and perhaps a time."""
    dotnet = _DOTNET.fullmatch(plain)
    if dotnet:
        return _since_1970(int(dotnet["count"]) / 1000)
    written = _DIGITS_IN_A_ROW.fullmatch(plain)
    count = _COUNTED.fullmatch(plain)
    digits = len(plain.partition(".")[0])
    in_row = _in_a_row(written) if written else None
    if count is None or digits == _TELEPHONE:
        return in_row
    if digits >= _MILLISECONDS_FROM:
        return in_row or _since_1970(float(plain) / 1000)
    if in_row:
        raise NoDateError("its digits can be read in two ways")
    return _since_1970(float(plain))


def _in_a_row(written: re.Match[str]) -> TypedDate | None:
    try:
        day = date(int(written["year"]), int(written["month"]), int(written["day"]))
        found = TypedDate(day, _moment(day, _clock_of(written["clock"]), OFFICIAL_TIME))
    except (ValueError, OverflowError):
        return None
    return found if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _clock_of(digits: str) -> timedelta:
    hour, minute, second = (int(digits[at : at + 2] or 0) for at in (0, 2, 4))
    return _time_of_day(hour, minute, second)


def _since_1970(seconds: float) -> TypedDate:
    moment = datetime.fromtimestamp(seconds, OFFICIAL_TIME)
    return TypedDate(moment.date(), moment)


def _formed(plain: str) -> TypedDate | None:
    text = " ".join(_WEEKDAY.sub(" ", plain).split())
    match = next((found for form in _FORMS if (found := form.fullmatch(text))), None)
    if match is None:
        return None
    given = match.groupdict()
    month = _MONTHS.index(given["name"]) + 1 if given.get("name") else int(given["month"])
    try:
        day = date(int(given["year"]), month, int(given["day"]))
    except ValueError:
        raise NoDateError("no calendar has this day") from None
    if given.get("hour") is None or day.year in _UNSET_YEARS:
        return TypedDate(day, datetime.combine(day, datetime.min.time(), OFFICIAL_TIME))
    zone = _zone(given.get("named"), given.get("offset"))
    moment = _moment(day, _clock(given), zone or OFFICIAL_TIME).astimezone(OFFICIAL_TIME)
    return TypedDate(moment.date() if zone else day, moment)


def _clock(given: Mapping[str, str | None]) -> timedelta:
    hour, minute, second = (int(given.get(part) or 0) for part in ("hour", "minute", "second"))
    half = (given.get("before") or given.get("after") or "").replace(".", "")
    if half in ("am", "上午", "凌晨", "早上") and hour == _NOON:
        hour = 0
    if half in ("pm", "下午", "晚上") and hour < _NOON:
        hour += _NOON
    return _time_of_day(hour, minute, second)


def _time_of_day(hour: int, minute: int, second: int) -> timedelta:
    """A time of day since midnight; 24:00 and a leap second are times as well."""
    since = timedelta(hours=hour, minutes=minute, seconds=second)
    if minute >= _MINUTES or second > _MINUTES or since > timedelta(hours=_END_OF_DAY):
        raise NoDateError("no day has this time")
    return since


def _moment(day: date, since_midnight: timedelta, zone: tzinfo) -> datetime:
    return datetime.combine(day, datetime.min.time(), zone) + since_midnight


def _zone(named: str | None, offset: str | None) -> tzinfo | None:
    if offset:
        hours, minutes = int(offset[1:3].rstrip(":")), int(offset[3:].replace(":", "") or 0) if len(offset) > len("+08") else 0
        if hours > _FURTHEST_ZONE_H or minutes >= _MINUTES:
            raise NoDateError("there is no such time zone")
        east = timedelta(hours=hours, minutes=minutes)
        return timezone(east if offset[0] == "+" else -east)
    return _ZONES[named] if named else None


def _of_papers(plain: str) -> TypedDate | None:
    """A day as people write it on papers: 二〇二五年八月四日, 25年8月4号."""
    found = parse_date(plain)
    if found is None or found.state != "read" or len(find_dates(plain)) != 1:
        return None
    if _LETTERS_OR_DIGITS.search(plain[: found.start] + plain[found.end :]):
        return None
    if not found.valid:
        raise NoDateError("no calendar has this day")
    day = date.fromisoformat(found.value)
    return TypedDate(day, datetime.combine(day, datetime.min.time(), OFFICIAL_TIME))


def _why_none(plain: str) -> str:
    if _MONTH_OR_DAY_FIRST.fullmatch(plain):
        return "its day and its month cannot be told apart"
    found = parse_date(plain)
    if found is not None and found.state == "incomplete":
        return "it is a month or a year, not a day"
    if len(find_dates(plain)) > 1:
        return "it is more than one date"
    return "it is no date"
