"""Whose a number is that no label of its own asks for: that of whoever is named last before it."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from extractors.documents.body import Found
from extractors.documents.kinds.numbers import id_numbers
from extractors.schema import FieldSchema
from extractors.text.passage import Passage, Span

_FAR: Final = 60
"""Characters between a name and its number: sex, a relation, the word for the number."""
_WORD_FOR_IT: Final = re.compile(r"[\s(,、]*(?:居民|公民)?(?:身份证?|证件)?(?:件|号码?|证号码?|证号)?[\s:为是(]*")
_NAMED: Final = frozenset({"person", "party"})


class Holder(NamedTuple):
    """The fields of somebody's name and number on a paper."""

    name: str
    number: str


def holders(schema: Mapping[str, FieldSchema]) -> tuple[Holder, ...]:
    """The names on a paper, each with the field of the same person's number: employee_name and employee_id."""
    numbers = {re.sub(r"_?id(?:_number)?$", "", name): name for name, field in schema.items() if field.kind == "id_number"}
    names = {re.sub("_?name$", "", name): name for name, field in schema.items() if field.kind == "person"}
    return tuple(Holder(name, numbers[whose]) for whose, name in names.items() if whose in numbers)


def held(passage: Passage, schema: Mapping[str, FieldSchema], fields: Mapping[str, Found]) -> Iterator[tuple[str, Found]]:
    """The numbers of people whose names were read: the one right behind a name, or one that nobody else claims.

    A number in the text of what is to be done (办理某某(…)的备案) is not the agent's, whose own stands behind the agent's name.
    """
    claimed = [found.span for found in fields.values() if found.passage is passage and found.value]
    named = {name: found.value for name, found in fields.items() if schema[name].kind in _NAMED and found.value}
    sound = [one for one in id_numbers(passage, (0, len(passage.text))) if one.state == "read" and one.checksum_ok]
    for holder in holders(schema):
        name, known = named.get(holder.name), fields.get(holder.number)
        if name is None or (known is not None and known.state == "illegible"):
            continue
        behind = {one.value: one for one in sound if _is_right_behind(passage, one, name)}
        free = {one.value: one for one in sound if _is_free(one, claimed) and _named_last(passage, one, named) == name}
        if known is not None and known.value:
            if len(behind) == 1 and known.value not in behind and not _is_other_fields(behind, holder.number, fields):
                yield holder.number, next(iter(behind.values()))
        elif len(free) == 1:
            yield holder.number, next(iter(free.values())).doubted("weak_label")


def _is_free(number: Found, claimed: Collection[Span]) -> bool:
    return not any(start < number.span[1] and number.span[0] < end for start, end in claimed)


def _is_other_fields(numbers: Collection[str], field: str, fields: Mapping[str, Found]) -> bool:
    return any(found.value in numbers for name, found in fields.items() if name != field)


def _is_right_behind(passage: Passage, number: Found, name: str) -> bool:
    """Whether nothing but the word for it stands between a name and a number."""
    before = passage.text[max(0, number.span[0] - _FAR) : number.span[0]]
    at = before.rfind(name)
    return at >= 0 and _WORD_FOR_IT.fullmatch(before[at + len(name) :]) is not None


def _named_last(passage: Passage, number: Found, named: Mapping[str, str]) -> str | None:
    """The name that stands last before a number, and near."""
    before = passage.text[max(0, number.span[0] - _FAR) : number.span[0]]
    places = {value: before.rfind(value) for value in named.values()}
    last = max(places, key=lambda value: places[value], default=None)
    return last if last is not None and places[last] >= 0 else None
