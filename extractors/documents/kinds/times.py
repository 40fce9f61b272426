"""Days, months, periods and durations as people write them."""

import re
from collections.abc import Iterator
from typing import Final

from extractors.documents.body import Found, found_date
from extractors.documents.sentences import ID_LIKE
from extractors.evidence import FieldState
from extractors.text.dates import DateReading, find_dates, find_periods
from extractors.text.months import find_months
from extractors.text.passage import Passage, Span

_NUMERAL: Final = r"[0-9〇零一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]"
_DURATION: Final = re.compile(
    rf"(?:{_NUMERAL}{{1,4}}(?:\.\d)?\s?(?:周年|整年|年)\s?(?:零|又|余|整)?\s?(?:{_NUMERAL}{{1,3}}\s?个?\s?(?:整)?月)?(?:\s?(?:零|又)?\s?{_NUMERAL}{{1,3}}\s?[天日])?"
    rf"|{_NUMERAL}{{1,3}}\s?个?\s?月(?:\s?(?:零|又)?\s?{_NUMERAL}{{1,3}}\s?[天日])?|不足(?:一|1)年|半年)(?:\s?余|\s?整|\s?半)?"
)
_ONES: Final = re.compile(r"(?<=[年零又])[Il|]{1,2}(?=个?月)")
_OPEN_TERM: Final = re.compile(r"无固定(?:的)?期限|以完成一定(?:的)?(?:工作)?任务为期限|长期(?:有效)?|不定期")


def days(passage: Passage, span: Span) -> Iterator[Found]:
    """Every date within a span: whole, begun, or the empty form of one. What no calendar has is no value."""
    numbers = [match.span() for match in ID_LIKE.finditer(passage.text, *span) if "\n" not in match[0]]
    text = passage.text[slice(*span)]
    for reading in find_dates(text):
        start, end = span[0] + reading.start, span[0] + reading.end
        if not any(a < end and start < b for a, b in numbers):
            yield found_date(reading, passage, span[0])


def months(passage: Passage, span: Span) -> Iterator[Found]:
    """Every month within a span; of a whole date its month."""
    for month in find_months(passage.text[slice(*span)]):
        yield Found(month.value, passage, (span[0] + month.start, span[0] + month.end))


def periods(passage: Passage, span: Span) -> Iterator[Found]:
    """Every period within a span (2019-03-01至2024-02-29), and terms without an end in their own words."""
    text = passage.text[slice(*span)]
    for period in find_periods(text):
        where = (span[0] + period.first.start, span[0] + period.last.end)
        if period.first.state == period.last.state == "read":
            yield Found(f"{period.first.value}至{period.last.value}", passage, where)
        else:
            yield Found("", passage, where, _worse(period.first, period.last))
    for match in _OPEN_TERM.finditer(text):
        yield Found(re.sub(r"\s", "", match[0]), passage, (span[0] + match.start(), span[0] + match.end()))


def _worse(first: DateReading, last: DateReading) -> FieldState:
    """The state of a period of two dates: blank when both are."""
    return "blank" if first.state == last.state == "blank" else "incomplete"


def durations(passage: Passage, span: Span) -> Iterator[Found]:
    """Every duration in years and months within a span, as it stands; strokes between 年 and 月 are ones (3年Ⅱ个月)."""
    text = _ONES.sub(lambda match: "1" * len(match[0]), passage.text)
    for match in _DURATION.finditer(text, *span):
        yield Found(re.sub(r"\s", "", match[0]), passage, match.span())
