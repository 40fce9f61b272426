"""Which stretch of a paper is the value of which field, over the whole page at once: each stretch of at most one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np

from extractors.documents.body import Found, Part
from extractors.documents.kinds import FOUND_ANYWHERE, RECOGNISERS
from extractors.documents.kinds.options import has_boxes, ticked
from extractors.documents.kinds.surnames import has_surname
from extractors.documents.kinds.times import days as days_in
from extractors.documents.reading.characters import Reals
from extractors.documents.reading.edges import best_span
from extractors.documents.reading.foreigners import foreigners
from extractors.documents.reading.holders import held
from extractors.documents.reading.lacking import is_soft_somewhere, lacking
from extractors.documents.reading.rooms import empty_labels, option_rooms, rooms
from extractors.documents.reading.stretches import LIKELY, stretches
from extractors.documents.reading.tagger import Tagged, tag
from extractors.schema import NAMES, FieldSchema, Kind
from extractors.text.passage import Passage, Span

TICKED: Final = frozenset[Kind]({"choice", "words"})
"""Kinds of value that forms let people tick."""
LEAST_TICKED: Final = 0.03
"""How likely, on average, the characters of a ticked option must be a field's to be its value."""
TICKED_LEAD: Final = 0.5
"""How much likelier an option is a value for being ticked."""
BESIDE: Final = 0.45
"""How likely what stands beside a sure label is its field's value."""
WHOLE: Final = 0.05
"""By how much all words beside a label are likelier its field's value than the part of them that the tags have."""
LOST_BEGINNING: Final = 6
"""Characters at most that a name has lost: a place in brackets, a surname."""
TOLD_BY_KIND: Final = frozenset[Kind]({"period", "credit_code"})
"""Kinds of value that little else on a paper is like: a term from one day to another, the code of a firm."""
CLOSING: Final = 0.6
"""Share of a paper's text after which a day that stands alone is that of its issue."""
ISSUED: Final = "issue_date"
_ENDS_OF_TERMS: Final = (("first_month", "last_month"), ("valid_from", "valid_until"))
_REMAINS: Final = re.compile(r"[\s:_]*\d{1,6}[^\n\t\d年月日_]{0,4}(?=[\n\t]|$)")
"""A few figures that end a cell, without the signs of an empty day's form."""
_TO: Final = re.compile(r"[\s起]*(?:至|到|[-~—–―]+|一)[\s自]*")
_BEGINS: Final = re.compile(r"\s*(?:起|开始|以后)")
_FROM: Final = re.compile(r"[自从由]\s*$")
ASKED: Final = 0.1
"""How much more a value counts beside a label that bears the field's name: a sentence asks for none as plainly."""
SIGNED: Final = 0.3
"""How much less a value counts where a signature is asked for: a pen wrote it, and it is printed elsewhere as well."""
_SIGNATURE: Final = re.compile(r"(?:签[字名章收]|盖章)[^。;\n]{0,6}$")
_SIGNED_WITHIN: Final = 12
_ENDS: Final = "_until"
"""What names of fields end with that hold the end of a term."""
_LED_IN: Final = 3
"""Characters that may stand between a label and a number or a day: 自, 于, 为."""
_SENTENCE: Final = re.compile("[,。;]")
_ENDS_SENTENCE: Final = re.compile("[。；;，]")
BELOW: Final = 2.5
"""So many heights of a label its value may begin under it."""
SURE: Final = 0.7
"""How likely a value must be its field's for nothing to speak against that."""
RIVAL: Final = 0.6
"""How likely another value on the paper must be the field's to contradict the chosen one."""
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


@dataclass(frozen=True, slots=True)
class Filled:
    """The values of a paper's fields, blanks and what cannot be read among them, and the fields that it surely lacks."""

    fields: Mapping[str, Found]
    lacks: frozenset[str]


def read_fields(part: Part, schema: Mapping[str, FieldSchema]) -> Filled:
    """The values of a paper's fields: what is nowhere on it is not there, and surely lacking where nothing could be it."""
    tagged = tag(part, schema)
    candidates = [one for name, field in schema.items() for one in _candidates(tagged, name, field.kind)]
    best = dict(_chosen(candidates))
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


