"""Everything on a paper that may be the value of one of its fields, and how likely it is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np

from extractors.documents.body import Found
from extractors.documents.kinds import FOUND_ANYWHERE, RECOGNISERS
from extractors.documents.kinds.options import has_boxes, ticked
from extractors.documents.kinds.times import days as days_in
from extractors.documents.reading.characters import Reals
from extractors.documents.reading.edges import best_span
from extractors.documents.reading.rooms import option_rooms, rooms
from extractors.documents.reading.stretches import LIKELY, stretches
from extractors.documents.reading.tagger import Tagged
from extractors.schema import Kind
from extractors.text.passage import Passage, Span, overlap

TICKED: Final = frozenset[Kind]({"choice", "words"})
"""Kinds of value that forms let people tick."""
LEAST_TICKED: Final = 0.03
"""How likely, on average, the characters of a ticked option must be a field's to be its value. Of 1,500 certificates of the
press 0.15 reads one less, and neither takes a tick for what it is not."""
TICKED_LEAD: Final = 0.5
"""How much likelier an option is a value for being ticked."""
BESIDE: Final = 0.45
"""How likely what stands beside a sure label is its field's value."""
WHOLE: Final = 0.05
"""By how much all words beside a label are likelier its field's value than the part of them that the tags have."""
ISSUED: Final = "issue_date"
_BEGINS: Final = re.compile(r"\s*(?:起|开始|以后)")
_FROM: Final = re.compile(r"[自从由]\s*$")
_ENDS: Final = "_until"
"""What names of fields end with that hold the end of a term."""
_LED_IN: Final = 3
"""Characters that may stand between a label and a number or a day: 自, 于, 为."""
_SENTENCE: Final = re.compile("[,。;]")
LEAST: Final = 0.35
"""How likely, on average over its characters, a number or a day must be a field's to be its value."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value and how likely (0..1, over its characters) it is this field's.

    ``asked``: a label that bears the field's name stands beside it, and its characters are likely the field's as well.
    """

    field: str
    found: Found
    likely: float
    asked: bool = False


def candidates_of(tagged: Tagged, name: str, kind: Kind) -> Iterator[Candidate]:
    likely = tagged.values[name]
    passage = tagged.part.body
    whole = (0, len(passage.text))
    if kind in FOUND_ANYWHERE:
        found = [one for one in RECOGNISERS[kind](passage, whole) if name == ISSUED or not _is_lone_blank(one)]
        found = [one for one in found if not (name.endswith(_ENDS) and _begins_a_term(one))]
        yield from _likely(tagged, name, found, LEAST)
        yield from _likely(tagged, name, _apart(tagged, likely), LEAST) if kind == "period" else ()
        for room in rooms(tagged, name):
            asked = _last_of(kind, passage, room.span) if name.endswith(_ENDS) else _first(kind, passage, room.span)
            for one in asked:
                told = mean_of(tagged, likely, one.span)
                yield Candidate(name, one, _both(room.sure, told), room.named and told >= LIKELY)
    else:
        for span in stretches(tagged, likely):
            exact = _past_labels(tagged, best_span(tagged, likely, span, kind))
            yield from _likely(tagged, name, RECOGNISERS[kind](passage, exact), 0.0)
        yield from _beside_labels(tagged, name, kind)
    if kind in TICKED:
        yield from _ticked(tagged, name)


def _past_labels(tagged: Tagged, span: Span) -> Span:
    """A stretch without the label that it begins with, if that bears a field's name."""
    start, end = span
    for first, last in (one for spans in tagged.named.values() for one in spans):
        if first <= start < last < end:
            start = last + len(tagged.part.body.text[last:end]) - len(tagged.part.body.text[last:end].lstrip())
    return start, end


def _first(kind: Kind, passage: Passage, room: Span) -> Iterator[Found]:
    """The first value of a kind in a label's room, if the room begins with it."""
    found = next(RECOGNISERS[kind](passage, room), None)
    if found is not None and found.span[0] - room[0] <= _LED_IN:
        yield found


def _last_of(kind: Kind, passage: Passage, room: Span) -> Iterator[Found]:
    """The value of a kind in a room with which a term ends: the last, unless the term only begins with it (自…起至办完为止)."""
    yield from (one for one in list(RECOGNISERS[kind](passage, room))[-1:] if not _begins_a_term(one))


