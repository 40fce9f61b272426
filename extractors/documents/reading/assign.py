"""What a paper says in each of its fields: the values, what speaks against them, the blanks, and what is surely lacking."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extractors.documents.body import Found, Part
from extractors.documents.kinds import FOUND_ANYWHERE, RECOGNISERS
from extractors.documents.kinds.options import has_boxes
from extractors.documents.kinds.surnames import has_surname
from extractors.documents.kinds.times import days as days_in
from extractors.documents.reading.candidates import ISSUED, LEAST, TICKED, Candidate, candidates_of, fills_its_line
from extractors.documents.reading.choosing import chosen_of
from extractors.documents.reading.foreigners import foreigners
from extractors.documents.reading.holders import held
from extractors.documents.reading.lacking import is_soft_somewhere, lacking
from extractors.documents.reading.rooms import empty_labels, option_rooms
from extractors.documents.reading.stretches import LIKELY, stretches
from extractors.documents.reading.tagger import Tagged, tag
from extractors.schema import NAMES, FieldSchema, Kind
from extractors.text.passage import Passage, Span, overlap

LOST_BEGINNING: Final = 6
"""Characters at most that a name has lost: a place in brackets, a surname."""
TOLD_BY_KIND: Final = frozenset[Kind]({"period", "credit_code"})
"""Kinds of value that little else on a paper is like: a term from one day to another, the code of a firm."""
CLOSING: Final = 0.6
"""Share of a paper's text after which a day that stands alone is that of its issue."""
_ENDS_OF_TERMS: Final = (("first_month", "last_month"), ("valid_from", "valid_until"))
_REMAINS: Final = re.compile(r"[\s:_]*\d{1,6}[^\n\t\d年月日_]{0,4}(?=[\n\t]|$)")
"""A few figures that end a cell, without the signs of an empty day's form."""
_TO: Final = re.compile(r"[\s起]*(?:至|到|[-~—–―]+|一)[\s自]*")
_ENDS_SENTENCE: Final = re.compile("[。；;，]")
BELOW: Final = 2.5
"""So many heights of a label its value may begin under it."""
SURE: Final = 0.7
"""How likely a value must be its field's for nothing to speak against that."""
RIVAL: Final = 0.6
"""How likely another value on the paper must be the field's to contradict the chosen one."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The values of a paper's fields, blanks and what cannot be read among them, and the fields that it surely lacks."""

    fields: Mapping[str, Found]
    lacks: frozenset[str]


def read_fields(part: Part, schema: Mapping[str, FieldSchema]) -> Filled:
    """The values of a paper's fields: what is nowhere on it is not there, and surely lacking where nothing could be it."""
    tagged = tag(part, schema)
    candidates = [one for name, field in schema.items() for one in candidates_of(tagged, name, field.kind)]
    best = dict(chosen_of(candidates))
    set_aside = {name for name, one in best.items() if one.likely < RIVAL and next(empty_labels(tagged, name), None)}
    best = {name: one for name, one in best.items() if name not in set_aside}
    taken = [one.found.span for one in best.values()]
    chosen = {name: _doubted(one, [other for other in candidates if other.field == name], taken) for name, one in best.items()}
    chosen |= {
        name: people for name, field in schema.items() if field.kind == "people" and (people := _listed(candidates, name))
    }
    chosen |= dict(_paired(tagged, schema, chosen))
    chosen |= {
        name: _completed(found, schema[name].kind, [one for one in candidates if one.field == name])
        for name, found in chosen.items()
    }
    chosen |= dict(foreigners(part.body, schema, chosen))
    chosen |= dict(held(part.body, schema, chosen))
    chosen |= dict(_only_ones(part.body, schema, chosen))
    blank = {
        name: found for name, field in schema.items() if name not in chosen and (found := _blank(tagged, name, field.kind))
    }
    claimed = [one.span for one in chosen.values()]
    is_soft = is_soft_somewhere(part)
    blank = {
        name: one.doubted("unsure_blank") if is_soft or name in set_aside or _has_text_below(tagged, one, claimed) else one
        for name, one in blank.items()
    }
    fields = chosen | blank
    if ISSUED in schema and ISSUED not in fields:
        fields |= _closing_day(part, [one.span for one in fields.values()])
    return Filled(fields, lacking(tagged, schema, fields))


def _doubted(chosen: Candidate, own: Sequence[Candidate], taken: Sequence[Span]) -> Found:
    """A value with what speaks against it: little that asks for it, its own place left blank, another value as likely."""
    found = chosen.found
    if found.state == "blank" and any(_may_be_told(one, taken) for one in own):
        return found.doubted("unsure_blank")
    if found.state != "read":
        return found
    if max(one.likely for one in own if one.found.value == found.value) < SURE:
        found = found.doubted("weak_label")
    others = [one for one in own if one.found.value != found.value and one.found.span not in taken]
    if any(one.found.state == "blank" for one in others):
        found = found.doubted("elsewhere")
    if any(_contradicts(one, found) for one in others):
        found = found.doubted("contradicted")
    return found


def _may_be_told(other: Candidate, taken: Sequence[Span]) -> bool:
    """Whether a value that no other field has may be what was left blank where its label stands."""
    return other.found.state == "read" and other.likely >= LEAST and other.found.span not in taken


def _contradicts(other: Candidate, found: Found) -> bool:
    """Whether another candidate of the same field says something else, elsewhere, and as likely."""
    value = other.found.value
    alike = value in found.value or found.value in value
    return bool(value) and other.likely >= RIVAL and not alike and not overlap(other.found.span, found.span)


