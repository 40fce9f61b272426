"""Certificates whose numbers contradict one another."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from validators.case import Case, Sighting
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import certificates
from validators.values import Value, read

_NUMBER: Final = r"(\d+(?:\.\d+)?|[一二三四五六七八九十两]+)"
_YEARS: Final = re.compile(rf"{_NUMBER}年")
_MONTHS: Final = re.compile(rf"{_NUMBER}个?月")
_ROUGH: Final = re.compile("[半多余约满近]|不足|以上|左右")
_LONGEST_SERVICE: Final = 60
"""Years; a larger number is a calendar's (2021年6月至2024年5月)."""
_NUMERALS: Final = {char: value for value, char in enumerate("一二三四五六七八九", start=1)} | {"两": 2}
_DAY: Final = re.compile(r"(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})")
_EXPIRED: Final = ("期满", "到期")
_OTHERWISE: Final = ("辞职", "提出", "个人原因", "协商", "退休", "死亡", "解散", "破产", "裁员", "过失", "违纪", "开除", "其他")
"""Beside such words a reason is a list of those that may be ticked, of which nobody can tell the one that was."""
_MONTHS_A_YEAR: Final = 12
_DAYS_A_MONTH: Final = 30.44
READ_FOR_SURE: Final = 0.9
"""Confidence that a date written by hand never reaches (DOMAIN 8.1)."""


class ArithmeticLimits(Limits):
    """How far numbers may be apart (DOMAIN 7).

    ``service_months``: years of service from the days of employment; ``expiry_days``: the last day from the contract's end
    where it expired; ``after_contract_days``: the last day after the contract's end.
    """

    service_months: float = 2
    expiry_days: int = 1
    after_contract_days: int = 31


def run(case: Case, limits: ArithmeticLimits) -> Outcomes:
    """Years of service, contract and last day fit together

    An end before the beginning is told elsewhere. A first day that a pen wrote, and that was misread, contradicts nothing where
    the contract's first day fits the years. Source: DOMAIN 8.2 X30, 7.
    """
    for seen in certificates(case):
        end = read(seen, "separation_date")
        if end and end.day:
            contradictions = [*_service(seen, end.day, limits), *_contract(seen, end.day, limits)]
            yield from (_finding(end, text) for text in contradictions)
            if not contradictions:
                yield Passes()


def _service(seen: Sighting, end: date, limits: ArithmeticLimits) -> Iterator[str]:
    start, stated = read(seen, "start_date"), read(seen, "years_of_service")
    months = _stated_months(stated) if stated else None
    if start and start.day and start.day <= end and stated and months is not None:
        worked = _months(start.day, end)
        days = (start.day, *(_contract_days(seen)[:1] if start.confidence < READ_FOR_SURE else ()))
        fitting = _perhaps(months) if stated.confidence < READ_FOR_SURE else (months,)
        if all(abs(_months(day, end) - one) > limits.service_months for day in days for one in fitting):
            yield f"工作年限{stated.text}，按{start.text}至{end}计为{worked / _MONTHS_A_YEAR:.1f}年"


def _perhaps(months: float) -> tuple[float, ...]:
    """What a pen may have written where so many months were read: of 10, 11 and 12 one stroke alone is read now and then."""
    return (months, *(months - 1 + more for more in (10, 11, 12))) if months % _MONTHS_A_YEAR == 1 else (months,)


def _months(start: date, end: date) -> float:
    return (end - start).days / _DAYS_A_MONTH


def _contract(seen: Sighting, end: date, limits: ArithmeticLimits) -> Iterator[str]:
    reason, days = read(seen, "reason"), _contract_days(seen)
    contract_end = max(days) if len(days) > 1 else None
    if contract_end is None:
        return
    expired = reason is not None and _names(reason, _EXPIRED) and not _names(reason, _OTHERWISE)
    if expired and abs((end - contract_end).days) > limits.expiry_days:
        yield f"合同{contract_end}期满，{end}终止"
    elif (end - contract_end).days > limits.after_contract_days:
        yield f"合同至{contract_end}，{end}才解除"


def _names(reason: Value, words: tuple[str, ...]) -> bool:
    return any(word in reason.text for word in words)


def _contract_days(seen: Sighting) -> list[date]:
    term = read(seen, "contract_term")
    return [date(*map(int, parts)) for parts in _DAY.findall(term.text)] if term and _is_real(term.text) else []


def _is_real(term: str) -> bool:
    """Whether every date in it is a day of the calendar."""
    try:
        return all(date(*map(int, parts)) for parts in _DAY.findall(term))
    except ValueError:
        return False


def _stated_months(stated: Value) -> float | None:
    years, months = _YEARS.search(stated.text), _MONTHS.search(stated.text)
    if ("年" in stated.text) != bool(years) or ("月" in stated.text) != bool(months) or not (years or months):
        return None  # the number before a unit was not read
    if _ROUGH.search(stated.text) or (years and _number(years[1]) > _LONGEST_SERVICE):
        return None
    return (_number(years[1]) * _MONTHS_A_YEAR if years else 0) + (_number(months[1]) if months else 0)


def _number(text: str) -> float:
    """A number in digits, or a Chinese one below 100."""
    if text[0].isdecimal():
        return float(text)
    tens, ten, ones = text.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)


def _finding(end: Value, text: str) -> Outcome:
    return Finds("field.inconsistent/certificate", end.place, end.confidence, {"here": text})


CHECK = Check(run, ArithmeticLimits, rules=("X30",), reasons=("field.inconsistent/certificate",))