def _begins_a_term(found: Found) -> bool:
    text = found.passage.text
    return bool(_BEGINS.match(text, found.span[1]) or _FROM.search(text[: found.span[0]]))


def _beside_labels(tagged: Tagged, name: str, kind: Kind) -> Iterator[Candidate]:
    """What stands beside a field's label; of words the whole of it, even if the tags have only a part."""
    for room in rooms(tagged, name):
        for found in RECOGNISERS[kind](tagged.part.body, room.span):
            tagged_so = mean_of(tagged, tagged.values[name], found.span)
            parts = [
                mean_of(tagged, tagged.values[name], part)
                for part in stretches(tagged, tagged.values[name])
                if overlap(part, room.span)
            ]
            whole = max(parts, default=0.0) + WHOLE if kind in TICKED and not _SENTENCE.search(found.value) and parts else 0.0
            asked = room.sure if room.named else BESIDE * room.sure
            yield Candidate(name, found, max(_both(asked, tagged_so), whole), room.named and tagged_so >= LIKELY)


def _both(label: float, value: float) -> float:
    """How likely a value is by its label and by its own tags: where both say so, likelier than by either."""
    return 1 - (1 - label) * (1 - value) if value >= LIKELY else max(label, value)


def _ticked(tagged: Tagged, name: str) -> Iterator[Candidate]:
    """The options that are ticked: those behind the field's label, and those whose own words are likely the field's."""
    passage = tagged.part.body
    for room, sure in option_rooms(tagged, name):
        yield from (Candidate(name, found, sure + TICKED_LEAD) for found in ticked(passage, room))
    for option in ticked(passage, (0, len(passage.text))):
        likely = mean_of(tagged, tagged.values[name], option.span)
        if "tick_not_seen" in option.doubts:  # the tags do not expect it; of the list as a whole they do
            likely = max([likely, *(mean_of(tagged, tagged.values[name], one) for one in _in_list(tagged, name))])
        if likely >= LEAST_TICKED:
            yield Candidate(name, option, likely + TICKED_LEAD)


def _in_list(tagged: Tagged, name: str) -> Iterator[Span]:
    """Stretches that are likely a field's and stand behind a box of a form."""
    text = tagged.part.body.text
    for start, end in stretches(tagged, tagged.values[name]):
        if has_boxes(text[text.rfind("\n", 0, start) + 1 : end]):
            yield start, end


def _apart(tagged: Tagged, likely: Reals) -> Iterator[Found]:
    """A period whose two days stand apart, in cells of their own or behind words (起：… 止：…)."""
    passage = tagged.part.body
    days = [day for day in days_in(passage, (0, len(passage.text))) if mean_of(tagged, likely, day.span) >= LIKELY]
    for first, last in pairwise(days):
        if first.state == last.state == "read" and first.value < last.value:
            yield replace(first, value=f"{first.value}至{last.value}", span=(first.span[0], last.span[1]))


def _likely(tagged: Tagged, name: str, found: Iterable[Found], least: float) -> Iterator[Candidate]:
    """The values whose characters are, on average, at least so likely a field's."""
    candidates = (Candidate(name, one, mean_of(tagged, tagged.values[name], one.span)) for one in found)
    return (one for one in candidates if one.likely >= least)


def mean_of(tagged: Tagged, likely: Reals, span: Span) -> float:
    offsets = tagged.characters.offsets
    first, last = np.searchsorted(offsets, span)
    return float(likely[first:last].mean()) if last > first else 0.0


def _is_lone_blank(found: Found) -> bool:
    """Whether a value is the empty form of a day on a line of its own: it waits for the day of issue."""
    return found.state == "blank" and fills_its_line(found.passage, found.span)


def fills_its_line(passage: Passage, span: Span) -> bool:
    lines = {spot[0] for spot in passage.spots[slice(*span)] if spot is not None}
    around = [at for at, spot in enumerate(passage.spots) if spot is not None and spot[0] in lines]
    beside = passage.text[min(around, default=0) : span[0]] + passage.text[span[1] : max(around, default=0) + 1]
    return not beside.strip(" _:。.")
