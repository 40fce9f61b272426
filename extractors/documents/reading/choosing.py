"""Which of the candidates each field is given, over the whole paper at once: each stretch of it to at most one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from extractors.documents.reading.candidates import Candidate
from extractors.text.passage import Span, overlap

ASKED: Final = 0.1
"""How much more a value counts beside a label that bears the field's name: a sentence asks for none as plainly."""
SIGNED: Final = 0.3
"""How much less a value counts where a signature is asked for: a pen wrote it, and it is printed elsewhere as well."""
UNREAD: Final = 2.0
"""How much less a value counts for what its score (0..1) lacks: a name in print goes before one that a pen wrote."""
_SIGNATURE: Final = re.compile(r"(?:签[字名章收]|盖章)[^。;\n]{0,6}$")
_SIGNED_WITHIN: Final = 12


def chosen_of(candidates: Sequence[Candidate]) -> Iterator[tuple[str, Candidate]]:
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
    return one.found.passage is other.found.passage and overlap(one.found.span, other.found.span)


def _weight(candidate: Candidate, candidates: Sequence[Candidate]) -> float:
    """How much speaks for a candidate: that it says something, that it adds up, and every other place where it is printed."""
    places: dict[Span, float] = {}
    for one in candidates:
        if one.field == candidate.field and one.found.value == candidate.found.value:
            places[one.found.span] = max(places.get(one.found.span, 0.0), one.likely)
    others = sum(likely for span, likely in places.items() if not overlap(span, candidate.found.span))
    sound = candidate.found.value != "" and candidate.found.state == "read" and candidate.found.checksum_ok is not False
    signed = SIGNED if _SIGNATURE.search(candidate.found.passage.text[: candidate.found.span[0]][-_SIGNED_WITHIN:]) else 0.0
    unread = UNREAD * (1 - candidate.found.passage.score(candidate.found.span))
    asked = ASKED if candidate.asked and candidate.found.state != "blank" else 0.0
    return candidate.likely + asked + 0.1 * others + (0.3 if sound else 0.0) - signed - unread
