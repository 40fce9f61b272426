"""Options of which one is ticked: in a row, with the boxes before or behind them, or one below the other in a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.documents.body import Found
from extractors.text.fold import HAN_CLASS, fold_name
from extractors.text.passage import Passage, Span

_TICK: Final = "■√☑☒✓✔✅▇█●"
_BOX: Final = "□☐"
_MARK: Final = re.compile(
    rf"[(\[]?\s?(?P<tick>(?<![打划画勾选])(?<![打划画勾选][\"'“”‘’「])[{_TICK}]|(?<=[(\[])[vV](?=[)\]]))\s?[)\]]?"
    rf"|[(\[]?\s?[{_BOX}]\s?[)\]]?|[(\[]\s+[)\]]"
)
"""A ticked box, or an empty one; brackets with nothing in them are one as well. What asks for a tick (在□内打√) is none."""
_NUMBERING: Final = re.compile(r"^\s*\(?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)、.]\s*")
_ENDS: Final = re.compile(rf"[\n\t。;]|\s{{2,}}|\s(?=[(\[]?[{_TICK}{_BOX}])|[(\[]在$")
_BEFORE: Final = re.compile(r"[\s:;。,]+")
_OTHER: Final = re.compile(r"^其[他它][:_]+")
_WORD: Final = re.compile(rf"[{HAN_CLASS}]")
_LEAST_BOXES: Final = 3
"""Empty boxes of a list beside which the one item without a box is the one that was ticked."""
_NUMBER: Final = r"\(?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[)、.:]|\s)"
_BARE_ITEM: Final = re.compile(rf"(?m)^\s*{_NUMBER}\s*(?P<option>[^\d\s][^\n]{{1,60}})$")
_BOXED_ITEM: Final = re.compile(rf"(?m)^[\s(\[]*[{_BOX}○口◯〇Oo][\s)\]]*{_NUMBER}")
_BETWEEN_BOXES: Final = re.compile(rf"(?m)(?<=\n)(?P<option>[^\n{_BOX}:]{{3,40}})(?=\n[^\n]{{0,8}}[{_BOX}])")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    ticked: bool


def ticked(passage: Passage, span: Span) -> Iterator[Found]:
    """Every option within a span whose box is ticked; of a list whose tick was not read, the item without a box, in doubt."""
    marks = [_Mark(match.start(), match.end(), match["tick"] is not None) for match in _MARK.finditer(passage.text, *span)]
    found = [one for mark in marks if mark.ticked and (one := _option(passage, mark, marks, span)) is not None]
    yield from found or _left_over(passage, span)


def _option(passage: Passage, mark: _Mark, marks: list[_Mark], span: Span) -> Found | None:
    if _stand_behind(passage, marks, span):
        before = max((other.end for other in marks if other.end <= mark.start), default=span[0])
        head = passage.text[before : mark.start]
        starts = [match.end() for match in _BEFORE.finditer(head.rstrip())]
        return _found(passage, (before + (starts[-1] if starts else 0), mark.start))
    after = min((other.start for other in marks if other.start >= mark.end), default=span[1])
    end = _ENDS.search(passage.text, mark.end + _leading(passage.text, mark.end), after)
    return _found(passage, (mark.end, end.start() if end else after))


def _leading(text: str, start: int) -> int:
    return len(text[start:]) - len(text[start:].lstrip())


def _stand_behind(passage: Passage, marks: list[_Mark], span: Span) -> bool:
    """Whether boxes follow their options (是☑ 否□): a word stands before the first, and none behind the last on its row."""
    first, last = marks[0], marks[-1]
    line_start = passage.text.rfind("\n", span[0], first.start) + 1
    line_end = passage.text.find("\n", last.end)
    before = re.split(r"[:\s]", passage.text[max(line_start, span[0]) : first.start].rstrip())[-1]
    after = passage.text[last.end : line_end if line_end >= 0 else span[1]]
    return bool(_WORD.search(before)) and not _WORD.search(after)


def _found(passage: Passage, span: Span) -> Found | None:
    start, end = passage.trimmed(span, " \n\t_:,;。.、-")
    for skipped in (_NUMBERING, _OTHER):
        match = skipped.match(passage.text[start:end])
        start += match.end() if match else 0
    value = re.sub(r"[\s_]", "", fold_name(passage.text[start:end])).strip(":,;。.、-")
    return Found(value, passage, (start, end)) if _WORD.search(value) else None


def _left_over(passage: Passage, span: Span) -> Iterator[Found]:
    """The one item of a list without a box: its tick covers it. By its number, or by the boxed lines around it."""
    text = passage.text[slice(*span)]
    bare = list(_BARE_ITEM.finditer(text)) if len(_BOXED_ITEM.findall(text)) >= _LEAST_BOXES else []
    if not bare and len(re.findall(rf"[{_BOX}]", text)) >= _LEAST_BOXES:
        bare = [match for match in _BETWEEN_BOXES.finditer(text) if re.search(rf"[{_BOX}][^\n]*\n$", text[: match.start()])]
    if len(bare) == 1:
        start, end = bare[0].span("option")
        found = _found(passage, (span[0] + start, span[0] + end))
        if found is not None:
            yield found.doubted("tick_not_seen")


def has_boxes(text: str) -> bool:
    """Whether a text has boxes to tick."""
    return _MARK.search(text) is not None
