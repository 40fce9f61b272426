"""Running text made ready for sentence patterns: no spaces, and every date a single sign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.text.dates import DateReading, find_dates
from extractors.text.passage import Passage, Span

_FIRST_SIGN: Final = 0xE000
_LAST_SIGN: Final = 0xF8FF
DATE: Final = f"[{chr(_FIRST_SIGN)}-{chr(_LAST_SIGN)}]"
"""Matches one date, whole, incomplete or blank, in a pattern over :attr:`Sentences.text`."""
ID_LIKE: Final = re.compile(r"(?<![0-9A-Za-z])\d(?:[^\S\t]?[0-9Xx*×]){14,17}(?![0-9A-Za-z年./-])")
"""The digits of an ID number, maybe in groups: eight of them look like a date. A telephone and the day beside it are none."""

_TRADITIONAL: Final = re.compile("[號碼證為與勞離辭職動]|單(?=位)|關(?=[係系])|(?<=[關关])係|聲(?=明)")
_PLAIN: Final = str.maketrans("號碼證為與單動關係職離辭聲勞", "号码证为与单动关系职离辞声劳")
"""Characters of the words around values, which the recogniser now and then takes for traditional in a brush-like face. Those
that are people's names as well (單, 關, 聲) count only within such words.
"""


@dataclass(frozen=True, slots=True)
class Sentences:
    """``text`` holds the passage without spaces and fill lines, its common words simplified, one private-use sign for a date.

    ``spans`` gives for each character the span it stands for in the passage.
    """

    text: str
    spans: tuple[Span, ...]
    dates: tuple[DateReading, ...]
    passage: Passage

    def span(self, start: int, end: int) -> Span:
        """The span in the passage of a span in the text."""
        if start >= end:
            at = self.spans[start][0] if start < len(self.spans) else len(self.passage.text)
            return at, at
        return self.spans[start][0], self.spans[end - 1][1]

    def date(self, sign: str) -> DateReading:
        """The date that a sign stands for."""
        return self.dates[ord(sign) - _FIRST_SIGN]

    def around(self, match: re.Match[str]) -> str:
        """The sentence or item that a match stands in; what is refused is an item of its own (…解除，驳回其他请求)."""
        ends = list(re.finditer(r"[。;:]|,(?=驳回)", self.text))
        start = max((end.end() for end in ends if end.end() <= match.start()), default=0)
        stop = min((end.start() for end in ends if end.start() >= match.end()), default=len(self.text))
        return self.text[start:stop]

    def search(self, patterns: tuple[re.Pattern[str], ...]) -> Iterator[re.Match[str]]:
        """The matches of each pattern in turn."""
        for pattern in patterns:
            yield from pattern.finditer(self.text)


def sentences_of(passage: Passage) -> Sentences:
    """The sentences of a passage."""
    numbers = [match.span() for match in ID_LIKE.finditer(passage.text)]
    dates = tuple(date for date in find_dates(passage.text) if not any(a < date.end and date.start < b for a, b in numbers))
    dates = dates[: _LAST_SIGN - _FIRST_SIGN + 1]
    plain = _TRADITIONAL.sub(lambda match: match[0].translate(_PLAIN), passage.text)
    text: list[str] = []
    spans: list[Span] = []
    starts = {date.start: index for index, date in enumerate(dates)}
    at = 0
    while at < len(passage.text):
        if at in starts:
            end = dates[starts[at]].end
            text.append(chr(_FIRST_SIGN + starts[at]))
        else:
            end = at + 1
            text.append("" if plain[at].isspace() or plain[at] == "_" else plain[at])
        if text[-1]:
            spans.append((at, end))
        at = end
    return Sentences("".join(text), tuple(spans), dates, passage)
