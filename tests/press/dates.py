"""Days, months and stretches of time in the forms in which papers print them."""

import random
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from tests.press.choices import Weighted

__all__ = ["DAY_FORMS", "FORMAL_FORMS", "MONTH_FORMS", "DayForm", "add_months", "day_between", "span_of_service"]

DayForm = Callable[[date], str]

_DIGITS: Final = "零一二三四五六七八九"
_BANKERS: Final = "零壹贰叁肆伍陆柒捌玖"


def _year(day: date, zero: str = "〇") -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(day.year)).replace("零", zero)


def _count(number: int, twenty: str = "二十") -> str:
    tens, ones = divmod(number, 10)
    unit = _DIGITS[ones] if ones else ""
    if tens == 0:
        return unit
    if tens == 2 and ones:
        return twenty + unit
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + unit


def _hanzi(zero: str, *, first_month: str = "一", twenty: str = "二十") -> DayForm:
    def show(day: date) -> str:
        month = first_month if day.month == 1 else _count(day.month)
        return f"{_year(day, zero)}年{month}月{_count(day.day, twenty)}日"

    return show


def _banker_count(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _BANKERS[ones]
    return _BANKERS[tens] + "拾" + (_BANKERS[ones] if ones else "")


def _bankers(day: date) -> str:
    year = "".join(_BANKERS[int(digit)] for digit in str(day.year))
    return f"{year}年{_banker_count(day.month)}月{_banker_count(day.day)}日"


def _wide(day: date) -> str:
    plain = f"{day.year}年{day.month}月{day.day}日"
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isascii() else sign for sign in plain)


DAY_FORMS: Final[Weighted[DayForm]] = Weighted(
    (lambda day: f"{day.year}年{day.month}月{day.day}日", 46),
    (lambda day: f"{day.year}年{day.month:02d}月{day.day:02d}日", 14),
    (lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日", 8),
    (lambda day: f"{day.year} 年 {day.month:02d} 月 {day.day:02d} 日", 3),
    (lambda day: f"{day.year}年 {day.month}月 {day.day}日", 2),
    (lambda day: f"{day:%Y-%m-%d}", 8),
    (lambda day: f"{day.year}.{day.month}.{day.day}", 5),
    (lambda day: f"{day:%Y.%m.%d}", 4),
    (lambda day: f"{day.year}/{day.month}/{day.day}", 3),
    (lambda day: f"{day:%Y/%m/%d}", 3),
    (lambda day: f"{day.year}-{day.month}-{day.day}", 2),
    (_wide, 0.4),
    (_hanzi("〇"), 1),
)
"""Forms of days within the text."""

FORMAL_FORMS: Final[Weighted[DayForm]] = Weighted(
    (_hanzi("〇"), 9),
    (_hanzi("○"), 4),
    (_hanzi("O"), 2),
    (_hanzi("零"), 5),
    (_hanzi("〇", first_month="元"), 1),
    (_hanzi("零", twenty="廿"), 0.7),
    (_bankers, 0.4),
)
"""Forms of the day at the foot of a formal letter."""

MONTH_FORMS: Final[Weighted[DayForm]] = Weighted(
    (lambda day: f"{day.year}年{day.month}月", 50),
    (lambda day: f"{day.year}年{day.month:02d}月", 20),
    (lambda day: f"{day:%Y-%m}", 12),
    (lambda day: f"{day:%Y%m}", 12),
    (lambda day: f"{day.year}.{day.month:02d}", 4),
    (lambda day: f"{day.year} 年 {day.month} 月", 5),
    (lambda day: f"{_year(day)}年{_count(day.month)}月", 1),
)


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_between(first: date, last: date, fill: random.Random) -> date:
    """Return any day from the first to the last."""
    return first + timedelta(fill.randint(0, (last - first).days))


def span_of_service(first: date, last: date, dice: float) -> str:
    """Return the time between two days as an office counts it: 8年11个月, 8年, 九年零两个月, 26个月."""
    months = max(1, (last.year - first.year) * 12 + last.month - first.month)
    years, rest = divmod(months, 12)
    if years == 0 or dice < 0.04:
        return f"{months}个月"
    if rest == 0 or dice < 0.2:
        return f"{years}年"
    if dice < 0.27:
        return f"{years}年零{rest}个月"
    if dice < 0.33 and years < 10:
        return f"{_count(years)}年{_count(rest)}个月"
    if dice < 0.4:
        return f"{years} 年 {rest} 个月"
    return f"{years}年{rest}个月"