def _candidates(tagged: Tagged, name: str, kind: Kind) -> Iterator[Candidate]:
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
                told = _mean(tagged, likely, one.span)
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
            tagged_so = _mean(tagged, tagged.values[name], found.span)
            parts = [
                _mean(tagged, tagged.values[name], part)
                for part in stretches(tagged, tagged.values[name])
                if _overlap(part, room.span)
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
        likely = _mean(tagged, tagged.values[name], option.span)
        if "tick_not_seen" in option.doubts:  # the tags do not expect it; of the list as a whole they do
            likely = max([likely, *(_mean(tagged, tagged.values[name], one) for one in _in_list(tagged, name))])
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
    days = [day for day in days_in(passage, (0, len(passage.text))) if _mean(tagged, likely, day.span) >= LIKELY]
    for first, last in pairwise(days):
        if first.state == last.state == "read" and first.value < last.value:
            yield replace(first, value=f"{first.value}至{last.value}", span=(first.span[0], last.span[1]))


def _likely(tagged: Tagged, name: str, found: Iterable[Found], least: float) -> Iterator[Candidate]:
    """The values whose characters are, on average, at least so likely a field's."""
    candidates = (Candidate(name, one, _mean(tagged, tagged.values[name], one.span)) for one in found)
    return (one for one in candidates if one.likely >= least)


def _mean(tagged: Tagged, likely: Reals, span: Span) -> float:
    offsets = tagged.characters.offsets
    first, last = np.searchsorted(offsets, span)
    return float(likely[first:last].mean()) if last > first else 0.0


def _chosen(candidates: Sequence[Candidate]) -> Iterator[tuple[str, Candidate]]:
    """For each field the value that is likeliest its own, counted over all places where it is printed, each value of one field.

    The likeliest of all is given first; a field that came away empty, or with less, is given its value all the same where the
    one that has it can have another for less than is gained.
    """
    weight = {id(one): _weight(one, candidates) for one in candidates}
    ranked = sorted(candidates, key=lambda one: -weight[id(one)])
    chosen: dict[str, Candidate] = {}
    for candidate in ranked:
        if candidate.field not in chosen and not any(_collide(candidate, one) for one in chosen.values()):
            chosen[candidate.field] = candidate
    for candidate in ranked:
        _give_up(candidate, chosen, ranked, weight)
    yield from chosen.items()


def _give_up(
    candidate: Candidate, chosen: dict[str, Candidate], ranked: Sequence[Candidate], weight: Mapping[int, float]
) -> None:
    """Give a field a value that another has, where that one's next best makes both together likelier."""
    own = chosen.get(candidate.field)
    holders = [name for name, one in chosen.items() if name != candidate.field and _collide(candidate, one)]
    if len(holders) != 1 or (own is not None and weight[id(own)] >= weight[id(candidate)]):
        return
    rest = [one for name, one in chosen.items() if name not in (holders[0], candidate.field)]
    others = (one for one in ranked if one.field == holders[0] and not any(_collide(one, each) for each in (*rest, candidate)))
    other = next(others, None)
    if other is None:
        return
    gained = weight[id(candidate)] - (weight[id(own)] if own else 0.0)
    if gained > weight[id(chosen[holders[0]])] - weight[id(other)]:
        chosen[candidate.field], chosen[holders[0]] = candidate, other


def _collide(one: Candidate, other: Candidate) -> bool:
    return one.found.passage is other.found.passage and _overlap(one.found.span, other.found.span)


def _doubted(chosen: Candidate, own: Sequence[Candidate], taken: Sequence[Span]) -> Found:
    """A value with what speaks against it: little that asks for it, its own place left blank, another value as likely."""
    found = chosen.found
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


def _contradicts(other: Candidate, found: Found) -> bool:
    """Whether another candidate of the same field says something else, elsewhere, and as likely."""
    value = other.found.value
    alike = value in found.value or found.value in value
    return bool(value) and other.likely >= RIVAL and not alike and not _overlap(other.found.span, found.span)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _listed(candidates: Sequence[Candidate], name: str) -> Found | None:
    """Several people's names in the order they stand, joined by 、."""
    found = sorted((one.found for one in candidates if one.field == name), key=lambda one: one.span)
    if not found:
        return None
    value = "、".join(dict.fromkeys(one.value for one in found))
    return replace(found[0], value=value, span=(found[0].span[0], found[-1].span[1]))


def _weight(candidate: Candidate, candidates: Sequence[Candidate]) -> float:
    """How much speaks for a candidate: that it says something, that it adds up, and every other place where it is printed."""
    places: dict[Span, float] = {}
    for one in candidates:
        if one.field == candidate.field and one.found.value == candidate.found.value:
            places[one.found.span] = max(places.get(one.found.span, 0.0), one.likely)
    others = sum(likely for span, likely in places.items() if not _overlap(span, candidate.found.span))
    sound = candidate.found.value != "" and candidate.found.state == "read" and candidate.found.checksum_ok is not False
    signed = SIGNED if _SIGNATURE.search(candidate.found.passage.text[: candidate.found.span[0]][-_SIGNED_WITHIN:]) else 0.0
    return candidate.likely + (ASKED if candidate.asked else 0.0) + 0.1 * others + (0.3 if sound else 0.0) - signed


def _is_lone_blank(found: Found) -> bool:
    """Whether a value is the empty form of a day on a line of its own: it waits for the day of issue."""
    return found.state == "blank" and _fills_its_line(found.passage, found.span)


def _closing_day(part: Part, taken: Sequence[Span]) -> dict[str, Found]:
    """The last day that fills a line of its own at the paper's end, and is no other field's: told by nothing but its place."""
    text = part.body.text
    alone = [day for day in days_in(part.body, (0, len(text))) if _fills_its_line(part.body, day.span)]
    last = [day for day in alone if day.span[1] >= CLOSING * len(text) and not any(_overlap(day.span, one) for one in taken)]
    day = next((one for one in reversed(last) if one.state == "read"), last[-1] if last else None)
    return {ISSUED: day if day.state == "blank" else day.doubted("weak_label")} if day else {}


def _fills_its_line(passage: Passage, span: Span) -> bool:
    lines = {spot[0] for spot in passage.spots[slice(*span)] if spot is not None}
    around = [at for at, spot in enumerate(passage.spots) if spot is not None and spot[0] in lines]
    beside = passage.text[min(around, default=0) : span[0]] + passage.text[span[1] : max(around, default=0) + 1]
    return not beside.strip(" _:。.")


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
        if len(found) == 1 and not any(_overlap(one.span, span) for one in found.values() for span in claimed):
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
