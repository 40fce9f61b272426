"""Dates that belong to a label: what stands behind 入职日期 is nobody's day of separation, however a sentence pattern joins it.

A form's rows follow one another without a full stop, so that 2023年2月23日 on one row and 离职日期 on the next look like a
sentence (2023年2月23日离职). Where the place behind 离职日期 is blank, no other label's date may fill it.
"""

from collections.abc import Iterable

from extractors.documents.sentences import Sentences
from extractors.evidence import TextLine
from extractors.text.dates import DateReading, find_dates, find_periods
from extractors.text.labels import Labelled
from extractors.text.passage import Passage

Place = tuple[TextLine, float]
"""A line and how far along it (0..1) something begins: the same in whatever passage the line is put."""


def claimed_dates(labels: Iterable[Labelled]) -> frozenset[Place]:
    """Where the dates directly behind the labels begin; of a period both, of the words after it none."""
    places = (_place(label.passage, label.rest[0] + date.start) for label in labels for date in _own(label))
    return frozenset(place for place in places if place is not None)


def unclaimed(sentences: Sentences, sign: str, claimed: frozenset[Place]) -> bool:
    """Whether the date that a sign stands for is free to be what a sentence says of it."""
    return _place(sentences.passage, sentences.date(sign).start) not in claimed


def _own(label: Labelled) -> tuple[DateReading, ...]:
    text = label.rest_text
    periods = find_periods(text)
    if periods:
        return (periods[0].first, periods[0].last)
    first = find_dates(text)[:1]
    return tuple(date for date in first if not text[: date.start].strip(" \t自从于:"))


def _place(passage: Passage, at: int) -> Place | None:
    spot = next((spot for spot in passage.spots[at:] if spot is not None), None)
    return (passage.lines[spot[0]], spot[1]) if spot else None
