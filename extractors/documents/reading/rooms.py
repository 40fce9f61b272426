"""The room that a label opens for its field's value: beside it, up to the next label, wide gap or line's end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from extractors.documents.kinds.options import has_boxes
from extractors.documents.reading.stretches import LIKELY, stretches
from extractors.documents.reading.tagger import Tagged
from extractors.text.fold import HAN_CLASS
from extractors.text.passage import Passage, Span

_LED_BY: Final = re.compile(r"(?:\s?[A-Z][A-Za-z .'’/&-]{2,40}(?=[:\t]))?[\s:_.·/|]*(?:\([^()\n\t]{0,12}\)[\s:_]*)?")
"""What stands between a label and its room: the label in English, a colon, a fill line, a form's remark."""
_BEFORE_LABEL: Final = re.compile(r"(?:^|[\n\t:,;。、.)(\s\]】■□☑☐\d])$")
_STOPS: Final = re.compile(r"[\n\t。;]")
_NOTHING: Final = re.compile(r"[\s:_.,;/|\-—–\d、()]*(?:(?<!\d)年[\s_]*月[\s_]*日?[\s_.]*)?")
NAMED: Final = 0.8
"""How surely a label that bears a field's name asks for it, where the model does not say so."""
_PARTS: Final = re.compile(r"[:\n\t。;]")
_NEXT_CELL: Final = re.compile(r"[ :_]*[\t:][\s:_]*(?P<cell>[^\t\n:]+)(?=[\t\n]|$)")
_BEGINS_LIKE_ONE: Final = 0.5
"""Share of a cell's characters that may be tagged as a label where the cell is a value."""
_REMARK: Final = re.compile(r"[\s:_]*(?:\([^()]*\))?[\s:_]*")
_OPENED: Final = " :_("
_MOST: Final = 60
"""Characters of a room; what is longer is a text of its own."""
_MOST_LINES: Final = 12
"""Lines of options that may follow a label."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a label says that a value is. ``sure`` (0..1): the label is its field's; ``named``: it bears the field's name."""

    span: Span
    sure: float
    named: bool


def rooms(tagged: Tagged, name: str) -> Iterator[Room]:
    """Every room of a field. Words that lead to a value within a sentence open none."""
    text = tagged.part.body.text
    for (start, end), sure in labels_of(tagged, name):
        named = any(first < end and start < last for first, last in tagged.named.get(name, ()))
        if not named and not _BEFORE_LABEL.search(text[:start][-1:] or "\n"):
            continue
        led = _LED_BY.match(text, end + (named and text[end : end + 1] == "。"))
        opened = led.end() if led else end
        between = text[end:opened]
        closed = _closed(tagged, opened)
        if "\n" in between or opened >= closed:
            continue
        parted = bool(re.search(r"[:\t 。]", between))
        ends_line = closed >= len(text) or text[closed] in "\n\t"
        if parted or ends_line:
            yield Room((opened, closed), max(sure, NAMED) if named else sure, named)


def labels_of(tagged: Tagged, name: str) -> Iterator[tuple[Span, float]]:
    """The labels of a field with how surely (0..1) each is one: those that the model tells, and those that bear its name."""
    likely = tagged.labels[name]
    offsets = tagged.characters.offsets
    named = tagged.named.get(name, ())
    told = []
    for span in stretches(tagged, likely):
        first, last = offsets.searchsorted(span)
        whole = [span, *(one for one in named if one[0] < span[1] and span[0] < one[1])]
        start = _label_start(tagged, name, min(start for start, _ in whole))
        end = _label_end(tagged, name, max(end for _, end in whole))
        told.append(_within_a_cell(tagged.part.body, (start, end)))
        yield told[-1], float(likely[first:last].mean())
    for start, end in named:
        if not any(first < end and start < last for first, last in told):
            yield (start, _label_end(tagged, name, end)), NAMED


def _within_a_cell(passage: Passage, span: Span) -> Span:
    """A label without what opens its room, nor what the tags make of the next cell."""
    start, end = passage.trimmed(span, _OPENED)
    stop = _PARTS.search(passage.text, start, end)
    return start, stop.start() if stop else end


