"""Whose a number is that no label of its own asks for: that of whoever is named last before it."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from extractors.documents.body import Found
from extractors.documents.kinds.numbers import id_numbers
from extractors.schema import FieldSchema
from extractors.text.passage import Passage

_FAR: Final = 60
"""Characters between a name and its number: sex, a relation, the word for the number."""
_NAMED: Final = frozenset({"person", "party"})


class Holder(NamedTuple):
    """The fields of somebody's name and number on a paper."""

    name: str
    number: str


def holders(schema: Mapping[str, FieldSchema]) -> tuple[Holder, ...]:
    """The names on a paper, each with the field of the same person's number: employee_name and employee_id."""
    numbers = {re.sub(r"id(?:_number)?$", "", name): name for name, field in schema.items() if field.kind == "id_number"}
    names = {name.removesuffix("name"): name for name, field in schema.items() if field.kind == "person"}
    return tuple(Holder(name, numbers[whose]) for whose, name in names.items() if whose in numbers)


def held(passage: Passage, schema: Mapping[str, FieldSchema], fields: Mapping[str, Found]) -> Iterator[tuple[str, Found]]:
    """The numbers that were not read as any field's, of people whose names were, where only one can be theirs."""
    claimed = [found.span for found in fields.values() if found.passage is passage and found.value]
    named = {name: found.value for name, found in fields.items() if schema[name].kind in _NAMED and found.value}
    free = [
        number
        for number in id_numbers(passage, (0, len(passage.text)))
        if number.state == "read"
        and number.checksum_ok
        and not any(a < number.span[1] and number.span[0] < b for a, b in claimed)
    ]
    for holder in holders(schema):
        known = fields.get(holder.number)
        if holder.name not in named or (known is not None and (known.value or known.state == "illegible")):
            continue
        own = {one.value: one for one in free if _named_last(passage, one, named) == named[holder.name]}
        if len(own) == 1:
            yield holder.number, next(iter(own.values())).doubted("weak_label")


def _named_last(passage: Passage, number: Found, named: Mapping[str, str]) -> str | None:
    """The name that stands last before a number, and near."""
    before = passage.text[max(0, number.span[0] - _FAR) : number.span[0]]
    places = {value: before.rfind(value) for value in named.values()}
    last = max(places, key=lambda value: places[value], default=None)
    return last if last is not None and places[last] >= 0 else None
