"""Dates as papers write them (DOMAIN 3.6), whole, begun and left open."""

from datetime import date
from typing import Literal

from samples.papers.paper import DateFact, PartialDate

DateForm = Literal[
    "chinese", "chinese_padded", "chinese_spaced", "dash", "dot", "slash", "compact", "numerals", "numerals_ling", "formal"
]
PRINTED_FORMS: tuple[DateForm, ...] = (
    "chinese", "chinese", "chinese_padded", "chinese_spaced", "dash", "dot", "slash", "compact", "numerals", "numerals_ling",
    "formal",
)  # fmt: skip
"""Forms a printed certificate may use, the common ones more than once."""

PLAIN_FORMS: tuple[DateForm, ...] = ("chinese", "chinese_padded", "chinese_spaced", "dash", "dot")

_PLAIN = dict(zip("0123456789", "〇一二三四五六七八九", strict=True))
_FORMAL = dict(zip("0123456789", "零壹贰叁肆伍陆柒捌玖", strict=True))


def write_date(day: date, form: DateForm) -> str:
    """The date in one of the forms."""
    simple = {
        "chinese": f"{day.year}年{day.month}月{day.day}日",
        "chinese_padded": f"{day:%Y}年{day:%m}月{day:%d}日",
        "chinese_spaced": f"{day.year} 年 {day.month} 月 {day.day} 日",
        "dash": f"{day:%Y-%m-%d}",
        "dot": f"{day.year}.{day.month}.{day.day}",
        "slash": f"{day.year}/{day.month}/{day.day}",
        "compact": f"{day:%Y%m%d}",
    }
    if form in simple:
        return simple[form]
    digits, ten = (_FORMAL, "拾") if form == "formal" else (_PLAIN, "十")
    year = "".join(digits[char] for char in str(day.year))
    if form == "numerals_ling":
        year = year.replace("〇", "零")
    return f"{year}年{_small(day.month, digits, ten)}月{_small(day.day, digits, ten)}日"


def _small(number: int, digits: dict[str, str], ten: str) -> str:
    """A number below 100 in Chinese numerals; formal ones write 壹拾 in full."""
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[str(ones)]
    head = "" if tens == 1 and ten == "十" else digits[str(tens)]
    return head + ten + (digits[str(ones)] if ones else "")


def date_parts(fact: DateFact) -> tuple[str, str, str]:
    """Year, month and day as they go into the blanks of 年 月 日; empty where unknown."""
    if isinstance(fact, date):
        return str(fact.year), str(fact.month), str(fact.day)
    if isinstance(fact, PartialDate):
        return str(fact.year), str(fact.month or ""), ""
    return "", "", ""


def true_date(fact: DateFact) -> str:
    """The normalised value: ISO for a whole date, '' for everything else."""
    return fact.isoformat() if isinstance(fact, date) else ""