def _listed(candidates: Sequence[Candidate], name: str) -> Found | None:
    """Several people's names in the order they stand, joined by 、."""
    found = sorted((one.found for one in candidates if one.field == name), key=lambda one: one.span)
    if not found:
        return None
    value = "、".join(dict.fromkeys(one.value for one in found))
    return replace(found[0], value=value, span=(found[0].span[0], found[-1].span[1]))


def _closing_day(part: Part, taken: Sequence[Span]) -> dict[str, Found]:
    """The last day that fills a line of its own at the paper's end, and is no other field's: told by nothing but its place."""
    text = part.body.text
    alone = [day for day in days_in(part.body, (0, len(text))) if fills_its_line(part.body, day.span)]
    last = [day for day in alone if day.span[1] >= CLOSING * len(text) and not any(overlap(day.span, one) for one in taken)]
    day = next((one for one in reversed(last) if one.state == "read"), last[-1] if last else None)
    return {ISSUED: day if day.state == "blank" else day.doubted("weak_label")} if day else {}


def _blank(tagged: Tagged, name: str, kind: Kind) -> Found | None:
    """The label of a field that stands there without a value; of options none of which is ticked it cannot be told.

    Nor where figures stand behind it that are no value: a blurred day of which two digits were read.
    """
    span = next(empty_labels(tagged, name), None) or next(stretches(tagged, tagged.labels[name]), None)
    if span is None:
        return None
    text = tagged.part.body.text
    boxed = kind in TICKED and any(has_boxes(text[slice(*room)]) for room, _ in option_rooms(tagged, name))
    remains = kind in FOUND_ANYWHERE and _REMAINS.match(text, span[1]) is not None
    return Found("", tagged.part.body, span, "illegible" if boxed or remains else "blank")


def _has_text_below(tagged: Tagged, found: Found, claimed: Sequence[Span]) -> bool:
    """Whether words that are no label, no sentence and no other field's value stand right under an empty label."""
    passage = found.passage
    labels = [span for spans in tagged.named.values() for span in spans]
    labels += [(int(at), int(at) + 1) for at in tagged.characters.offsets[tagged.heading >= LIKELY]]
    taken = (*claimed, *labels, found.span)
    label = passage.box(found.span)
    if label is None:
        return False
    left, top, right, bottom = label
    lowest = bottom + BELOW * (bottom - top)
    for number, line in enumerate(passage.lines):
        x0, y0, x1, _ = line.box
        under = bottom - (bottom - top) / 2 < y0 <= lowest and min(right, x1) > max(left, x0)
        if not under or _ENDS_SENTENCE.search(line.text):
            continue
        spots = [at for at, spot in enumerate(passage.spots) if spot is not None and spot[0] == number]
        if any(passage.text[at].isalnum() and not any(start <= at < end for start, end in taken) for at in spots):
            return True
    return False


def _completed(found: Found, kind: Kind, own: Sequence[Candidate]) -> Found:
    """A name whose beginning was lost, as it is printed elsewhere on the paper: at its foot, beside a label."""
    if kind not in NAMES or found.state != "read":
        return found
    whole = [
        one
        for one in own
        if one.found.value.endswith(found.value)
        and 0 < len(one.found.value) - len(found.value) <= LOST_BEGINNING
        and one.likely >= LEAST
        and (has_surname(one.found.value) if kind == "person" else _is_cut(found.value))
    ]
    return max(whole, key=lambda one: one.likely).found if whole else found


def _is_cut(name: str) -> bool:
    """Whether a firm's name begins within brackets: 上海)精密仪器有限公司."""
    return name.count(")") > name.count("(")


def _only_ones(passage: Passage, schema: Mapping[str, FieldSchema], fields: Mapping[str, Found]) -> Iterator[tuple[str, Found]]:
    """The value of a field that alone is of its kind, where the paper holds one such value: little else could be meant."""
    claimed = [one.span for one in fields.values() if one.passage is passage and one.value]
    for name, field in schema.items():
        alone = field.kind in TOLD_BY_KIND and sum(one.kind == field.kind for one in schema.values()) == 1
        if not alone or (name in fields and fields[name].value):
            continue
        found = {one.value: one for one in RECOGNISERS[field.kind](passage, (0, len(passage.text))) if one.state == "read"}
        if len(found) == 1 and not any(overlap(one.span, span) for one in found.values() for span in claimed):
            yield name, next(iter(found.values())).doubted("weak_label")


def _paired(tagged: Tagged, schema: Mapping[str, FieldSchema], fields: Mapping[str, Found]) -> Iterator[tuple[str, Found]]:
    """The other end of a term of which one was read: what a dash or 至 joins to it."""
    passage = tagged.part.body
    for first, last in _ENDS_OF_TERMS:
        one, other = fields.get(first), fields.get(last)
        if first not in schema or last not in schema or bool(one and one.value) == bool(other and other.value):
            continue
        known = one if one and one.value else other
        if known is None:
            continue
        found = list(RECOGNISERS[schema[first].kind](passage, (0, len(passage.text))))
        for before, after in pairwise(found):
            joined = bool(_TO.fullmatch(passage.text[before.span[1] : after.span[0]]))
            if joined and known is one and before.span == known.span and after.value:
                yield last, after
            if joined and known is other and after.span == known.span and before.value:
                yield first, before