def _label_end(tagged: Tagged, name: str, end: int) -> int:
    """Where a label really ends: with all that follows in its cell, in any language, and is a label and no other field's."""
    stop = _PARTS.search(tagged.part.body.text, end)
    first, last = tagged.characters.offsets.searchsorted((end, stop.start() if stop else len(tagged.part.body.text)))
    more = int(np.argmin(np.append(tagged.heading[first:last] >= LIKELY, False)))
    closed = int(tagged.characters.offsets[first + more - 1]) + 1 if more else end
    return closed if _is_more_of_label(tagged, name, (end, closed)) else end


def _label_start(tagged: Tagged, name: str, start: int) -> int:
    """Where a label really begins: with its cell, where what stands before it there is a label and no other field's."""
    stops = list(_PARTS.finditer(tagged.part.body.text, 0, start))
    opened = stops[-1].end() if stops else 0
    return opened if _is_more_of_label(tagged, name, (opened, start)) else start


def _is_more_of_label(tagged: Tagged, name: str, span: Span) -> bool:
    first, last = tagged.characters.offsets.searchsorted(span)
    if last <= first:
        return False
    named = [start for field, spans in tagged.named.items() if field != name for start, _ in spans]
    others = [float(likely[first:last].mean()) for field, likely in tagged.labels.items() if field != name]
    is_label = float(tagged.heading[first:last].mean()) >= LIKELY and max(others, default=0.0) < LIKELY
    return is_label and not any(span[0] <= start < span[1] for start in named)


_UNITS: Final = re.compile("[年月日]")
"""What is printed of a day that is to be filled in."""


def empty_labels(tagged: Tagged, name: str) -> Iterator[Span]:
    """The labels of a field with nothing behind them but a form's lines, or the next label."""
    text = tagged.part.body.text
    for (start, end), _ in labels_of(tagged, name):
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        rest = text[end : min(line_end, _next_label(tagged, end, name))]
        if _NOTHING.fullmatch(rest) and not _says_more(tagged, end, line_end):
            yield start, end


def _says_more(tagged: Tagged, start: int, end: int) -> bool:
    """Whether the next cell is no label as a whole, though it begins like one: 职位 before 数据标注组长."""
    cell = _NEXT_CELL.match(tagged.part.body.text, start, end)
    if cell is None or any(cell.start("cell") <= at < end for spans in tagged.named.values() for at, _ in spans):
        return False
    first, last = tagged.characters.offsets.searchsorted(cell.span("cell"))
    words = len(re.findall(rf"[{HAN_CLASS}]", _UNITS.sub("", cell["cell"])))
    return words > 1 and float((tagged.heading[first:last] >= LIKELY).mean()) <= _BEGINS_LIKE_ONE


def option_rooms(tagged: Tagged, name: str) -> Iterator[tuple[Span, float]]:
    """The lists of options that a field's label stands before, with how surely (0..1) it is its label."""
    text = tagged.part.body.text
    for (_, end), sure in labels_of(tagged, name):
        closed = end
        lines = text[end:].split("\n")[:_MOST_LINES]
        for number, line in enumerate(lines):
            goes_on = has_boxes(line) or (number > 0 and all(map(has_boxes, lines[number - 1 : number + 2 : 2])))
            if not goes_on and not (number == 0 and _REMARK.fullmatch(line)):
                break
            closed += len(line) + 1
        closed = min(closed, _next_label(tagged, end, name))
        if closed > end:
            yield (end, min(closed, len(text))), sure


def _closed(tagged: Tagged, opened: int) -> int:
    text = tagged.part.body.text
    stop = _STOPS.search(text, opened)
    return min(stop.start() if stop else len(text), _next_label(tagged, opened), opened + _MOST)


def _next_label(tagged: Tagged, after: int, but: str = "") -> int:
    """Where the next label begins; one of the field ``but`` is none."""
    offsets = tagged.characters.offsets
    shares = tagged.heading - (tagged.labels[but] if but else 0.0)
    at = int(offsets.searchsorted(after))
    told = next(
        (int(offsets[index]) for index in range(at, len(offsets)) if shares[index] >= LIKELY), len(tagged.part.body.text)
    )
    others = [start for field, spans in tagged.named.items() if field != but for start, _ in spans if start >= after]
    return min([told, *others])
