"""One recogniser for each kind of value: what stands in a part of a page as a value of that kind, whatever paper it is.

A recogniser is given a passage and a span of it and finds every value of its kind there. Kinds with a form of their own
(numbers, days) are found in running text; those without one (names, words) are what a span is as a whole.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.kinds import anything, names, numbers, times, wordings
from extractors.schema import Kind
from extractors.text.passage import Passage, Span

Recogniser = Callable[[Passage, Span], Iterator[Found]]

RECOGNISERS: Final[Mapping[Kind, Recogniser]] = {
    "person": names.one_person,
    "people": names.people,
    "firm": names.firms,
    "party": names.parties,
    "office": names.offices,
    "place": wordings.places,
    "id_number": numbers.persons_numbers,
    "credit_code": numbers.credit_codes,
    "account": numbers.accounts,
    "code": numbers.document_numbers,
    "date": times.days,
    "month": times.months,
    "period": times.periods,
    "duration": times.durations,
    "money": wordings.words,
    "choice": wordings.choices,
    "value": anything.values,
    "words": wordings.words,
}
FOUND_ANYWHERE: Final[frozenset[Kind]] = frozenset(
    {"id_number", "credit_code", "account", "date", "month", "period", "duration"}
)
"""Kinds with a form of their own, that are found in running text."""
